import { test } from "uvu";
import * as assert from "uvu/assert";
import { openArticle, readArticle } from "../../plugins/article/read.ts";
import { titleReader } from "../../plugins/benefits/languages.ts";
import { type BenefitsRead, listFields, readBenefits, withoutEveryday } from "../../plugins/benefits/read.ts";
import { readLeniently } from "../../plugins/import/lenient.ts";
import { lexicon } from "./reader.ts";

const LIST =
  "## Benefits of massage\n\n### Eases stress\n\nIt may take the edge off stress.\n\n### Lifts depression\n\nSessions relieve depression.\n\n### Better sleep\n\nText.\n";

function read(front: string, body = LIST, publishFrom = 0.5): BenefitsRead {
  const source = `---\ntitle: Massage\ndate: 2026-01-01\n${front}---\n\n${body}`;
  const opened = openArticle(Buffer.from(source), "src/articles/a.md");
  if ("problem" in opened) throw new Error(opened.problem.message);
  const readTitle = () => ({ benefitCount: null, therapies: ["massage-therapy"], conditions: [] });
  const { article, problems } = readArticle(opened, { id: "a", timeZone: "UTC", lang: "en", readTitle });
  if (!article) throw new Error(problems.map(({ message }) => message).join("\n"));
  return readBenefits(article, lexicon, { publishFrom });
}

const shown = ({ published }: BenefitsRead): string[] => published.flatMap(({ canonicals }) => canonicals);
const waits = ({ proposals }: BenefitsRead): string[] =>
  proposals.map(({ canonicals, wait }) => `${canonicals.join("+")} ${wait}`);

test("readBenefits: what is grave waits, the rest is published", () => {
  const result = read("");
  assert.equal(shown(result), ["reduce:stress", "improve:sleep-quality"]);
  assert.equal(waits(result), ["reduce:depression grave"]);
  assert.equal(
    result.found.map(({ heading }) => heading),
    ["Eases stress", "Lifts depression", "Better sleep"],
  );
});

for (const [title, front, body, therapies] of [
  ["Honey garlic chicken", "", "Fry it for ten minutes.", []],
  ["Honey garlic chicken", "therapies: [garlic]\n", "Fry it for ten minutes.", ["garlic"]],
  ["What garlic does", "", "Garlic lowers blood pressure.", ["garlic"]],
  ["What garlic does", "", "Garlic does not lower blood pressure.", ["garlic"]],
  ["Garlic for high blood pressure", "", "It is a bulb.", ["garlic"]],
  ["7 benefits of garlic", "", "It is a bulb.", ["garlic"]],
  ["How I meditate", "", "On a cushion.", ["meditation"]],
  ["Honey garlic chicken and meditation", "", "Fry it.", ["meditation"]],
  ["Why I put cinnamon in my porridge", "", "## Benefits\n\n- Lowers blood sugar\n- Less pain", ["cinnamon"]],
  [
    "Porridge with cinnamon",
    "",
    "## Benefits of cinnamon\n\n- Lowers blood sugar\n- Less pain",
    ["cinnamon"],
  ],
  ["Honey garlic chicken", "", "Garlic boosts the immune system.", ["garlic"]],
  ["Honey and garlic", "", "## Benefits\n\n- Lowers blood sugar\n- Less pain", ["honey", "garlic"]],
  [
    "Cooking with honey and garlic",
    "",
    "## Benefits\n\n- Lowers blood sugar\n- Less pain",
    ["honey", "garlic"],
  ],
  ["Massage with honey", "", "## Benefits of massage\n\n- Eases stress\n- Less pain", ["massage-therapy"]],
  ["How to run your own server", "", "Buy one.", []],
  ["My run", "", "It was long. Running improves sleep.", ["running"]],
] as const)
  test(`withoutEveryday: “${title}”, ${front || body} is about ${therapies.join(" and ") || "no therapy"}`, () => {
    const opened = openArticle(
      Buffer.from(`---\ntitle: ${title}\ndate: 2026-01-01\n${front}---\n\n${body}`),
      "src/articles/a.md",
    );
    if ("problem" in opened) throw new Error(opened.problem.message);
    const readTitle = titleReader(lexicon.terms);
    const { article } = readArticle(opened, { id: "a", timeZone: "UTC", lang: "en", readTitle });
    assert.equal(withoutEveryday(article, readBenefits(article, lexicon), lexicon).titleFacts.therapies, [
      ...therapies,
    ]);
  });

test("readBenefits: the sentence of the passage speaks; the heading where none does", () => {
  const { published } = read("");
  assert.equal(
    published.map(({ evidence, hedged }) => [evidence, hedged]),
    [
      ["It may take the edge off stress.", true],
      ["Better sleep", false],
    ],
  );
});

