import { test } from "uvu";
import * as assert from "uvu/assert";
import { type RelatedDocument, type RelatedOptions, rankRelated } from "../../plugins/related/index.ts";
import { isNoun, knownNouns } from "../../plugins/related/nouns.ts";
import type { BoxChooser } from "../../plugins/related/types.ts";

type Given = Partial<RelatedDocument> & { readonly title: string };

/** Articles on nothing in common with any other, so that two of twelve are few. */
const OTHERS: readonly Given[] = "ash birch cedar elm fir gum hazel ivy juniper larch"
  .split(" ")
  .map((tree) => ({ title: tree }));

/** Kinds and what is shared, of the first article's link to the second, among ten others. */
function reasons(one: Given, two: Given, options: RelatedOptions = {}): (readonly [string, ...string[]])[] {
  const site = [one, two, ...OTHERS].map((given, at) => ({ id: `${at}`, text: given.title, ...given }));
  const link = rankRelated(site, options)
    .get("0")!
    .find(({ id }) => id === "1");
  return (link?.reasons ?? []).map(({ kind, shared }) => [kind, ...shared]);
}

const NIGHTS = "A night is a night.";
const ACORNS = "Acorns here, acorns there. Wood here, wood there. Trees here, trees there.";
const LABELS = {
  conditions: ["insomnia"],
  therapies: ["touch"],
  benefits: ["improve:sleep"],
  tags: ["night"],
};

test("reasons: conditions, therapies and benefits in common; tags are none", () => {
  assert.equal(
    reasons({ title: "Oaks", text: NIGHTS, ...LABELS }, { title: "Oak", text: NIGHTS, ...LABELS }),
    [
      ["condition", "insomnia"],
      ["therapy", "touch"],
      ["benefit", "improve:sleep"],
    ],
  );
});

test("reasons: a label that more than a fifth of the articles have is none", () => {
  const site = [
    { id: "a", title: "Oaks", text: ACORNS, conditions: ["trees", "acorns"] },
    { id: "b", title: "Oak", text: ACORNS, conditions: ["trees", "acorns"] },
    ...OTHERS.map((other, at) => ({ id: `${at}`, text: "", ...other, conditions: at < 2 ? ["trees"] : [] })),
  ];
  assert.equal(
    rankRelated(site)
      .get("a")!
      .find(({ id }) => id === "b")!.reasons,
    [{ kind: "condition", shared: ["acorns"] }],
  );
});

test("reasons: a label that the other's title names, and one that many articles come back to, are none", () => {
  const labels = { conditions: ["insomnia"], benefits: ["reduce:inflammation"], therapies: ["acorns"] };
  const often = "Inflammation goes. Inflammation comes.";
  const site = [
    { id: "a", title: "Oaks", text: `${often} ${ACORNS}`, ...labels },
    { id: "b", title: "Oak for insomnia", text: `${often} ${ACORNS}`, ...labels },
    { id: "c", title: "Insomnia", text: often },
    ...OTHERS.map((other, at) => ({ id: `${at}`, text: at < 5 ? often : "", ...other })),
  ];
  assert.equal(
    rankRelated(site)
      .get("a")!
      .find(({ id }) => id === "b")!.reasons,
    [{ kind: "therapy", shared: ["acorns"] }],
  );
});

