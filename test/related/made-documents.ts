import type { RelatedDocument } from "../../plugins/related/types.ts";

/** Numbers 0..1 that come out the same for a seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Articles of made-up words, common ones more often: enough ties and overlaps to tell exact from nearly. */
export function madeDocuments(count: number, seed: number, wordCount = 40): RelatedDocument[] {
  const random = seeded(seed);
  return Array.from({ length: count }, (_, index) => madeDocument(`article-${index}`, random, wordCount));
}

export function madeDocument(id: string, random: () => number, wordCount = 40): RelatedDocument {
  const words = (size: number): string =>
    Array.from({ length: size }, () => `word${Math.floor(300 * random() ** 3)}`).join(" ");
  return {
    id,
    title: words(4),
    text: words(Math.ceil(random() * wordCount)),
    date: new Date(Date.UTC(2020, 0, 1 + Math.floor(random() * 400))).toISOString().slice(0, 10),
    tags: [`tag${Math.floor(random() * 9)}`],
    therapies: random() < 0.3 ? [`therapy${Math.floor(random() * 4)}`] : [],
    hide: random() < 0.05,
  };
}
