import type { Direction } from "../../corpus/types.ts";
import { type Canonical, toCanonical } from "../canonical.ts";
import type { Naming } from "../lexicon.ts";
import { KEEPS, KEPT_LEVEL, KEPT_WELL } from "./claim-words.ts";
import type { Token } from "./tokens.ts";

/** A direction and a target read from some words. */
export interface Claim {
  readonly canonical: Canonical;
  /** Token indices: the direction's words, and the target's. */
  readonly steerAt: number;
  readonly at: number;
  readonly end: number;
  /** The words say the direction; false where only a target is named. */
  readonly isDirect: boolean;
}

/** A target met while reading, with what is known of its direction so far. */
export interface Found {
  readonly naming: Naming;
  readonly at: number;
  readonly end: number;
  direction: Direction | null;
  steerAt: number;
  isDirect: boolean;
  /** Came after words that end a direction's reach, or far from any list. */
  readonly isAside: boolean;
  readonly isListed: boolean;
  /** Number of the list it stands in. */
  readonly chain: number;
}

/** "Keeps your heart healthy" improves it, "keeps blood sugar in check" regulates it; "keeping skin, gums and teeth healthy" all of them. */
export function keepWell(list: readonly Found[], tokens: readonly Token[], at: number): void {
  const { norm } = tokens[at] as Token;
  const isWell = KEPT_WELL.has(norm);
  const last = list.at(-1);
  if (!last || !(isWell || KEPT_LEVEL.has(norm)) || at - last.end > 1) return;
  const kept = list.filter(({ chain }) => chain === last.chain);
  const keepsAt = keptAt(tokens, (kept[0] as Found).at);
  if (keepsAt < 0) return;
  for (const found of kept) {
    if (found.direction !== null || found.naming.target.nature === "burden") continue;
    found.direction = isWell ? found.naming.target.usual : "regulate";
    found.isDirect = true;
    found.steerAt = keepsAt;
  }
}

/** "Keeps colds away", "keeps infections at bay": prevents. */
export function keepAway(list: readonly Found[], tokens: readonly Token[], at: number, chain: number): void {
  for (const found of list) {
    const isNear = found.chain === chain && at - found.end <= 2;
    if (!isNear || found.naming.target.nature !== "burden" || keptAt(tokens, found.at) < 0) continue;
    found.direction = "prevent";
    found.isDirect = true;
  }
}

/** Where the verb of keeping stands that has the name at `at` as object; -1 for none. */
export function keptAt(tokens: readonly Token[], at: number): number {
  const from = Math.max(0, at - KEEPS_WITHIN);
  const place = tokens.slice(from, at).findLastIndex(({ norm }) => KEEPS.has(norm));
  return place < 0 ? -1 : from + place;
}

const KEEPS_WITHIN = 5;

/** The claims among what was found, each canonical once; headings may name a target alone. */
export function settle(list: readonly Found[], tokens: readonly Token[], isHeading: boolean): Claim[] {
  const hasDirect = list.some(({ isDirect, direction }) => isDirect && direction !== null);
  const claims = new Map<Canonical, Claim>();
  for (const [index, found] of list.entries()) {
    const next = list[index + 1];
    const isListed = found.isListed || (next?.isListed === true && next.chain === found.chain);
    const said = settledDirection(found, isHeading, hasDirect && (found.isAside || !isListed));
    if (said === null) continue;
    const direction = isTooLow(found, tokens) && said !== "prevent" ? "regulate" : said;
    const canonical = toCanonical(direction, found.naming.target.id);
    const { steerAt, at, end, isDirect } = found;
    if (claims.has(canonical)) continue;
    claims.set(canonical, { canonical, steerAt: steerAt < 0 ? at : steerAt, at, end, isDirect });
  }
  return [...claims.values()];
}

/** "Low blood pressure", alone or treated, is the trouble of a level that is usually too high: nobody means to reduce it. */
function isTooLow({ naming, at }: Found, tokens: readonly Token[]): boolean {
  return naming.target.nature === "level" && tokens[at - 1]?.norm === "low";
}

function settledDirection(
  { direction, isDirect, naming }: Found,
  isHeading: boolean,
  isBeside: boolean,
): Direction | null {
  if (isDirect) return direction;
  return isHeading && !isBeside ? naming.target.usual : null;
}
