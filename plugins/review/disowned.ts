import type { Article } from "../article/types.ts";
import type { Prose, Sentence } from "./prose.ts";

/** Phrases with a negative word that affirm all the same. */
const AFFIRMING =
  /\b(?:no|without(?: a| any)?|beyond(?: a| any)?) (?:doubt|question|wonder|surprise)\b|\bnot (?:only|just|merely|surprising(?:ly)?)\b|\bnothing (?:but|short of|less than)\b|\bno matter\b/g;
const NEGATED =
  /\b(?:not|never|no|nobody|none|neither|nor|cannot|without|hardly|rarely|seldom|unlikely|unproven|nothing)\b|n't\b|\bfar from\b|\brather than\b|\bfails? to\b|\btoo good to be\b/;
/** Somebody else's claim, held at arm's length. */
const REPORTED =
  /\b(?:myths?|claims? (?:to|that|of|about|for)|claimed|claiming|so-called|supposed(?:ly)?|alleged(?:ly)?|false(?:ly)?|wrongly|mistaken(?:ly)?|misleading|touted|hyped|the idea that|the belief that|believed? (?:that|to)|be wary|beware|distrust|doubt(?:s|ful)?|sceptical|skeptical|question(?:ed|s)? whether|whether)\b|\b(?:anyone|anybody|someone|somebody|people|products?|sellers?|sites?|websites?|adverts?|ads|labels?|some|many|they|who|headlines?|posts|influencers?)(?: \w+){0,2} (?:claims?|promis(?:e|es|ed|ing)|says?|said|swears?|tells?|insists?|hopes?|hoped|wants?|wish(?:es)?)\b/;
const REFUTED_AFTER =
  /\b(?:is|are|was|were|remains?) (?:simply |just |also |plainly )?(?:a |an |one )?(?:myths?|false|untrue|wrong|not true|unproven|nonsense|misleading|overstated|exaggerat\w+|unsupported|too good)\b|\b(?:no|little|without) (?:good |solid |real |reliable |strong )?(?:evidence|proof)\b|\bdoes not (?:hold|exist)\b/;
const REFUTED_NEXT =
  /^(?:(?:that|this|it|they|these|those|such claims?)(?:'s| is| are| does| do| has| have| was| were| can)?(?: \w+)? ?(?:not|n't|n't\b|false|wrong|untrue|a myth|nonsense|no)|(?:it|they|that|this) (?:doesn't|don't|isn't|aren't|can't|cannot|won't)|no[,.! ]|not (?:true|so|quite|really|at all)|false|wrong|untrue|in (?:fact|truth|reality)|there is (?:no|little)|none of|unfortunately|sadly|fact\b)/;
const MYTH_HEADING =
  /\b(?:myths?|misconceptions?|false claims?|fictions?|debunk\w*|misunderst\w+|lies)\b|\bwhat .{1,40}\b(?:cannot|can't|can not|does not|doesn't|do not|don't|will not|won't)\b/i;
const REFUTES = /\b(?:not|no|never|cannot|false|wrong|untrue|myth|nonsense|unproven)\b|n't\b/;
const OPENS_MYTH = /^(?:\d+[.)]\s*)?(?:the )?myth\b/;
const OPENS_FACT = /^(?:the )?(?:fact|truth|reality)\b/;
/** "Without a single pill, massage cures …" negates the pill, not the cure. */
const WITHOUT_FIRST = /^\W*without [^,]{1,60},/;
const CLAUSE = /[;:]|,\s+(?:so|then|and|but|you|which|instead)\b|\b(?:but|however|although|though|yet)\b/g;
/** Longest quotation that counts as words held at arm's length ("miracle cure"), in characters. */
const SCARE_QUOTE_LIMIT = 40;

/**
 * True when the words at `at` are not the article's own claim: negated, asked,
 * reported of others, in scare quotes, refuted right after, or named as a myth.
 */
export function isDisowned(article: Article, prose: Prose, sentence: Sentence, at: number): boolean {
  const { lower } = sentence;
  if (/\?["'”)]*$/.test(lower) || OPENS_MYTH.test(lower)) return true;
  if (isDenied(lower, at) || isScareQuoted(sentence.text, at)) return true;
  if (REFUTED_AFTER.test(lower.slice(at))) return true;
  const next = prose.sentences[sentence.index + 1];
  if (next && next.section === sentence.section && REFUTED_NEXT.test(next.lower)) return true;
  return isMyth(article, sentence);
}

/** True when the clause before `at` negates it or lays it in others' mouths. */
export function isDenied(lower: string, at: number): boolean {
  const before = clauseBefore(lower, at).replace(AFFIRMING, " ").replace(WITHOUT_FIRST, " ");
  return NEGATED.test(before) || REPORTED.test(before);
}

/** The clause that leads up to `at`. */
export function clauseBefore(lower: string, at: number): string {
  const before = lower.slice(Math.max(0, at - 160), at);
  let start = 0;
  for (const match of before.matchAll(CLAUSE)) start = match.index + match[0].length;
  return before.slice(start);
}

function isScareQuoted(text: string, at: number): boolean {
  const open = Math.max(text.lastIndexOf("“", at), text.lastIndexOf('"', at - 1), text.lastIndexOf("‘", at));
  if (open < 0 || at - open > SCARE_QUOTE_LIMIT) return false;
  const isOpening = text[open] !== '"' || countQuotes(text, open) % 2 === 0;
  const close = text.slice(at, at + SCARE_QUOTE_LIMIT).search(/["”’](?:\W|$)/);
  return isOpening && close >= 0 && at + close - open <= SCARE_QUOTE_LIMIT;
}

function countQuotes(text: string, end: number): number {
  let count = 0;
  for (let at = text.indexOf('"'); at >= 0 && at < end; at = text.indexOf('"', at + 1)) count++;
  return count;
}

const mythSections = new WeakMap<Article, Map<number, boolean>>();

/** True in a section (or an article) that names myths and refutes this one; never for a sentence that opens "Fact". */
function isMyth(article: Article, { section, lower }: Sentence): boolean {
  if (OPENS_FACT.test(lower)) return false;
  const known = mythSections.get(article) ?? new Map<number, boolean>();
  mythSections.set(article, known);
  const answer = known.get(section) ?? isMythSection(article, section);
  known.set(section, answer);
  return answer;
}

function isMythSection(article: Article, section: number): boolean {
  const isNamed = MYTH_HEADING.test(article.title) || headingsAbove(article, section).some(isMythHeading);
  if (!isNamed) return false;
  const [start, end] = article.sections[section]?.blocks ?? [0, 0];
  return article.blocks.slice(start, end).some(({ text }) => REFUTES.test(text.toLowerCase()));
}

function isMythHeading(heading: string): boolean {
  return MYTH_HEADING.test(heading);
}

function headingsAbove(article: Article, section: number): string[] {
  const headings: string[] = [];
  for (let at = section, depth = 0; at >= 0 && depth < 8; depth++) {
    const current = article.sections[at];
    if (!current) break;
    headings.push(current.heading);
    at = current.parent;
  }
  return headings;
}
