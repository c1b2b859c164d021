import { test } from "uvu";
import * as assert from "uvu/assert";
import {
  type BoxChooser,
  type RelatedDocument,
  type RelatedOptions,
  rankRelated,
} from "../../plugins/related/index.ts";
import { effortMs } from "../effort.ts";
import { madeDocuments } from "./made-documents.ts";

/** A small site: two articles on sleep, two on backs, one on the stomach, one on nothing else. */
const SITE: readonly RelatedDocument[] = [
  doc(
    "massage-sleep",
    "Massage for insomnia",
    "Massage before bed eases insomnia and deepens sleep.",
    "2024-01-01",
  ),
  doc(
    "tea-sleep",
    "Chamomile tea for insomnia",
    "Chamomile tea at night helps sleep when insomnia keeps you up.",
    "2024-02-01",
  ),
  doc(
    "massage-back",
    "Massage for back pain",
    "A massage loosens the lumbar muscles and eases back pain.",
    "2024-03-01",
  ),
  doc("yoga-back", "Yoga for back pain", "Yoga stretches lumbar muscles; back pain fades.", "2024-04-01"),
  doc("ginger", "Ginger for the stomach", "Ginger settles the stomach and nausea.", "2024-05-01"),
  doc("garden", "A garden in winter", "Frost covers the soil; the spade rests.", "2024-06-01"),
];

function doc(
  id: string,
  title: string,
  text: string,
  date: string,
  more: Partial<RelatedDocument> = {},
): RelatedDocument {
  return { id, title, text, date, ...more };
}

function ids(documents: readonly RelatedDocument[], id: string, options: RelatedOptions = {}): string[] {
  return rankRelated(documents, options)
    .get(id)!
    .map((link) => link.id);
}

function edit(id: string, change: Partial<RelatedDocument>): RelatedDocument[] {
  return SITE.map((document) => (document.id === id ? { ...document, ...change } : document));
}

for (const [id, first] of [
  ["massage-sleep", "tea-sleep"],
  ["tea-sleep", "massage-sleep"],
  ["massage-back", "yoga-back"],
  ["yoga-back", "massage-back"],
] as const) {
  test(`rankRelated: ${id} is closest to ${first}`, () => assert.is(ids(SITE, id)[0], first));
}

test("rankRelated: an article with nothing in common gets and gives no link", () => {
  const lists = rankRelated(SITE);
  assert.equal(lists.get("garden"), []);
  for (const list of lists.values()) assert.not.ok(list.some(({ id }) => id === "garden"));
});

test("rankRelated: scores are 0..1 and fall, no article lists itself or one twice", () => {
  for (const [id, list] of rankRelated(madeDocuments(200, 1), { count: 10 })) {
    const listed = list.map((link) => link.id);
    assert.is(new Set([id, ...listed]).size, listed.length + 1);
    list.forEach(({ score }, at) => {
      assert.ok(score > 0 && score <= 1 && score <= (list[at - 1]?.score ?? 1), `${id}: ${score}`);
    });
  }
});

test("rankRelated: the order of the documents does not matter", () => {
  const documents = madeDocuments(150, 2);
  const sorted = (lists: ReturnType<typeof rankRelated>): unknown[] =>
    [...lists].sort(([a], [b]) => (a < b ? -1 : 1));
  assert.equal(sorted(rankRelated(documents)), sorted(rankRelated([...documents].reverse())));
});

test("rankRelated: any number of threads gives the same lists", () => {
  const documents = madeDocuments(900, 3);
  assert.equal([...rankRelated(documents, { threads: 3 })], [...rankRelated(documents, { threads: 1 })]);
});

test("rankRelated: ties go to the newer article, then to the lower id", () => {
  const text = "Reiki calms the mind.";
  const twins = [
    doc("ask", "Reiki", text, "2024-01-01"),
    doc("c", "Reiki", text, "2020-01-01"),
    doc("b", "Reiki", text, "2020-01-01"),
    doc("a", "Reiki", text, "2019-01-01"),
  ].map((document, at) => ({ ...document, date: at === 0 ? null : document.date }));
  assert.equal(ids(twins, "ask"), ["b", "c", "a"]);
});

