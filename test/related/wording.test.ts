import { test } from "uvu";
import * as assert from "uvu/assert";
import type { Reason } from "../../plugins/corpus/types.ts";
import { linkGraph, wordReason, wordReasons } from "../../plugins/related/index.ts";

for (const [kind, shared, words] of [
  ["benefit", ["reduce:stress"], "both say it reduces stress"],
  [
    "benefit",
    ["improve:sleep-quality", "reduce:pain", "prevent:falls"],
    "both say it improves sleep quality and reduces pain",
  ],
  ["condition", ["back-pain"], "both on back pain"],
  ["therapy", ["foot-massage", "yoga"], "both about foot massage and yoga"],
  ["section", ["Jaw pain"], "its part “Jaw pain”"],
  ["series", ["next"], "the part after this one"],
  ["series", ["before"], "the part before this one"],
  ["pinned", [], "chosen by the author"],
  ["fill", [], ""],
] as const) {
  test(`wordReason: ${kind} ${shared.join(" ")}`, () => assert.is(wordReason([{ kind, shared }]), words));
}

test("wordReason: the first reason that can be told", () => {
  const reasons: Reason[] = [
    { kind: "fill", shared: [] },
    { kind: "condition", shared: ["gout"] },
    { kind: "section", shared: ["The toe"] },
  ];
  assert.is(wordReason(reasons, { condition: (id) => id.toUpperCase() }), "both on GOUT");
  assert.equal(wordReasons(reasons), ["both on gout", "its part “The toe”"]);
  assert.is(wordReason([]), "");
});

test("linkGraph: orphans, dead ends, hubs and coverage", () => {
  const lists = new Map([
    ["a", [{ id: "b" }]],
    ["b", [{ id: "c" }]],
    ["c", [{ id: "b" }]],
    ["d", []],
  ]);
  assert.equal(linkGraph(lists), {
    articleCount: 4,
    coverage: 0.5,
    orphans: ["a", "d"],
    deadEnds: ["d"],
    hubs: [
      { id: "b", inboundCount: 2 },
      { id: "c", inboundCount: 1 },
      { id: "a", inboundCount: 0 },
      { id: "d", inboundCount: 0 },
    ],
  });
  assert.is(linkGraph(new Map()).coverage, 1);
});

test.run();
