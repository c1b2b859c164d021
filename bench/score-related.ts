/**
 * Scores the ranking on the project's own labelled set.
 *
 *     npx tsx bench/score-related.ts
 */
import { fileURLToPath } from "node:url";
import { rankRelated } from "../plugins/related/index.ts";
import { LABELLED } from "./related-set.ts";

/** What the ranking reaches on the set. */
export interface RelatedScore {
  readonly queryCount: number;
  /** Normalised discounted cumulative gain of the first five, 0..1 (Järvelin & Kekäläinen 2002). */
  readonly ndcg5: number;
  /** The same when tags alone rank (share of tags in common, newer first): the bar that any text ranking must clear. */
  readonly tagsNdcg5: number;
  /** Share of the articles in some list's first five. */
  readonly coverage5: number;
  readonly mostInbound: number;
}

/** Ranks the set and compares the lists with its labels, which count both ways. */
export function scoreRelated(): RelatedScore {
  const gold = new Map<string, Set<string>>(LABELLED.map(({ id }) => [id, new Set()]));
  for (const { id, related } of LABELLED) {
    for (const other of related) {
      gold.get(id)!.add(other);
      gold.get(other)!.add(id);
    }
  }
  const lists = new Map([...rankRelated(LABELLED)].map(([id, list]) => [id, list.map((link) => link.id)]));
  const inbound = new Map<string, number>();
  for (const list of lists.values()) for (const id of list) inbound.set(id, (inbound.get(id) ?? 0) + 1);
  return {
    queryCount: gold.size,
    ndcg5: meanNdcg(lists, gold),
    tagsNdcg5: meanNdcg(rankByTags(), gold),
    coverage5: inbound.size / gold.size,
    mostInbound: Math.max(...inbound.values()),
  };
}

function meanNdcg(
  lists: ReadonlyMap<string, readonly string[]>,
  gold: ReadonlyMap<string, ReadonlySet<string>>,
): number {
  let sum = 0;
  for (const [id, wanted] of gold) {
    const gain = lists
      .get(id)!
      .slice(0, 5)
      .reduce((total, other, at) => total + (wanted.has(other) ? discount(at) : 0), 0);
    const ideal = Array.from({ length: Math.min(5, wanted.size) }, (_, at) => discount(at));
    sum += gain / ideal.reduce((total, part) => total + part, 0);
  }
  return sum / gold.size;
}

const discount = (place: number): number => 1 / Math.log2(place + 2);

function rankByTags(): Map<string, string[]> {
  const rankOf = (id: string, tags: readonly string[]): string[] =>
    LABELLED.filter((other) => other.id !== id)
      .map((other) => ({ other, shared: jaccard(tags, other.tags) }))
      .filter(({ shared }) => shared > 0)
      .sort((a, b) => b.shared - a.shared || (a.other.date < b.other.date ? 1 : -1))
      .map(({ other }) => other.id);
  return new Map(LABELLED.map(({ id, tags }) => [id, rankOf(id, tags)]));
}

function jaccard(a: readonly string[], b: readonly string[]): number {
  const shared = a.filter((tag) => b.includes(tag)).length;
  return shared / (a.length + b.length - shared);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { queryCount, ndcg5, tagsNdcg5, coverage5, mostInbound } = scoreRelated();
  console.log(
    `related: nDCG@5 ${ndcg5.toFixed(3)} on ${queryCount} articles (tags alone ${tagsNdcg5.toFixed(3)}), ` +
      `cov@5 ${coverage5.toFixed(3)}, most inbound ${mostInbound}`,
  );
}
