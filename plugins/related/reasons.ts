import type { Reason } from "../corpus/types.ts";
import type { Analysis } from "./analysis.ts";
import type { LabelKind } from "./label-terms.ts";
import { labelReader } from "./labels.ts";
import { headingReader } from "./sections.ts";
import { partOf, stepBetween } from "./series.ts";
import type { NameTest } from "./types.ts";

const NO_REASONS: readonly Reason[] = [];

/**
 * Says why articles are offered beside another, most telling first: the next
 * part of a series, rare labels in common, a part of it on what this article's
 * title names. Nothing that the other's title says already; empty where nothing
 * telling is shared.
 */
export function reasonWriter(
  source: Analysis,
  isName: NameTest | null,
): (index: number, others: readonly number[]) => (readonly Reason[])[] {
  const { documents } = source.group;
  const sharedLabels = labelReader(source);
  const parts = documents.map(partOf);
  const headingFor = headingReader(source, isName);
  return function reasonsFor(index, others) {
    const headingOf = headingFor(index);
    return others.map((other) => {
      const step = stepBetween(parts[index]!, parts[other]!);
      const labels = sharedLabels(index, other);
      const heading = headingOf(other);
      if (step === null && heading === null && labels.length === 0) return NO_REASONS;
      const of = (...kinds: readonly LabelKind[]): readonly Reason[] =>
        labels.length === 0
          ? NO_REASONS
          : labels.filter(({ kind }) => kinds.includes(kind)).map(({ kind, shared }) => ({ kind, shared }));
      return [
        ...(step === null ? [] : [{ kind: "series" as const, shared: [step] }]),
        ...of("condition", "therapy"),
        ...(heading === null ? [] : [{ kind: "section" as const, shared: [heading] }]),
        ...of("benefit"),
      ];
    });
  };
}

/** Fewest articles of a list in which something may be said of most. */
const LEAST_LISTED = 3;

/** The reasons of a list without what is said of more than half of it: read one under another, it tells none apart. */
export function settingApart(lists: (readonly Reason[])[]): (readonly Reason[])[] {
  if (lists.length < LEAST_LISTED || lists.every((reasons) => reasons.length === 0)) return lists;
  const counts = new Map<string, number>();
  for (const reasons of lists)
    for (const said of new Set(reasons.flatMap(({ shared }) => shared)))
      counts.set(said, (counts.get(said) ?? 0) + 1);
  const isApart = (said: string): boolean => counts.get(said)! <= lists.length / 2;
  return lists.map((reasons) =>
    reasons.flatMap((reason) => {
      if (reason.kind === "series") return [reason];
      const shared = reason.shared.filter(isApart);
      return shared.length === 0 ? [] : [{ ...reason, shared }];
    }),
  );
}
