import type { Term, TitleFacts } from "../../article/types.ts";
import { PhraseIndex } from "./phrase-index.ts";
import { type Stance, stancesOf } from "./stances.ts";
import { type Token, tokenize } from "./tokens.ts";
import { setOf } from "./word-set.ts";

/** Names that a title is searched for. */
export interface TitleTerms {
  readonly therapies: readonly Term[];
  readonly conditions: readonly Term[];
}

/** Therapies and conditions that a title names, in order of appearance, each once. */
export function namesInTitle(title: string, terms: TitleTerms): Omit<TitleFacts, "benefitCount"> {
  const tokens = tokenize(decodeEntities(title));
  const index = indexOf(terms);
  const conditions = namesIn(tokens, index.conditions);
  const therapies = namesIn(tokens, index.therapies).filter(
    (one) => !(BROAD.has(one.id) && isPartOfLonger(one, conditions)),
  );
  return {
    therapies: idsOf(therapies).filter((id, _, all) => isSubject(id, all, tokens)),
    conditions: idsOf(conditions),
  };
}

/** A name in a title: tokens `at`..`end`. */
interface Named {
  readonly id: string;
  readonly at: number;
  readonly end: number;
}

/** "Sleep Disorders" is about disorders: a broad name inside a longer one is no subject. */
function isPartOfLonger({ at, end }: Named, others: readonly Named[]): boolean {
  return others.some((other) => other.at <= at && end <= other.end && other.end - other.at > end - at);
}

function idsOf(names: readonly Named[]): string[] {
  return [...new Set(names.map(({ id }) => id))];
}

const indexes = new WeakMap<
  TitleTerms,
  { therapies: PhraseIndex<string>; conditions: PhraseIndex<string> }
>();

function indexOf(terms: TitleTerms): { therapies: PhraseIndex<string>; conditions: PhraseIndex<string> } {
  let index = indexes.get(terms);
  if (!index) {
    index = { therapies: indexTerms(terms.therapies), conditions: indexTerms(terms.conditions) };
    indexes.set(terms, index);
  }
  return index;
}

/** Terms by their names; "" stands for a phrase that means something else. */
export function indexTerms(terms: readonly Term[]): PhraseIndex<string> {
  const index = new PhraseIndex<string>();
  for (const { not = [] } of terms) for (const phrase of not) index.add(phrase, "");
  for (const { id, label } of terms) index.add(label.replace(/\s*\(.*\)$/, ""), id);
  for (const { id, aliases } of terms) for (const alias of aliases) index.add(alias, id);
  return index;
}

function namesIn(tokens: readonly Token[], index: PhraseIndex<string>): Named[] {
  const found: Named[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const match = index.match(tokens, at);
    if (!match) continue;
    if (match.value !== "") found.push({ id: match.value, at, end: match.end });
    at = match.end - 1;
  }
  return found;
}

/** Words after which a broad name is what the title is about. */
const BEFORE_SUBJECT = new Set(["of", "why", "is", "are", "on", "about", "enough", "how"]);
/** Names that are as often the aim ("for better sleep") or the setting as the subject. */
const BROAD = new Set(["sleep", "nature-exposure", "exercise", "cleanse", "herbal-medicine", "herbal-tea"]);

/** "Massage for Better Sleep" is not about sleep as a therapy; "The Benefits of Sleep" is. */
function isSubject(id: string, all: readonly string[], tokens: readonly Token[]): boolean {
  if (!BROAD.has(id)) return true;
  if (id === "sleep") {
    const at = tokens.findIndex(
      ({ norm }) => norm === "sleep" || norm === "sleeping" || norm === "nap" || norm === "napping",
    );
    const before = tokens[at - 1]?.norm;
    const isFirst = at === 0 || (at === 1 && tokens[0]?.norm !== "better");
    return (
      all.length === 1 &&
      (isFirst || BEFORE_SUBJECT.has(before ?? "") || before === "quality" || before === "good") &&
      !tokens.some(({ norm }) => norm === "for")
    );
  }
  // "Valerian, an herb for sleep": the particular name says more than the kind.
  return all.length === 1 || id === "exercise" || id === "nature-exposure";
}

