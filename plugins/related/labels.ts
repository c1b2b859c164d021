import type { Analysis } from "./analysis.ts";
import { FIELDS, LABEL_KINDS, type LabelKind } from "./label-terms.ts";
import { COMES_BACK, mostTelling } from "./telling.ts";
import { titleReader } from "./title-says.ts";
import type { RelatedDocument } from "./types.ts";

/** Labels of one kind that two articles share and few others have, rarest first. */
export interface SharedLabels {
  readonly kind: LabelKind;
  readonly shared: readonly string[];
}

/**
 * Finds what labels two articles share, rarest kind first. Left out is a label
 * that more than a fifth of the articles have, or come back to in their texts,
 * and one that the other's title names already. Tags are the writer's drawers:
 * of 153 that blind readers were shown, 28 told them something.
 */
export function labelReader(source: Analysis): (index: number, other: number) => SharedLabels[] {
  const {
    group: { documents },
    labels,
  } = source;
  const titleOf = titleReader(source);
  const counts = new Map(LABEL_KINDS.map((kind) => [kind, countLabels(documents, kind)]));
  const most = mostTelling(documents.length);
  const isAnyShared = [...counts.values()].some((countOf) =>
    [...countOf.values()].some((count) => count > 1),
  );
  if (!isAnyShared) return () => [];
  const sayers = countSayers(source);
  const saysLittle = (label: string): boolean =>
    labels.get(label)!.length > 0 && Math.min(...labels.get(label)!.map((id) => sayers[id]!)) > most;
  const isTelling = new Map([...labels.keys()].map((label) => [label, !saysLittle(label)]));
  return function sharedLabels(index, other) {
    const [ours, theirs] = [documents[index]!, documents[other]!];
    const isTitled = (label: string): boolean =>
      theirs.titled?.includes(label) ||
      (labels.get(label)!.length > 0 && labels.get(label)!.every(titleOf(other)));
    const found = LABEL_KINDS.flatMap((kind): (SharedLabels & { readonly count: number })[] => {
      const [own, others] = [ours[FIELDS[kind]], theirs[FIELDS[kind]]];
      if (!own?.length || !others?.length) return [];
      // That two articles on one therapy say the same of it is no news.
      if (kind === "benefit" && !areOfOthers(ours.therapies, theirs.therapies)) return [];
      const countOf = counts.get(kind)!;
      const shared = [...new Set(own)]
        .filter((label) => others.includes(label) && countOf.get(label)! <= most)
        .filter((label) => isTelling.get(label) && !isTitled(label))
        .sort((a, b) => countOf.get(a)! - countOf.get(b)! || (a < b ? -1 : 1));
      return shared.length === 0 ? [] : [{ kind, shared, count: countOf.get(shared[0]!)! }];
    });
    return found.sort((a, b) => a.count - b.count);
  };
}

/** In how many articles a term comes back, by term id; a term of so many that none compares it counts in all it stands in. */
function countSayers({ vectors, frequencies }: Analysis): Uint32Array {
  const { documentCount, termCount, start, term, presence } = vectors;
  const sayers = new Uint32Array(termCount);
  const isCompared = new Uint8Array(termCount);
  for (let entry = 0, end = start[documentCount]!; entry < end; entry++) {
    isCompared[term[entry]!] = 1;
    if (presence[entry]! >= COMES_BACK) sayers[term[entry]!]!++;
  }
  return sayers.map((count, id) => (isCompared[id] === 1 ? count : frequencies[id]!));
}

/** Whether two articles are on therapies, and on none in common. */
function areOfOthers(ours?: readonly string[] | null, theirs?: readonly string[] | null): boolean {
  return !!ours?.length && !!theirs?.length && !ours.some((id) => theirs.includes(id));
}

function countLabels(documents: readonly RelatedDocument[], kind: LabelKind): Map<string, number> {
  const counts = new Map<string, number>();
  for (const document of documents)
    for (const label of new Set(document[FIELDS[kind]] ?? []))
      counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}
