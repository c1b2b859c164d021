import type { Given } from "./article.ts";
import { CLAIM_CASES } from "./cases-claims.ts";
import { FACT_CASES } from "./cases-facts.ts";
import { TEXT_CASES } from "./cases-text.ts";

/** An article with the fault and its twin without: by rule, at least one of each. */
export interface Cases {
  readonly fires: Readonly<Record<string, Given>>;
  readonly quiet: Readonly<Record<string, Given>>;
}

export const CASES: Readonly<Record<string, Cases>> = { ...FACT_CASES, ...CLAIM_CASES, ...TEXT_CASES };
