import { test } from "uvu";
import { promises } from "./promises.ts";

promises("journal", {
  // The one image of the site's own in an article's text; what stands around it and the other image stay.
  images: (path, after) =>
    path === "warm-bath.html"
      ? after.replace(
          /<picture>.*?<img src="\/pictures\/[^"]+" alt="A dot" .*?><\/picture>/,
          '<img src="/img/dot.png" alt="A dot">',
        )
      : after,
});

test.run();
