import { kindOf, UNSPACED } from "../scripts.ts";
import type { SubjectIndex } from "./subjects.ts";
import { isBeside, type TextReader, type TextWord } from "./text-words.ts";
import { englishPhraseTest, type PhraseTest } from "./whole-phrase.ts";

/** Articles in which two words must stand side by side to be one name, and their share of those that have the rarer. */
const LEAST_BOUND = 2;
const BOUND_SHARE = 0.25;

/** The test of a language: by parts of speech in English, elsewhere by what stands side by side on the site. */
export function phraseTestFor(lang: string, index: SubjectIndex, read: TextReader): PhraseTest {
  return lang === "en" ? englishPhraseTest() : boundPhraseTest(index, read);
}

/**
 * A phrase is whole where no neighbour makes one name with it: two words that
 * articles of this site say side by side as a rule, or, in a script without
 * spaces, a word of Chinese characters or katakana, of which compounds are made.
 */
function boundPhraseTest({ subjects, frequencyOf }: SubjectIndex, read: TextReader): PhraseTest {
  const together = new Map<string, number>();
  for (const { pairs } of subjects)
    for (const pair of pairs.keys()) together.set(pair, (together.get(pair) ?? 0) + 1);
  const isBound = (text: string, left: TextWord | undefined, right: TextWord | undefined): boolean => {
    if (!left || !right || !isBeside(text, left.end, right.start)) return false;
    if (left.term === null || right.term === null) return false;
    if (left.end === right.start && isCompounding(text, left) && isCompounding(text, right)) return true;
    const count = together.get(`${left.term} ${right.term}`) ?? 0;
    const rarer = Math.min(frequencyOf(left.term), frequencyOf(right.term));
    return count >= LEAST_BOUND && count >= BOUND_SHARE * rarer;
  };
  return function isWholePhrase(text, sentence, phrase) {
    const said = text.slice(sentence.start, sentence.end);
    const words = read(said);
    const first = words.findIndex(({ start }) => start >= phrase.start - sentence.start);
    const last = words.findLastIndex(({ end }) => end <= phrase.end - sentence.start);
    return (
      first >= 0 &&
      !isBound(said, words[first - 1], words[first]) &&
      !isBound(said, words[last], words[last + 1])
    );
  };
}

const COMPOUNDING = /[\p{scx=Han}\p{scx=Katakana}]/u;

function isCompounding(text: string, { start, end }: TextWord): boolean {
  return kindOf(text.charCodeAt(start)) === UNSPACED && COMPOUNDING.test(text.slice(start, end));
}
