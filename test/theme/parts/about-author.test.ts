import { test } from "uvu";
import * as assert from "uvu/assert";
import type { PersonView } from "../../../plugins/page/parts.ts";
import { ESCAPED, HOSTILE, render } from "./render.ts";

const ann: PersonView = {
  id: "ann",
  type: "Person",
  name: "Ann",
  url: "/authors/ann/",
  jobTitle: "Writer",
  honorificSuffix: "MD",
  description: HOSTILE,
  credentials: [],
  sameAs: [],
  image: null,
};

test("about: the author, and the reviewer only where there is one", () => {
  const alone = render("about-author", { view: { authors: [ann], reviewer: null } });
  assert.match(alone, '<h2 id="v_about">About the author</h2><div class="person">');
  assert.not.match(alone, "About the reviewer");
  assert.match(alone, ESCAPED);
  const both = render("about-author", { view: { authors: [ann], reviewer: { ...ann, name: "Rita" } } });
  assert.match(both, "<h3>About the reviewer</h3>");
  assert.match(both, ">Rita</a>");
});

test.run();
