import { formatProblem, type Problem, quote } from "../problem.ts";
import { type Explanation, explainRelated } from "../related/explain.ts";
import { linkGraph } from "../related/graph.ts";
import { rankRelated } from "../related/rank.ts";
import { findTitle, indexTitles, nearestTitles } from "../related/titles.ts";
import type { RankedLists, RelatedDocument, RelatedOptions } from "../related/types.ts";
import { type ReasonNames, wordReasons } from "../related/wording.ts";

/** Options of `vervain related`. */
export interface RelatedCommandOptions {
  /** The site's articles, as the build ranks them. */
  readonly documents: readonly RelatedDocument[];
  /** The site's options, as the build uses them. */
  readonly related?: RelatedOptions;
  /** Names by which reasons are worded. */
  readonly names?: ReasonNames;
  /** Print one JSON object for scripts instead of words. */
  readonly json?: boolean;
  /** Articles shown that came next; default 5. */
  readonly next?: number;
  /** Where a line goes; default standard output. */
  readonly print?: (line: string) => void;
}

/** Hubs shown. */
const HUBS_SHOWN = 10;
/** Orphans and articles without a list that are named. */
const NAMED = 20;

/**
 * Explains an article's "Also Read" list (`article`: its id, or its title, or
 * nearly), or, with "", the link graph of the whole site. Exit code 1 when no
 * article is meant.
 */
export async function relatedCommand(article: string, options: RelatedCommandOptions): Promise<number> {
  const { documents, related = {}, print = console.log } = options;
  const lists = rankRelated(documents, related);
  if (article === "") {
    printGraph(lists, options, print);
    return 0;
  }
  const id = findDocument(article, documents);
  if (id === null) {
    print(formatProblem(notFound(article, documents)));
    return 1;
  }
  const explanation = explainRelated(id, documents, related, { next: options.next ?? 5, lists });
  if (options.json) print(JSON.stringify(explanation, null, 1));
  else for (const line of explanationLines(explanation, documents, options.names)) print(line);
  return 0;
}

function findDocument(article: string, documents: readonly RelatedDocument[]): string | null {
  if (documents.some(({ id }) => id === article)) return article;
  const { ids } = findTitle(indexTitles(documents), article);
  return ids.length === 1 ? ids[0]! : null;
}

function notFound(article: string, documents: readonly RelatedDocument[]): Problem {
  const nearest = nearestTitles(indexTitles(documents), article).map(({ id }) => quote(id));
  const advice = nearest.length === 0 ? "There are no articles." : `Nearest: ${nearest.join(", ")}.`;
  const message = `expected the id or title of an article, received ${quote(article)}. ${advice}`;
  return { file: "related", line: 0, field: "article", message, severity: "error" };
}

function explanationLines(
  { id, listed, passedOver, inbound }: Explanation,
  documents: readonly RelatedDocument[],
  names: ReasonNames = {},
): string[] {
  const titles = new Map(documents.map((document) => [document.id, document.title]));
  const named = (other: string): string => `${titles.get(other) ?? other} (${other})`;
  return [
    named(id),
    "",
    listed.length === 0 ? "Its list is empty." : "Also Read:",
    ...listed.flatMap(({ id: other, score, reasons }, at) => [
      `  ${at + 1}. ${score.toFixed(3)}  ${named(other)}`,
      `            ${wordReasons(reasons, names).join("; ") || "of the same topic, to fill the list"}`,
    ]),
    "",
    ...(passedOver.length === 0 ? [] : ["Next, and why not:"]),
    ...passedOver.map(({ id: other, score, why }) => `     ${score.toFixed(3)}  ${named(other)}: ${why}`),
    "",
    `Listed by ${inbound.length}: ${inbound.slice(0, NAMED).join(", ") || "no article"}`,
  ];
}

function printGraph(
  lists: RankedLists,
  { documents, json }: RelatedCommandOptions,
  print: (line: string) => void,
): void {
  const graph = linkGraph(lists);
  if (json) {
    print(JSON.stringify(graph, null, 1));
    return;
  }
  const titles = new Map(documents.map(({ id, title }) => [id, title]));
  print(
    `${graph.articleCount} articles, ${(100 * graph.coverage).toFixed(1)} % stand in some list's first places`,
  );
  print(`Orphans (${graph.orphans.length}): ${someOf(graph.orphans)}`);
  print(`Without a list (${graph.deadEnds.length}): ${someOf(graph.deadEnds)}`);
  print("Most listed:");
  for (const { id, inboundCount } of graph.hubs.slice(0, HUBS_SHOWN)) {
    print(`  ${String(inboundCount).padStart(4)}  ${titles.get(id)} (${id})`);
  }
}

function someOf(ids: readonly string[]): string {
  if (ids.length === 0) return "none";
  return ids.slice(0, NAMED).join(", ") + (ids.length > NAMED ? `, and ${ids.length - NAMED} more` : "");
}
