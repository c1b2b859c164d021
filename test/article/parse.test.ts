import { test } from "uvu";
import * as assert from "uvu/assert";
import { validateFrontMatter } from "../../plugins/article/front-matter.ts";
import { parseArticle } from "../../plugins/article/parse.ts";
import type { Article } from "../../plugins/article/types.ts";

function parse(body: string, bodyLine = 1): Article {
  const checked = validateFrontMatter({ title: "T", date: "2026-01-01" }, { timeZone: "UTC", lang: "en" });
  if ("problems" in checked) throw new Error("front matter");
  return parseArticle(body, { id: "t", file: "t.md", frontMatter: checked.frontMatter, bodyLine });
}

test("sections: a tree by level, with lines counted from the file", () => {
  const { sections } = parse("Lead.\n\n## A\n\n### B\n\nText.\n\n## C\n", 5);
  assert.equal(
    sections.map(({ heading, level, line, parent, anchor }) => [heading, level, line, parent, anchor]),
    [
      ["", 0, 5, -1, ""],
      ["A", 2, 7, -1, "a"],
      ["B", 3, 9, 1, "b"],
      ["C", 2, 13, -1, "c"],
    ],
  );
});

test("sections: anchors are unique, also for headings without letters", () => {
  const { sections } = parse("## Safety\n\n## Safety\n\n## 🌿\n\n## !!!\n");
  assert.equal(
    sections.slice(1).map(({ anchor }) => anchor),
    ["safety", "safety-2", "section", "section-2"],
  );
});

test("sections: a heading without a word is none", () => {
  const { sections, blocks } = parse("#\n\nOne.\n\n##  ##\n\nTwo.\n\n- ###\n\n## ![Tea](t.png)\n");
  assert.equal(
    sections.map(({ heading }) => heading),
    ["", "Tea"],
  );
  assert.equal(
    blocks.map(({ text }) => text),
    ["One.", "Two."],
  );
});

test("sections: anchors begin with a letter, and no number that may change is in them", () => {
  const { sections } = parse("## 1. Dim the house\n\n## 2) Stretch\n\n## 5-minute rest\n\n## 2024\n");
  assert.equal(
    sections.slice(1).map(({ anchor }) => anchor),
    ["dim-the-house", "stretch", "section-5-minute-rest", "section-2024"],
  );
});

const leads: [name: string, body: string, lead: string | null, leadOnly: boolean][] = [
  ["bold with a colon inside", "**Skin health:** It soothes.", "Skin health", false],
  ["bold with a colon outside", "**Skin health**: It soothes.", "Skin health", false],
  ["a number before it", "1) **Skin health** It soothes.", "Skin health", false],
  ["an emoji before it", "🌿 **Skin health** – it soothes.", "Skin health", false],
  ["raw strong", "<strong>Skin health</strong> It soothes.", "Skin health", false],
  ["nothing but bold", "**Skin health**", "Skin health", true],
  ["bold in the middle is none", "It **soothes** skin.", null, false],
];
for (const [name, body, lead, leadOnly] of leads) {
  test(`lead: ${name}`, () => {
    const [block] = parse(body).blocks;
    assert.equal([block?.lead, block?.leadOnly], [lead, leadOnly]);
  });
}

test("blocks: list items know their depth, number and list", () => {
  const { blocks } = parse("3. One\n4. Two\n   - Inner\n\nText\n\n- Bullet\n");
  assert.equal(
    blocks.map(({ kind, text, depth, number, list }) => [kind, text, depth, number, list]),
    [
      ["listItem", "One", 1, 3, 0],
      ["listItem", "Two", 1, 4, 0],
      ["listItem", "Inner", 2, null, 1],
      ["paragraph", "Text", 0, null, -1],
      ["listItem", "Bullet", 1, null, 2],
    ],
  );
});

test("blocks: breaks make lines, each with its own lead", () => {
  const [block] = parse("**A**: one<br>**B**: two\\\nthree").blocks;
  assert.equal(
    block?.lines.map(({ text, lead }) => [text, lead]),
    [
      ["A: one", "A"],
      ["B: two", "B"],
      ["three", null],
    ],
  );
});

test("blocks: a table gives a row with its cells", () => {
  const { blocks } = parse("| Benefit | How |\n|---|---|\n| Less stress | slow breath |\n");
  assert.equal(
    blocks.map(({ cells, isHeader, line }) => [cells, isHeader, line]),
    [
      [["Benefit", "How"], true, 1],
      [["Less stress", "slow breath"], false, 3],
    ],
  );
});