test("rankRelated: repeating a text ten times does not lift an article", () => {
  const filler = madeDocuments(60, 4);
  const short = doc("short", "Cupping", "Cupping warms sore shoulders and necks.", "2024-01-01");
  const ask = doc("ask", "Cupping for shoulders", "Cupping for sore shoulders.", "2024-01-01");
  const long = { ...short, id: "long", text: `${short.text} `.repeat(10) };
  const [first, second] = rankRelated([...filler, short, ask, long]).get("ask")!;
  assert.equal([first!.id, second!.id].sort(), ["long", "short"]);
  assert.ok(Math.abs(first!.score - second!.score) < 0.08, `${first!.score} ${second!.score}`);
});

/** A box for every other article: the last of the three best links. */
const BOXES: BoxChooser = { most: 1, choose: (id, first) => (id.endsWith("0") ? [] : [first.at(-1)!.id]) };

function inboundOf(lists: ReturnType<typeof rankRelated>): Map<string, number> {
  const inbound = new Map<string, number>();
  for (const list of lists.values()) for (const { id } of list) inbound.set(id, (inbound.get(id) ?? 0) + 1);
  return inbound;
}

for (const count of [1, 2, 3, 4, 5, 6, 8, 10]) {
  test(`rankRelated: every article that shares a word is linked from some page, count ${count}`, () => {
    const documents = madeDocuments(300, 5).map((document) => ({ ...document, hide: false }));
    for (const boxes of [null, BOXES]) {
      const lists = rankRelated(documents, { count, boxes });
      assert.is(inboundOf(lists).size, documents.length);
      for (const list of lists.values()) {
        assert.ok(list.filter(({ place }) => place === "list").length <= count);
        assert.ok(list.findIndex(({ place }) => place === "box") < 3);
      }
    }
  });
  test(`rankRelated: no article is linked from more pages than the cap, count ${count}`, () => {
    const cap = count + 3;
    const lists = rankRelated(madeDocuments(300, 6), { maxInbound: cap, count, boxes: BOXES });
    assert.ok(Math.max(...inboundOf(lists).values()) <= cap);
  });
}

test("rankRelated: places move up a chain until the last article has one", () => {
  // A row of neighbours with one place each: c-b-a-d-e-f. "c" can stand beside "b" alone, which lists "a".
  const row = { c: "cat", b: "cat ant ant", a: "ant ant dog", d: "dog elk", e: "elk fox", f: "fox" };
  const site = Object.entries(row).map(([id, text]) => doc(id, "", text, ""));
  const lists = rankRelated(site, { count: 1 });
  assert.equal(
    ["b", "a", "e"].map((id) => lists.get(id)![0]!.id),
    ["c", "d", "f"],
  );
});

test("rankRelated: what an article's own lines offer comes first, is not listed, and counts as linked", () => {
  const lists = rankRelated(edit("massage-sleep", { offered: ["tea-sleep", "garden"] }), { count: 1 });
  assert.equal(
    lists.get("massage-sleep")!.map(({ id, place }) => [id, place]),
    [
      ["tea-sleep", "offered"],
      ["garden", "offered"],
      ["massage-back", "list"],
    ],
  );
  assert.ok(lists.get("massage-sleep")![0]!.score > 0);
});

test("rankRelated: minimum leaves weak links out", () => {
  const links = [...rankRelated(madeDocuments(100, 7), { minimum: 0.3 }).values()].flat();
  assert.ok(links.length > 0 && links.every(({ score }) => score >= 0.3));
});

test("rankRelated: pins come first, in the writer's order, and need no words in common", () => {
  const site = edit("tea-sleep", { pin: ["garden", "yoga-back"] });
  assert.equal(ids(site, "tea-sleep").slice(0, 3), ["garden", "yoga-back", "massage-sleep"]);
  const [pinned] = rankRelated(site).get("tea-sleep")!;
  assert.equal(pinned!.reasons[0], { kind: "pinned", shared: [] });
});

for (const [name, change] of [
  ["that nobody has", { pin: ["no-such-article"] }],
  ["of the article itself", { pin: ["tea-sleep"] }],
] as const) {
  test(`rankRelated: a pin ${name} changes nothing`, () => {
    assert.equal(ids(edit("tea-sleep", change), "tea-sleep"), ids(SITE, "tea-sleep"));
  });
}

test("rankRelated: excluded articles are not listed here, elsewhere they are", () => {
  const site = edit("tea-sleep", { exclude: ["massage-sleep"] });
  assert.not.ok(ids(site, "tea-sleep").includes("massage-sleep"));
  assert.ok(ids(site, "massage-back").includes("massage-sleep"));
});

