import { test } from "uvu";
import * as assert from "uvu/assert";
import {
  decodeMemory,
  encodeMemory,
  type RelatedDocument,
  type RelatedMemory,
  rankRelated,
  rankRemembering,
} from "../../plugins/related/index.ts";
import type { RankedLink } from "../../plugins/related/types.ts";
import { madeDocument, madeDocuments, seeded } from "./made-documents.ts";

/** One random edit of a site: of a text, a title, a date, a tag; a new article; one gone; the order turned. */
function edited(
  documents: readonly RelatedDocument[],
  random: () => number,
  step: number,
): RelatedDocument[] {
  const at = Math.floor(random() * documents.length);
  const copy = [...documents];
  const document = copy[at]!;
  const edits: readonly (() => void)[] = [
    () => copy.splice(at, 1, { ...document, text: `${document.text} word${Math.floor(random() * 300)}` }),
    () => copy.splice(at, 1, { ...document, title: "word1 quite new" }),
    () => copy.splice(at, 1, { ...document, date: "2020-06-01" }),
    () => copy.splice(at, 1, { ...document, hide: !document.hide }),
    () => copy.splice(at, 1, { ...document, tags: ["tag0"] }),
    () => copy.splice(at, 1),
    () => copy.push(madeDocument(`new-${step}`, random)),
    () => copy.push({ ...document, id: `twin-${step}` }),
    () => copy.reverse(),
  ];
  edits[Math.floor(random() * edits.length)]!();
  return copy;
}

for (const seed of [1, 2, 3]) {
  test(`rankRemembering: 25 edits in a row give what a cold ranking gives, seed ${seed}`, () => {
    const random = seeded(seed);
    let documents = madeDocuments(260, seed);
    let memory: RelatedMemory | null = null;
    let warmCount = 0;
    for (let step = 0; step < 25; step++) {
      const warm = rankRemembering(documents, { count: 6 }, memory);
      assert.equal([...warm.lists], [...rankRelated(documents, { count: 6 })], `step ${step}`);
      if (warm.scoredCount < documents.length) warmCount++;
      memory = decodeMemory(encodeMemory(warm.memory));
      documents = edited(documents, random, step);
    }
    assert.ok(warmCount > 15, `${warmCount} of 25 were warm`);
  });
}

test("rankRemembering: nothing changed, nothing is read or scored", () => {
  const documents = madeDocuments(100, 5);
  const { memory } = rankRemembering(documents);
  const again = rankRemembering(documents, {}, memory);
  assert.is(again.readCount, 0);
  assert.is(again.scoredCount, 0);
});

test("rankRemembering: one edit is read once", () => {
  const documents = madeDocuments(300, 6);
  const { memory } = rankRemembering(documents);
  const [first, ...rest] = documents;
  const again = rankRemembering([{ ...first!, text: "word1 word2" }, ...rest], {}, memory);
  assert.is(again.readCount, 1);
  assert.ok(again.scoredCount < 150, `${again.scoredCount} scored`);
});

test("rankRemembering: reasons that are found later are those that are found now", () => {
  const documents = madeDocuments(40, 11);
  const options = {
    boxes: {
      most: 1,
      choose: (_id: string, first: readonly RankedLink[]) => first.slice(0, 1).map(({ id }) => id),
    },
  };
  const now = rankRemembering(documents, options).lists;
  const later = rankRemembering(documents, options, null, new Set(), "later").lists;
  const isLater = (link: RankedLink): boolean =>
    Object.getOwnPropertyDescriptor(link, "reasons")?.get !== undefined;
  assert.ok([...later.values()].flat().every(isLater));
  assert.not([...now.values()].flat().some(isLater));
  assert.ok([...now.values()].flat().some(({ reasons }) => reasons.length > 0));
  // Backwards, so that none leans on the one before.
  const asked = [...later].reverse().map(([id, list]) => [id, JSON.stringify(list)]);
  assert.equal(
    asked.reverse(),
    [...now].map(([id, list]) => [id, JSON.stringify(list)]),
  );
});

test("rankRemembering: other weights do not use the memory", () => {
  const documents = madeDocuments(50, 7);
  const { memory } = rankRemembering(documents);
  const options = { weights: { title: 0.5 } };
  const other = rankRemembering(documents, options, memory);
  assert.is(other.readCount, 50);
  assert.equal([...other.lists], [...rankRelated(documents, options)]);
});

test("encodeMemory: equal memories give equal bytes", () => {
  const bytes = (): Uint8Array => encodeMemory(rankRemembering(madeDocuments(30, 8)).memory);
  assert.equal(bytes(), bytes());
});

test("decodeMemory: every single damaged byte is noticed", () => {
  const bytes = encodeMemory(rankRemembering(madeDocuments(4, 9, 6)).memory);
  assert.ok(decodeMemory(bytes));
  for (let at = 0; at < bytes.length; at++) {
    const damaged = bytes.slice();
    damaged[at]! ^= 0x20;
    assert.is(decodeMemory(damaged), null, `byte ${at}`);
  }
});

for (const [name, bytes] of [
  ["nothing", new Uint8Array(0)],
  ["a few bytes", new Uint8Array(9)],
  ["zeros", new Uint8Array(64)],
  ["text", new TextEncoder().encode('{"version":1}'.padEnd(64))],
] as const) {
  test(`decodeMemory: ${name} is no memory`, () => assert.is(decodeMemory(bytes), null));
}

test("decodeMemory: a memory cut short is no memory", () => {
  const bytes = encodeMemory(rankRemembering(madeDocuments(20, 10)).memory);
  assert.is(decodeMemory(bytes.slice(0, bytes.length - 8)), null);
});

test.run();
