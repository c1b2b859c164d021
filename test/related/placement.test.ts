import { test } from "uvu";
import * as assert from "uvu/assert";
import { type PlacementOptions, planReading } from "../../plugins/related/index.ts";
import { madeArticle } from "./made-article.ts";

const TITLES: Readonly<Record<string, string>> = {
  tea: "Chamomile Tea at Night",
  back: "Massage for Back Pain",
  oil: "Lavender Oil",
};
const related = Object.keys(TITLES).map((id) => ({ id, score: 0.5, reasons: [] }));
const filler = "One does what one can with some more words here to make it long. ".repeat(4);
const BODY = `Lead.

## Tea before bed

Chamomile tea at night is mild. Tea at night. ${filler}

### A cup of chamomile

${filler}

## The back

Pain in the back fades after a massage; a massage for back pain. ${filler}

## Last words

Chamomile tea at night, chamomile tea at night. ${filler}
`;

function plan(body: string, options: Partial<PlacementOptions> = {}, offered: readonly string[] = []) {
  const article = madeArticle("asking", "Asking", body);
  const offers = offered.map((id) => ({
    line: 1,
    phrase: "Also Read",
    title: "",
    id,
    by: "id" as const,
    closeness: 1,
  }));
  const { callouts, list } = planReading(article, offers, related, {
    titleOf: (id) => TITLES[id]!,
    ...options,
  });
  return {
    callouts: callouts.map(({ section, id }) => [article.sections[section]!.heading, id]),
    list: list.map(({ id }) => id),
  };
}

test("planReading: no callout unless asked for", () => {
  assert.equal(plan(BODY), { callouts: [], list: ["tea", "back", "oil"] });
});

test("planReading: one callout stands after the section it fits best, and not in the list", () => {
  assert.equal(plan(BODY, { callouts: 1 }), { callouts: [["The back", "back"]], list: ["tea", "oil"] });
});

test("planReading: two callouts stand after two sections, in their order", () => {
  assert.equal(plan(BODY, { callouts: 2 }), {
    callouts: [
      ["Tea before bed", "tea"],
      ["The back", "back"],
    ],
    list: ["oil"],
  });
});

test("planReading: what the author offers is not listed again, and no callout is added", () => {
  const body = `${BODY}\nAlso Read: Lavender Oil\n`;
  assert.equal(plan(body, { callouts: 2 }, ["oil"]), { callouts: [], list: ["tea", "back"] });
});

test("planReading: the list is as long as wanted after callouts are taken", () => {
  assert.equal(plan(BODY, { callouts: 1, count: 1 }).list, ["tea"]);
});

for (const [name, body] of [
  ["without sections", "Only text."],
  ["with one section", `Lead.\n\n## Tea at night\n\n${filler}`],
  ["with short sections", "## Tea\n\nChamomile tea.\n\n## Back\n\nPain.\n"],
  ["that is empty", ""],
] as const) {
  test(`planReading: an article ${name} has no place for a callout`, () => {
    assert.equal(plan(body, { callouts: 2 }).callouts, []);
  });
}

test("planReading: more than two callouts are refused", () => {
  assert.throws(() => plan(BODY, { callouts: 3 }), /related: callouts: expected 0, 1 or 2, received 3\./);
});

test.run();
