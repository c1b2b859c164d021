import { toolsFor } from "../languages.ts";
import { kindOf, LETTER, SEPARATOR, UNSPACED } from "../scripts.ts";
import { primaryLanguage } from "../site.ts";
import type { Range } from "./types.ts";

/** One word of a text and where it stands. */
export interface TextWord extends Range {
  /** Its stem, by which forms of a word are one; null for a word that joins others, and for a single Latin letter. */
  readonly term: string | null;
}

export type TextReader = (text: string) => TextWord[];

/** Reads words with their places; one for all texts of a language stems each word once. */
export function textReader(lang: string): TextReader {
  const name = primaryLanguage(lang);
  const { isSmall, stem } = toolsFor(name);
  const segmenter = new Intl.Segmenter(name, { granularity: "word" });
  const terms = new Map<string, string | null>();
  const termOf = (written: string): string | null => {
    const word = written.toLowerCase().normalize("NFC");
    let term = terms.get(word);
    if (term === undefined) {
      term = isSmall(word) || /^[a-z]$/.test(word) ? null : stem(word);
      terms.set(word, term);
    }
    return term;
  };
  return function readText(text) {
    const words: TextWord[] = [];
    for (let at = 0; at < text.length; ) {
      const kind = kindOf(text.charCodeAt(at));
      const start = at;
      while (at < text.length && kindOf(text.charCodeAt(at)) === kind) at++;
      if (kind === LETTER) words.push({ start, end: at, term: termOf(text.slice(start, at)) });
      else if (kind === UNSPACED) words.push(...segmented(text.slice(start, at), start, segmenter, termOf));
      else if (kind !== SEPARATOR) at = start + 1;
    }
    return words;
  };
}

const BESIDE = /^[\s\-‐‑]?$/;

/** Whether nothing but a space or a hyphen stands between two words of a text. */
export function isBeside(text: string, end: number, start: number): boolean {
  return start - end <= 1 && BESIDE.test(text.slice(end, start));
}

function segmented(
  run: string,
  offset: number,
  segmenter: Intl.Segmenter,
  termOf: (word: string) => string | null,
): TextWord[] {
  return [...segmenter.segment(run)].flatMap(({ segment, index, isWordLike }) =>
    isWordLike
      ? [{ start: offset + index, end: offset + index + segment.length, term: termOf(segment) }]
      : [],
  );
}
