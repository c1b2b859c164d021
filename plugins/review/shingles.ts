import type { Article } from "../article/types.ts";

/** Words in a shingle: long enough that shared phrases of the trade do not count, short enough to survive an edit. */
const SHINGLE_WORDS = 5;

/** Hashes of all runs of five words, each once, ascending. Texts under five words have none. */
export function shinglesOf(article: Article): Uint32Array {
  const shingles = new Set<number>();
  eachShingle(article, (shingle) => shingles.add(shingle));
  return Uint32Array.from(shingles).sort();
}

/** Calls back with the hash of every run of five words, in order, repeated ones too. */
export function eachShingle({ sections, blocks }: Article, take: (shingle: number) => void): void {
  const recent = new Uint32Array(SHINGLE_WORDS);
  let count = 0;
  const addWord = (hash: number): void => {
    recent[count++ % SHINGLE_WORDS] = hash;
    if (count < SHINGLE_WORDS) return;
    let value = 0x811c9dc5;
    for (let offset = 0; offset < SHINGLE_WORDS; offset++)
      value = mix(Math.imul(value ^ (recent[(count + offset) % SHINGLE_WORDS] as number), 0x01000193));
    take(value >>> 0);
  };
  for (const { heading } of sections) eachWord(heading, addWord);
  for (const { kind, text } of blocks) if (kind !== "code") eachWord(text, addWord);
}

/** Hash of each word, without case; a letter beyond ASCII counts as part of one. No strings are made: this runs over all text of a site. */
function eachWord(text: string, take: (hash: number) => void): void {
  let hash = 0x811c9dc5;
  let isOpen = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const isUpper = code >= 65 && code <= 90;
    // General punctuation (U+2000 to U+206F) parts words; other signs beyond ASCII are letters often enough.
    const isWord =
      isUpper ||
      (code >= 97 && code <= 122) ||
      (code >= 48 && code <= 57) ||
      (code > 127 && code >> 8 !== 0x20);
    if (isUnspaced(code)) take(Math.imul(0x811c9dc5 ^ code, 0x01000193));
    else if (isWord) {
      hash = Math.imul(hash ^ (isUpper ? code + 32 : code), 0x01000193);
      isOpen = true;
    } else if (isOpen) {
      take(hash);
      hash = 0x811c9dc5;
      isOpen = false;
    }
  }
  if (isOpen) take(hash);
}

/** Kana and Han are written without spaces: each sign counts as a word. */
function isUnspaced(code: number): boolean {
  return code >= 0x3040 && code <= 0x9fff;
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
