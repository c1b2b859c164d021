import { type LanguageTools, toolsFor } from "./languages.ts";
import { kindOf, LETTER, UNSPACED } from "./scripts.ts";

/** Share of the table in use at which it grows. */
const LOAD = 0.5;
const LONGEST_WORD = 64;

/** Term of words that are no evidence: single Latin letters, words that join others. */
export const IGNORED = -1;

/**
 * The words of one language: every distinct word has an id and the id of its
 * term (its stem where the language has a stemmer), each stemmed once.
 *
 * Words are looked up by a 64-bit hash of their characters taken while reading,
 * so that a known word costs neither a string nor a comparison.
 */
export class Vocabulary {
  /** Distinct words as first read, by word id. */
  readonly words: string[] = [];
  /** Term id by word id; {@link IGNORED} for words that are no evidence. */
  readonly termOf: number[] = [];
  /** Terms by term id; evidence that is no word has its kind before a colon, "tag:sleep". */
  readonly terms: string[] = [];
  /** A number by term id that is the same in every run: a hash of the term. */
  readonly names: number[] = [];
  readonly #termIds = new Map<string, number>();
  readonly #tools: LanguageTools;
  readonly #segmenter: Intl.Segmenter;
  #slots = new Int32Array(1 << 14);
  #hashes = new Int32Array(1 << 14);

  /** @param lang primary language subtag, "en" */
  constructor(lang: string) {
    this.#tools = toolsFor(lang);
    this.#segmenter = new Intl.Segmenter(isLanguage(lang) ? lang : "en", { granularity: "word" });
  }

  /** Calls `found` with the id of each word of `text`, in order. */
  read(text: string, found: (word: number) => void): void {
    if (!NOT_ASCII.test(text)) {
      this.#readAscii(text, found);
      return;
    }
    // Composed before it is cut: a letter and its mark are one, and a kana and its voicing.
    const lower = text.normalize("NFC").replace(UNSEEN, "").toLowerCase();
    const end = lower.length;
    let at = 0;
    while (at < end) {
      const kind = kindOf(lower.charCodeAt(at));
      if (kind === LETTER) at = this.#readWord(lower, at, found);
      else if (kind === UNSPACED) at = this.#readRun(lower, at, found);
      else at++;
    }
  }

  /** Id of a term by its text, made when new. */
  term(text: string): number {
    let id = this.#termIds.get(text);
    if (id === undefined) {
      id = this.terms.length;
      this.#termIds.set(text, id);
      this.terms.push(text);
      this.names.push(hashWord(text).a);
    }
    return id;
  }

  /** Adds words kept from an earlier run with their terms; only on a vocabulary that has read nothing. */
  restore(words: readonly string[], terms: readonly string[], termOf: ArrayLike<number>): void {
    for (const term of terms) this.term(term);
    for (let id = 0; id < words.length; id++) {
      const word = words[id]!;
      const { a, b } = hashWord(word);
      this.#insert(a, b, word, termOf[id]!);
    }
  }

  /** As {@link read} does, from bytes: a third of the time for most texts of most sites. */
  #readAscii(text: string, found: (word: number) => void): void {
    if (text.length > bytes.length) bytes = new Uint8Array(2 * text.length);
    const end = encoder.encodeInto(text, bytes).written;
    for (let at = 0; at < end; at++) {
      let code = LETTERS[bytes[at]!]!;
      if (code === 0) continue;
      const start = at;
      let a = 0x811c9dc5 | 0;
      let b = 0;
      do {
        a = Math.imul(a ^ code, 0x01000193);
        b = (Math.imul(b, 0x9e3779b1) + code) | 0;
        code = ++at < end ? LETTERS[bytes[at]!]! : 0;
      } while (code !== 0);
      found(this.#find(a, b, text, start, at));
    }
  }

  #readWord(text: string, start: number, found: (word: number) => void): number {
    let a = 0x811c9dc5 | 0;
    let b = 0;
    let at = start;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (kindOf(code) !== LETTER) break;
      a = Math.imul(a ^ code, 0x01000193);
      b = (Math.imul(b, 0x9e3779b1) + code) | 0;
    }
    found(this.#find(a, b, text, start, at));
    return at;
  }

  #readRun(text: string, start: number, found: (word: number) => void): number {
    let at = start;
    while (at < text.length && kindOf(text.charCodeAt(at)) === UNSPACED) at++;
    for (const { segment, isWordLike } of this.#segmenter.segment(text.slice(start, at))) {
      if (isWordLike) found(this.#idOf(segment));
    }
    return at;
  }

  #idOf(word: string): number {
    const { a, b } = hashWord(word);
    return this.#find(a, b, word, 0, word.length);
  }

  #find(a: number, b: number, text: string, start: number, end: number): number {
    const mask = this.#slots.length - 1;
    let slot = (a ^ (a >>> 15)) & mask;
    for (let id = this.#slots[slot]! - 1; id >= 0; id = this.#slots[slot]! - 1) {
      if (this.#hashes[2 * id] === a && this.#hashes[2 * id + 1] === b) return id;
      slot = (slot + 1) & mask;
    }
    return this.#add(a, b, text.slice(start, end).toLowerCase());
  }

  #add(a: number, b: number, word: string): number {
    return this.#insert(a, b, word, this.#termFor(word));
  }

  #insert(a: number, b: number, word: string, term: number): number {
    const id = this.words.length;
    if (id >= this.#slots.length * LOAD) this.#grow();
    this.words.push(word);
    this.termOf.push(term);
    this.#hashes[2 * id] = a;
    this.#hashes[2 * id + 1] = b;
    place(this.#slots, a, id);
    return id;
  }

  #grow(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const hashes = new Int32Array(slots.length);
    hashes.set(this.#hashes);
    for (let id = 0; id < this.words.length; id++) place(slots, hashes[2 * id]!, id);
    this.#slots = slots;
    this.#hashes = hashes;
  }

  #termFor(word: string): number {
    if (word.length === 1 && word >= "a" && word <= "z") return IGNORED;
    const { isSmall, stem } = this.#tools;
    return isSmall(word) ? IGNORED : this.term(stem(word.slice(0, LONGEST_WORD)));
  }
}

/** Marks inside a word that show nothing: joiners and the hyphen of a possible line end. */
const UNSEEN = /[\u00ad\u200c\u200d]/g;
const NOT_ASCII = /[^\0-\x7f]/;

const encoder = new TextEncoder();
/** The ASCII text being read; larger when a longer one comes. */
let bytes = new Uint8Array(1 << 16);
/** Code of the lower-case letter or digit by ASCII code; 0 for all others. */
const LETTERS = Uint8Array.from({ length: 128 }, (_, code) =>
  kindOf(code) === LETTER ? String.fromCharCode(code).toLowerCase().charCodeAt(0) : 0,
);

function hashWord(word: string): { a: number; b: number } {
  let a = 0x811c9dc5 | 0;
  let b = 0;
  for (let at = 0; at < word.length; at++) {
    a = Math.imul(a ^ word.charCodeAt(at), 0x01000193);
    b = (Math.imul(b, 0x9e3779b1) + word.charCodeAt(at)) | 0;
  }
  return { a, b };
}

function place(slots: Int32Array, hash: number, id: number): void {
  const mask = slots.length - 1;
  let slot = (hash ^ (hash >>> 15)) & mask;
  while (slots[slot] !== 0) slot = (slot + 1) & mask;
  slots[slot] = id + 1;
}

function isLanguage(lang: string): boolean {
  try {
    return Intl.Segmenter.supportedLocalesOf([lang]).length > 0;
  } catch {
    return false;
  }
}
