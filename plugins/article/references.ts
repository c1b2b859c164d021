import { didYouMean } from "../closest.ts";
import { type Problem, quote } from "../problem.ts";
import type { Article } from "./types.ts";

/** The part of a Set or Map of ids that is asked. */
type KeySet = Pick<ReadonlyMap<string, unknown>, "size" | "has" | "keys">;

/** Ids that articles may name; an empty set is not checked (the site keeps no such data). */
export interface KnownIds {
  readonly people: KeySet;
  readonly therapies: KeySet;
  readonly conditions: KeySet;
}

/**
 * Front matter that names somebody or something `_data` does not know.
 *
 * @param lineOf 1-based line of a front matter field in the article's file
 */
export function checkReferences(
  article: Article,
  known: KnownIds,
  lineOf: (path: readonly (string | number)[]) => number,
): Problem[] {
  const { authors, reviewedBy, therapies, conditions } = article.frontMatter;
  const check = (field: string, ids: readonly string[], known: KeySet, where: string): Problem[] =>
    known.size === 0
      ? []
      : ids
          .filter((id) => !known.has(id))
          .map((id) => ({
            file: article.file,
            line: lineOf([field]),
            field,
            message: `expected ${where}, received ${quote(id)}.${suggestion(id, known)}`,
            severity: "error" as const,
          }));
  return [
    ...check("author", authors, known.people, "an id in _data/people"),
    ...check("reviewedBy", reviewedBy === null ? [] : [reviewedBy], known.people, "an id in _data/people"),
    ...check("therapies", therapies, known.therapies, "an id in _data/therapies"),
    ...check("conditions", conditions, known.conditions, "an id in _data/conditions"),
  ];
}

/** ' Did you mean "dr-smith"?' for a near miss, the list when it is short, else where to add one. */
export function suggestion(id: string, known: KeySet): string {
  const hint = didYouMean(id, known.keys(), Math.max(3, Math.ceil(id.length / 3)));
  if (hint !== "") return hint;
  return known.size <= 12 ? ` Known: ${[...known.keys()].sort().join(", ")}.` : " Add it there.";
}
