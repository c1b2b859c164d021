import type { Corpus } from "../corpus/corpus.ts";
import { withCorpus } from "../engine/decided.ts";
import { rankedOf } from "../related/plugin.ts";
import type { ReasonNames } from "../related/wording.ts";
import { relatedCommand } from "./related.ts";

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
      json,
      next: Number(next),
    });
  });
}

function namesOf({ benefits, therapies, conditions }: Corpus): ReasonNames {
  const labels = new Map(benefits.map(({ id, label }) => [id, label]));
  return {
    therapy: (id) => therapies.get(id)?.label ?? id,
    condition: (id) => conditions.get(id)?.label ?? id,
    benefit: (id) => (labels.get(id) ?? id).toLowerCase(),
  };
}
