import { compareText } from "../problem.ts";
import { SEEN_PLACES } from "./select.ts";

/** How the articles of a site lead to each other. */
export interface LinkGraph {
  readonly articleCount: number;
  /** Share of the articles that some list shows among its first places, 0..1. */
  readonly coverage: number;
  /** Articles that no list shows, by id. */
  readonly orphans: readonly string[];
  /** Articles with an empty list, by id. */
  readonly deadEnds: readonly string[];
  /** Articles by the number of lists they stand in, most first, ties by id. */
  readonly hubs: readonly { readonly id: string; readonly inboundCount: number }[];
}

/** Counts who links to whom among the first `places` of every list. */
export function linkGraph(
  lists: ReadonlyMap<string, readonly { readonly id: string }[]>,
  places = SEEN_PLACES,
): LinkGraph {
  const inbound = new Map<string, number>([...lists.keys()].map((id) => [id, 0]));
  for (const list of lists.values()) {
    for (const { id } of list.slice(0, places)) inbound.set(id, (inbound.get(id) ?? 0) + 1);
  }
  const hubs = [...inbound]
    .map(([id, inboundCount]) => ({ id, inboundCount }))
    .sort((a, b) => b.inboundCount - a.inboundCount || compareText(a.id, b.id));
  const orphans = hubs.filter(({ inboundCount }) => inboundCount === 0).map(({ id }) => id);
  const deadEnds = [...lists].filter(([, list]) => list.length === 0).map(([id]) => id);
  return {
    articleCount: lists.size,
    coverage: lists.size === 0 ? 1 : 1 - orphans.length / lists.size,
    orphans,
    deadEnds: deadEnds.sort(compareText),
    hubs,
  };
}
