import type { Corpus } from "../corpus/corpus.ts";
import { withCorpus } from "../engine/decided.ts";
import { viewsOf } from "../page/views-of.ts";
import { rankedOf } from "../related/plugin.ts";
import type { ReasonNames } from "../related/wording.ts";
import { type RelatedCommandOptions, relatedCommand } from "./related.ts";

export interface RelatedSiteOptions {
  readonly config?: string;
  /** Whole number, as written. */
  readonly next?: string;
  readonly json?: boolean;
}

/** Explains what this project's build offers beside an article; without one, the links of the whole site. */
export function relatedSiteCommand(
  article = "",
  { config, next = "5", json = false }: RelatedSiteOptions = {},
): Promise<number> {
  if (!/^\d{1,6}$/.test(next))
    throw new RangeError(`related: --next: expected a whole number, received ${JSON.stringify(next)}.`);
  return withCorpus(config, async (corpus) => {
    const ranked = rankedOf(corpus);
    if (!ranked)
      throw new RangeError(
        "related: expected a configuration that adds the plugin related, received one without.",
      );
    const { documents, options, lists, index } = ranked;
    return relatedCommand(article, {
      documents,
      related: options,
      lists,
      index,
      names: namesOf(corpus),
      saysOf: sayer(corpus),
      json,
      next: Number(next),
    });
  });
}

/** What the theme's pages say of the articles they link; without the theme nobody knows what pages say. */
function sayer(corpus: Corpus): RelatedCommandOptions["saysOf"] {
  const views = viewsOf(corpus);
  if (views === null) return undefined;
  return (id, other) => {
    const page = views.byUrl.get(corpus.records.get(id)?.url ?? "");
    if (page?.kind !== "article") return null;
    return [...page.offered, ...page.related].find((link) => link.id === other)?.why || null;
  };
}

function namesOf({ benefits, therapies, conditions }: Corpus): ReasonNames {
  const labels = new Map(benefits.map(({ id, label }) => [id, label]));
  return {
    therapy: (id) => therapies.get(id)?.label ?? id,
    condition: (id) => conditions.get(id)?.label ?? id,
    benefit: (id) => (labels.get(id) ?? id).toLowerCase(),
  };
}
