import type { Tag } from "./tagger.ts";
import type { Token } from "./tokens.ts";

/** Half-open range of tokens. */
export type Range = readonly [from: number, to: number];

/**
 * A clause around one verb and its object: who does it, the verb with its
 * helpers, what stands between verb and object, behind it, and before it all.
 */
export interface Zones {
  readonly subject: Range;
  readonly verb: Range;
  readonly between: Range;
  readonly after: Range;
  /** What governs the clause or stands before it. */
  readonly before: Range;
  /** The clause tells more of a noun: "a drug that lowers …". */
  readonly isRelative: boolean;
  /** The clause fills another that stands before it: "we doubt that …", "it is unclear whether …". */
  readonly isGoverned: boolean;
}

const HELPERS = new Set(["AUX", "ADV", "PART", "VERB"]);
const LINKS = new Set([
  "that",
  "how",
  "which",
  "who",
  "because",
  "since",
  "as",
  "if",
  "whether",
  "when",
  "while",
  "although",
  "though",
]);
/** Nouns that a clause with "that" fills: "the idea that …". */
const CONTENT = new Set(
  "idea notion belief claim promise evidence proof sign hope view rumor fact myth doubt theory thought suggestion assumption finding indication data reason".split(
    " ",
  ),
);
/** Clauses that grant something before the main one ("Although it is no drug, …"). */
const GRANTS = new Set(["although", "though", "while", "despite", "whereas", "besides"]);
const GOVERNS = new Set(["that", "whether", "if", "how"]);
/** Furthest that the helpers of a verb are looked for. */
const VERB_REACH = 8;

/** Zones of the clause in tokens `from`..`to` whose verb stands at `steerAt` and whose object is `at`..`end`. */
export function zonesOf(
  tokens: readonly Token[],
  tagAt: (index: number) => Tag,
  [from, to]: Range,
  claim: { readonly steerAt: number; readonly at: number; readonly end: number },
): Zones {
  const low = Math.min(claim.steerAt, claim.at);
  const high = Math.max(claim.steerAt, claim.at);
  let verb = low;
  while (verb > from && low - verb < VERB_REACH && isHelper(tokens[verb - 1] as Token, tagAt(verb - 1)))
    verb--;
  let start = verb;
  while (start > from && !isBoundary(tokens, tagAt, start - 1)) start--;
  const link = tokens[start - 1];
  const isCoordinated = start === verb && link?.norm === ",";
  const governor = isCoordinated ? governorOf(tokens, tagAt, from, start) : start - 1;
  const isRelative = start > from && isRelativeAt(tokens, tagAt, start - 1, verb - start);
  const subject: Range =
    isRelative && link
      ? [nounStart(tokens, tagAt, from, start - 1), start - 1]
      : isCoordinated
        ? firstNoun(tokens, tagAt, governor < 0 ? from : governor + 1, start - 1)
        : [start, verb];
  return {
    subject,
    verb: [verb, low],
    between: [low, high],
    after: [Math.max(claim.end, high), to],
    before: [Math.min(afterGrant(tokens, from, subject[0]), subject[0]), subject[0]],
    isRelative,
    isGoverned: !isRelative && start > from && GOVERNS.has(tokens[governor]?.norm ?? ""),
  };
}

function isHelper({ norm, isWord }: Token, tag: Tag): boolean {
  return isWord && (HELPERS.has(tag) || norm === "to") && !LINKS.has(norm);
}

function isBoundary(tokens: readonly Token[], tagAt: (index: number) => Tag, index: number): boolean {
  const { norm, isWord } = tokens[index] as Token;
  if (!isWord) return norm !== "-" && norm !== '"' && norm !== "“" && norm !== "”";
  return LINKS.has(norm) && tagAt(index) !== "DET";
}

/** "A drug that lowers …": a link right before the verb, behind a noun that no clause fills. */
function isRelativeAt(
  tokens: readonly Token[],
  tagAt: (index: number) => Tag,
  link: number,
  subjectLength: number,
): boolean {
  const { norm } = tokens[link] as Token;
  if (subjectLength > 0 || (norm !== "that" && norm !== "which" && norm !== "who")) return false;
  const before = tokens[link - 1];
  const at = before && !before.isWord ? link - 2 : link - 1;
  return at >= 0 && isNoun(tagAt(at)) && !CONTENT.has(tokens[at]?.norm ?? "");
}

function nounStart(
  tokens: readonly Token[],
  tagAt: (index: number) => Tag,
  from: number,
  to: number,
): number {
  let start = to;
  while (start > from && (!isBoundary(tokens, tagAt, start - 1) || start === to) && !isVerb(tagAt(start - 1)))
    start--;
  return start;
}

/** "Fans say that it lifts mood, clears the skin": the word that governs all of the list; -1 for none. */
function governorOf(
  tokens: readonly Token[],
  tagAt: (index: number) => Tag,
  from: number,
  to: number,
): number {
  for (let at = from; at < to; at++)
    if (GOVERNS.has((tokens[at] as Token).norm) && isBoundary(tokens, tagAt, at)) return at;
  return -1;
}

/** "Turmeric eases pain, lifts mood": a verb right behind a comma has the doer with which the clause began. */
function firstNoun(tokens: readonly Token[], tagAt: (index: number) => Tag, from: number, to: number): Range {
  let end = from;
  while (end < to && (tokens[end] as Token).isWord && !isVerb(tagAt(end))) end++;
  return [from, end];
}

export function isNoun(tag: Tag): boolean {
  return tag === "NOUN" || tag === "PROPN";
}

function isVerb(tag: Tag): boolean {
  return tag === "VERB" || tag === "AUX";
}

function afterGrant(tokens: readonly Token[], from: number, to: number): number {
  if (!GRANTS.has(tokens[from]?.norm ?? "")) return from;
  for (let at = from; at < to; at++) if (tokens[at]?.norm === ",") return at + 1;
  return from;
}
