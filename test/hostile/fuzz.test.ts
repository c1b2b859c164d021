import { test } from "uvu";
import * as assert from "uvu/assert";
import { fuzzHeaders } from "./fuzz.ts";

/** `npm run hostile` makes 1,000; the tests a part that is quick. */
const COUNT = 200;

test(`hostile: of ${COUNT} made-up headers none runs, writes outside, throws or takes two seconds`, async () => {
  const { builtCount, ranCount, outside, thrown, longestMs } = await fuzzHeaders(COUNT);
  assert.is(ranCount, 0);
  assert.equal(outside, []);
  assert.equal(thrown, []);
  assert.ok(longestMs < 2000, `${longestMs} ms`);
  assert.ok(builtCount > COUNT / 10, `${builtCount} were built: the headers are too wild to try anything`);
});

test.run();
