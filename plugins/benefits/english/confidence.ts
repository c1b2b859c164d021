import type { Facts } from "../model.ts";
import type { Candidate } from "./candidate.ts";

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

/** The same for a benefit asserted in a sentence. */
export function saidFacts(probability: number, isForeign: boolean): Facts {
  return { odds: oddsOf(probability), "-foreign": Number(isForeign) };
}

function oddsOf(probability: number): number {
  const odds = Math.log(probability / (1 - probability));
  return Math.max(-LIMIT, Math.min(LIMIT, odds));
}
