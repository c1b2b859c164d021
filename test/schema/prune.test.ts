import { test } from "uvu";
import * as assert from "uvu/assert";
import { prune } from "../../plugins/schema/prune.ts";
import type { GraphNode } from "../../plugins/schema/types.ts";

const ORIGIN = "https://example.org";
const PAGE = `${ORIGIN}/p/`;
const page = (more: object = {}): GraphNode => ({ "@type": "WebPage", "@id": PAGE, name: "P", ...more });
const pruned = (...nodes: GraphNode[]) => prune(nodes, ORIGIN);

test("prune: a whole graph comes back as the same objects", () => {
  const nodes = [
    page({ author: { "@id": `${PAGE}#a` } }),
    { "@type": "Person", "@id": `${PAGE}#a`, name: "A" },
  ];
  const result = prune(nodes, ORIGIN);
  assert.ok(result.every((node, index) => node === nodes[index]));
});

for (const [name, value] of [
  ["undefined", undefined],
  ["null", null],
  ["an empty text", ""],
  ["an empty list", []],
  ["a list of nothing", [undefined, "", []]],
  ["an empty object", {}],
  ["not a number", Number.NaN],
  ["infinity", Number.POSITIVE_INFINITY],
] as const) {
  test(`prune: ${name} is taken out`, () => assert.equal(pruned(page({ about: value })), [page()]));
}

for (const value of [0, false, "0"] as const) {
  test(`prune: ${JSON.stringify(value)} stays`, () =>
    assert.equal(pruned(page({ position: value })), [page({ position: value })]));
}

test("prune: a node without its required part goes, with every reference to it", () => {
  const nameless = { "@type": "Person", "@id": `${PAGE}#a`, jobTitle: "Writer" };
  const result = pruned(
    page({ author: { "@id": `${PAGE}#a` }, about: [{ "@id": `${PAGE}#a` }, "x"] }),
    nameless,
  );
  assert.equal(result, [page({ about: ["x"] })]);
});

test("prune: what only a node now gone led to goes too", () => {
  const result = pruned(
    page({ mainEntity: { "@id": `${PAGE}#article` } }),
    { "@type": "BlogPosting", "@id": `${PAGE}#article`, author: { "@id": `${PAGE}#a` } },
    { "@type": "Person", "@id": `${PAGE}#a`, name: "A" },
  );
  assert.equal(result, [page()]);
});

test("prune: what only a nested node now gone led to goes too", () => {
  const question = { "@type": "Question", name: "", author: { "@id": `${PAGE}#a` } };
  const result = pruned(page({ hasPart: [question] }), { "@type": "Person", "@id": `${PAGE}#a`, name: "A" });
  assert.equal(result, [page()]);
});

test("prune: a node that nothing leads to from the start stays, for the check to name", () => {
  const adrift = { "@type": "Person", "@id": `${PAGE}#b`, name: "B" };
  assert.equal(pruned(page({ about: "" }), adrift), [page(), adrift]);
});

test("prune: dropping a reference that a node requires drops the node", () => {
  const result = pruned(page({ mainEntity: { "@id": `${PAGE}#q` } }), {
    "@type": "Question",
    "@id": `${PAGE}#q`,
    name: "Q?",
    acceptedAnswer: { "@id": `${PAGE}#gone` },
  });
  assert.equal(result, [page()]);
});

test("prune: references to other sites and to schema.org stay", () => {
  const node = page({
    about: { "@id": "https://schema.org/BenefitsHealthAspect" },
    sameAs: { "@id": "https://example.com/#x" },
  });
  assert.equal(pruned(node), [node]);
});

test("prune: a site whose name begins like ours is another site", () => {
  const node = page({ about: { "@id": "https://example.organic/#x" } });
  assert.equal(pruned(node), [node]);
});

test("prune: a reference to a node nested in another stays", () => {
  const node = page({
    about: { "@id": `${PAGE}#t` },
    mentions: { "@type": "MedicalTherapy", "@id": `${PAGE}#t`, name: "T" },
  });
  assert.equal(pruned(node), [node]);
});

for (const half of [
  { reviewedBy: { "@id": `${PAGE}#gone` }, lastReviewed: "2026-01-01" },
  { lastReviewed: "2026-01-01" },
  { reviewedBy: "R" },
]) {
  test(`prune: half a review is none: ${Object.keys(half).join(" and ")}`, () =>
    assert.equal(pruned(page(half)), [page()]));
}

test("prune: a list that loses an item is numbered and counted anew", () => {
  const item = (position: number, name: string) => ({ "@type": "ListItem", position, name });
  const list = (...items: object[]) => ({
    "@type": "ItemList",
    numberOfItems: items.length,
    itemListElement: items,
  });
  const [result] = pruned(page({ mainEntity: list(item(1, "a"), item(2, ""), item(3, "c")) }));
  assert.equal(result?.mainEntity, list(item(1, "a"), item(2, "c")));
});

test("prune: circles of references end", () => {
  const a = { "@type": "Thing", "@id": `${PAGE}#a`, about: { "@id": `${PAGE}#b` } };
  const b = { "@type": "Thing", "@id": `${PAGE}#b`, about: { "@id": `${PAGE}#a` } };
  assert.equal(pruned(page({ about: { "@id": `${PAGE}#a` }, name: "" }), a, b).length, 3);
});

test.run();
