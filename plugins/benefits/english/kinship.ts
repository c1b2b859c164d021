import { parseCanonical } from "../canonical.ts";
import type { Lexicon } from "../lexicon.ts";
import type { Claim } from "./claims.ts";
import { namingAt } from "./ills.ts";
import type { Token } from "./tokens.ts";

/** Words that many targets share, which make no two of them kin. */
const COMMON = new Set(
  "health function level general quality system body good better natural overall balance".split(" "),
);
/** Letters that two words of one stem begin with in common: "immunity" and "immune"; or one holds the other whole: "asleep" and "sleep". */
const STEM = 4;
const WHOLE = 5;

/**
 * Whether the article's words for a target have none of the words by which the
 * site names it: "physical activity" read as athletic performance may be meant
 * so, but a reader of the page would not find it in the article.
 */
export function isForeign(
  { targets }: Lexicon,
  tokens: readonly Token[],
  { canonical, steerAt, at, end }: Pick<Claim, "canonical" | "steerAt" | "at" | "end">,
): boolean {
  const id = parseCanonical(canonical)?.target ?? "";
  const names = `${targets.get(id)?.label ?? ""} ${id.replaceAll("-", " ")}`.toLowerCase().split(/\W+/);
  // "Strengthens the legs" names strength in its verb.
  const own = [...tokens.slice(at, end), ...tokens.slice(steerAt, steerAt + 1)].map(({ norm }) => norm);
  return !own.some(
    (word) => !COMMON.has(word) && names.some((name) => !COMMON.has(name) && isAkin(word, name)),
  );
}

/**
 * A name that means other things too, named alone and in none of the site's words: "Balance" is no mobility,
 * "Fitness" no athletic performance; and one of something near, whatever is said of it: "Physical Health" is no well-being.
 */
export function isGuess(lexicon: Lexicon, tokens: readonly Token[], claim: Claim): boolean {
  if (lexicon.meanings.match(tokens, claim.at)?.value.naming?.isNear === true) return true;
  return !claim.isDirect && isLoose(lexicon, tokens, claim.at) && isForeign(lexicon, tokens, claim);
}

/** Whether the name at token `at` means other things too. */
export function isLoose(lexicon: Lexicon, tokens: readonly Token[], at: number): boolean {
  return namingAt(lexicon, tokens, at)?.isLoose === true;
}

function isAkin(a: string, b: string): boolean {
  if (a === b) return a.length > 1;
  if (a.length >= STEM && b.length >= STEM && a.slice(0, STEM) === b.slice(0, STEM)) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= WHOLE && long.includes(short);
}
