import type { Lexicon } from "../lexicon.ts";
import type { Claim } from "./claims.ts";
import type { Tag } from "./tagger.ts";
import type { Token } from "./tokens.ts";
import type { Zones } from "./zones.ts";

/** A claim's place in its clause, as far as the course of the sentence tells what it is worth. */
interface Course {
  readonly claim: Claim;
  readonly zones: Zones;
  readonly tokens: readonly Token[];
  readonly tagAt: (index: number) => Tag;
  readonly text: string;
}

/** Links of a clause that only tells when something holds. */
const WHEN = new Set("as when while once after before until whenever".split(" "));
/** Words back from a name at which such a link is looked for. */
const WHEN_WITHIN = 6;

/** "It gets better as stress decreases": what happens to the target is a circumstance, and nobody brings it about. */
export function isCircumstance({ meanings }: Lexicon, { claim, tokens, tagAt }: Course): boolean {
  const next = claim.end < tokens.length ? meanings.match(tokens, claim.end)?.value.steering : undefined;
  const isTold = claim.steerAt > claim.at || tagAt(claim.end) === "VERB" || next?.some(({ leads }) => leads);
  for (let at = claim.at - 1; isTold && at >= Math.max(0, claim.at - WHEN_WITHIN); at--) {
    const { norm, isWord } = tokens[at] as Token;
    if (!isWord || at === claim.steerAt) return false;
    if (WHEN.has(norm)) return true;
  }
  return false;
}

const JOINS = new Set(["and", "or", ",", "then"]);

/** "Manage your stress and keep a healthy weight.": the sentence orders, and the claim is one of its orders. */
export function isOneOfOrders(
  { claim, zones, tokens, tagAt, text }: Course,
  sentence: { readonly from: number; readonly to: number },
): boolean {
  const ends = [tokens[sentence.to]?.norm, tokens[sentence.to - 1]?.norm];
  if (!ends.includes(".") && !ends.includes("!")) return false;
  if (claim.steerAt === sentence.from) return false;
  if (tagAt(sentence.from) !== "VERB" || !isBase(tokens, text, sentence.from)) return false;
  const isJoined = zones.subject[0] === zones.subject[1] || JOINS.has(tokens[zones.verb[0] - 1]?.norm ?? "");
  return isJoined && claim.steerAt < claim.at && isBase(tokens, text, claim.steerAt);
}

/** "Foods that are nutritious": what it says of itself, it says of another noun. */
export function isAttribute({ claim, tokens, tagAt }: Course): boolean {
  if (claim.steerAt !== claim.at || tagAt(claim.end - 1) !== "ADJ") return false;
  const [link, verb] = [tokens[claim.at - 2]?.norm ?? "", tokens[claim.at - 1]?.norm ?? ""];
  return /^(?:that|which|who)$/.test(link) && /^(?:is|are|was|were)$/.test(verb);
}

function isBase(tokens: readonly Token[], text: string, at: number): boolean {
  const { norm, start, end } = tokens[at] as Token;
  return text.slice(start, end).toLowerCase() === norm && !/(?:ed|ing)$/.test(norm);
}

/** "Maintaining a healthy weight - aim for …": names what is to be done, and says nothing of it. */
export function isNamedTask({ claim, zones, tokens, text }: Course): boolean {
  const { start, end } = tokens[claim.steerAt] as Token;
  const isFirst = claim.steerAt === zones.before[0] && zones.before[0] === zones.before[1];
  return isFirst && /ing$/i.test(text.slice(start, end));
}

const LACK = new Set(
  "loss lack decline drop deficit impairment absence decrease reduction fall lowering".split(" "),
);

/** "Can lead to loss of libido": what is brought about is the lack of it. */
export function isLackOf({ claim, tokens }: Course): boolean {
  if (!/^(?:improve|regulate):/.test(claim.canonical)) return false;
  for (let at = claim.steerAt + 1; at < claim.at; at++) {
    const next = tokens[at + 1]?.norm;
    if (LACK.has((tokens[at] as Token).norm) && (next === "of" || next === "in")) return true;
  }
  return false;
}

const SEEKS = new Set("get seek call ask need look".split(" "));
const SOUGHT = new Set("help relief treatment care support cure remedy".split(" "));
/** Words between the two: "get emergency medical help". */
const SEEKS_WITHIN = 4;

/** "Get help for chest pain", "ask about treatment for it": whoever reads is to look for relief, and nothing gives it. */
export function isSought({ claim, tokens, text }: Course): boolean {
  const { start, end } = tokens[claim.steerAt] as Token;
  if (claim.steerAt >= claim.at || !SOUGHT.has(text.slice(start, end).toLowerCase())) return false;
  return tokens
    .slice(Math.max(0, claim.steerAt - SEEKS_WITHIN), claim.steerAt)
    .some(({ norm }) => SEEKS.has(norm));
}