test("reasons: what more than half of a list shares with the article is none, where there are three or more", () => {
  const at = (id: string, ...conditions: string[]): RelatedDocument => ({
    id,
    title: id,
    text: "",
    conditions,
  });
  const site = [
    at("own", "jaw", "neck", "back"),
    at("one", "jaw", "neck"),
    at("two", "jaw", "neck"),
    at("three", "jaw", "back"),
    ...Array.from({ length: 30 }, (_, index) => ({ id: `${index}`, title: `t${index}`, text: "" })),
  ];
  const told = (count: number): readonly string[] =>
    rankRelated(site, { count })
      .get("own")!
      .map(({ id, reasons: all }) => [id, ...all.flatMap(({ shared }) => shared)].join(" "))
      .sort();
  assert.equal(told(3), ["one", "three back", "two"]);
  assert.ok(
    told(2).every((line) => line.includes("jaw")),
    told(2).join(),
  );
  // Where a box stands best is asked of what each says, whatever the others say too.
  const seen: (readonly string[])[] = [];
  const choose: BoxChooser["choose"] = (id, first) => {
    if (id === "own") seen.push(...first.map(({ reasons: all }) => all.flatMap(({ shared }) => shared)));
    return [];
  };
  rankRelated(site, { count: 3, boxes: { most: 1, choose } });
  assert.is(seen.length, 3);
  assert.ok(
    seen.every((shared) => shared.includes("jaw")),
    JSON.stringify(seen),
  );
});

test("reasons: the rarest of several labels comes first", () => {
  const site = [
    { id: "a", title: "Oaks", text: ACORNS, conditions: ["wood", "acorns"] },
    { id: "b", title: "Oak", text: ACORNS, conditions: ["wood", "acorns"] },
    { id: "c", title: "Beech", text: "", conditions: ["wood"] },
    ...Array.from({ length: 20 }, (_, at) => ({ id: `${at}`, title: `t${at}`, text: "" })),
  ];
  assert.equal(rankRelated(site).get("a")![0]!.reasons, [{ kind: "condition", shared: ["acorns", "wood"] }]);
});

for (const [name, headings, expected] of [
  [
    "its part on what this title names",
    ["The neck", "3. Jaw pain at night:"],
    [["section", "Jaw pain at night"]],
  ],
  ["its part, without numbers of any kind", ["2.3 Jaw pain"], [["section", "Jaw pain"]]],
  ["nothing, where no heading names most of it", ["The neck", "At night"], []],
  ["nothing, for a heading too long to quote", [`Jaw pain ${"and more ".repeat(10)}`], []],
] as const) {
  test(`reasons: ${name}`, () => {
    const one = { title: "Jaw pain", text: "Jaw pain." };
    const two = { title: "A massage of the face", text: "The jaw and its pain.", headings };
    assert.equal(reasons(one, two), expected);
  });
}

test("reasons: a heading that says what its article's title says is none", () => {
  const one = { title: "Jaw pain", text: "" };
  const two = { title: "Jaw pain at night", text: "", headings: ["Jaw pain"] };
  assert.equal(reasons(one, two), []);
});

for (const [one, two, expected] of [
  ["Sleeping well, part 1", "Sleeping well, part 2", [["series", "next"]]],
  ["Sleeping well (3)", "Sleeping well (2)", [["series", "before"]]],
  ["Omega 3", "Omega 6", []],
  ["Vitamin B6", "Vitamin B7", []],
] as const) {
  test(`reasons: ${one}, ${two}`, () => {
    assert.equal(
      reasons({ title: one }, { title: two }).filter(([kind]) => kind === "series"),
      expected,
    );
  });
}

test("reasons: parts dated against their numbers are no series", () => {
  const [one, two] = [
    { title: "Rest 1", text: "", date: "2024-05-02" },
    { title: "Rest 2", text: "", date: "2024-05-01" },
  ];
  assert.equal(reasons(one, two), []);
});

