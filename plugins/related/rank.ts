import { type Analysis, analyse } from "./analysis.ts";
import { bagReader } from "./bags.ts";
import { type ResolvedOptions, resolveOptions } from "./defaults.ts";
import { chooseLists } from "./lists.ts";
import { findNearest } from "./neighbours.ts";
import { groupByLanguage, type LanguageGroup } from "./site.ts";
import type { RankedLists, RelatedDocument, RelatedOptions } from "./types.ts";
import { Vocabulary } from "./vocabulary.ts";

/**
 * Ranks, for every article, the other articles of its language by how much
 * they say of the same things.
 *
 * Score 0..1, highest first; ties by newer date, then by id; pinned links come
 * before, in the writer's order. At most `count` long, shorter when fewer
 * reach `minimum`; never the article itself. The result depends on the
 * documents alone, not on their order or on the number of threads.
 * Cost: for each term the square of the number of articles that have it.
 *
 * @throws {RangeError} for an option out of range and for an id that stands twice
 */
export function rankRelated(
  documents: readonly RelatedDocument[],
  options: RelatedOptions = {},
): RankedLists {
  const resolved = resolveOptions(options);
  const lists: RankedLists = new Map(documents.map(({ id }) => [id, []]));
  for (const group of groupByLanguage(documents, resolved)) rankGroup(group, resolved, lists);
  return lists;
}

function rankGroup(group: LanguageGroup, options: ResolvedOptions, lists: RankedLists): void {
  const analysis = readAndAnalyse(group, options);
  chooseLists(analysis, findNearest(analysis, options.threads), options, lists);
}

/** By itself, so that the bags of a large site are free before it is scored. */
function readAndAnalyse(group: LanguageGroup, options: ResolvedOptions): Analysis {
  const vocabulary = new Vocabulary(group.lang);
  const readBag = bagReader(vocabulary);
  const bags = group.documents.map(({ title, text }) => readBag(title, text));
  return analyse(group, vocabulary, bags, options);
}
