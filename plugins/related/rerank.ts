import { type RememberedRanking, rankRemembering } from "./rank.ts";
import type { RelatedDocument, RelatedOptions } from "./types.ts";

/** A ranking and what it was made from, for the next one to build on. */
export interface RankedSite extends RememberedRanking {
  readonly documents: readonly RelatedDocument[];
}

/** What has changed since. */
export interface Changes {
  /** Articles that are new, or whose words, fields or date are others; known by id. */
  readonly set?: readonly RelatedDocument[];
  /** Ids of articles that are gone. */
  readonly removed?: readonly string[];
}

/** Ranks a site for the first time. @throws {RangeError | TypeError} as `rankRelated` does */
export function rankSite(documents: readonly RelatedDocument[], options: RelatedOptions = {}): RankedSite {
  return { documents, ...rankRemembering(documents, options) };
}

/**
 * Ranks a site of which something changed: the same lists, to the byte, as
 * {@link rankSite} gives for the articles as they are now. Read anew are those
 * that changed; scored anew those whose weights changed with them, and those
 * whose kept neighbours leave the last place of their list in doubt. An article
 * that is handed on as the same object is taken for unchanged.
 *
 * @throws {RangeError | TypeError} as `rankRelated` does; `previous` stays as it was
 */
export function rerank(
  previous: RankedSite,
  { set = [], removed = [] }: Changes,
  options: RelatedOptions = {},
): RankedSite {
  const gone = new Set(removed);
  const changed = new Map(set.map((document) => [document.id, document]));
  const known = new Set(previous.documents.map(({ id }) => id));
  const documents = [
    ...previous.documents
      .filter(({ id }) => changed.has(id) || !gone.has(id))
      .map((document) => changed.get(document.id) ?? document),
    ...set.filter(({ id }) => !known.has(id)),
  ];
  return { documents, ...rankRemembering(documents, options, previous.memory, new Set(previous.documents)) };
}
