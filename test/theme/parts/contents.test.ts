import { test } from "uvu";
import * as assert from "uvu/assert";
import type { ContentsItem } from "../../../plugins/page/parts.ts";
import { ESCAPED, HOSTILE, render } from "./render.ts";

const contents: readonly ContentsItem[] = [
  { text: HOSTILE, anchor: "a", number: null },
  { text: "Eases stress", anchor: "reduce-stress", number: 1 },
];

test("contents: headings and numbered benefits, the sources last", () => {
  assert.is(
    render("contents", { view: { contents, sources: [{}] } }),
    `<nav class="contents" aria-labelledby="v_contents"><details><summary id="v_contents">On this page</summary><ol><li><a href="#a">${ESCAPED}</a></li><li class="is-benefit"><span class="n">1</span><a href="#reduce-stress">Eases stress</a></li><li><a href="#v_sources">Sources</a></li></ol></details></nav>`,
  );
});

test.run();