test("rankRelated: a hidden article is listed nowhere and keeps its own list", () => {
  const lists = rankRelated(edit("massage-sleep", { hide: true }));
  for (const list of lists.values()) assert.not.ok(list.some(({ id }) => id === "massage-sleep"));
  assert.ok(lists.get("massage-sleep")!.length > 0);
});

test("rankRelated: an article excluded by all others stays without inbound links", () => {
  const site = SITE.map((document) => ({ ...document, exclude: ["massage-sleep"] }));
  for (const list of rankRelated(site).values()) assert.not.ok(list.some(({ id }) => id === "massage-sleep"));
});

test("rankRelated: none gives an empty list", () =>
  assert.equal(ids(edit("tea-sleep", { none: true }), "tea-sleep"), []));

test("rankRelated: an article's own count wins", () => {
  assert.is(ids(edit("massage-sleep", { count: 1 }), "massage-sleep").length, 1);
});

test("rankRelated: sameTherapy lists only what shares a therapy", () => {
  const site = SITE.map((document) => ({
    ...document,
    therapies: document.id.startsWith("massage") ? ["massage"] : ["other"],
    sameTherapy: document.id === "massage-sleep",
  }));
  assert.equal(ids(site, "massage-sleep"), ["massage-back"]);
});

test("rankRelated: sameTherapy looks beyond the nearest neighbours", () => {
  const near = Array.from({ length: 90 }, (_, at) =>
    doc(`near-${at}`, "Reiki for calm", "Reiki brings calm.", "2024-01-01"),
  );
  const ask = doc("ask", "Reiki for calm", "Reiki brings calm.", "2024-01-01", {
    sameTherapy: true,
    therapies: ["x"],
  });
  const far = doc("far", "Calm", "Something else, and calm.", "2024-01-01", { therapies: ["x"] });
  assert.equal(ids([...near, ask, far], "ask"), ["far"]);
});

test("rankRelated: maxAgeDays recommends nothing older, counted from now", () => {
  const options = { maxAgeDays: 100, now: "2024-06-01" };
  assert.not.ok(ids(SITE, "tea-sleep", options).includes("massage-sleep"));
  assert.ok(ids(SITE, "massage-back", options).includes("yoga-back"));
});

test("rankRelated: fill adds articles of the same condition, newest first", () => {
  const site = SITE.map((document) => ({
    ...document,
    conditions: ["garden", "ginger", "tea-sleep"].includes(document.id) ? ["winter"] : [],
  }));
  const list = rankRelated(site, { fill: true, minimum: 0.99 }).get("garden")!;
  assert.equal(
    list.map(({ id }) => id),
    ["ginger", "tea-sleep"],
  );
  assert.equal(
    list[0]!.reasons.map(({ kind }) => kind),
    ["fill"],
  );
});

for (const [name, documents, expected] of [
  ["no articles", [], {}],
  ["one article", [doc("a", "Alone", "Alone here.", "2024-01-01")], { a: [] }],
  [
    "empty texts",
    [doc("a", "", "", ""), doc("b", "", "", ""), doc("c", "!!!", "— … 🙂", "")],
    { a: [], b: [], c: [] },
  ],
  [
    "twins",
    [doc("a", "Same", "The same text.", "2024-01-01"), doc("b", "Same", "The same text.", "2024-01-01")],
    { a: ["b"], b: ["a"] },
  ],
  [
    "titles that differ in case and punctuation alone",
    [doc("a", "What's Reiki?", "", "2024-01-01"), doc("b", "WHAT'S REIKI", "", "2024-01-01")],
    { a: ["b"], b: ["a"] },
  ],
  [
    "no dates, null labels",
    [
      { id: "a", title: "Yoga", text: "", date: null, tags: null, lang: null },
      { id: "b", title: "Yoga", text: "", date: "not a date" },
    ],
    { a: ["b"], b: ["a"] },
  ],
] as const) {
  test(`rankRelated: ${name}`, () => {
    const lists = rankRelated(documents as readonly RelatedDocument[]);
    assert.equal(
      Object.fromEntries([...lists].map(([id, list]) => [id, list.map((link) => link.id)])),
      expected,
    );
  });
}

