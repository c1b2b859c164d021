import type { TextGraph } from "./text-graph.ts";

/** What a site's links come to; shares are 0..1. */
export interface GraphScore {
  /** 0 to 100, a whole number. */
  readonly score: number;
  readonly articleCount: number;
  /** Links in the articles' own words. */
  readonly linkCount: number;
  readonly orphanCount: number;
  readonly deadEndCount: number;
  /** Articles to which links lead from the first page of the site, those on it among them. */
  readonly reachedCount: number;
  /** Articles that are at most {@link NEAR_STEPS} steps from the first page. */
  readonly nearCount: number;
  /** How evenly links in words are spread: 1 where the most linked tenth of the articles has a tenth of them, 0 where it has all. */
  readonly spread: number;
}

/** Steps from the first page that readers are thought to take. */
export const NEAR_STEPS = 3;

/**
 * Parts of the score. What only writers can give counts for most: two thirds
 * are links in words, a third is whether pages can be come to at all.
 */
export const SCORE_PARTS = { linked: 0.3, leading: 0.25, spread: 0.1, reached: 0.2, near: 0.15 } as const;

/**
 * Scores the links of a site:
 *
 *     100 × (0.30 × articles that another's words lead to
 *          + 0.25 × articles whose words lead to another
 *          + 0.10 × spread
 *          + 0.20 × articles reached from the first page
 *          + 0.15 × articles within three steps of it)
 *
 * A site of one article, which could lead nowhere, and one of none score 100.
 */
export function scoreGraph({ written, shown, first, orphans, deadEnds }: TextGraph): GraphScore {
  const articleCount = written.size;
  const steps = stepsFrom(first, shown);
  const nearCount = [...steps.values()].filter((step) => step <= NEAR_STEPS).length;
  const inbound = inboundCounts(written);
  const facts = {
    articleCount,
    linkCount: inbound.reduce((sum, count) => sum + count, 0),
    orphanCount: orphans.length,
    deadEndCount: deadEnds.length,
    reachedCount: steps.size,
    nearCount,
    spread: spreadOf(inbound),
  };
  if (articleCount < 2) return { score: 100, ...facts };
  const share = (count: number): number => count / articleCount;
  const sum =
    SCORE_PARTS.linked * (1 - share(orphans.length)) +
    SCORE_PARTS.leading * (1 - share(deadEnds.length)) +
    SCORE_PARTS.spread * facts.spread +
    SCORE_PARTS.reached * share(steps.size) +
    SCORE_PARTS.near * share(nearCount);
  return { score: Math.round(100 * sum), ...facts };
}

/** Steps to every article that can be come to; 1 on the first page itself. */
function stepsFrom(first: readonly string[], links: TextGraph["shown"]): Map<string, number> {
  const steps = new Map(first.map((id) => [id, 1]));
  // A map hands out what is added while it is gone through.
  for (const [id, step] of steps)
    for (const target of links.get(id) ?? []) if (!steps.has(target)) steps.set(target, step + 1);
  return steps;
}

/** How many articles' words lead to each, most first. */
function inboundCounts(written: TextGraph["written"]): number[] {
  const counts = new Map([...written.keys()].map((id) => [id, 0]));
  for (const targets of written.values())
    for (const target of targets) counts.set(target, (counts.get(target) ?? 0) + 1);
  return [...counts.values()].sort((a, b) => b - a);
}

const MOST_LINKED = 0.1;

function spreadOf(inbound: readonly number[]): number {
  const total = inbound.reduce((sum, count) => sum + count, 0);
  if (total === 0) return 0;
  const most = Math.ceil(inbound.length * MOST_LINKED);
  const share = most / inbound.length;
  const held = inbound.slice(0, most).reduce((sum, count) => sum + count, 0) / total;
  return share === 1 ? 1 : round((1 - held) / (1 - share));
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
