import type { Article } from "../article/types.ts";
import type { ArticleBenefit } from "../corpus/types.ts";
import { type Problem, quote } from "../problem.ts";
import type { Lexicon } from "./lexicon.ts";
import { resolver } from "./resolve.ts";

/** What the writer stands for: canonical → the source named beside it, null for none. */
export type Confirmed = ReadonlyMap<string, string | null>;

/**
 * The benefits that an article's front matter confirms: those under `confirm`,
 * and those that the writer added, renamed, merged or graded.
 *
 * Problems: a confirmation of what nothing in the article says, or of what is
 * dropped. Unknown names under the other fields were reported where those are applied.
 */
export function readConfirmed(
  benefits: readonly ArticleBenefit[],
  article: Article,
  lexicon: Lexicon,
): { readonly confirmed: Confirmed; readonly problems: readonly Problem[] } {
  const { add, confirm, drop, rename, merge, grade } = article.frontMatter.benefits;
  const problems: Problem[] = [];
  const known = resolver(article, lexicon, []);
  const resolve = resolver(article, lexicon, problems);
  const confirmed = new Map<string, string | null>();
  const note = (canonical: string | null, source: string | null): void => {
    if (canonical !== null) confirmed.set(canonical, source ?? confirmed.get(canonical) ?? null);
  };
  for (const to of Object.values(rename)) note(known(to, "rename"), null);
  for (const { to } of merge) note(known(to, "merge"), null);
  for (const { benefit, source = null } of add) note(known(benefit, "add"), source);
  for (const { benefit, source } of grade) note(known(benefit, "grade"), source);
  const dropped = new Set(drop.map((text) => known(text, "drop")));
  const said = new Set(benefits.flatMap(({ canonicals }) => canonicals));
  for (const { benefit, source } of confirm) {
    const canonical = resolve(benefit, "confirm");
    note(canonical, source);
    const fault =
      canonical === null ? null : confirmFault(benefit, dropped.has(canonical), said.has(canonical));
    if (fault) problems.push({ file: article.file, line: 1, field: "benefits.confirm", ...fault });
  }
  return { confirmed, problems };
}

function confirmFault(
  benefit: string,
  isDropped: boolean,
  isSaid: boolean,
): Pick<Problem, "message" | "severity"> | null {
  if (isDropped) {
    const message = `expected a benefit under confirm or under drop, received ${quote(benefit)} under both. Remove one.`;
    return { message, severity: "error" };
  }
  if (isSaid) return null;
  const message = `expected a benefit that was found in this article, received ${quote(benefit)}. Remove it, or put it under add if the article says so.`;
  return { message, severity: "warning" };
}