test("rankRelated: five languages in one site each keep to themselves, also those without spaces", () => {
  const pairs = [
    ["en", "Massage eases insomnia", "Massages ease insomnia at night"],
    ["nl", "Massage helpt bij slapeloosheid", "Slapeloosheid en massage in de avond"],
    ["de", "Massage hilft bei Schlaflosigkeit", "Schlaflosigkeit und Massage am Abend"],
    ["ja", "睡眠とマッサージについて", "夜のマッサージで睡眠が深くなる"],
    ["th", "การนวดช่วยการนอนหลับ", "การนอนหลับกับการนวดตอนกลางคืน"],
  ] as const;
  const site = pairs.flatMap(([lang, one, two]) => [
    { id: `${lang}-1`, title: one, text: one, lang },
    { id: `${lang}-2`, title: two, text: two, lang: lang === "en" ? "en-GB" : lang },
  ]);
  for (const [id, list] of rankRelated(site)) {
    assert.equal(
      list.map((link) => link.id),
      [id.endsWith("1") ? id.replace("1", "2") : id.replace("2", "1")],
      id,
    );
  }
});

for (const [name, options, message] of [
  ["count", { count: -1 }, "related: count: expected a number of at least 0, received -1."],
  ["minimum", { minimum: 12 }, "related: minimum: expected a number of at most 1, received 12."],
  ["weights", { weights: { tags: 3 } }, "related: weights.tags: expected a number of at most 1, received 3."],
  [
    "maxAgeDays without now",
    { maxAgeDays: 3 },
    "related: now: expected an ISO date, because maxAgeDays is set, received undefined.",
  ],
] as const) {
  test(`rankRelated: ${name} out of range is said`, () => {
    assert.throws(
      () => rankRelated([], options),
      (error: unknown) => error instanceof RangeError && error.message === message,
    );
  });
}

for (const [name, options, message] of [
  [
    "an unknown option",
    { limit: 3 },
    'related: limit: expected an option that exists, received "limit". Known: count, minimum, fill, rescue, maxInbound, lang, maxAgeDays, now, weights, threads, boxes, isName.',
  ],
  [
    "an unknown weight",
    { weights: { titel: 0.1 } },
    'related: weights.titel: expected an option that exists, received "titel". Did you mean "title"?',
  ],
  ["a flag that is none", { fill: "yes" }, 'related: fill: expected true or false, received "yes".'],
] as const) {
  test(`rankRelated: ${name} is said`, () => {
    assert.throws(
      () => rankRelated([], options as unknown as RelatedOptions),
      (error: unknown) => error instanceof RangeError && error.message === message,
    );
  });
}

for (const [document, message] of [
  [{ id: "a", title: "A" }, "related: a: text: expected a text, received nothing."],
  [{ id: "a", title: null, text: "" }, "related: a: title: expected a text, received null."],
  [
    { id: "a", title: "A", text: "", tags: "sleep" },
    'related: a: tags: expected a list such as ["sleep"], received "sleep".',
  ],
  [
    { id: "a", title: "A", text: "", count: 1.5 },
    "related: a: count: expected a whole number, 0 or more, received 1.5.",
  ],
  [
    { id: "a", title: "A", text: "", headings: ["B", "C"], levels: [2] },
    "related: a: levels: expected a number for each heading, received [2].",
  ],
  [
    { id: "a", title: "A", text: "", headings: ["B"], levels: ["2"] },
    'related: a: levels: expected a number for each heading, received ["2"].',
  ],
  [
    { id: "a", title: "A", text: "", headings: ["B"], levels: "2" },
    'related: a: levels: expected a number for each heading, received "2".',
  ],
  [{ id: "a", title: "A", text: "", hide: "no" }, 'related: a: hide: expected true or false, received "no".'],
  [{ title: "A", text: "" }, "related: documents[0].id: expected a text, received nothing."],
] as const) {
  test(`rankRelated: ${message}`, () => {
    assert.throws(
      () => rankRelated([document as unknown as RelatedDocument]),
      (error: unknown) => error instanceof TypeError && error.message === message,
    );
  });
}

test("rankRelated: an id that stands twice is said", () => {
  const one = doc("a", "", "", "");
  assert.throws(() => rankRelated([one, one]), /related: id: expected unique ids, received "a" twice\./);
});

test("rankRelated: hostile words neither break nor slow it", () => {
  const text = [
    "__proto__ constructor toString hasOwnProperty",
    "a".repeat(200_000),
    "\u0000\ud800 ".repeat(2000),
    "é".repeat(50_000),
  ];
  const site = text.flatMap((body, at) => [
    doc(`a${at}`, body.slice(0, 80), body, ""),
    doc(`b${at}`, "", body, ""),
  ]);
  const started = effortMs();
  assert.equal(
    rankRelated(site)
      .get("a0")!
      .map(({ id }) => id),
    ["b0"],
  );
  assert.ok(effortMs() - started < 2000);
});

test.run();