/** Lines of a paragraph and what is offered on which. */
for (const [name, body, expected] of [
  [
    "two lines are two offers",
    "Also Read: Rest\nAlso Read: Sleep",
    [
      [1, "Rest"],
      [2, "Sleep"],
    ],
  ],
  ["a line after a sentence is read", "A nap helps.\nAlso Read: Rest", [[2, "Rest"]]],
  ["a line before other text is one line", "Also Read: Rest\nA nap helps.", [[1, "Rest"]]],
  ["a break in the text", "A nap helps<br>\n**Also Read:** [Rest](/r/)", [[2, "Rest"]]],
  ["a line shared with text", "A nap helps<br>Also Read: Rest", []],
  [
    "titles that breaks part",
    "Also Read: Rest  \nSleep well",
    [
      [1, "Rest"],
      [2, "Sleep well"],
    ],
  ],
  [
    "a phrase above its links",
    "Also read:\n[Rest](/r/)\n[Sleep](/s/)",
    [
      [2, "Rest"],
      [3, "Sleep"],
    ],
  ],
  ["a phrase at the end, over a list", "A nap helps.\nAlso read:\n\n- [Rest](/r/)", [[2, "Rest"]]],
  ["a sentence that is merely wrapped", "These are questions\nrelated: they come up often.", []],
  ["the second line of a list item", "- A nap.\n  Also Read: Rest", [[2, "Rest"]]],
] as const) {
  test(`findAlsoRead: ${name}`, () => {
    const found = parse(body).alsoRead.flatMap(({ line, offers }) =>
      offers.map(({ title }) => [line, title]),
    );
    assert.equal(found, expected);
  });
}

const offers: [name: string, body: string, expected: [title: string, href: string | null][]][] = [
  ["a line with a title", "Also Read: Nine Kinds of Rest", [["Nine Kinds of Rest", null]]],
  ["bold phrase and a link", "**Also read:** [Rest](/rest/)", [["Rest", "/rest/"]]],
  ["a link without colon", "See also [Rest](/rest/)", [["Rest", "/rest/"]]],
  [
    "a heading over a list",
    "## Related Articles\n\n- [Rest](/rest/)\n- Sleep well\n",
    [
      ["Rest", "/rest/"],
      ["Sleep well", null],
    ],
  ],
  [
    "a heading that may mean them",
    "## More guides\n\n- [Rest](/rest/)\n- [Naps in the day](naps.md): short\n",
    [
      ["Rest", "/rest/"],
      ["Naps in the day", "naps.md"],
    ],
  ],
  ["the same over sources", "## Related guides\n\n- [Rest](/rest/)\n- [WHO](https://who.example/)\n", []],
  ["the same over a file", "## More guides\n\n- [Rest](/rest.pdf)\n", []],
  ["the same over text", "## More reading\n\n- [Rest](/rest/) is what this long sentence tells of.\n", []],
  ["the same over passages", "## More guides\n\n- [Naps](#naps)\n", []],
  ["a phrase over a list", "You may also like\n\n- [Rest](/rest/)\n", [["Rest", "/rest/"]]],
  [
    "a sentence with a link offers nothing",
    "See also what [this page](/rest/) says about the long history of rest.",
    [],
  ],
  ["a sentence that starts alike offers nothing", "Related questions come up often.", []],
  ["160 characters behind the phrase are a title", `Related: ${"a".repeat(160)}`, [["a".repeat(160), null]]],
  ["161 are a sentence, which offers nothing", `Related: ${"a".repeat(161)}`, []],
  ["so are they in a list", `Related:\n\n- ${"a".repeat(161)}\n- Rest\n`, [["Rest", null]]],
];
for (const [name, body, expected] of offers) {
  test(`findAlsoRead: ${name}`, () => {
    const found = parse(body).alsoRead.flatMap((line) => line.offers.map(({ title, href }) => [title, href]));
    assert.equal(found, expected);
  });
}

test("parseArticle: an empty body has one empty section and reads in a minute", () => {
  const { sections, blocks, lead, minutes } = parse("");
  assert.equal([sections.length, blocks.length, lead, minutes], [1, 0, "", 1]);
});

test("parseArticle: 10,000 headings in under 10 seconds", () => {
  const { sections } = parse("# Safety\n\n".repeat(10_000));
  assert.is(sections.length, 10_001);
});

test.run();