const WBC = "WBC is a test. WBC is counted. WBC is high.";
const BON = "The Bon Charge is red. A Bon Charge is warm. My Bon Charge is old.";
const UPS = "Do push-ups, sit-ups and pull-ups.";
const THRICE = "Valerian is a root. Valerian is bitter. Valerian is old.";
for (const [name, one, two, expected] of [
  [
    "no word that the other has no part on, though one is titled by it and both say it again and again",
    { title: "Valerian", text: THRICE },
    { title: "Roots", text: THRICE },
    [],
  ],
  [
    "no word that stands in neither title nor headings",
    { title: "Teas", text: THRICE },
    { title: "Roots", text: THRICE },
    [],
  ],
  [
    "no word that one says but once",
    { title: "Teas", text: THRICE },
    { title: "Roots", text: "Valerian.", headings: ["Valerian"] },
    [],
  ],
  [
    "a word that a heading is made of",
    { title: "Teas", text: THRICE },
    { title: "Roots", text: THRICE, headings: ["Valerian"] },
    [["words", "valerian"]],
  ],
  [
    "no word that only a heading of its own names",
    { title: "Teas", text: THRICE, headings: ["Valerian"] },
    { title: "Roots", text: THRICE },
    [],
  ],
  [
    "no word that the other's title says already",
    { title: "Teas", text: THRICE },
    { title: "Valerian root", text: THRICE, headings: ["Valerian"] },
    [],
  ],
  [
    "no letters that the other's title spells out",
    { title: "Tests", text: WBC },
    { title: "White blood cells", text: WBC, headings: ["WBC"] },
    [],
  ],
  [
    "no part of a name",
    { title: "Tests", text: BON },
    { title: "Masks", text: BON, headings: ["The Bon"] },
    [],
  ],
  [
    "no part of a compound",
    { title: "Tests", text: UPS },
    { title: "Sets", text: UPS, headings: ["Ups"] },
    [],
  ],
  [
    "letters and names as the article writes them",
    { title: "Nights", text: "Some with PTSD wake. Many with PTSD rest. PTSD is hard." },
    {
      title: "Breathing",
      text: "Some with PTSD wake. Many with PTSD rest. PTSD is hard.",
      headings: ["With PTSD"],
    },
    [["words", "PTSD"]],
  ],
  [
    "no number",
    { title: "Old", text: "2026 2026 2026" },
    { title: "Year", text: "2026 2026 2026", headings: ["2026"] },
    [],
  ],
] as const) {
  test(`reasons: ${name}`, () => assert.equal(reasons(one, two), expected));
}

test("reasons: a word in the form that stands most often", () => {
  const text = "Headaches and more headaches. A headache.";
  const two = { title: "Pains", text, headings: ["A headache"] };
  assert.equal(reasons({ title: "Rest", text }, two), [["words", "headaches"]]);
});

test("reasons: only words that pass the test of names", () => {
  const [one, two] = [
    { title: "Teas", text: THRICE },
    { title: "Roots", text: THRICE, headings: ["Valerian"] },
  ];
  assert.equal(reasons(one, two, { isName: () => false }), []);
});

for (const [word, expected] of [
  ["insomnia", true],
  ["massage", true],
  ["walking", true],
  ["eaten", false],
  ["yeah", false],
  ["acute", false],
  ["earlier", false],
] as const) {
  test(`isNoun: ${word}`, () => assert.is(isNoun(word, "en"), expected));
}

test("isNoun: words of other languages pass", () => assert.ok(isNoun("schlafen", "de")));

test("nouns: what was asked is known without a tagger, and what is not asked again is forgotten", () => {
  const first = knownNouns(null);
  for (const word of ["sleep", "quickly", "constructor", "sleep"]) first.isNoun(word, "en");
  const asked = first.asked();
  assert.equal(asked, { nouns: ["constructor", "sleep"], others: ["quickly"] });
  // Turned round, to see that they are believed.
  const second = knownNouns({ nouns: ["quickly"], others: ["sleep"] });
  assert.equal([second.isNoun("quickly", "en"), second.isNoun("sleep", "en")], [true, false]);
  assert.is(second.asked(), null);
  const third = knownNouns(asked);
  third.isNoun("sleep", "en");
  assert.is(third.isNoun("walking", "en"), true);
  assert.is(third.isNoun("langsam", "de"), true);
  assert.equal(third.asked(), { nouns: ["sleep", "walking"], others: [] });
});

test.run();
