import type { Block } from "../article/types.ts";
import type { Claim } from "./claims.ts";
import { hasNot, isConditional, isDenied, isDeniedAt, isHedged, isNegatedAt, pointsBack } from "./denial.ts";
import { claimsInSentence, type Reading, type SentenceParts } from "./reading.ts";
import type { Sentence } from "./sentences.ts";
import type { Token } from "./tokens.ts";

/** A claim asserted in a sentence of running text. */
export interface ProseClaim {
  readonly canonical: Claim["canonical"];
  readonly evidence: string;
  readonly isHedged: boolean;
  /** 0..1. */
  readonly confidence: number;
}

/** Claims that a block asserts of the article's subject, in order. */
export function proseClaims(reading: Reading, block: Block): ProseClaim[] {
  const tokens = reading.tokensOf(block.text);
  const sentences = reading.sentencesOf(block.text);
  return sentences.flatMap((sentence, index): ProseClaim[] => {
    const next = sentences[index + 1];
    if (sentence.isQuestion || (next && isTakenBackBy(tokens, next))) return [];
    if (block.kind !== "listItem" && isOrder(reading, block.text, tokens, sentence)) return [];
    return claimsOf(reading, tokens, sentence).map((claim) => ({
      canonical: claim.canonical,
      evidence: textOf(block.text, tokens, sentence),
      isHedged: isHedged(tokens, sentence.from, sentence.to),
      confidence: mentionsSubject(reading, tokens, sentence.from, claim.at) ? 0.7 : 0.5,
    }));
  });
}

/** Canonicals that a block denies, doubts or turns down: what they say is nowhere else taken for a claim. */
export function deniedCanonicals(reading: Reading, block: Block): Claim["canonical"][] {
  const tokens = reading.tokensOf(block.text);
  return reading.sentencesOf(block.text).flatMap(({ clauses }, index, sentences) => {
    const next = sentences[index + 1];
    const isTakenBack = next !== undefined && isTakenBackBy(tokens, next);
    return clauses.flatMap((clause) => {
      if (!clause.isDenied && !isTakenBack && !hasNot(tokens, clause.from, clause.to)) return [];
      return claimsInSentence(reading, tokens, clause.from, clause.to)
        .filter(({ steerAt }) => clause.isDenied || isTakenBack || isDeniedAt(tokens, clause.from, steerAt))
        .map(({ canonical }) => canonical);
    });
  });
}

/** Those who praise a thing, and the words for their praise: what follows is theirs, not the article's. */
const PRAISERS = new Set(
  "fan proponent advocate supporter marketer seller company manufacturer promoter believer influencer enthusiast neighbor vendor producer follower devotee salesman ad internet web tiktok blog blogger headline legend rumor rumour hype media label package bottle brochure website advertisement leaflet".split(
    " ",
  ),
);
const PRAISE = new Set(
  "say claim believe swear argue insist promise credit tout boast said claimed".split(" "),
);

function isPraise(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    if (!PRAISERS.has((tokens[at] as Token).norm)) continue;
    for (let near = Math.max(from, at - 3); near < Math.min(to, at + 4); near++) {
      if (PRAISE.has((tokens[near] as Token).norm)) return true;
    }
  }
  return false;
}

function claimsOf(reading: Reading, tokens: readonly Token[], sentence: SentenceParts): Claim[] {
  return sentence.clauses.flatMap((clause) => {
    if (clause.isDenied || isPraise(tokens, clause.from, clause.to)) return [];
    return claimsInSentence(reading, tokens, clause.from, clause.to).filter(
      ({ steerAt, at }) =>
        !isNegatedAt(tokens, clause.from, steerAt) &&
        !isConditional(tokens, clause.from, at) &&
        !isSaidOfOther(reading, tokens, clause.from, Math.min(steerAt, at)),
    );
  });
}

/** "Avoid pressure on swellings", "Reduce stress by going to bed early": asks the reader to act. */
function isOrder(reading: Reading, text: string, tokens: readonly Token[], { from }: Sentence): boolean {
  const { norm, start, end } = tokens[from] as Token;
  const isBase = text.slice(start, end).toLowerCase() === norm;
  const meaning = reading.lexicon.meanings.match(tokens, from)?.value;
  const isVerb = meaning?.naming === null && meaning.steering.some(({ leads }) => leads);
  return (
    isBase &&
    isVerb &&
    !/(?:ed|ing)$/.test(norm) &&
    !meaning.steering.some(({ adjective }) => adjective !== null)
  );
}

/** "However, there is no evidence for these claims." takes back the sentence before it. */
function isTakenBackBy(tokens: readonly Token[], next: Sentence): boolean {
  const opening = (tokens[next.from] as Token).norm;
  const isContrast =
    opening === "however" || opening === "but" || opening === "yet" || opening === "unfortunately";
  const length = next.to - next.from;
  // "It does not." "They don't."
  if (
    length <= 5 &&
    (opening === "it" || opening === "they" || opening === "not" || opening === "this" || opening === "that")
  ) {
    return isNegatedAt(tokens, next.from, next.to);
  }
  const isShort = length <= 30;
  return (
    isShort &&
    isDenied(tokens, next.from, next.to) &&
    (isContrast || /^(?:these|such|those|this)$/.test(opening)) &&
    pointsBack(tokens, next)
  );
}