test("readBenefits: confirmed without a source is an error that says what is missing", () => {
  const result = read("benefits: { confirm: [reduce:depression] }\n");
  assert.equal(waits(result), ["reduce:depression source"]);
  assert.equal(
    result.problems.map(({ file, field, message, severity }) => `${severity} ${file} ${field}: ${message}`),
    [
      'error src/articles/a.md benefits.confirm: expected a source for "reduce:depression", because it speaks of depression, received none. Name it beside it ({ benefit: reduce:depression, source: … }) or under sources; until then no page shows it.',
    ],
  );
});

for (const [what, front] of [
  [
    "beside the confirmation",
    'benefits: { confirm: [{ benefit: "reduce:depression", source: A review }] }\n',
  ],
  ["under sources", 'benefits: { confirm: ["reduce:depression"] }\nsources: [A review]\n'],
  ["in words", "benefits: { confirm: [{ benefit: Relieves depression, source: A review }] }\n"],
  ["with a grade", 'benefits: { grade: [{ benefit: "reduce:depression", grade: low, source: A review }] }\n'],
] as const) {
  test(`readBenefits: confirmed with a source ${what} is published`, () => {
    const result = read(front);
    assert.equal(shown(result), ["reduce:stress", "reduce:depression", "improve:sleep-quality"]);
    assert.equal([waits(result), result.problems], [[], []]);
  });
}

test("readBenefits: what the writer adds is published, but for grave things without a source", () => {
  const result = read('benefits: { add: ["improve:mood", "prevent:cancer"] }\n');
  assert.ok(shown(result).includes("improve:mood"));
  assert.ok(waits(result).includes("prevent:cancer source"));
  assert.equal(
    result.problems.map(({ field }) => field),
    ["benefits.add"],
  );
  const sourced = read('benefits: { add: [{ benefit: "prevent:cancer", source: A review }] }\n');
  assert.ok(shown(sourced).includes("prevent:cancer"));
});

test("readBenefits: dropped is neither published nor proposed", () => {
  const result = read('benefits: { drop: ["reduce:depression", "reduce:stress"] }\n');
  assert.equal([shown(result), waits(result)], [["improve:sleep-quality"], []]);
});

test("readBenefits: a confirmation of what is not said, and one of what is dropped, are reported", () => {
  const result = read('benefits: { confirm: ["reduce:nausea", "reduce:stress"], drop: ["reduce:stress"] }\n');
  assert.equal(
    result.problems.map(({ severity, message }) => `${severity} ${message}`),
    [
      'warning expected a benefit that was found in this article, received "reduce:nausea". Remove it, or put it under add if the article says so.',
      'error expected a benefit under confirm or under drop, received "reduce:stress" under both. Remove one.',
    ],
  );
});

test("readBenefits: the site's line decides, the writer's word over it", () => {
  assert.equal(shown(read("", LIST, 1)), []);
  assert.equal(shown(read('benefits: { confirm: ["reduce:stress"] }\n', LIST, 1)), ["reduce:stress"]);
});

test("readBenefits: is pure", () => {
  assert.equal(read(""), read(""));
});

for (const [what, passage, isSure] of [
  ["that says it", "It eases stress for an hour.", true],
  ["that takes it back", "It does not take stress away for good.", false],
  [
    "that says what is not so of something else",
    "It does not mend a broken day. Stress seems smaller.",
    true,
  ],
] as const) {
  test(`readBenefits: a heading over a passage ${what} is ${isSure ? "as sure as it was" : "less sure"}`, () => {
    const others = "### Improves sleep\n\nNights get longer.\n\n### Lifts the mood\n\nPeople smile.\n";
    const body = `## 3 benefits of massage\n\n### Eases stress\n\n${passage}\n\n${others}`;
    const { found } = read("", body);
    const [first] = found.filter(({ canonicals }) => canonicals.includes("reduce:stress"));
    assert.is((first?.confidence ?? 0) > 0.85, isSure);
  });
}

test("listFields: corrections are applied and no list, what other blogs keep under the name is one", () => {
  const lists = (benefits: unknown): boolean => "benefits" in (listFields({ title: "T", benefits }) ?? {});
  for (const corrections of [["reduce:pain"], { drop: ["reduce:pain"] }, { confirm: [], note: "" }])
    assert.not(lists(corrections), JSON.stringify(corrections));
  for (const others of [{ items: ["Eases pain"] }, "- Eases pain", null])
    assert.ok(lists(others), JSON.stringify(others));
});

test("readLeniently: Markdown with lists in HTML keeps its first heading and what stands before it", () => {
  const text = (head: string): string =>
    `---\ntitle: Ginger & tea\n---\n\n${head}It is old.\n\n## Benefits of ginger tea\n\n<ul><li>Eases pain</li><li>Lifts mood</li></ul>\n`;
  for (const head of ["", "# Ginger & tea\n\n", "# All about it\n\n"]) {
    const { article } = readLeniently("x.md", text(head), titleReader(lexicon.terms));
    assert.equal(
      article.sections.map(({ heading }) => heading),
      ["", "Benefits of ginger tea"],
    );
    assert.equal(
      article.blocks.map((block) => block.text),
      ["It is old.", "Eases pain", "Lifts mood"],
    );
  }
});

test.run();
