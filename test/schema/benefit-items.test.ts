import { test } from "uvu";
import * as assert from "uvu/assert";
import { benefitItems } from "../../plugins/schema/benefit-items.ts";
import { madeArticle } from "../related/made-article.ts";

const BODY = "Lead.\n\n## Eases stress\n\nx\n\n## Better sleep\n\nx\n\n## Who should take care\n\nx\n";

/** Headings of the list in a graph, of an article whose page shows the first `shownCount` benefits. */
function listed({
  promised = null,
  isWhole = true,
  shownCount = 2,
}: {
  readonly promised?: number | null;
  readonly isWhole?: boolean;
  readonly shownCount?: number;
}): readonly string[] {
  const article = madeArticle("a", "A", BODY);
  const { titleFacts, sections } = article;
  const benefits = sections
    .slice(1, 1 + shownCount)
    .map(({ heading, anchor }, index) => ({ heading, anchor, number: index + 1, term: null }));
  return benefitItems({
    article: { ...article, titleFacts: { ...titleFacts, benefitCount: promised } },
    benefits,
    holder: null,
    aspectOf: (heading) => (heading.startsWith("Who") ? "Safety" : null),
    isWhole,
  }).map(({ heading }) => heading);
}

test("benefitItems: the headings that the page shows, without those of their row on another aspect", () =>
  assert.equal(listed({}), ["Eases stress", "Better sleep"]));

test("benefitItems: none while a heading of the list waits for the writer's word", () => {
  assert.equal(listed({ isWhole: false }), []);
  assert.equal(listed({ isWhole: false, promised: 2 }), []);
});

test("benefitItems: none where there are not as many as the title promises", () => {
  assert.equal(listed({ promised: 2 }), ["Eases stress", "Better sleep"]);
  assert.equal(listed({ promised: 3 }), []);
});

test.run();
