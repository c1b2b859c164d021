import { compareText } from "../../problem.ts";
import { kindOf, UNSPACED } from "../scripts.ts";
import { mostTelling } from "../telling.ts";
import type { Passage } from "./passages.ts";
import type { Subject, SubjectIndex } from "./subjects.ts";
import { isBeside, type TextReader, type TextWord } from "./text-words.ts";
import type { Range } from "./types.ts";

/** Words of one article that name what another is about. */
export interface Mention extends Range {
  /** Index of the passage among the article's. */
  readonly passage: number;
  /** Index of the article named, see {@link SubjectIndex.subjects}. */
  readonly target: number;
  /** Share of the target's subject that the words themselves hold, 0..1; words of this article's own title left out. */
  readonly named: number;
  /** The same with what stands around them, and what this article is about as a whole. */
  readonly covered: number;
  /** Words of the target's title, as it writes them, that stand in this article too; the weightiest first. */
  readonly around: readonly string[];
  /** The sentence. */
  readonly sentence: Range;
}

/** What a word of the target's title counts for that stands not among the words but in their sentence, their passage, this article's title or again in its text. */
const IN_SENTENCE = 0.6;
const IN_PASSAGE = 0.4;
const IN_TITLE = 0.7;
const IN_TEXT = 0.3;
/** Times that an article must say a word for it to be on it. */
const LEAST_IN_TEXT = 2;
/** Least share of a subject that words must hold to name it, by themselves and with what stands around them. */
const LEAST_NAMED = 0.25;
/** The same for one word alone, which names many things. */
const LEAST_NAMED_ALONE = 0.45;
const LEAST_COVERED = 0.7;

/** Share of a subject from which a word around is told. */
const TOLD_SHARE = 0.1;

/** Finds the words of one article's passages that name what others are about. */
export function findMentions(
  source: number,
  passages: readonly Passage[],
  index: SubjectIndex,
  read: TextReader,
): Mention[] {
  return passages.flatMap((passage, at) => {
    const words = read(passage.text);
    const inPassage = termsOf(words);
    return sentencesOf(passage.text, words).flatMap((sentence) =>
      inSentence(sentence, source, index, inPassage, passage).map((mention) => ({ ...mention, passage: at })),
    );
  });
}

function termsOf(words: readonly TextWord[]): Set<string> {
  return new Set(words.flatMap(({ term }) => (term === null ? [] : [term])));
}

