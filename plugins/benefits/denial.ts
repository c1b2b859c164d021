import type { Token } from "../article/tokens.ts";

/** A part of a sentence between words of contrast, as a half-open range of tokens. */
export interface Clause {
  readonly from: number;
  readonly to: number;
  /** The whole clause is denied, doubted or merely asked. */
  readonly isDenied: boolean;
}

const CONTRAST = new Set([
  "although",
  "though",
  "but",
  "yet",
  "however",
  "while",
  "whereas",
  ";",
  "despite",
  "unlike",
]);

/** Forms of not. */
const NOT = new Set([
  "not",
  "cannot",
  "cant",
  "dont",
  "doesnt",
  "didnt",
  "isnt",
  "arent",
  "wasnt",
  "werent",
  "hasnt",
  "havent",
  "hadnt",
  "wont",
  "wouldnt",
  "couldnt",
  "shouldnt",
]);

/** Phrases that deny or doubt what their clause says; each a run of normal forms, `*` for up to four words. */
const DENIALS: readonly (readonly string[])[] = [
  "not * proven",
  "not * verified",
  "not * supported",
  "not * shown",
  "not * confirmed",
  "not * established",
  "not * demonstrated",
  "not * support",
  "not * confirm",
  "not * prove",
  "not * show",
  "not * find",
  "not * approved",
  "not * proof",
  "not * evidence",
  "not enough evidence",
  "not * effective",
  "not * true",
  "not * work",
  "not * clear",
  "not * known",
  "not * certain",
  "never * proven",
  "never * shown",
  "no * evidence",
  "no * proof",
  "little * evidence",
  "lack * evidence",
  "limited evidence",
  "evidence * limited",
  "insufficient",
  "inconclusive",
  "unproven",
  "unsupported",
  "unfounded",
  "unverified",
  "debunked",
  "myth",
  "false claim",
  "mixed result",
  "mixed evidence",
  "evidence * mixed",
  "result * mixed",
  "evidence * weak",
  "weak evidence",
  "evidence * lacking",
  "evidence * thin",
  "no better than",
  "no effect",
  "no * effect",
  "no * benefit",
  "no * difference",
  "no * improvement",
  "failed to",
  "fail to",
  "jury * out",
  "no cure",
  "scant evidence",
  "remains unclear",
  "remain unclear",
  "unclear whether",
  "unclear if",
  "too early",
  "more hype",
  "misleading",
  "exaggerated",
  "overstated",
  "snake oil",
  "conflicting",
  "cannot be said",
  "no reason to believe",
  "no * data",
  "not * backed",
  "not * convincing",
  "nothing to",
  "disproven",
  "refuted",
  "overhyped",
  "no * link",
  "doubtful",
  "questionable",
  "no * trial",
  "unlikely",
  "no * study",
  "no * research",
  "not * studied",
  "not * tested",
  "not * substitute",
  "not * replace",
  "not * replacement",
  "not * intended",
].map((phrase) => phrase.split(" "));
const DENIALS_BY_START = groupByStart(DENIALS);

/** Clause beginnings under which nothing is asserted. */
const ASKING = new Set(["if", "whether", "unless", "imagine", "suppose"]);
/** Words that make a denial speak of what came before ("these claims are unproven"). */
const BACK = new Set(["this", "these", "such", "those"]);
/** Pronouns do so only in few words ("but it is unproven"); in many they speak of the subject. */
const BACK_SHORTLY = new Set(["it", "them", "they", "that"]);
const SHORT_CLAUSE = 9;

/** Clauses of a sentence; a denial that points back ("…, yet such claims are unproven") denies the clause before it too. */
export function splitClauses(tokens: readonly Token[], from: number, to: number): Clause[] {
  const bounds = [from];
  for (let at = from + 1; at < to; at++) if (CONTRAST.has((tokens[at] as Token).norm)) bounds.push(at);
  bounds.push(to);
  const clauses = bounds.slice(1).map((end, index): Clause => {
    const start = bounds[index] as number;
    return { from: start, to: end, isDenied: isDenied(tokens, start, end) };
  });
  return clauses.map((clause, index) => {
    const next = clauses[index + 1];
    const isTakenBack = next?.isDenied === true && pointsBack(tokens, next);
    return isTakenBack ? { ...clause, isDenied: true } : clause;
  });
}

/** True when the words deny or doubt what they say. */
export function isDenied(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    for (const phrase of DENIALS_BY_START.get((tokens[at] as Token).norm) ?? []) {
      if (matches(tokens, at, to, phrase) && tokens[at + 1]?.norm !== "only") return true;
    }
  }
  return false;
}

