import { tagPieces } from "../../tagger.ts";
import { isBeside } from "./text-words.ts";
import type { Range } from "./types.ts";

/** Tells whether words of a text are a whole noun phrase; one test remembers the sentences it was asked of. */
export type PhraseTest = (text: string, sentence: Range, phrase: Range) => boolean;

interface TaggedWord extends Range {
  /** Part of speech; a verb's form in -ing, which names doing it, is a noun's. */
  readonly tag: string;
}

const NOUNS: ReadonlySet<string> = new Set(["NOUN", "PROPN"]);
/** What a noun phrase begins with, and what else stands in it. */
const BEGINS: ReadonlySet<string> = new Set([...NOUNS, "ADJ", "NUM"]);
const INSIDE: ReadonlySet<string> = new Set([...BEGINS, "ADP", "DET", "PRON", "PART", "CCONJ", "PUNCT"]);

/**
 * The test for English, by parts of speech: nothing but what nouns are joined
 * with, a noun or name at the end, and no noun beside it, which would be said
 * of it or it of that ("ginger", "tea" in "ginger tea").
 */
export function englishPhraseTest(): PhraseTest {
  const known = new Map<string, readonly TaggedWord[]>();
  return function isWholePhrase(text, sentence, phrase) {
    const said = text.slice(sentence.start, sentence.end);
    const words = known.get(said) ?? taggedWords(said);
    known.set(said, words);
    const first = words.findIndex(({ start }) => start >= phrase.start - sentence.start);
    const last = words.findLastIndex(({ end }) => end <= phrase.end - sentence.start);
    if (first < 0 || last < first) return false;
    const isNounBeside = (left: number, right: number, noun: number): boolean =>
      words[noun] !== undefined &&
      NOUNS.has(words[noun].tag) &&
      isBeside(said, words[left]!.end, words[right]!.start);
    return (
      BEGINS.has(words[first]!.tag) &&
      NOUNS.has(words[last]!.tag) &&
      words.slice(first, last).every(({ tag }) => INSIDE.has(tag)) &&
      !isNounBeside(last, last + 1, last + 1) &&
      !isNounBeside(first - 1, first, first - 1)
    );
  };
}

/** What no verb stands right behind: the tagger takes "ginger" in "a pot of ginger tea" for one. */
const BEFORE_NOUNS: ReadonlySet<string> = new Set(["DET", "ADJ", "ADP", "NUM"]);

function nounOr(tag: string, piece: string, before: string): string {
  return tag === "VERB" && (/ing$/i.test(piece) || BEFORE_NOUNS.has(before)) ? "NOUN" : tag;
}

function taggedWords(text: string): TaggedWord[] {
  const { pieces, tags } = tagPieces(text);
  let at = 0;
  return pieces.flatMap((piece, index): TaggedWord[] => {
    const start = text.indexOf(piece, at);
    if (start < 0) return [];
    at = start + piece.length;
    return [{ start, end: at, tag: nounOr(tags[index] ?? "X", piece, tags[index - 1] ?? "X") }];
  });
}
