import { once } from "node:events";
import { test } from "uvu";
import * as assert from "uvu/assert";
import type { Analysis } from "../../plugins/related/analysis.ts";
import { BLOCKS_DONE, blockCountOf } from "../../plugins/related/blocks.ts";
import { resolveOptions } from "../../plugins/related/defaults.ts";
import { joinDesks, openDesk } from "../../plugins/related/desk.ts";
import { documentOf, type Nearest, neighbourKeys, scoreOf } from "../../plugins/related/nearest.ts";
import { DEPTH, findNearest } from "../../plugins/related/neighbours.ts";
import { invert, type PostingOptions } from "../../plugins/related/postings.ts";
import { readAndAnalyse } from "../../plugins/related/rank.ts";
import { shared } from "../../plugins/related/shared-array.ts";
import { passRows, scoreRow } from "../../plugins/related/similarity.ts";
import { groupByLanguage } from "../../plugins/related/site.ts";
import type { RelatedOptions } from "../../plugins/related/types.ts";
import { startWorker, threadsFor } from "../../plugins/related/workers.ts";
import { madeDocuments } from "./made-documents.ts";

function analysed(count: number, seed: number, given: RelatedOptions = {}): Analysis {
  const options = resolveOptions(given);
  const [group] = groupByLanguage(madeDocuments(count, seed), options);
  return readAndAnalyse(group!, options);
}

test("startWorker: two threads that do all the work between them find what one finds", async () => {
  const analysis = analysed(1500, 11);
  const { vectors, group } = analysis;
  const postings = invert(vectors, { isOffered: group.isOffered, depth: DEPTH, threads: 3 });
  const control = shared(Int32Array, 2);
  const workers = [1, 2].map((desk) => startWorker({ scorer: { vectors, postings }, control, desk }));
  for (const worker of workers) worker.ref();
  await Promise.all(workers.map((worker) => once(worker, "exit")));
  assert.is(control[BLOCKS_DONE], blockCountOf(1500));
  assert.equal(joinDesks(postings), findNearest(analysis, 1));
});

/** Scores of every pair, by the sum that the vectors say, term by term. */
function plainScores({ vectors }: Analysis): number[][] {
  const { documentCount, start, term, titleStart, titleTerm } = vectors;
  const body = (index: number, values: Uint16Array): Map<number, number> => {
    const found = new Map<number, number>();
    for (let at = start[index]!; at < start[index + 1]!; at++) found.set(term[at]!, values[at]!);
    return found;
  };
  const title = (index: number, values: Uint16Array): Map<number, number> => {
    const found = new Map<number, number>();
    for (let at = titleStart[index]!; at < titleStart[index + 1]!; at++)
      found.set(titleTerm[at]!, values[at]!);
    return found;
  };
  const product = (a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): number =>
    [...a].reduce((sum, [key, value]) => sum + value * (b.get(key) ?? 0), 0);
  const rows = Array.from({ length: documentCount }, (_, index) => ({
    weight: body(index, vectors.weight),
    presence: body(index, vectors.presence),
    mention: title(index, vectors.mention),
    title: title(index, vectors.title),
  }));
  return rows.map((a) =>
    rows.map(
      (b) =>
        product(a.weight, b.weight) +
        product(a.presence, b.mention) +
        product(a.mention, b.presence) +
        product(a.title, b.title),
    ),
  );
}

function scoresBy({ vectors, group }: Analysis, given: Partial<PostingOptions> = {}): number[][] {
  const postings = invert(vectors, { isOffered: group.isOffered, depth: DEPTH, ...given });
  const desk = openDesk(postings);
  passRows(vectors, desk, 0, vectors.documentCount);
  return Array.from({ length: vectors.documentCount }, (_, index) => {
    scoreRow({ vectors, postings }, desk, index, vectors.documentCount);
    return [...desk.sums];
  });
}

// Numbers of articles on both sides of what the loops take at a time.
for (const count of [1, 15, 16, 17, 33, 150]) {
  test(`scoreRow: ${count} articles, by lists, by columns and by both as by adding term by term`, () => {
    const analysis = analysed(count, 5);
    const plain = plainScores(analysis);
    assert.equal(scoresBy(analysis), plain);
    assert.equal(scoresBy(analysis, { columnShare: 2 }), plain);
    assert.equal(scoresBy(analysis, { columnShare: 0 }), plain);
    assert.is(
      plain.some((row, index) => row.some((sum, other) => other !== index && sum > 0)),
      count > 1,
    );
  });
}

test("scoreRow: an article of one word weighs as much as a number of 16 bits may, and more is listed", () => {
  const analysis = analysed(40, 5);
  for (const most of [0x7fff, 0xffff]) {
    const weight = analysis.vectors.weight.map((own) => (own > 0 ? most : 0));
    const vectors = { ...analysis.vectors, weight };
    assert.equal(
      scoresBy({ ...analysis, vectors }, { columnShare: 0 }),
      plainScores({ ...analysis, vectors }).map((row) => row.map((sum) => sum | 0)),
    );
  }
});

test("findNearest: the best of every article by score, then by number, whoever scored them", () => {
  const analysis = analysed(150, 7, { count: 3 });
  const isOffered = Uint8Array.from(analysis.group.isOffered, (_, index) => (index % 7 === 3 ? 0 : 1));
  const group = { ...analysis.group, isOffered };
  const found: Nearest = findNearest({ ...analysis, group }, 1);
  const expected = plainScores(analysis).map((row, index) =>
    row
      .map((score, other) => ({ score, other }))
      .filter(({ score, other }) => other !== index && score > 0 && isOffered[other] === 1)
      .sort((a, b) => b.score - a.score || a.other - b.other)
      .slice(0, DEPTH),
  );
  assert.equal(
    expected.map((_, owner) =>
      Array.from(neighbourKeys(found, owner), (key) => ({ score: scoreOf(key), other: documentOf(key) })),
    ),
    expected,
  );
});

for (const [count, threads] of [
  [0, 1],
  [15_999, 1],
] as const) {
  test(`threadsFor: ${count} articles`, () => assert.is(threadsFor(count), threads));
}

test.run();