/** True when a denying sentence speaks of what was said before it. */
export function pointsBack(
  tokens: readonly Token[],
  { from, to }: { readonly from: number; readonly to: number },
): boolean {
  for (let at = from; at < to; at++) {
    const { norm } = tokens[at] as Token;
    if (BACK.has(norm) || (to - from <= SHORT_CLAUSE && BACK_SHORTLY.has(norm))) return true;
  }
  return false;
}

function matches(tokens: readonly Token[], from: number, to: number, phrase: readonly string[]): boolean {
  let at = from;
  for (let index = 0; index < phrase.length; index++) {
    if (phrase[index] !== "*") {
      if (at >= to || !isForm((tokens[at] as Token).norm, phrase[index] as string)) return false;
      at++;
      continue;
    }
    const wanted = phrase[index + 1] as string;
    let skipped = 0;
    while (at < to && skipped <= 4 && !isForm((tokens[at] as Token).norm, wanted)) {
      at++;
      skipped++;
    }
    if (at >= to || skipped > 4) return false;
  }
  return true;
}

function isForm(norm: string, wanted: string): boolean {
  return norm === wanted || (wanted === "not" && NOT.has(norm));
}

function groupByStart(
  phrases: readonly (readonly string[])[],
): ReadonlyMap<string, readonly (readonly string[])[]> {
  const groups = new Map<string, (readonly string[])[]>();
  for (const phrase of phrases) {
    const starts = phrase[0] === "not" ? ["not", ...NOT] : [phrase[0] as string];
    for (const start of new Set(starts)) groups.set(start, [...(groups.get(start) ?? []), phrase]);
  }
  return groups;
}

/** Words that turn the next verb around. */
const NEGATORS = new Set([
  ...NOT,
  "no",
  "never",
  "without",
  "neither",
  "nor",
  "hardly",
  "rarely",
  "instead",
  "rather",
  "unable",
  "fail",
  "failed",
  "stop",
  "avoid",
  "little",
  "few",
  "nothing",
  "none",
  "false",
  "less likely",
]);
/** Words of wanting: what people seek is not yet said to happen. */
const WANTING = new Set([
  "want",
  "wanting",
  "wish",
  "wishing",
  "hope",
  "hoping",
  "looking",
  "look",
  "trying",
  "try",
  "struggling",
  "struggle",
  "seeking",
  "seek",
  "need",
  "hard",
  "difficult",
  "wanted",
  "tried",
  "aim",
  "aiming",
  "difficulty",
  "inability",
  "failure",
  "trouble",
]);
const NEGATION_REACH = 5;

/** True when the verb at `at` is negated or only wished for by words before it in the same clause. */
export function isNegatedAt(tokens: readonly Token[], clauseFrom: number, at: number): boolean {
  for (let index = at - 1; index >= Math.max(clauseFrom, at - NEGATION_REACH); index--) {
    const { norm, isWord } = tokens[index] as Token;
    if (!isWord && norm !== "“" && norm !== '"') return false;
    if (WANTING.has(norm) && tokens[index + 1]?.norm !== "forward") return true;
    if (!NEGATORS.has(norm)) continue;
    const after = tokens[index + 1]?.norm;
    const isPositive =
      after === "only" ||
      after === "just" ||
      after === "merely" ||
      after === "doubt" ||
      after === "wonder" ||
      after === "longer" ||
      after === "simply" ||
      after === "surprise";
    return !isPositive;
  }
  return false;
}

/** True when a plain "not" before the verb at `at` turns it around ("does not cure"). */
export function isDeniedAt(tokens: readonly Token[], clauseFrom: number, at: number): boolean {
  for (let index = at - 1; index >= Math.max(clauseFrom, at - 3); index--) {
    const { norm } = tokens[index] as Token;
    if (NOT.has(norm)) return !/^(?:only|just|merely|simply)$/.test(tokens[index + 1]?.norm ?? "");
  }
  return false;
}

/** True when the token at `at` stands in a condition ("if you can relieve the pain, …") or a purpose of somebody else's. */
export function isConditional(tokens: readonly Token[], clauseFrom: number, at: number): boolean {
  for (let index = at - 1; index >= clauseFrom; index--) {
    const { norm } = tokens[index] as Token;
    if (norm === ",") return false;
    if (ASKING.has(norm) || (index === clauseFrom && norm === "to")) return true;
  }
  return false;
}

const HEDGES = new Set(
  (
    "may might could possibly potentially potential perhaps suggest suggested suggesting seem seemed appear appeared likely believed thought said claimed " +
    "reported reportedly traditionally anecdotal anecdotally preliminary probably"
  ).split(" "),
);

/** True when the words say it with reserve ("may help", "is thought to"). */
export function isHedged(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (HEDGES.has((tokens[at] as Token).norm)) return true;
  return false;
}
