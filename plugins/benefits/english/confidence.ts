import type { Facts } from "../model.ts";
import type { Candidate } from "./candidate.ts";

/** What is only "said to" help waits for the writer: readers of the labelled sentences do not agree whose word it is. */
export const REPORTED_UP_TO = 0.5;

/** What a bare name means among words that nobody explains is for the writer to say, whether a noun behind a name changes what it means, and what stands below a title, heading or label that is no evidence for it. */
const UNCLEAR_UP_TO = 0.7;

/** Furthest from even that a model is believed, in log odds. */
const LIMIT = 6;

/** What is known of a listed benefit when the share of such benefits that are right is asked. */
export function listedFacts(
  { likeness, canonicals, foreignCount, looseCount, heading, isHedged }: Candidate,
  probability: number,
  group: Facts,
): Facts {
  return {
    odds: oddsOf(probability),
    bare: Number(likeness < 2),
    several: Number(canonicals.length >= 3),
    two: Number(canonicals.length === 2),
    long: Number(heading.split(" ").length > 9),
    hedged: Number(isHedged),
    "-unannounced": group["-unannounced"] ?? 0,
    "-few": Number(!group["+as many as promised"] && Boolean(group["-items one"] || group["-items two"])),
    "+promised": group["+as many as promised"] ?? 0,
    "-ill among goods": group["-ill among goods"] ?? 0,
    "+borne out": group["+borne out"] ?? 0,
    "-below a claim": group["-home claims"] ?? 0,
    "-foreign": foreignCount / Math.max(1, canonicals.length),
    "-loose": looseCount / Math.max(1, canonicals.length),
  };
}

/** Most that a listed benefit is believed, however many of its like are right: what others tell, and what may mean something else, waits. */
export function listedUpTo(facts: Facts): number {
  return Math.min(
    facts["-told by others"] ? REPORTED_UP_TO : 1,
    facts["-odd company"] || facts["-of another"] || facts["-told unclearly"] ? UNCLEAR_UP_TO : 1,
  );
}

/** The same for a benefit asserted in a sentence. */
export function saidFacts(probability: number, isForeign: boolean): Facts {
  return { odds: oddsOf(probability), "-foreign": Number(isForeign) };
}

/**
 * What a sentence is believed when the weights say `share` of its like are right.
 * They say so of articles like those they were learnt on: of others, every time
 * that lines were judged after the run, a fifth of the surest sentences was wrong.
 * Up to even they are believed as they are; from there on less.
 */
export function unseenShare(share: number): number {
  return share <= 0.5 ? share : 0.5 + 0.8 * (share - 0.5);
}

function oddsOf(probability: number): number {
  const odds = Math.log(probability / (1 - probability));
  return Math.max(-LIMIT, Math.min(LIMIT, odds));
}