const UNITS = [
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];
const TEENS = ["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"];
const NUMBER_WORDS: ReadonlyMap<string, number> = new Map(
  [...UNITS, ...TEENS].map((word, index) => [word, index + 1] as const),
);
const PROMISED = new Set(["benefit", "advantage", "perk"]);
/** "Reasons" and "ways" promise benefits only when the title goes on to say what the subject does. */
const ROUNDABOUT = new Set(["reason", "way", "effect", "property", "power", "wonder"]);
/** Nouns that are counted instead when they are plural: "5 Teas and Their Benefits", but "7 Green Tea Benefits". */
const OTHER_THINGS = new Set([
  ..."tip tea herb practice way food step exercise pose oil recipe thing fact plant remedy supplement vitamin spice".split(
    " ",
  ),
  ..."habit technique type idea question study myth mistake sign symptom day week month year minute hour part".split(
    " ",
  ),
  ..."people percent drink fruit vegetable nutrient mineral stretch mushroom seed nut".split(" "),
]);
const NUMBER_REACH = 6;
/** More is a year, a dose or a rank. */
const COUNT_LIMIT = 150;

/** Number of benefits that `title` promises, in digits or words; null when it promises none. */
export function countInTitle(title: string): number | null {
  return countInTokens(tokenize(title), title);
}

function countInTokens(tokens: readonly Token[], title: string): number | null {
  for (let at = 0; at < tokens.length; at++) {
    const count = numberAt(tokens, at);
    if (count !== null && !isAmount(title, tokens[at] as Token) && isPromise(tokens, at, title)) return count;
  }
  return null;
}

/** True where a title counts something else ("6 Herbs for Stress", "10 Practices to Sleep Better"). */
export function countsOthers(title: string): boolean {
  const tokens = tokenize(title);
  if (countInTokens(tokens, title) !== null) return false;
  for (let at = 0; at < tokens.length; at++) {
    if (numberAt(tokens, at) === null) continue;
    for (let next = at + 1; next < Math.min(tokens.length, at + NUMBER_REACH); next++) {
      const { norm, end, isWord } = tokens[next] as Token;
      if (!isWord) break;
      // "10 Things That Happen to Your Body": what follows is done to the reader, not by them.
      const isDone = tokens.slice(next + 1, next + 3).some((token) => token.norm === "happen");
      if (OTHER_THINGS.has(norm) && title[end - 1] === "s" && !isDone) return true;
    }
  }
  return false;
}

function numberAt(tokens: readonly Token[], at: number): number | null {
  const { norm } = tokens[at] as Token;
  const word = NUMBER_WORDS.get(norm);
  if (word !== undefined && word > 1) return word;
  if (!/^\d{1,3}$/.test(norm)) return null;
  const count = Number(norm);
  return count > 1 && count <= COUNT_LIMIT ? count : null;
}

/** "5-15%", "20 %", "5–10 mg": how much, not how many. */
function isAmount(title: string, { start, end }: Token): boolean {
  return (
    /^\s?(?:%|percent|[-–]\s?\d)/.test(title.slice(end, end + 9)) ||
    /\d\s?[-–]\s?$/.test(title.slice(0, start))
  );
}

function isPromise(tokens: readonly Token[], at: number, title: string): boolean {
  const before = tokens[at - 1]?.norm;
  if (before === "part" || before === "vitamin" || before === "omega" || before === "type" || before === "/")
    return false;
  for (let index = at + 1; index < tokens.length && index <= at + NUMBER_REACH; index++) {
    const { norm, isWord, end } = tokens[index] as Token;
    if (!isWord && norm !== "," && norm !== "+") return false;
    if (PROMISED.has(norm)) return true;
    if (ROUNDABOUT.has(norm)) return saysWhatItDoes(tokens, index);
    const isPlural =
      title.slice(end - 1, end).toLowerCase() === "s" || norm === "people" || norm === "percent";
    if (
      (isPlural && OTHER_THINGS.has(norm)) ||
      norm === "of" ||
      norm === "for" ||
      norm === "to" ||
      norm === "with"
    )
      return false;
  }
  return false;
}