const SENTENCE_END = /[.!?…](?=[\s"”’)]|$)|[。！？؟।\n]/u;

/** The words of a text by sentence, in order. */
function sentencesOf(text: string, words: readonly TextWord[]): TextWord[][] {
  const sentences: TextWord[][] = [[]];
  for (const [at, word] of words.entries()) {
    const before = words[at - 1];
    if (before && SENTENCE_END.test(text.slice(before.end, word.start))) sentences.push([]);
    sentences.at(-1)!.push(word);
  }
  return sentences.filter((sentence) => sentence.length > 0);
}

function inSentence(
  words: readonly TextWord[],
  source: number,
  index: SubjectIndex,
  inPassage: ReadonlySet<string>,
  passage: Passage,
): Omit<Mention, "passage">[] {
  const { subjects, byTerm } = index;
  const own = subjects[source]!;
  const targets = new Set(words.flatMap(({ term }) => (term === null ? [] : (byTerm.get(term) ?? []))));
  targets.delete(source);
  const terms = termsOf(words);
  const sentence = { start: words[0]!.start, end: words.at(-1)!.end };
  return [...targets].flatMap((target) => {
    const subject = subjects[target]!;
    return runsOf(words, subject, passage.text).flatMap((run) => {
      const range = { start: run[0]!.start, end: run.at(-1)!.end };
      if (!passage.free.some((free) => free.start <= range.start && range.end <= free.end)) return [];
      if (!isNaming(run, subject, index, terms) || isGlued(passage.text, range)) return [];
      const among = termsOf(run);
      const named = sum(subject.shares, (term) => (among.has(term) && !own.titled.has(term) ? 1 : 0));
      const nearness = (term: string): number =>
        among.has(term)
          ? 1
          : Math.max(
              own.titled.has(term) ? IN_TITLE : 0,
              terms.has(term) ? IN_SENTENCE : inPassage.has(term) ? IN_PASSAGE : 0,
              (own.counts.get(term) ?? 0) >= LEAST_IN_TEXT ? IN_TEXT : 0,
            );
      const covered = sum(subject.shares, nearness);
      if (named < (among.size === 1 ? LEAST_NAMED_ALONE : LEAST_NAMED) || covered < LEAST_COVERED) return [];
      const around = [...subject.shares]
        .filter(([term, share]) => share >= TOLD_SHARE && !among.has(term) && nearness(term) > 0)
        .sort(([a, x], [b, y]) => y - x || compareText(a, b))
        .map(([term]) => subject.titled.get(term)!);
      return [{ ...range, target, named, covered, around, sentence }];
    });
  });
}

/** Share of a word's occurrences in the target with one and the same companion from which both are one name. */
const BOUND_SHARE = 0.5;
/** Times that a target must say two words side by side, its title among them, for them to be a name of its subject. */
const LEAST_SAID = 2;
/** The same where each of the words stands in more than {@link COMMON_SHARE} of the articles. */
const LEAST_SAID_COMMON = 5;

/** Whether the target itself uses the words as a name: together, whole, and not as everybody does. */
function isNaming(
  run: readonly TextWord[],
  { counts, pairs, follower, leader }: Subject,
  { subjects, frequencyOf }: SubjectIndex,
  around: ReadonlySet<string>,
): boolean {
  const terms = run.flatMap(({ term }) => term ?? []);
  const said = terms.slice(1).map((term, at) => pairs.get(`${terms[at]} ${term}`) ?? 0);
  const isCommon = terms.every((term) => frequencyOf(term) > mostTelling(subjects.length));
  if (terms.length === 1 ? isCommon : Math.min(...said) < (isCommon ? LEAST_SAID_COMMON : LEAST_SAID))
    return false;
  const first = terms[0]!;
  const last = terms.at(-1)!;
  const after = follower.get(last);
  if (after && after.count >= BOUND_SHARE * counts.get(last)!) return false;
  const before = leader.get(first);
  return !(before && before.count >= BOUND_SHARE * counts.get(first)! && !around.has(before.term));
}

/** Scripts without spaces end a word where the next begins. */
function isUnspaced(text: string, at: number): boolean {
  return kindOf(text.charCodeAt(at)) === UNSPACED;
}

/** Characters that make one word, address or number of what stands beside them. */
const GLUE = /[\p{L}\p{N}/\\_@#=&+[\]<>\-‐‑'’]/u;

/** Whether a phrase is a part of something longer: a compound, a possessive, an address. */
function isGlued(text: string, { start, end }: Range): boolean {
  return (
    (GLUE.test(text[start - 1] ?? " ") && !isUnspaced(text, start)) ||
    (GLUE.test(text[end] ?? " ") && !isUnspaced(text, end - 1)) ||
    /^\.[\p{L}\p{N}]/u.test(text.slice(end, end + 2)) ||
    /[\p{L}\p{N}]\.$/u.test(text.slice(Math.max(0, start - 2), start))
  );
}

function sum(shares: Subject["shares"], factorOf: (term: string) => number): number {
  let total = 0;
  for (const [term, share] of shares) total += share * factorOf(term);
  return total;
}

/** Words side by side that stand in a title, words that join them between. */
function runsOf(words: readonly TextWord[], { titled, pairs }: Subject, text: string): TextWord[][] {
  const runs: TextWord[][] = [];
  let run: TextWord[] = [];
  const close = (): void => {
    while (run.length > 0 && run.at(-1)!.term === null) run.pop();
    if (run.length > 0) runs.push(run);
    run = [];
  };
  for (const [at, word] of words.entries()) {
    const before = words[at - 1];
    if (before === undefined || !isBeside(text, before.end, word.start)) close();
    if (word.term === null) {
      if (run.length > 0) run.push(word);
    } else if (titled.has(word.term)) {
      const last = run.findLast(({ term }) => term !== null)?.term;
      // Side by side the target must say them too.
      if (last !== undefined && !pairs.has(`${last} ${word.term}`)) close();
      run.push(word);
    } else close();
  }
  close();
  return runs;
}
