import { test } from "uvu";
import * as assert from "uvu/assert";
import type { MatrixRowView, TermRef } from "../../../plugins/page/parts.ts";
import { render } from "./render.ts";

const term = (text: string, url = `/${text}/`): TermRef => ({
  id: text,
  url,
  text,
  articleCount: 2,
  countText: "2 articles",
});

const rows: readonly MatrixRowView[] = [
  {
    therapy: term("yoga"),
    cells: [
      {
        articleCount: 2,
        againstCount: 1,
        url: "/sleep/",
        isHedged: true,
        text: "Improves sleep: 2 articles, 1 article speaks against it",
      },
      { articleCount: 0, againstCount: 0, url: "", isHedged: false, text: "" },
    ],
  },
];

test("matrix: heads on both axes, words in every cell that has something, nothing in the others", () => {
  assert.is(
    render("matrix", { view: { title: "Matrix", columns: [term("sleep"), term("stress", "")], rows } }),
    '<section class="scroller" tabindex="0" aria-labelledby="v_caption"><table class="matrix"><caption id="v_caption">Matrix</caption><thead><tr><td></td><th scope="col"><span><a href="/sleep/">sleep</a></span></th><th scope="col"><span>stress</span></th></tr></thead><tbody><tr><th scope="row"><a href="/yoga/">yoga</a></th><td><a href="/sleep/" class="hedged"><b aria-hidden="true">2</b><i aria-hidden="true">−1</i><span>Improves sleep: 2 articles, 1 article speaks against it</span></a></td><td></td></tr></tbody></table></section>',
  );
});

test.run();
