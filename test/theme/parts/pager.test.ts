import { test } from "uvu";
import * as assert from "uvu/assert";
import type { PagerView } from "../../../plugins/page/parts.ts";
import { render } from "./render.ts";

const pager: PagerView = {
  current: 1,
  total: 9,
  previous: null,
  next: "/page/2/",
  pages: [
    { number: 1, url: "/", isCurrent: true, label: "1" },
    { number: 8, url: null, isCurrent: false, label: "…" },
    { number: 9, url: "/page/9/", isCurrent: false, label: "9" },
  ],
};

test("pager: the current page is no link, a gap neither", () => {
  assert.is(
    render("pager", { pager }),
    '<nav class="pager" aria-label="Pages"><ul><li><span aria-current="page">1</span></li><li><span class="gap">…</span></li><li><a href="/page/9/">9</a></li><li><a href="/page/2/" rel="next">Next</a></li></ul></nav>',
  );
});

test.run();
