import type { Prose, Sentence } from "./prose.ts";
import { countSyllables } from "./syllables.ts";

/** How hard an English text is to read. */
export interface Readability {
  /** Flesch-Kincaid grade: years of school in the US; may be below 0 for very plain text. */
  readonly grade: number;
  readonly sentenceCount: number;
  readonly wordCount: number;
  /** Sentences longer than {@link LONG_SENTENCE}, longest first, ties in text order. */
  readonly long: readonly { readonly sentence: Sentence; readonly wordCount: number }[];
}

/** Words; the NHS and GOV.UK content guides ask for at most 25. */
export const LONG_SENTENCE = 25;

const WORD = /[a-zà-öø-ÿ]+(?:['-][a-zà-öø-ÿ]+)*/g;
/** Syllables of words seen: articles share most of theirs. Emptied when full, so hostile text cannot fill memory. */
const syllables = new Map<string, number>();
const REMEMBERED_WORDS = 20_000;
const LONGEST_WORD = 40;

/**
 * Measures the running text: no headings, no front matter, no fragments of a list.
 *
 * @see Kincaid et al. 1975: 0.39 × words a sentence + 11.8 × syllables a word − 15.59
 */
export function measureReadability(prose: Prose): Readability {
  const known = measured.get(prose);
  if (known) return known;
  const fresh = measure(prose);
  measured.set(prose, fresh);
  return fresh;
}

/** Two rules ask; the text is counted once. */
const measured = new WeakMap<Prose, Readability>();

function measure(prose: Prose): Readability {
  let wordCount = 0;
  let syllableCount = 0;
  let sentenceCount = 0;
  const long: { sentence: Sentence; wordCount: number }[] = [];
  for (const sentence of prose.sentences) {
    if (sentence.place !== "text") continue;
    const words = sentence.lower.match(WORD) ?? [];
    // A fragment ("Warm hands") is no sentence; counting it would flatter the grade.
    if (words.length < 4) continue;
    sentenceCount++;
    wordCount += words.length;
    for (const word of words) syllableCount += syllablesOf(word);
    if (words.length > LONG_SENTENCE) long.push({ sentence, wordCount: words.length });
  }
  long.sort((a, b) => b.wordCount - a.wordCount || a.sentence.index - b.sentence.index);
  const grade =
    sentenceCount === 0 ? 0 : 0.39 * (wordCount / sentenceCount) + 11.8 * (syllableCount / wordCount) - 15.59;
  return { grade: Math.round(grade * 10) / 10, sentenceCount, wordCount, long };
}

function syllablesOf(word: string): number {
  if (word.length > LONGEST_WORD) return 1;
  const known = syllables.get(word);
  if (known !== undefined) return known;
  const count = countSyllables(word);
  if (syllables.size >= REMEMBERED_WORDS) syllables.clear();
  syllables.set(word, count);
  return count;
}
