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

test("reasons: conditions and therapies in common; tags are none", () => {
  assert.equal(
    reasons({ title: "Oaks", text: NIGHTS, ...LABELS }, { title: "Oak", text: NIGHTS, ...LABELS }),
    [
      ["condition", "insomnia"],
      ["therapy", "touch"],
    ],
  );
});

test("reasons: a benefit that two have of other therapies", () => {
  const other = { ...LABELS, therapies: ["rest"], conditions: [] };
  assert.equal(
    reasons({ title: "Oaks", text: NIGHTS, ...LABELS }, { title: "Oak", text: NIGHTS, ...other }),
    [["benefit", "improve:sleep"]],
  );
});

test("reasons: a benefit is none where either article is on no therapy that is known", () => {
  const told = (ours: readonly string[], theirs: readonly string[]): readonly unknown[] => {
    const [one, two] = [ours, theirs].map((therapies) => ({ ...LABELS, conditions: [], therapies }));
    return reasons({ title: "Oaks", text: NIGHTS, ...one }, { title: "Oak", text: NIGHTS, ...two });
  };
  assert.equal(told(["touch"], ["rest"]), [["benefit", "improve:sleep"]]);
  assert.equal(told([], ["rest"]), []);
  assert.equal(told(["touch"], []), []);
  assert.equal(told([], []), []);
});

