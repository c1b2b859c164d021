import { type Problem, quote } from "../problem.ts";
import type { OfferIndex } from "../related/offers.ts";
import { nearestTitles } from "../related/titles.ts";

/**
 * Says that a name given to a command is no article's.
 *
 * @param fitting ids of the articles that it fits equally well
 */
export function articleNotFound(
  command: string,
  article: string,
  fitting: readonly string[],
  { titles, leftOut }: OfferIndex,
): Problem {
  const hidden = leftOut.byId.get(article) ?? [...leftOut.byId.values()].find(({ file }) => file === article);
  const nearest = nearestTitles(titles, article).map(({ id }) => quote(id));
  const advice = nearest.length === 0 ? "There are no articles." : `Nearest: ${nearest.join(", ")}.`;
  const message =
    fitting.length > 1
      ? `expected one article, received ${quote(article)}, which fits ${fitting.map(quote).join(", ")}. Name one by its id.`
      : hidden
        ? `expected an article that is shown, received ${quote(article)}, which is not (${hidden.why}).`
        : `expected the id, path, file or title of an article, received ${quote(article)}. ${advice}`;
  return { file: command, line: 0, field: "article", message, severity: "error" };
}
