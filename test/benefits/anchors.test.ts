import { test } from "uvu";
import * as assert from "uvu/assert";
import { validateFrontMatter } from "../../plugins/article/front-matter.ts";
import { parseArticle } from "../../plugins/article/parse.ts";
import { anchorBenefits } from "../../plugins/benefits/anchors.ts";
import type { ArticleBenefit } from "../../plugins/corpus/types.ts";

function anchors(
  body: string,
  found: [line: number, canonicals: string[], heading?: string][],
): { ids: string[]; sections: string[] } {
  const checked = validateFrontMatter({ title: "T", date: "2026-01-01" }, { timeZone: "UTC", lang: "en" });
  if ("problems" in checked) throw new Error("front matter");
  const article = parseArticle(body, { id: "t", file: "t.md", frontMatter: checked.frontMatter });
  const benefits = found.map(
    ([line, canonicals, heading = "x"]) =>
      ({ line, canonicals, heading, evidence: "" }) as unknown as ArticleBenefit,
  );
  const anchored = anchorBenefits(article, benefits);
  return {
    ids: anchored.benefits.map(({ anchor }) => anchor),
    sections: anchored.article.sections.map(({ anchor }) => anchor),
  };
}

test("anchorBenefits: rewording a heading keeps its id", () => {
  const before = anchors("## Less stress\n", [[1, ["reduce:stress"]]]);
  const after = anchors("## Takes the edge off stress\n", [[1, ["reduce:stress"]]]);
  assert.equal([before.ids, before.sections], [["reduce-stress"], ["", "reduce-stress"]]);
  assert.equal(after.ids, before.ids);
});

test("anchorBenefits: an id that another heading has is not given out again", () => {
  const { ids } = anchors("## Reduce stress\n\nText.\n\n## Calm\n", [[5, ["reduce:stress"]]]);
  assert.equal(ids, ["reduce-stress-2"]);
});

test("anchorBenefits: claims of one passage share its id", () => {
  const { ids } = anchors("It eases stress and lifts mood.\n", [
    [1, ["reduce:stress"]],
    [1, ["improve:mood"]],
  ]);
  assert.equal(ids, ["reduce-stress", "reduce-stress"]);
});

test("anchorBenefits: a target that no lexicon knows is named by its words", () => {
  assert.equal(anchors("## Brings people together\n", [[1, [], "Brings people together"]]).ids, [
    "brings-people-together",
  ]);
});

test.run();
