import { type Analysis, analyse, type Gathered, gather } from "./analysis.ts";
import { bagReader, titlePairs, type WordBag } from "./bags.ts";
import { checkDocuments, checkText } from "./check.ts";
import { type ResolvedOptions, resolveOptions } from "./defaults.ts";
import { type Fingerprints, roleFingerprints, textFingerprints } from "./fingerprint.ts";
import type { Explains } from "./later.ts";
import { chooseLists } from "./lists.ts";
import {
  isWorthKeeping,
  type LanguageMemory,
  memoryKey,
  oldIndexes,
  type RelatedMemory,
  recallBag,
  remember,
  samePrint,
} from "./memory.ts";
import { findNearest } from "./neighbours.ts";
import { groupByLanguage, type LanguageGroup } from "./site.ts";
import type { RankedLists, RelatedDocument, RelatedOptions } from "./types.ts";
import { Vocabulary } from "./vocabulary.ts";
import { updateNearest } from "./warm.ts";

/**
 * Ranks, for every article, the other articles of its language by how much
 * they say of the same things.
 *
 * Score 0..1, highest first; ties by newer date, then by id; pinned links come
 * before, in the writer's order. At most `count` long beside boxes, shorter when fewer
 * reach `minimum`; never the article itself. What the article's own lines offer comes first.
 * Every article that may be recommended and shares a word with another is
 * linked from some page, as far as there are places. The result depends on the
 * documents alone, not on their order or on the number of threads.
 * Cost: for each term the square of the number of articles that have it.
 *
 * @throws {RangeError} for an option out of range or unknown and for an id that stands twice
 * @throws {TypeError} for a document with a field of the wrong kind or without text
 */
export function rankRelated(
  documents: readonly RelatedDocument[],
  options: RelatedOptions = {},
): RankedLists {
  checkDocuments(documents);
  const resolved = resolveOptions(options);
  const lists = emptyLists(documents);
  for (const group of groupByLanguage(documents, resolved)) {
    const analysis = readAndAnalyse(group, resolved);
    chooseLists(analysis, findNearest(analysis, resolved.threads), resolved, lists);
  }
  return lists;
}

/** Reads and weighs the articles of a language. */
export function readAndAnalyse(group: LanguageGroup, options: ResolvedOptions): Analysis {
  return analyse(group, readAndGather(group), options);
}

/** By itself, so that the bags of a large site are free before it is weighed. */
function readAndGather(group: LanguageGroup): Gathered {
  const vocabulary = new Vocabulary(group.lang);
  const wanted = titlePairs(
    vocabulary,
    group.documents.map(({ title }) => title),
  );
  const readBag = bagReader(vocabulary, wanted);
  const bags = group.documents.map((document) => readBag(document.title, checkText(document)));
  return gather(group, vocabulary, bags);
}

/** A ranking with what the next one can build on. */
export interface RememberedRanking {
  /** The same as {@link rankRelated} gives, whatever was remembered. */
  readonly lists: RankedLists;
  readonly memory: RelatedMemory;
  /** Articles that were read anew, and articles that were scored with all others. */
  readonly readCount: number;
  readonly scoredCount: number;
}

/**
 * Ranks as {@link rankRelated} does, doing again only what changed since
 * `memory` was made. A memory of another version or other weights is not used.
 *
 * @param unchanged documents whose texts are those that `memory` was made from: they are not compared with it again
 * @param explains "later": the reasons of each list are found when they are asked for
 */
export function rankRemembering(
  documents: readonly RelatedDocument[],
  options: RelatedOptions = {},
  memory: RelatedMemory | null = null,
  unchanged: ReadonlySet<RelatedDocument> = new Set(),
  explains: Explains = "now",
): RememberedRanking {
  checkDocuments(documents);
  const resolved = resolveOptions(options);
  const key = memoryKey(resolved);
  const lists = emptyLists(documents);
  const languages = new Map<string, LanguageMemory>();
  let readCount = 0;
  let scoredCount = 0;
  for (const group of groupByLanguage(documents, resolved)) {
    const known = memory?.key === key ? (memory.languages.get(group.lang) ?? null) : null;
    const ranked = rankGroup(group, resolved, known, { lists, unchanged, explains });
    if (isWorthKeeping(ranked.memory)) languages.set(group.lang, ranked.memory);
    readCount += ranked.readCount;
    scoredCount += ranked.scoredCount;
  }
  return { lists, memory: { key, languages }, readCount, scoredCount };
}

function rankGroup(
  group: LanguageGroup,
  options: ResolvedOptions,
  known: LanguageMemory | null,
  {
    lists,
    unchanged,
    explains,
  }: {
    readonly lists: RankedLists;
    readonly unchanged: ReadonlySet<RelatedDocument>;
    readonly explains: Explains;
  },
): { memory: LanguageMemory; readCount: number; scoredCount: number } {
  const vocabulary = new Vocabulary(group.lang);
  if (known) vocabulary.restore(known.words, known.terms, known.termOf);
  const ids = group.documents.map(({ id }) => id);
  const oldIndex = known ? oldIndexes(known, ids) : new Int32Array(ids.length).fill(-1);
  const textPrints = textFingerprints(group.documents, (document, index) =>
    known && oldIndex[index]! >= 0 && unchanged.has(document)
      ? known.textPrints.subarray(2 * oldIndex[index]!, 2 * oldIndex[index]! + 2)
      : null,
  );
  const { bags, readCount } = recallBags(group, vocabulary, known, oldIndex, textPrints);
  const analysis = analyse(group, gather(group, vocabulary, bags), options);
  const rolePrints = roleFingerprints(group, analysis.vectors, analysis.names);
  const warm = known && updateNearest(analysis, known, oldIndex, rolePrints);
  const nearest = warm?.nearest ?? findNearest(analysis, options.threads);
  chooseLists(analysis, nearest, options, lists, explains);
  return {
    memory: remember(analysis, vocabulary, bags, textPrints, rolePrints, nearest),
    readCount,
    scoredCount: warm?.work.scoredCount ?? ids.length,
  };
}

function recallBags(
  group: LanguageGroup,
  vocabulary: Vocabulary,
  known: LanguageMemory | null,
  oldIndex: Int32Array,
  textPrints: Fingerprints,
): { bags: WordBag[]; readCount: number } {
  const readBag = bagReader(vocabulary);
  let readCount = 0;
  const bags = group.documents.map((document, index) => {
    const old = oldIndex[index]!;
    if (known && old >= 0 && samePrint(textPrints, index, known.textPrints, old))
      return recallBag(known, old);
    readCount++;
    return readBag(document.title, checkText(document));
  });
  return { bags, readCount };
}

function emptyLists(documents: readonly RelatedDocument[]): RankedLists {
  return new Map(documents.map(({ id }) => [id, []]));
}
