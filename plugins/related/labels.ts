import type { ReasonKind } from "../corpus/types.ts";
import type { RelatedDocument } from "./types.ts";

/** A label or word in more than this share of the articles tells none of them apart. */
export const COMMON_SHARE = 0.2;

/** Most articles that something telling stands in, on a site of `documentCount`: two may always share it. */
export function mostTelling(documentCount: number): number {
  return Math.max(2, documentCount * COMMON_SHARE);
}

const FIELDS = { condition: "conditions", therapy: "therapies", benefit: "benefits", tag: "tags" } as const;
export type LabelKind = keyof typeof FIELDS & ReasonKind;
export const LABEL_KINDS = Object.keys(FIELDS) as readonly LabelKind[];

/** Labels of one kind that two articles share and few others have, rarest first. */
export interface SharedLabels {
  readonly kind: LabelKind;
  readonly shared: readonly string[];
}

/** Finds what labels two articles share, rarest kind first, leaving out those that more than a fifth of the articles have. */
export function labelReader(
  documents: readonly RelatedDocument[],
): (ours: RelatedDocument, theirs: RelatedDocument) => SharedLabels[] {
  const counts = new Map(LABEL_KINDS.map((kind) => [kind, countLabels(documents, kind)]));
  const most = mostTelling(documents.length);
  const isAnyShared = [...counts.values()].some((countOf) =>
    [...countOf.values()].some((count) => count > 1),
  );
  return function sharedLabels(ours, theirs) {
    if (!isAnyShared) return [];
    const found = LABEL_KINDS.flatMap((kind): (SharedLabels & { readonly count: number })[] => {
      const [own, other] = [ours[FIELDS[kind]], theirs[FIELDS[kind]]];
      if (!own?.length || !other?.length) return [];
      const countOf = counts.get(kind)!;
      const shared = [...new Set(own)]
        .filter((label) => other.includes(label) && countOf.get(label)! <= most)
        .sort((a, b) => countOf.get(a)! - countOf.get(b)! || (a < b ? -1 : 1));
      return shared.length === 0 ? [] : [{ kind, shared, count: countOf.get(shared[0]!)! }];
    });
    return found.sort((a, b) => a.count - b.count);
  };
}

function countLabels(documents: readonly RelatedDocument[], kind: LabelKind): Map<string, number> {
  const counts = new Map<string, number>();
  for (const document of documents)
    for (const label of new Set(document[FIELDS[kind]] ?? []))
      counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}
