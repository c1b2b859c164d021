import type { Article } from "../article/types.ts";
import { hashText } from "./text-hash.ts";

/** Words in a shingle: long enough that shared phrases of the trade do not count, short enough to survive an edit. */
const SHINGLE_WORDS = 5;
const WORD = /[\p{L}\p{N}]+/gu;

/** Hashes of all runs of five words, each once, ascending. Texts under five words have none. */
export function shinglesOf(article: Article): Uint32Array {
  const hashes = wordHashes(article);
  const shingles = new Set<number>();
  for (let index = 0; index + SHINGLE_WORDS <= hashes.length; index++) {
    let value = 0x811c9dc5;
    for (let offset = 0; offset < SHINGLE_WORDS; offset++)
      value = mix(Math.imul(value ^ (hashes[index + offset] as number), 0x01000193));
    shingles.add(value >>> 0);
  }
  return Uint32Array.from(shingles).sort();
}

function wordHashes({ sections, blocks }: Article): number[] {
  const hashes: number[] = [];
  const add = (text: string): void => {
    for (const word of text.toLowerCase().match(WORD) ?? []) hashes.push(hashText(word));
  };
  for (const { heading } of sections) add(heading);
  for (const { kind, text } of blocks) if (kind !== "code") add(text);
  return hashes;
}

/** Spreads the bits, so that the smallest hash is a fair draw (MurmurHash3's finaliser). */
function mix(value: number): number {
  let mixed = value;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/** Jaccard similarity 0..1 of two ascending sets. */
export function similarity(a: Uint32Array, b: Uint32Array): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const left = a[i] as number;
    const right = b[j] as number;
    if (left === right) shared++;
    if (left <= right) i++;
    if (right <= left) j++;
  }
  const all = a.length + b.length - shared;
  return all === 0 ? 0 : shared / all;
}
