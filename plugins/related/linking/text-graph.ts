import type { Corpus } from "../../corpus/corpus.ts";
import { compareText } from "../../problem.ts";
import type { OfferIndex } from "../offers.ts";
import { linkReader, writtenLinks } from "./site-links.ts";

/** How the articles of a site lead to each other. */
export interface TextGraph {
  /** Ids that each article's own words lead to: its text and its "Also Read" lines. */
  readonly written: ReadonlyMap<string, ReadonlySet<string>>;
  /** The same with what Vervain adds: boxes and the list at the end. */
  readonly shown: ReadonlyMap<string, ReadonlySet<string>>;
  /** Articles on the first page of the site, newest first. */
  readonly first: readonly string[];
  /** Articles that no other's words lead to, by id. */
  readonly orphans: readonly string[];
  /** Articles whose words lead to no other, by id. */
  readonly deadEnds: readonly string[];
}

/** Reads who leads to whom. Articles that readers do not see take no part. */
export function textGraph(corpus: Corpus, index: OfferIndex): TextGraph {
  const leadsTo = linkReader(index);
  const records = [...corpus.records.values()].filter(({ isHidden }) => !isHidden);
  const ids = new Set(records.map(({ article }) => article.id));
  const known = (targets: Iterable<string>): Set<string> =>
    new Set([...targets].filter((target) => ids.has(target)));
  const written = new Map<string, ReadonlySet<string>>();
  const shown = new Map<string, ReadonlySet<string>>();
  for (const record of records) {
    const { article, related, callouts } = record;
    const own = known(writtenLinks(record, leadsTo));
    written.set(article.id, own);
    shown.set(article.id, known([...own, ...callouts.map(({ id }) => id), ...related.map(({ id }) => id)]));
  }
  const led = new Set([...written.values()].flatMap((targets) => [...targets]));
  return {
    written,
    shown,
    first: [...ids].slice(0, corpus.site.pageSize),
    orphans: [...ids].filter((id) => !led.has(id)).sort(compareText),
    deadEnds: [...written]
      .filter(([, targets]) => targets.size === 0)
      .map(([id]) => id)
      .sort(compareText),
  };
}
