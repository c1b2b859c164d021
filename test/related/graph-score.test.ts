import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { SCORE_PARTS, scoreGraph } from "../../plugins/related/linking/graph-score.ts";
import { addScore, readScores } from "../../plugins/related/linking/score-log.ts";
import type { TextGraph } from "../../plugins/related/linking/text-graph.ts";
import { ROOT } from "../project.ts";

type Links = Readonly<Record<string, readonly string[]>>;

function graph(written: Links, shown: Links = written, first: readonly string[] = ["a"]): TextGraph {
  const sets = (links: Links) => new Map(Object.entries(links).map(([id, ids]) => [id, new Set(ids)]));
  const led = new Set(Object.values(written).flat());
  return {
    written: sets(written),
    shown: sets(shown),
    first,
    orphans: Object.keys(written).filter((id) => !led.has(id)),
    deadEnds: Object.keys(written).filter((id) => written[id]!.length === 0),
  };
}

for (const [name, written, shown, first, score] of [
  ["a ring, all near the first page", { a: ["b"], b: ["c"], c: ["a"] }, undefined, ["a"], 100],
  ["no links, one of four on the first page", { a: [], b: [], c: [], d: [] }, undefined, ["a"], 9],
  [
    "no links in words, lists at the end lead everywhere",
    { a: [], b: [], c: [], d: [] },
    { a: ["b", "c", "d"], b: [], c: [], d: [] },
    ["a"],
    35,
  ],
  // linked: b, c, d of 4; leading: a, b, c; spread: c..: one of 3 links on one of 4 = (1 - 1/3) / (3/4); reached 4, near 3.
  ["a chain of four", { a: ["b"], b: ["c"], c: ["d"], d: [] }, undefined, ["a"], 81],
  ["one article", { a: [] }, undefined, ["a"], 100],
  ["none", {}, undefined, [], 100],
] as const)
  test(`scoreGraph: ${name}`, () =>
    assert.is(scoreGraph(graph(written as Links, shown as Links | undefined, first)).score, score));

/** Of a chain of four articles. */
const FACTS = {
  score: 81,
  articleCount: 4,
  linkCount: 3,
  orphanCount: 1,
  deadEndCount: 1,
  reachedCount: 4,
  nearCount: 3,
  spread: 0.889,
};

test("scoreGraph: says what it is made of", () => {
  assert.equal(scoreGraph(graph({ a: ["b"], b: ["c"], c: ["d"], d: [] })), FACTS);
});

test("docs/links.md: the parts of the score are those it is made of, 100 in all", () => {
  const { linked, leading, spread, reached, near } = SCORE_PARTS;
  const rows = readFileSync(join(ROOT, "docs/links.md"), "utf8").matchAll(/^\| (\d+) \|/gm);
  const parts = [linked, leading, spread, reached, near].map((part) => Math.round(100 * part));
  assert.equal(
    [...rows].map(([, part]) => Number(part)),
    parts,
  );
  assert.is(
    parts.reduce((sum, part) => sum + part),
    100,
  );
});

test("scoreGraph: links that all lead to one article are spread worst", () => {
  const links = Object.fromEntries("abcdefghij".split("").map((id) => [id, id === "a" ? [] : ["a"]]));
  assert.is(scoreGraph(graph(links)).spread, 0);
});

const HEAD = "day,score,articles,links,orphans,dead ends,reached,near,spread\n";

test("addScore: one line a day, oldest first; a day's second takes the place of its first", () => {
  const first = addScore("", [], { day: "2026-03-02", ...FACTS });
  assert.is(first, `${HEAD}2026-03-02,81,4,3,1,1,4,3,0.889\n`);
  const scores = readScores(first, "f");
  assert.ok(!("problem" in scores));
  const second = addScore(first, scores, { day: "2026-03-02", ...FACTS, score: 85, linkCount: 4 });
  assert.is(second, `${HEAD}2026-03-02,85,4,4,1,1,4,3,0.889\n`);
  const third = addScore(first, scores, { day: "2026-03-09", ...FACTS, score: 85 });
  assert.is(third, `${first}2026-03-09,85,4,3,1,1,4,3,0.889\n`);
});

test("addScore: a day on which nothing changed leaves the file as it is", () => {
  const text = `${HEAD}2026-03-02,81,4,3,1,1,4,3,0.889\r\n`;
  const scores = readScores(text, "f");
  assert.ok(!("problem" in scores));
  assert.is(addScore(text, scores, { day: "2026-03-05", ...FACTS }), text);
});

for (const [text, message] of [
  ["", 'f:1: expected day,score,articles,links,orphans,dead ends,reached,near,spread, received "".'],
  [`${HEAD}2026-03-02,81,4,3\n`, 'f:2: expected a day and eight numbers, received "2026-03-02,81,4,3".'],
  [`${HEAD}<<<<<<< HEAD\n`, 'f:2: expected a day and eight numbers, received "<<<<<<< HEAD".'],
  [
    `${HEAD}2026-03-02,81,4,3,1,1,4,3,-1\n`,
    'f:2: expected a day and eight numbers, received "2026-03-02,81,4,3,1,1,4,3,-1".',
  ],
] as const)
  test(`readScores: ${JSON.stringify(text.slice(HEAD.length))} is refused with its line`, () => {
    const read = readScores(text, "f");
    assert.ok("problem" in read);
    const { file, line, message: said } = read.problem;
    assert.ok(`${file}:${line}: ${said}`.startsWith(message), said);
  });

test.run();
