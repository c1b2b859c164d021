import { createRequire } from "node:module";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { forgetTagger, tagPieces } from "../plugins/tagger.ts";

const { cache } = createRequire(import.meta.url);
const loaded = (): readonly string[] => Object.keys(cache).filter((file) => /[\\/]wink-/.test(file));

test("tagPieces: pieces with their parts of speech", () => {
  const { pieces, tags } = tagPieces("Tea can't calm a cat.");
  assert.equal(pieces, ["Tea", "ca", "n't", "calm", "a", "cat", "."]);
  assert.is(tags.length, pieces.length);
  assert.is(tags[5], "NOUN");
});

test("forgetTagger: what lies in a folder of that name is not the tagger's", () => {
  const owner = "/home/wink-house/blog/data.cjs";
  cache[owner] = Object.values(cache)[0];
  forgetTagger();
  assert.ok(cache[owner]);
  delete cache[owner];
});

test("forgetTagger: nothing of the model stays loaded, and a text is tagged as before", () => {
  const before = tagPieces("Massage eases a tense neck.");
  assert.ok(loaded().length > 0);
  forgetTagger();
  assert.equal(loaded(), []);
  assert.equal(tagPieces("Massage eases a tense neck."), before);
});

test.run();