function textOf(text: string, tokens: readonly Token[], { from, to }: Sentence): string {
  const end = tokens[to]?.end ?? (tokens[to - 1] as Token).end;
  return text.slice((tokens[from] as Token).start, end).trim();
}

/** Words that stand for the subject. */
const PRONOUNS = new Set("it this these they them".split(" "));
/** Kinds of thing that the subject may be. */
const KINDS = new Set(
  (
    "treatment therapy session practice herb plant oil supplement tea fruit spice root extract remedy technique method " +
    "doing practicing use using eating drinking taking regular leaf seed compound ritual exercise pose posture practitioner therapist stroke needle point benefit drink food vegetable"
  ).split(" "),
);
/** What brings about no benefit of the subject: troubles, drugs, other people. */
const OTHERS = new Set(
  (
    "medication drug medicine doctor physician surgery antidepressant ibuprofen aspirin acetaminophen chemotherapy steroid antibiotic opioid statin sedative " +
    "pharmaceutical stress insomnia anxiety depression inflammation smoking alcohol sugar deprivation disorder disease deficiency pain fatigue obesity injury " +
    "infection illness tension body brain hormone cortisol brain vaccine insurance company employer government kidney liver heart lung muscle skin organ blood food caffeine"
  ).split(" "),
);

/** Names of whole systems, under which the subject itself is practised. */
const SYSTEMS = new Set([
  "",
  "tcm",
  "ayurveda",
  "naturopathy",
  "herbal-medicine",
  "phytotherapy",
  "dietary-supplements",
]);
const POINTING = new Set([
  "the",
  "this",
  "these",
  "that",
  "our",
  "each",
  "a",
  "an",
  "of",
  "such",
  "your",
  "its",
]);

/** A pronoun, or a noun for the kind of thing with a pointer before it or nothing ("the oil", "regular sessions"). */
function standsForSubject(tokens: readonly Token[], from: number, at: number): boolean {
  const { norm } = tokens[at] as Token;
  if (PRONOUNS.has(norm)) return true;
  if (!KINDS.has(norm)) return false;
  const before = tokens[at - 1];
  return (
    at === from ||
    before === undefined ||
    !before.isWord ||
    POINTING.has(before.norm) ||
    POINTING.has(tokens[at - 2]?.norm ?? "")
  );
}

function mentionsSubject(reading: Reading, tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const match = reading.lexicon.therapies.match(tokens, at);
    if (match && reading.subject.has(match.value)) return true;
    if (standsForSubject(tokens, from, at)) return true;
  }
  return false;
}

/** Looks back no further than this for the doer, in tokens. */
const DOER_REACH = 25;

/**
 * True where the words before the verb name another doer and not the subject:
 * "Melatonin supplements improve sleep" in an article on massage, "stress
 * impairs …", "the body repairs …".
 */
function isSaidOfOther(reading: Reading, tokens: readonly Token[], from: number, steerAt: number): boolean {
  for (let at = steerAt - 1; at >= Math.max(from, steerAt - DOER_REACH); at--) {
    const { norm, isWord } = tokens[at] as Token;
    if (!isWord) continue;
    const match = reading.lexicon.therapies.match(tokens, at);
    if (match && match.end <= steerAt && !isPartOfSubject(reading, tokens, at)) {
      if (reading.subject.has(match.value)) return false;
      if (reading.subject.size > 0 && !SYSTEMS.has(match.value) && !isBeside(tokens, at))
        return !isNamedBefore(reading, tokens, from, at);
    } else if (standsForSubject(tokens, from, at)) return false;
    else if (OTHERS.has(norm) && isDoer(tokens, at, steerAt)) return true;
  }
  return false;
}

/** The "tea" of "ginger tea". */
function isPartOfSubject(reading: Reading, tokens: readonly Token[], at: number): boolean {
  for (let index = Math.max(0, at - 3); index < at; index++) {
    const match = reading.lexicon.therapies.match(tokens, index);
    if (match && match.end > at && reading.subject.has(match.value)) return true;
  }
  return false;
}

/** "Yoga and meditation calm the mind": named in one breath with the subject. */
function isNamedBefore(reading: Reading, tokens: readonly Token[], from: number, at: number): boolean {
  for (let index = Math.max(from, at - 6); index < at; index++) {
    const match = reading.lexicon.therapies.match(tokens, index);
    if (match && reading.subject.has(match.value) && match.end <= at) {
      const between = tokens.slice(match.end, at).map(({ norm }) => norm);
      return between.some((norm) => norm === "and" || norm === "with" || norm === "or" || norm === ",");
    }
  }
  return false;
}

/** Words that put what follows them beside the matter: "better than medication", "interacts with drugs". */
const BESIDE = new Set(
  "than unlike versus vs over without instead to with from of on for like via through during could can will would may might must should".split(
    " ",
  ),
);

function isBeside(tokens: readonly Token[], at: number): boolean {
  return BESIDE.has(tokens[at - 1]?.norm ?? "");
}

/** A noun close before the verb acts, unless words put it aside; with "that" behind it, it acts in any case. */
function isDoer(tokens: readonly Token[], at: number, steerAt: number): boolean {
  const after = tokens[at + 1]?.norm;
  if (after === "that" || after === "which" || after === "who") return steerAt - at <= 4;
  if (isBeside(tokens, at)) return false;
  for (let index = at + 1; index < steerAt; index++) {
    const { norm, isWord } = tokens[index] as Token;
    if (!isWord || norm === "by" || norm === "and") return false;
  }
  return steerAt - at <= 4;
}
