import { compareText } from "../problem.ts";

/** How the articles of a site lead to each other. */
export interface LinkGraph {
  readonly articleCount: number;
  /** Share of the articles that some other article's page links, 0..1. */
  readonly coverage: number;
  /** Articles that no page links, by id. */
  readonly orphans: readonly string[];
  /** Articles whose page links none, by id. */
  readonly deadEnds: readonly string[];
  /** Articles by the number of pages that link them, most first, ties by id. */
  readonly hubs: readonly { readonly id: string; readonly inboundCount: number }[];
}

/** Counts who links to whom. */
export function linkGraph(lists: ReadonlyMap<string, readonly { readonly id: string }[]>): LinkGraph {
  const inbound = new Map<string, number>([...lists.keys()].map((id) => [id, 0]));
  for (const list of lists.values()) {
    for (const { id } of list) inbound.set(id, (inbound.get(id) ?? 0) + 1);
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
