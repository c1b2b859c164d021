import type { Passage } from "../language.ts";
import type { Claim } from "./claims.ts";
import { isNegatedAt } from "./denial.ts";
import { claimsInSentence, type Reading, type SentenceParts } from "./reading.ts";
import type { Token } from "./tokens.ts";
import { setOf } from "./word-set.ts";

/** Words before a name that is only compared, or done without: "more than yoga", "unlike massage", "in contrast to it". */
const BESIDE = setOf("than unlike without instead compared contrast opposed over beat beats not");
/** The same in a sentence, which says it of one of two; a heading is on both. */
export const VERSUS = setOf("vs versus");
/** How far before a name such a word may stand: "instead of a massage". */
const BESIDE_REACH = 3;
/** "It", "these": who does it was named before, and not by the name that stands in between. */
const POINTS_BACK = setOf("it they this these those he she we both");
/** Words that stand around a verb and are nobody who does it. */
const AROUND_VERB = setOf(
  "and or also then even may might can could will would to help which that who has have had been be is are was were shown found known proven often usually",
);
/** Of names behind them something else is the subject: "a short flow after running". */
const BY_THE_WAY = setOf("after before during while into to for in beside");
/** Who these are only the text before tells. */
const ORDINAL = setOf("former latter");
/** "Sleep improves with yoga": before the name of what did it. */
const BY_MEANS = setOf("with by from of through via using during after");
/** What parts a clause within a sentence. */
const BREAK = /^[:;()–—]$/;

/** Therapies of an article by name. */
export interface Names {
  readonly reading: Reading;
  readonly own: ReadonlySet<string>;
}

/** A name in a text: tokens `at`..`end`. */
interface Named {
  readonly id: string;
  readonly at: number;
  readonly end: number;
}

/** Ids of therapies. */
export type Ids = ReadonlySet<string>;

export const NONE: Ids = new Set();

/** How a sentence names therapies. */
export interface Said {
  /** As what does it. */
  readonly doers: Ids;
  /** As the means of it. */
  readonly means: Ids;
  /** At all; none where what does it is something else, whatever is named by the way. */
  readonly named: Ids;
  /** It speaks of the former or the latter. */
  readonly isOrdinal: boolean;
}

/** How the sentence of a passage names therapies, by the clause that says or denies its benefit. */
export function inSentence(names: Names, { evidence, canonicals, isDenial }: Passage): Said {
  const { reading } = names;
  const tokens = reading.tokensOf(evidence);
  const all = reading.sentencesOf(evidence).flatMap((one) => claimsOf(names, tokens, one, canonicals));
  const isMeant = (claim: ClaimOf): boolean => claim.isDenied === isDenial;
  const claims = all.some(isMeant) ? all.filter(isMeant) : all;
  const named = reading
    .sentencesOf(evidence)
    .flatMap(({ clauses }) => clauses.flatMap(({ from, to }) => namesInClause(names, tokens, from, to)));
  const means = named.filter(({ at }) => isBehind(tokens, at, BY_MEANS, 2) && !isBeside(tokens, at, VERSUS));
  const isAnother = claims.length > 0 && claims.every(({ doers }) => doers?.size === 0);
  return {
    doers: new Set(claims.flatMap(({ doers }) => [...(doers ?? NONE)])),
    means: idsOf(means),
    named: isAnother ? NONE : idsOf(named),
    isOrdinal: tokens.some(({ norm }) => ORDINAL.has(norm)),
  };
}

/** A claim of a sentence, with the therapies that do it there. */
interface ClaimOf {
  /** None where something else does it; null where nobody is named. */
  readonly doers: Ids | null;
  readonly isDenied: boolean;
}

/** "Yoga" of "Yoga eases pain and massage improves sleep", asked for less pain; none of "After yoga, it eases pain". */
function claimsOf(
  names: Names,
  tokens: readonly Token[],
  { clauses }: SentenceParts,
  canonicals: readonly string[],
): readonly ClaimOf[] {
  let doers: Ids | null = null;
  return clauses.flatMap(({ from, to, isDenied }): readonly ClaimOf[] => {
    let start = from;
    const claims = [...claimsInSentence(names.reading, tokens, from, to)];
    claims.sort((a, b) => a.steerAt - b.steerAt);
    return claims.flatMap(({ canonical, steerAt, at, end }): readonly ClaimOf[] => {
      const verb = Math.min(steerAt, at);
      doers = doersBefore(names, tokens, [start, verb], start === from) ?? doers;
      start = Math.max(start, end);
      if (!canonicals.includes(canonical)) return [];
      return [{ doers, isDenied: isDenied || isNegatedAt(tokens, from, steerAt) }];
    });
  });
}