test("reasons: what the other's title names, by another name too, is none", () => {
  const other = { ...LABELS, titled: ["insomnia"] };
  assert.equal(
    reasons({ title: "Oaks", text: NIGHTS, ...LABELS }, { title: "Sleepless", text: NIGHTS, ...other }),
    [["therapy", "touch"]],
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
  const labels = { conditions: ["insomnia"], benefits: ["reduce:inflammation"] };
  const often = "Inflammation goes. Inflammation comes.";
  const told = (therapies: readonly string[]): readonly unknown[] => {
    const text = `${often} ${ACORNS}`;
    const site = [
      { id: "a", title: "Oaks", text, ...labels, therapies: ["acorns"] },
      { id: "b", title: "Oak for insomnia", text, ...labels, therapies },
      { id: "c", title: "Insomnia", text: often },
      ...OTHERS.map((other, at) => ({ id: `${at}`, text: at < 5 ? often : "", ...other })),
    ];
    return rankRelated(site)
      .get("a")!
      .find(({ id }) => id === "b")!.reasons;
  };
  assert.equal(told(["acorns"]), [{ kind: "therapy", shared: ["acorns"] }]);
  assert.equal(told(["leaves"]), []);
});

test("reasons: a label that the other's title says in a word of the same root is none", () => {
  const [one, two] = [
    { title: "Oaks", text: ACORNS, benefits: ["reduce:inflammation"], therapies: ["bark"] },
    { title: "Oak", text: ACORNS, benefits: ["reduce:inflammation"], therapies: ["leaf"] },
  ];
  assert.equal(reasons(one, two), [["benefit", "reduce:inflammation"]]);
  assert.equal(reasons(one, { ...two, title: "An anti-inflammatory oak" }), []);
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

test("reasons: a part that more than half of a list has under the same heading is none", () => {
  const part = (id: string, heading: string): RelatedDocument => ({
    id,
    title: id,
    text: THRICE,
    headings: [OPENING, heading, LAST],
  });
  const site = [
    { id: "own", title: "Valerian", text: THRICE },
    part("one", "Old valerian"),
    part("two", "Old valerian"),
    part("three", "New valerian"),
    ...Array.from({ length: 60 }, (_, index) => ({ id: `${index}`, title: `t${index}`, text: "" })),
  ];
  const told = rankRelated(site, { count: 3 })
    .get("own")!
    .map(({ id, reasons: all }) => [id, ...all.flatMap(({ shared }) => shared)].join(" "));
  assert.equal(told.sort(), ["one", "three New valerian", "two"]);
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

const JAW =
  "The jaw is a joint. A jaw that hurts at night is a jaw that is clenched. Pain comes and pain goes, clenched by day, clenched by night.";
const THRICE = "Valerian is a root. Valerian is bitter. Valerian is old.";
const OPENING = "What comes first";
const LAST = "Before you go";
for (const [name, headings, expected] of [
  ["its part on what this title names", ["Stretches for the jaw"], "Stretches for the jaw"],
  ["nothing, where no heading names it", ["The neck", "At night"], null],
  ["the part on most of it", ["A jaw at rest", "Pain in the jaw"], "Pain in the jaw"],
  ["its part, without numbers of any kind", ["2.3 Jaw at rest"], "Jaw at rest"],
  ["its part with its first word, whatever it is", ["Myth 2: Jaws must rest"], "Myth 2: Jaws must rest"],
  [
    "nothing, where the first word of a long heading would be lost",
    [`The myth: ${"so and so ".repeat(6)} jaw`],
    null,
  ],
  [
    "nothing, where a dash of a long heading may take it back",
    [`The jaw must rest – ${"or so ".repeat(9)}`],
    null,
  ],
  ["its part, without the letter of a question", ["Q: Does the jaw rest?"], "Does the jaw rest?"],
  ["its part, without marks around it", ["🦷 The jaw at rest: 🦷"], "The jaw at rest"],
  ["its part, with marks of its own inside", ['The "locked" jaw'], "The ‘locked’ jaw"],
  ["nothing, for a heading with an open bracket", ["The jaw (at rest"], null],
  ["nothing, for a heading with an open mark", ['The jaw" at rest'], null],
  ["a question as it is asked", ["¿The jaw?"], "¿The jaw?"],
  ["of a long heading its clause", [`The resting jaw: ${"on and on ".repeat(8)}`], "The resting jaw"],
  ["nothing, of a long heading that is cut to a label", [`Jaws: ${"on and on ".repeat(8)}`], null],
  ["a number with a point, whole", ["2.5-hour rest of the jaw"], "2.5-hour rest of the jaw"],
  ["a sign that belongs to its word", ["The jaw in C#:"], "The jaw in C#"],
  ["nothing, where a template's marks are left", ["The jaw {{ page.title }}"], null],
  ["nothing, where a link's marks are left", ["Jaw](/jaws/) at rest"], null],
  ["nothing, where an anchor is left", ["The jaw at rest (#jaw)"], null],
  ["nothing, with the name of an icon", ["The jaw at rest :small_jaw:"], null],
  ["nothing, where marks of bold are left", ["**The jaw at rest"], null],
  ["nothing, for a heading too long to quote", [`The jaw ${"and more ".repeat(10)}`], null],
] as const) {
  test(`reasons: ${name}`, () => {
    const one = { title: "Jaw pain", text: JAW };
    const two = {
      title: "A massage of the face",
      text: `${JAW} ${JAW}`,
      headings: [OPENING, ...headings, LAST],
    };
    assert.equal(reasons(one, two), expected === null ? [] : [["section", expected]]);
  });
}

/** What is said of an article with these headings beside one on the jaw. */
function said(two: Partial<Given>, one: Partial<Given> = {}): string | null {
  const [first] = reasons(
    { title: "Jaw pain", text: JAW, ...one },
    {
      title: "A massage of the face",
      text: JAW,
      headings: [OPENING, "The jaw at rest", "When it is clenched", LAST],
      ...two,
    },
  );
  return first?.[1] ?? null;
}

for (const [name, two, one, expected] of [
  ["its part", {}, {}, "The jaw at rest"],
  ["nothing that the other's title says", { title: "A massage of the jaw" }, {}, null],
  ["nothing that it says in letters", { title: "Joints and weary" }, {}, null],
  ["not the last heading: it takes leave", { headings: [OPENING, LAST, "Rest your jaw today"] }, {}, null],
  ["the last of two: they are few", { headings: [OPENING, "Rest your jaw"] }, {}, "Rest your jaw"],
  ["nothing that this article has a part on in the same words", {}, { headings: ["Rest for the jaw"] }, null],
  [
    "a part that this article has in other words",
    {},
    { headings: ["The jaw when it is clenched by day"] },
    "The jaw at rest",
  ],
  ["nothing on a word that this article says by the way", {}, { text: "A night is a night." }, null],
] as const) {
  test(`reasons: of headings, ${name}`, () => assert.is(said(two, one), expected));
}

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

for (const [word, title, isSaid] of [
  ["sleep", "Beauty sleep", true],
  ["sleep", "Sleepless", true],
  ["sleep", "Oversleeping", true],
  ["infertility", "Fertility", true],
  ["nap", "A nap", true],
  ["sleep", "Sleet", false],
  ["nap", "Snapshots", false],
  ["pregnancy", "While pregnant", true],
  ["magnesium", "Magnetotherapy", false],
  ["wbc", "White blood cells", true],
] as const) {
  test(`reasons: the title “${title}” ${isSaid ? "says" : "does not say"} ${word}`, () => {
    const text = `The ${word}. A ${word}. My ${word}. Your ${word}.`;
    const two = { title, text, headings: [OPENING, `Old ${word}`, LAST] };
    assert.equal(reasons({ title: word, text }, two), isSaid ? [] : [["section", `Old ${word}`]]);
  });
}

test("reasons: a part on most of what a title names, and on none of what only both have a part on", () => {
  const text = "Teak. Teak. Teak. Pine. Pine. Pine. Palm. Palm. Palm. Palm. Palm. Palm.";
  const one = { title: "Teak and pine", text, headings: ["The old palm"] };
  const two = (...headings: readonly string[]): Given => ({
    title: "Trees",
    text,
    headings: [OPENING, ...headings, LAST],
  });
  const few = (given: Given): readonly unknown[] => reasons(one, given);
  assert.equal(few(two("Palm at night", "Teak at night")), [["section", "Teak at night"]]);
  assert.equal(few(two("Teak at night", "Teak and pine at night")), [["section", "Teak and pine at night"]]);
  assert.equal(few(two("Teak and pine at night", "Teak at night")), [["section", "Teak and pine at night"]]);
  assert.equal(few(two("Palm at night")), []);
  const three = { ...one, title: "Teak, pine and yew", text: `${text} Yew. Yew. Yew.` };
  assert.equal(reasons(three, { ...two("Teak at night"), text: three.text }), []);
});

const WOODS = "Teak, pine, yew. Pine, yew, teak. Yew, teak, pine. Hops and balm. Balm and hops.";
for (const [name, title, other, heading, expected] of [
  ["none where both titles name as much of this one", "Teak and pine", "The pine", "Old teak", false],
  [
    "none where the other title names more of this one",
    "Teak, pine and yew",
    "Pine and yew",
    "Old teak and balm",
    false,
  ],
  ["none on two weighty words that this title has not", "Teak", "The grove", "Hops with balm", false],
  [
    "one that names more of this title than the other title",
    "Teak, pine and yew",
    "The yew",
    "Old teak and pine",
    true,
  ],
  ["one where the other title names nothing of this one", "Teak and pine", "The grove", "Old teak", true],
] as const) {
  test(`reasons: a part is news, ${name}`, () => {
    const two = { title: other, text: WOODS, headings: [OPENING, heading, LAST] };
    assert.equal(reasons({ title, text: WOODS }, two), expected ? [["section", heading]] : []);
  });
}

for (const [name, lines, levels, expected] of [
  ["a heading with a text", [OPENING, "Old valerian", THRICE, LAST], null, true],
  ["none with nothing under it", [THRICE, OPENING, "", "Old valerian", "", LAST], null, false],
  ["none with nothing under it at the end", [THRICE, OPENING, LAST, "Old valerian"], null, false],
  ["one over another heading", [OPENING, "Old valerian", LAST, THRICE], [2, 2, 3], true],
  ["one that is no line of the text", [THRICE], null, true],
] as const) {
  test(`reasons: a part is quoted by ${name}`, () => {
    const headings = name.endsWith("the end")
      ? [OPENING, LAST, "Old valerian"]
      : [OPENING, "Old valerian", LAST];
    const two = { title: "Roots", text: lines.join("\n"), headings, levels };
    assert.is(reasons({ title: "Valerian", text: THRICE }, two).length, expected ? 1 : 0);
  });
}

test("reasons: no part on what a fifth of the articles speak of", () => {
  const [one, two] = [
    { title: "Valerian", text: THRICE },
    { title: "Roots", text: THRICE, headings: [OPENING, "Valerian at night", LAST] },
  ];
  const told = (speakers: number): readonly unknown[] => {
    const others = OTHERS.map((other, at) => ({ ...other, text: at < speakers ? THRICE : "" }));
    const site = [one, two, ...others].map((given, at) => ({ id: `${at}`, ...given }));
    return rankRelated(site, { count: 12 })
      .get("0")!
      .find(({ id }) => id === "1")!.reasons;
  };
  assert.is(told(0).length, 1);
  assert.is(told(1).length, 0);
});

test("reasons: no part on a word that articles say by the way", () => {
  const once = (title: string): Given => ({ title, text: "Some valerian." });
  const [one, two] = [
    { title: "Valerian", text: "Valerian. Valerian." },
    { title: "Roots", text: "Valerian.", headings: [OPENING, "Valerian at night", LAST] },
  ];
  assert.equal(reasons(one, two), []);
  assert.equal(reasons(one, { ...two, text: THRICE }), [["section", "Valerian at night"]]);
  assert.equal(reasons(once("Valerian"), { ...two, text: `${THRICE} ${THRICE}` }), []);
});

const FIVE = "Valerian is a root. Valerian is bitter. Valerian is old. Valerian tea. Valerian drops.";
for (const [name, one, heading, expected] of [
  [
    "no part on what both have but a part on",
    { title: "Teas", text: FIVE, headings: ["Old roots", "Valerian"] },
    "Valerian drops at night",
    false,
  ],
  ["a lone word that its title names", { title: "Valerian", text: FIVE }, "Valerian", true],
] as const) {
  test(`reasons: ${name}`, () => {
    const two = { title: "Roots", text: THRICE, headings: [OPENING, heading, LAST] };
    assert.equal(reasons(one, two), expected ? [["section", heading]] : []);
  });
}

const BON = "The Bon Charge is red. A Bon Charge is warm. My Bon Charge is old.";
const UPS = "Do push-ups, sit-ups and pull-ups.";
for (const [name, title, text, heading] of [
  ["no part of a name", "Bon", BON, "The bon at night"],
  ["no part of a compound", "Ups", `${UPS} ${UPS}`, "Ups at night"],
  ["no number", "2026", "2026. In 2026. Of 2026. By 2026.", "2026 at night"],
] as const) {
  test(`reasons: ${name}`, () => {
    const two = { title: "Masks", text, headings: [OPENING, heading, LAST] };
    assert.equal(reasons({ title, text }, two), []);
  });
}

test("reasons: only words that pass the test of names", () => {
  const one = { title: "Valerian", text: THRICE };
  const two = { title: "Roots", text: THRICE, headings: [OPENING, "Valerian", LAST] };
  assert.equal(reasons(one, two), [["section", "Valerian"]]);
  assert.equal(reasons(one, two, { isName: () => false }), []);
});

/** What is said of the first of articles of one form, beside one on valerian. */
function saidOfForm(
  headings: readonly string[],
  others: readonly (readonly string[])[],
  one: Given = { title: "Valerian", text: THRICE },
  more = "",
): readonly string[] {
  const site: readonly Given[] = [
    one,
    { title: "Roots", text: `${THRICE} ${more}`, headings },
    ...others.map((all, at) => ({ title: `t${at}`, text: "", headings: all })),
  ];
  const padded = [...site, ...OTHERS].map((given, at) => ({ id: `${at}`, text: given.title, ...given }));
  return (
    rankRelated(padded)
      .get("0")!
      .find(({ id }) => id === "1")
      ?.reasons.flatMap(({ shared }) => shared) ?? []
  );
}

test("reasons: no heading that comes back in article after article", () => {
  const form = ["One", "Valerian at night", "Two"];
  assert.equal(saidOfForm(form, [form]), ["Valerian at night"]);
  assert.equal(saidOfForm(form, [form, form]), []);
});

test("reasons: no heading that introduces", () => {
  const more = ["One", "Two", "Three", "Four", "Five"];
  assert.equal(saidOfForm(["Valerian at night", ...more], []), ["Valerian at night"]);
  assert.equal(saidOfForm(["Valerian at night", ...more, "Six"], []), []);
  assert.equal(saidOfForm(["One", "Valerian at night", ...more, "Six"], []), ["Valerian at night"]);
});

test("reasons: no heading that says little more than the title", () => {
  const heading = "Old valerian at dusk";
  assert.is(
    said({ title: "Dusk", headings: [OPENING, "The jaw and its joint at dusk", LAST] }),
    "The jaw and its joint at dusk",
  );
  assert.is(said({ title: "Dusk", headings: [OPENING, "The jaw at dusk", LAST] }), null);
  assert.equal(saidOfForm([OPENING, heading, LAST], []), [heading]);
  const both = "The jaw and its joint at dusk and dawn";
  assert.is(said({ title: "Dusk and dawn", headings: [OPENING, both, LAST] }), null);
  const named = "The jaw and its joint asleep";
  assert.is(said({ title: "The jaw", headings: [OPENING, named, LAST] }), null);
});

test("reasons: no heading of a form that a third of the articles have", () => {
  const others = (count: number): readonly (readonly string[])[] =>
    Array.from({ length: count }, (_, at) => [OPENING, `Understanding number${at}`, LAST]);
  assert.equal(saidOfForm([OPENING, "Understanding valerian", LAST], others(3)), ["Understanding valerian"]);
  assert.equal(saidOfForm([OPENING, "Understanding valerian", LAST], others(8)), []);
  assert.equal(saidOfForm([OPENING, "Valerian", LAST], others(8)), ["Valerian"]);
});

test("reasons: no part on what weighs little in this article", () => {
  const words = "maples oaken elmwood pinewood larches spruces willows poplars aspens rowans".split(" ");
  const heavy = (count: number): string =>
    words
      .slice(0, count)
      .map((word) => `${word}. `.repeat(20))
      .join("");
  const one = (count: number): Given => ({ title: "Valerian", text: `${FIVE} ${heavy(count)}` });
  const told = (count: number): readonly string[] =>
    saidOfForm([OPENING, "Valerian drops", LAST], [], one(count), heavy(count));
  assert.equal(told(1), ["Valerian drops"]);
  assert.equal(told(4), []);
});

test("reasons: no part on a word of the title that weighs little in the article", () => {
  const oaken = "oaken. ".repeat(20);
  const valerian = { title: "Valerian", text: THRICE };
  const headings = [OPENING, "Valerian at night", "Oaken maples"];
  assert.equal(saidOfForm(headings, [], valerian, oaken), ["Valerian at night"]);
  const tea = { title: "Valerian and oaken tea", text: `${THRICE} ${oaken} ${"maples. ".repeat(20)}` };
  assert.equal(saidOfForm(headings, [], tea, `${oaken} ${"maples. ".repeat(20)}`), []);
});

test("reasons: a part on a word of this title and another that weighs much in this article", () => {
  const hops = "Hops and balm. Balm and hops.";
  const told = (heading: string, text: string, more: readonly Given[] = []): readonly unknown[] => {
    const two = { title: "Drops", text: hops, headings: [OPENING, heading, LAST] };
    const site = [{ title: "Hops", text }, two, ...more, ...OTHERS];
    return rankRelated(site.map((given, at) => ({ id: `${at}`, text: given.title, ...given })))
      .get("0")!
      .flatMap(({ id, reasons: all }) => (id === "1" ? all.flatMap(({ shared }) => shared) : []));
  };
  assert.equal(told("Balm with hops", hops), ["Balm with hops"]);
  assert.equal(told("Balm at night", hops), []);
  assert.equal(told("Balm with hops", "Hops and balm."), []);
  // Of two words one may be what many speak of, and not both.
  const speakers = (text: string): Given[] => [{ title: "Leaves", text }];
  assert.equal(told("Balm with hops", hops, speakers("Balm.")), ["Balm with hops"]);
  assert.equal(told("Balm with hops", hops, speakers("Hops and balm.")), []);
});

test("reasons: a part on a lone word of this title that the other article comes back to", () => {
  const oaks = "Oaken. ".repeat(60);
  const told = (title: string, heading: string, text: string): readonly unknown[] =>
    reasons({ title, text: WOODS }, { title: "Roots", text, headings: [OPENING, heading, LAST] });
  const other = `${WOODS} ${WOODS}`;
  assert.equal(told("Teak and pine", "Old teak", other), [["section", "Old teak"]]);
  assert.equal(told("Teak and pine", "Old teak", `Teak and pine. ${oaks}`), []);
  assert.equal(told("Teak and pine", "Old teak and pine", `Teak and pine. ${oaks}`), [
    ["section", "Old teak and pine"],
  ]);
  assert.equal(told("Teak, pine and yew", "Old teak and balm", other), []);
});

test("reasons: no part on two words of this title that weigh little in this article", () => {
  const oaks = (count: number): string => "maples. oaken. elmwood. spruces. ".repeat(count);
  const told = (count: number): readonly unknown[] =>
    reasons(
      { title: "Teak and pine", text: `${WOODS} ${oaks(count)}` },
      { title: "Roots", text: `${WOODS} ${oaks(2)}`, headings: [OPENING, "Old teak and pine", LAST] },
    );
  assert.equal(told(2), [["section", "Old teak and pine"]]);
  assert.equal(told(200), []);
  // What the other's title says weighs nothing for a part.
  const two = {
    title: "Elmwood",
    text: `${WOODS} ${oaks(2)}`,
    headings: [OPENING, "Elmwood, old teak, pine", LAST],
  };
  assert.equal(reasons({ title: "Teak and pine", text: `${WOODS} ${oaks(200)}` }, two), []);
});

/** What is said of the second article beside the first, among others with texts of their own. */
function saidAmong(one: Given, two: Given, others: readonly Given[]): readonly string[] {
  const site = [one, two, ...others].map((given, at) => ({ id: `${at}`, text: "", ...given }));
  return rankRelated(site, { count: 12 })
    .get("0")!
    .find(({ id }) => id === "1")!
    .reasons.flatMap(({ shared }) => shared);
}

test("reasons: of two words of this title one must be what few speak of", () => {
  const told = (speakers: number): readonly unknown[] => {
    const one = { title: "Teak and pine", text: WOODS };
    const two = { title: "Roots", text: WOODS, headings: [OPENING, "Nights of teak and pine", LAST] };
    const others = Array.from({ length: 38 }, (_, at) => ({
      title: `t${at}`,
      text: at < speakers ? "Nights of teak, pine. Nights of pine, teak." : "Nights and nights.",
    }));
    return saidAmong(one, two, others);
  };
  assert.equal(told(1), ["Nights of teak and pine"]);
  assert.equal(told(4), []);
});

test("reasons: of two words of this title both must tell something", () => {
  const told = (speakers: number): readonly unknown[] => {
    const one = { title: "Teak and pine", text: `${WOODS} ${"Pine. ".repeat(6)}` };
    const two = { title: "Roots", text: WOODS, headings: [OPENING, "Old teak and pine", LAST] };
    const others = OTHERS.map((other, at) => ({ ...other, text: at < speakers ? "Pine and pine." : "" }));
    return saidAmong(one, two, others);
  };
  assert.equal(told(0), ["Old teak and pine"]);
  assert.equal(told(3), []);
});

test("reasons: no heading of three words that says but what this article's title says", () => {
  const text = "Hops, balm and mint. Mint, balm and hops. Hops, mint and balm.";
  const told = (heading: string, title: string): readonly unknown[] =>
    reasons({ title, text }, { title: "Drops", text, headings: [OPENING, heading, LAST] });
  assert.equal(told("Mint, balm, hops", "Hops, balm and mint"), []);
  assert.equal(told("Mint, balm, hops", "Hops and balm"), [["section", "Mint, balm, hops"]]);
  assert.equal(told("Balm, hops", "Hops, balm and mint"), [["section", "Balm, hops"]]);
});

const UNDER = [2, 2, 3, 3, 2];
const BESIDE = [3, 3, 3, 3, 2];
for (const [name, title, levels, over, heading, expected] of [
  ["the one it stands under", "Roots", UNDER, "Three myths", "Old valerian", "Three myths: Old valerian"],
  ["none of its own level", "Roots", BESIDE, "Three myths", "Old valerian", "Old valerian"],
  ["none that the title says", "Three myths of roots", UNDER, "Three myths", "Old valerian", "Old valerian"],
  ["none before a question", "Roots", UNDER, "Myths", "Does valerian bite?", "Does valerian bite?"],
  [
    "a question before it",
    "Roots",
    UNDER,
    "4. Who drinks it?",
    "Old valerian",
    "Who drinks it? Old valerian",
  ],
  [
    "nothing where both are too long",
    "Roots",
    UNDER,
    `Myths ${"and so on ".repeat(7)}`,
    "Old valerian",
    null,
  ],
] as const) {
  test(`reasons: of headings over a part, ${name}`, () => {
    const headings = [OPENING, over, "Leaves", heading, LAST];
    assert.equal(
      reasons({ title: "Valerian", text: THRICE }, { title, text: THRICE, headings, levels }),
      expected === null ? [] : [["section", expected]],
    );
  });
}

test("reasons: a number in a title is no subject", () => {
  const years = "2025. In 2025. Of 2025. By 2025. 2026. In 2026. Of 2026. By 2026.";
  assert.is(
    said({ text: `${JAW} ${years}` }, { title: "The jaw in 2025 and 2026", text: `${JAW} ${years}` }),
    "The jaw at rest",
  );
});

test("reasons: none of a heading whose first clause closes article after article", () => {
  const form = (words: string): readonly string[] => ["One", "Two", "Three", `To end: ${words}`, "Sources"];
  assert.equal(saidOfForm(form("sleep on valerian"), [form("oaks"), form("elms")]), []);
  assert.equal(saidOfForm(form("sleep on valerian"), [form("oaks")]), ["To end: sleep on valerian"]);
});

test("reasons: signs of Hindi and Thai stand in words", () => {
  const [one, two] = [
    { title: "अदरक", text: "अदरक. अदरक. आसानी, आसानी, आसानी.", lang: "hi" },
    { title: "चाय", text: "आसानी से आसानी.", headings: ["एक", "आसानी से नींद", "दो"], lang: "hi" },
  ];
  const site = [one, two, ...OTHERS].map((given, at) => ({
    id: `${at}`,
    text: given.title,
    lang: "hi",
    ...given,
  }));
  assert.equal(
    rankRelated(site.with(0, { ...site[0]!, title: "आसानी" }))
      .get("0")!
      .find(({ id }) => id === "1")!.reasons,
    [{ kind: "section", shared: ["आसानी से नींद"] }],
  );
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
