import { test } from "uvu";
import * as assert from "uvu/assert";
import { placeBoxes } from "../../plugins/related/index.ts";
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

function placed(body: string, most: number): readonly (readonly [section: string, id: string])[] {
  const article = madeArticle("asking", "Asking", body);
  return placeBoxes(article, related, { most, titleOf: (id) => TITLES[id]! }).map(({ section, id }) => [
    article.sections[section]!.heading,
    id,
  ]);
}

test("placeBoxes: none unless asked for", () => assert.equal(placed(BODY, 0), []));

test("placeBoxes: one stands after the section it fits best", () => {
  assert.equal(placed(BODY, 1), [["Tea before bed", "tea"]]);
});

test("placeBoxes: two stand after two sections, in their order", () => {
  assert.equal(placed(BODY, 2), [
    ["Tea before bed", "tea"],
    ["The back", "back"],
  ]);
});

test("placeBoxes: text without blanks is measured by its words", () => {
  const filler = "夜は静かにして、体を休めるとよいでしょう。".repeat(8);
  const body = `## 睡眠\n\nマッサージで睡眠が深くなる。マッサージは夜に。${filler}\n\n## 腰\n\n腰が痛い。${filler}\n\n## 終わり\n\n${filler}\n`;
  const article = { ...madeArticle("asking", "夜", body), lang: "ja" };
  const found = placeBoxes(article, related, {
    most: 1,
    titleOf: (id) => (id === "oil" ? "マッサージと睡眠" : "茶"),
  });
  assert.equal(found, [{ section: 1, id: "oil" }]);
});

test("placeBoxes: none where no section speaks of what a link is about, though one names a word of it", () => {
  const body = `Lead.\n\n## Walks\n\nA walk by the back gate. ${filler}\n\n## Air\n\n${filler}\n\n## Last\n\n${filler}\n`;
  assert.equal(placed(body, 2), []);
});

test("placeBoxes: none after the last section, however well it fits", () => {
  const body = `Lead.\n\n## Walks\n\n${filler}\n\n## Lavender oil\n\nLavender oil, lavender oil. ${filler}\n`;
  assert.equal(placed(body, 2), []);
});

test("placeBoxes: none where the author offers something", () => {
  assert.equal(placed(`${BODY}\nAlso Read: Lavender Oil\n`, 2), []);
});

for (const [name, body] of [
  ["without sections", "Only text."],
  ["with one section", `Lead.\n\n## Tea at night\n\n${filler}`],
  ["with short sections", "## Tea\n\nChamomile tea.\n\n## Back\n\nPain.\n"],
  ["that is empty", ""],
] as const) {
  test(`placeBoxes: an article ${name} has no place for a callout`, () => {
    assert.equal(placed(body, 2), []);
  });
}

test.run();