/**
 * The therapies that are the subject of a verb, with those joined to them; none
 * where something else is; null where nothing is named since what was said last.
 */
function doersBefore(
  names: Names,
  tokens: readonly Token[],
  [from, verb]: readonly [number, number],
  isFirst: boolean,
): Ids | null {
  const found = namesIn(names, tokens, from, verb).filter(
    ({ at }) => !isBeside(tokens, at, VERSUS) && !isBehind(tokens, at, BY_THE_WAY, 2),
  );
  let at = verb;
  let isAnother = false;
  while (at > from) {
    const named = found.find(({ end }) => end === at);
    if (named) return joinedTo(named, found, tokens);
    const { norm, isWord } = tokens[at - 1] as Token;
    if (POINTS_BACK.has(norm) || BREAK.test(norm)) return NONE;
    const isAround = !isWord || AROUND_VERB.has(norm) || norm.endsWith("ly");
    // "Studies of yoga show that practice helps", "After a sauna, a cold shower does".
    if (isAnother && (norm === "," || norm === "that")) return NONE;
    // "Yoga, practised daily, improves": what stands between commas is by the way.
    if (norm === "," && isFirst && at === verb) {
      const before = tokens.slice(from, at - 1).findLastIndex((token) => token.norm === ",");
      if (before < 0) return NONE;
      at = from + before;
    } else {
      isAnother ||= !isAround;
      at--;
    }
  }
  return isAnother ? NONE : null;
}

/** "Yoga, massage and tai chi": all three, asked for the last. */
function joinedTo(last: Named, found: readonly Named[], tokens: readonly Token[]): Ids {
  const ids = new Set([last.id]);
  let first = last.at;
  for (const { id, at, end } of [...found].reverse()) {
    if (at >= first) continue;
    if (!tokens.slice(end, first).every(({ norm }) => JOINS.has(norm))) break;
    ids.add(id);
    first = at;
  }
  return ids;
}

const JOINS = setOf(", and or & with plus together combined the a an / +");

export function idsOf(found: readonly Named[]): Ids {
  return new Set(found.map(({ id }) => id));
}

/** Names of the article's therapies. */
export function namesIn(
  { reading: { lexicon }, own }: Names,
  tokens: readonly Token[],
  from: number,
  to: number,
): readonly Named[] {
  const found: Named[] = [];
  for (let at = from; at < to; at++) {
    const match = lexicon.therapies.match(tokens, at);
    if (!match) continue;
    if (own.has(match.value)) found.push({ id: match.value, at, end: match.end });
    at = match.end - 1;
  }
  return found;
}

export function namesInClause(
  names: Names,
  tokens: readonly Token[],
  from: number,
  to: number,
): readonly Named[] {
  return withoutTargets(namesIn(names, tokens, from, to), claimsInSentence(names.reading, tokens, from, to));
}

/** Without what is meant as a benefit: "better sleep" is no name of sleep. */
export function withoutTargets(found: readonly Named[], claims: readonly Claim[]): readonly Named[] {
  return found.filter(
    (name) => !claims.some(({ at, end, isDirect }) => isDirect && at < name.end && name.at < end),
  );
}

export function isBeside(tokens: readonly Token[], at: number, more: ReadonlySet<string>): boolean {
  return isBehind(tokens, at, BESIDE, BESIDE_REACH) || isBehind(tokens, at, more, BESIDE_REACH);
}

/** Whether one of some words stands so many words before, and no sign between. */
function isBehind(tokens: readonly Token[], at: number, wanted: ReadonlySet<string>, reach: number): boolean {
  const before = tokens.slice(Math.max(0, at - reach), at);
  return before.slice(before.findLastIndex(({ isWord }) => !isWord) + 1).some(({ norm }) => wanted.has(norm));
}
