import pc from "picocolors";
import { NEAR_STEPS } from "../related/linking/graph-score.ts";
import type { LinkSuggestion } from "../related/linking/types.ts";
import { wordWhy } from "../related/linking/why.ts";
import type { ArticleLinks, LinksFound } from "./links-found.ts";

/** Characters of a sentence shown on either side of a phrase. */
const CONTEXT = 70;
/** Articles named in a row, at most. */
const NAMED = 12;
/** Articles whose suggestions are printed where all are asked for. */
const ARTICLES_SHOWN = 20;

/** Prints what was found, as words or as one JSON object. */
export function printLinks(
  found: LinksFound,
  { isJson, isWhole }: { readonly isJson: boolean; readonly isWhole: boolean },
): void {
  if (isJson) {
    console.log(JSON.stringify(toJson(found), null, 1));
    return;
  }
  const { articles, titleOf } = found;
  if (isWhole) for (const line of scoreLines(found)) console.log(line);
  const shown = isWhole ? articles.slice(0, ARTICLES_SHOWN) : articles;
  for (const article of shown) for (const line of articleLines(article, titleOf)) console.log(line);
  const count = articles.reduce((sum, { suggestions }) => sum + suggestions.length, 0);
  console.log("");
  if (isWhole && articles.length > shown.length)
    console.log(`… and ${articles.length - shown.length} more articles; --json has all`);
  if (count > 0) console.log(`${count} could be set: vervain links --write asks about each`);
  else if (isWhole) console.log("No phrase names another article clearly enough.");
}

function toJson({ score, graph, articles }: LinksFound): object {
  return {
    ...score,
    orphans: graph.orphans,
    deadEnds: graph.deadEnds,
    articles: articles.map(({ suggestions, ...article }) => ({
      ...article,
      suggestions: suggestions.map(({ target, url, phrase, line, before, after, fit, why }) => ({
        target,
        url,
        phrase,
        line,
        sentence: `${before}${phrase}${after}`,
        fit,
        isOrphan: why.isOrphan,
        why: wordWhy(why, phrase),
      })),
    })),
  };
}

function scoreLines({ score, graph }: LinksFound): string[] {
  const { articleCount, linkCount, reachedCount, nearCount, spread } = score;
  return [
    pc.bold(`Links: ${score.score} of 100`),
    `  ${linkCount} links in the words of ${articleCount} articles`,
    `  Nothing leads here (${graph.orphans.length}): ${someOf(graph.orphans)}`,
    `  Lead nowhere (${graph.deadEnds.length}): ${someOf(graph.deadEnds)}`,
    `  Come to from the first page: ${reachedCount} of ${articleCount}, ${nearCount} within ${NEAR_STEPS} steps`,
    `  Spread: ${Math.round(100 * spread)} of 100`,
  ];
}

function someOf(ids: readonly string[]): string {
  if (ids.length === 0) return "none";
  return ids.slice(0, NAMED).join(", ") + (ids.length > NAMED ? `, and ${ids.length - NAMED} more` : "");
}

function articleLines({ title, file, suggestions }: ArticleLinks, titleOf: (id: string) => string): string[] {
  if (suggestions.length === 0)
    return ["", `${pc.bold(title)}  ${file}`, "  No phrase names another article clearly enough."];
  return ["", `${pc.bold(title)}  ${file}`, ...suggestions.flatMap((one) => suggestionLines(one, titleOf))];
}

/** A suggestion in words: where it stands, where it leads and why. */
export function suggestionLines(
  { line, before, phrase, after, target, why }: LinkSuggestion,
  titleOf: (id: string) => string,
): string[] {
  const left = before.length > CONTEXT ? `…${before.slice(-CONTEXT)}` : before;
  const right = after.length > CONTEXT ? `${after.slice(0, CONTEXT)}…` : after;
  return [
    `  ${line}: ${left}${pc.cyan(`[${phrase}]`)}${right}`.replaceAll("\n", " "),
    `      → ${titleOf(target)} (${target})`,
    pc.dim(`      ${wordWhy(why, phrase)}`),
  ];
}
