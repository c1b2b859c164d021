import { findOpenPlaces } from "../article/open-places.ts";
import { type Problem, quote } from "../problem.ts";

/** What is to be published and still has places to fill in. */
export function openPlaceProblems(body: string, file: string, bodyLine: number): readonly Problem[] {
  return findOpenPlaces(body).map(({ line, words }) => {
    const message = `expected your own words, received ${quote(words)}. Replace it, or say draft: true until you have.`;
    return { file, line: line + bodyLine - 1, field: "text", message, severity: "error" };
  });
}
