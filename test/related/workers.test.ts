import { once } from "node:events";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { BLOCKS_DONE, blockCountOf } from "../../plugins/related/blocks.ts";
import { resolveOptions } from "../../plugins/related/defaults.ts";
import { emptyNearest, nearestBuffers, settle } from "../../plugins/related/nearest.ts";
import { DEPTH, findNearest } from "../../plugins/related/neighbours.ts";
import { invert } from "../../plugins/related/postings.ts";
import { readAndAnalyse } from "../../plugins/related/rank.ts";
import { shared } from "../../plugins/related/shared-array.ts";
import { addRow, passRows, rowScratch } from "../../plugins/related/similarity.ts";
import { groupByLanguage } from "../../plugins/related/site.ts";
import { joinNearest, startWorker, threadsFor } from "../../plugins/related/workers.ts";
import { madeDocuments } from "./made-documents.ts";

test("startWorker: two threads that do all the work between them find what one finds", async () => {
  const options = resolveOptions({});
  const [group] = groupByLanguage(madeDocuments(1500, 11), options);
  const analysis = readAndAnalyse(group!, options);
  const count = group!.documents.length;
  const isOffered = shared(Uint8Array, count);
  isOffered.set(group!.isOffered);
  const scorer = { vectors: analysis.vectors, postings: invert(analysis.vectors), isOffered };
  const control = shared(Int32Array, 2);
  const tasks = [1, 2].map(() => ({
    scorer,
    control,
    depth: DEPTH,
    buffers: nearestBuffers(count, DEPTH, SharedArrayBuffer),
  }));
  const workers = tasks.map(startWorker);
  for (const worker of workers) worker.ref();
  await Promise.all(workers.map((worker) => once(worker, "exit")));
  assert.is(control[BLOCKS_DONE], blockCountOf(count));
  const joined = emptyNearest(count, DEPTH);
  for (const { buffers } of tasks) joinNearest(joined, buffers, count);
  settle(joined);
  assert.equal(joined.keys, findNearest(analysis, 1).keys);
});

test("invert: an article and its weight in one number score as they do in two", () => {
  const [group] = groupByLanguage(madeDocuments(300, 5), resolveOptions({}));
  const { vectors } = readAndAnalyse(group!, resolveOptions({}));
  const [packed, apart] = [true, false].map((isPacked) => {
    const postings = invert(vectors, isPacked);
    const scratch = rowScratch(postings);
    passRows(vectors, scratch, 0, vectors.documentCount);
    return Array.from({ length: vectors.documentCount }, (_, index) => {
      scratch.sums.fill(0);
      addRow(vectors, postings, scratch, index);
      return [...scratch.sums];
    });
  });
  assert.ok(packed!.some((row, index) => row.some((sum, other) => other !== index && sum > 0)));
  assert.equal(packed, apart);
});

for (const [count, threads] of [
  [0, 1],
  [15_999, 1],
] as const) {
  test(`threadsFor: ${count} articles`, () => assert.is(threadsFor(count), threads));
}

test.run();
