import {
  ASKING,
  BACK,
  BACK_SHORTLY,
  CONTRAST,
  DENIALS,
  HEDGES,
  NEGATORS,
  NOT,
  WANTING,
} from "./denial-words.ts";
import type { Token } from "./tokens.ts";

/** A part of a sentence between words of contrast, as a half-open range of tokens. */
export interface Clause {
  readonly from: number;
  readonly to: number;
  /** The whole clause is denied, doubted or merely asked. */
  readonly isDenied: boolean;
}

const DENIALS_BY_START = groupByStart(DENIALS);

const SHORT_CLAUSE = 9;

/** Clauses of a sentence; a denial that points back ("…, yet such claims are unproven") denies the clause before it too. */
export function splitClauses(tokens: readonly Token[], from: number, to: number): Clause[] {
  const bounds = [from];
  for (let at = from + 1; at < to; at++) {
    // "Not only pain but also anxiety" adds, and speaks against nothing.
    const isBound = CONTRAST.has((tokens[at] as Token).norm) && tokens[at + 1]?.norm !== "also";
    if (isBound) bounds.push(at);
  }
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
  return to - from <= SHORT_CLAUSE && endsInProof(tokens, from, to);
}

/** "…, but there is no proof.": of nothing else than what was said. */
function endsInProof(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = to - 1; at > from; at--) {
    const { isWord, norm } = tokens[at] as Token;
    if (isWord) return PROOF.has(norm);
  }
  return false;
}

const PROOF = new Set(["proof", "evidence", "yet"]);

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

/** True when the token at `at` stands in a condition ("if you can relieve the pain, …") or a purpose of somebody else's. */
export function isConditional(tokens: readonly Token[], clauseFrom: number, at: number): boolean {
  for (let index = at - 1; index >= clauseFrom; index--) {
    const { norm } = tokens[index] as Token;
    if (norm === ",") return false;
    if (ASKING.has(norm) || (index === clauseFrom && norm === "to")) return true;
  }
  return false;
}

/** True when the words say it with reserve ("may help", "is thought to"). */
export function isHedged(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (HEDGES.has((tokens[at] as Token).norm)) return true;
  return false;
}