/** Verbs that bring something good, and "good for". */
const BRINGS = setOf(
  "help improve boost benefit reduce relieve heal support transform enhance promote ease lower good better best great",
);
/** Words of somebody who recommends: "Reasons why you should try yoga", "Reasons why I love it". */
const RECOMMENDS = setOf("should must need try start love recommend");
/** "Ways it makes you feel worse", "Reasons why it is bad for you". */
const BAD = setOf("bad worse worst worsen wrong");
const AGAINST: ReadonlySet<Stance> = new Set(["not", "doubt", "fail"]);

/** "5 Ways Gardening Improves Your Health" says what it does, "5 Ways to Sleep Better" what you do; "5 Ways Sugar Affects You" nothing good. */
export function saysWhatItDoes(tokens: readonly Token[], noun: number): boolean {
  const kind = tokens[noun]?.norm;
  const next = tokens[noun + 1]?.norm;
  if (kind === "effect" || kind === "property" || kind === "power" || kind === "wonder") {
    const before = tokens.slice(Math.max(0, noun - 3), noun).map(({ norm }) => norm);
    const isGood = before.some((word) =>
      /^(?:health|healing|positive|beneficial|medicinal|therapeutic|healthy)$/.test(word),
    );
    return isGood && !before.includes("side");
  }
  const rest = tokens.slice(noun + 1).map(({ norm }) => norm);
  if (rest.some((word) => BAD.has(word))) return false;
  // "The Benefits of Nose Breathing: 4 Reasons You Shouldn't Breathe by the Mouth".
  if (kind === "reason" && tokens.slice(0, noun).some(({ norm }) => PROMISED.has(norm))) return true;
  if (kind === "reason") {
    if (next === "to") return saysTry(rest[1]);
    return (next === "why" || next === "you") && (brings(rest, BRINGS) || recommends(rest));
  }
  if (next === "to" || next === "for" || next === undefined || next === "you" || next === "of") return false;
  return brings(rest.slice(0, 7), BRINGS) || changesLife(rest);
}

/** Whether one of some words is said, and nothing before it takes it back. */
function brings(words: readonly string[], wanted: ReadonlySet<string>): boolean {
  const at = words.findIndex((word) => wanted.has(word));
  return at >= 0 && !words.slice(0, at).some((word) => stancesOf(word).some((one) => AGAINST.has(one)));
}

/** "Why you should try yoga", not "why you should not", "should quit". */
function recommends(words: readonly string[]): boolean {
  const at = words.findIndex((word) => RECOMMENDS.has(word));
  return brings(words, RECOMMENDS) && saysTry(words[at + 1] ?? "");
}

/** "How journaling changed my life". */
function changesLife(words: readonly string[]): boolean {
  const at = words.findIndex((word) => /^change[ds]?$/.test(word));
  return at >= 0 && words.slice(at, at + 3).includes("life");
}

/** "Reasons to sweat" promises benefits, "reasons to quit" does not. */
function saysTry(word: string | undefined): boolean {
  return (
    word !== undefined &&
    !/^(?:avoid|quit|stop|skip|worry|not|never|limit|reduce|be|ditch|leave|fear|cut|see|rethink|wait)$/.test(
      word,
    )
  );
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  quot: '"',
  apos: "'",
  nbsp: " ",
  rsquo: "’",
  lsquo: "‘",
};

/** Old exports keep HTML entities in titles: "Raynaud&#8217;s". */
export function decodeEntities(title: string): string {
  return title.replace(
    /&(?:#(\d{1,6})|([a-z]{2,6}));/gi,
    (whole, code: string | undefined, name: string | undefined) => {
      if (code) return Number(code) <= 0x10ffff ? String.fromCodePoint(Number(code)) : whole;
      return ENTITIES[(name ?? "").toLowerCase()] ?? whole;
    },
  );
}
