import { formatProblem } from "../problem.ts";
import { type Explanation, explainRelated } from "../related/explain.ts";
import { linkGraph } from "../related/graph.ts";
import { findArticle, indexOffers, type OfferIndex } from "../related/offers.ts";
import { rankRelated } from "../related/rank.ts";
import type { RankedLink, RankedLists, RelatedDocument, RelatedOptions } from "../related/types.ts";
import { type ReasonNames, wordReasons } from "../related/wording.ts";
import { articleNotFound } from "./article-not-found.ts";

/** Options of `vervain related`. */
export interface RelatedCommandOptions {
  /** The site's articles, as the build ranks them. */
  readonly documents: readonly RelatedDocument[];
  /** The site's options, as the build uses them. */
  readonly related?: RelatedOptions;
  /** What the pages link; default: what a ranking of the documents comes to. */
  readonly lists?: RankedLists;
  /** Finds articles by id, path, file and title; default: by id and title. */
  readonly index?: OfferIndex;
  /** Names by which reasons are worded. */
  readonly names?: ReasonNames;
  /** What an article's page says of another that it links; null: it says nothing, or is not known. */
  readonly saysOf?: (id: string, other: string) => string | null;
  /** Print one JSON object for scripts instead of words. */
  readonly json?: boolean;
  /** Articles shown that came next; default 5. */
  readonly next?: number;
  /** Where a line goes; default standard output. */
  readonly print?: (line: string) => void;
}

/** Hubs shown. */
const HUBS_SHOWN = 10;
/** Orphans and articles without links that are named. */
const NAMED = 20;

/**
 * Explains what an article's page links (`article`: its id, path, file or
 * title, or nearly), or, with "", the link graph of the whole site. Exit code 1
 * when no article is meant.
 */
export async function relatedCommand(article: string, options: RelatedCommandOptions): Promise<number> {
  const { documents, related = {}, print = console.log } = options;
  const { lists = rankRelated(documents, related), index = indexDocuments(documents) } = options;
  if (article === "") {
    printGraph(lists, options, print);
    return 0;
  }
  const found = findArticle(index, article);
  if (typeof found !== "string") {
    print(formatProblem(articleNotFound("related", article, found, index)));
    return 1;
  }
  const explanation = explainRelated(found, documents, related, { next: options.next ?? 5, lists });
  if (options.json) print(JSON.stringify(withWords(explanation, options), null, 1));
  else for (const line of explanationLines(explanation, options)) print(line);
  return 0;
}

function withWords(explanation: Explanation, { saysOf }: RelatedCommandOptions): object {
  if (!saysOf) return explanation;
  const listed = explanation.listed.map((link) => ({ ...link, says: saysOf(explanation.id, link.id) }));
  return { ...explanation, listed };
}

function indexDocuments(documents: readonly RelatedDocument[]): OfferIndex {
  return indexOffers(documents.map(({ id, title }) => ({ id, title, url: `/${id}/`, file: id })));
}

/** Where links stand on a page, in the order they are told. */
const PLACES: readonly (readonly [place: RankedLink["place"], heading: string])[] = [
  ["offered", "By its own lines:"],
  ["box", "In the text:"],
  ["list", "Also Read:"],
];

/** What readers are told, then all reasons. */
function reasonLines(says: string | null, reasons: readonly string[]): string[] {
  const words = [
    ...(says === null ? [] : [`page: ${says}`]),
    ...(reasons.length === 0 ? [] : [reasons.join("; ")]),
  ];
  return words.map((line) => `            ${line}`);
}

function explanationLines(
  { id, listed, passedOver, inbound }: Explanation,
  { documents, names = {}, saysOf }: RelatedCommandOptions,
): string[] {
  const titles = new Map(documents.map((document) => [document.id, document.title]));
  const named = (other: string): string => `${titles.get(other) ?? other} (${other})`;
  const linesOf = ([place, heading]: (typeof PLACES)[number]): string[] => {
    const links = listed.filter((link) => link.place === place);
    return links.length === 0
      ? []
      : [
          heading,
          ...links.flatMap(({ id: other, score, reasons }, at) => [
            `  ${at + 1}. ${score.toFixed(3)}  ${named(other)}`,
            ...reasonLines(saysOf?.(id, other) ?? null, wordReasons(reasons, names)),
          ]),
        ];
  };
  return [
    named(id),
    "",
    ...(listed.length === 0 ? ["Its page links no article."] : PLACES.flatMap(linesOf)),
    "",
    ...(passedOver.length === 0 ? [] : ["Next, and why not:"]),
    ...passedOver.map(({ id: other, score, why }) => `     ${score.toFixed(3)}  ${named(other)}: ${why}`),
    "",
    `Linked from ${inbound.length}: ${inbound.slice(0, NAMED).join(", ") || "no article"}`,
  ];
}

function printGraph(
  lists: RankedLists,
  { documents, json }: RelatedCommandOptions,
  print: (line: string) => void,
): void {
  const graph = linkGraph(lists);
  if (json) {
    print(JSON.stringify({ ...graph, lists: Object.fromEntries(lists) }, null, 1));
    return;
  }
  const titles = new Map(documents.map(({ id, title }) => [id, title]));
  print(
    `${graph.articleCount} articles, ${(100 * graph.coverage).toFixed(1)} % are linked from another's page`,
  );
  print(`Orphans (${graph.orphans.length}): ${someOf(graph.orphans)}`);
  print(`Without links (${graph.deadEnds.length}): ${someOf(graph.deadEnds)}`);
  print("Most linked:");
  for (const { id, inboundCount } of graph.hubs.slice(0, HUBS_SHOWN)) {
    print(`  ${String(inboundCount).padStart(4)}  ${titles.get(id)} (${id})`);
  }
}

function someOf(ids: readonly string[]): string {
  if (ids.length === 0) return "none";
  return ids.slice(0, NAMED).join(", ") + (ids.length > NAMED ? `, and ${ids.length - NAMED} more` : "");
}
