import type { Article } from "../article/types.ts";
import { closest } from "../closest.ts";
import { type Problem, quote } from "../problem.ts";
import { DIRECTIONS, parseCanonical, toCanonical } from "./canonical.ts";
import { readClaims } from "./english/claims.ts";
import { tokenize } from "./english/tokens.ts";
import type { Lexicon } from "./lexicon.ts";

/** Letters of a text that are compared with what is known. */
const LONGEST = 60;

/** The canonical of a benefit that the writer names in one field; null where it is unknown, which is a problem. */
export type Resolve = (text: string, field: string) => string | null;

/** Reads benefits that front matter names, as canonicals or in words; what is neither goes to `problems`. */
export function resolver(article: Article, lexicon: Lexicon, problems: Problem[]): Resolve {
  return (text, field) => resolveOne(text, field, article, lexicon, problems);
}

function resolveOne(
  text: string,
  field: string,
  { file }: Article,
  lexicon: Lexicon,
  problems: Problem[],
): string | null {
  const parsed = parseCanonical(text);
  if (parsed && lexicon.targets.has(parsed.target)) return toCanonical(parsed.direction, parsed.target);
  const inWords = parsed ? null : canonicalOfWords(text, lexicon);
  if (inWords !== null) return inWords;
  const nearest = nearestKnown(text, lexicon);
  const message = `expected a known benefit such as reduce:stress, received ${quote(text)}. Did you mean ${quote(nearest)}?`;
  problems.push({ file, line: 1, field: `benefits.${field}`, message, severity: "error" });
  return null;
}

function canonicalOfWords(text: string, lexicon: Lexicon): string | null {
  const tokens = tokenize(text);
  const claims = readClaims(tokens, 0, tokens.length, lexicon, { isHeading: true, subject: new Set() });
  return claims[0]?.canonical ?? null;
}

/** The known canonical with the fewest letters changed; where the direction is like none, the one that is usual for the target. */
function nearestKnown(text: string, lexicon: Lexicon): string {
  const [before = "", ...rest] = text.slice(0, LONGEST).toLowerCase().trim().split(":");
  const written = (rest.length > 0 ? rest.join(":") : before).trim().replaceAll(" ", "-");
  const target = closest(written, lexicon.targets.keys(), LONGEST) ?? "";
  const direction = rest.length > 0 ? closest(before.trim(), DIRECTIONS) : null;
  return `${direction ?? lexicon.targets.get(target)?.usual ?? "improve"}:${target}`;
}
