import type { ArticleBenefit, ArticleRecord } from "../corpus/types.ts";

/** A benefit with its place in the article. */
export interface Presented {
  /** 1-based, in document order. */
  readonly number: number;
  readonly benefit: ArticleBenefit;
}

/**
 * The benefits an article presents as such (not those it only asserts in
 * prose) and the site shows, in document order; one per anchor. A heading that
 * waits for the writer's word is left out and keeps its number, so that the
 * numbers are those of the article's own list.
 */
export function presentedBenefits(record: ArticleRecord): readonly Presented[] {
  const seen = new Set<string>();
  const shown = record.benefits
    .filter((benefit) => isListed(benefit) && benefit.anchor !== "")
    .sort((a, b) => a.line - b.line || (a.anchor < b.anchor ? -1 : 1))
    .filter(({ anchor }) => !seen.has(anchor) && seen.add(anchor));
  const waiting = [...waitingLines(record)];
  return shown.map((benefit, index) => ({
    number: index + 1 + waiting.filter((line) => line < benefit.line).length,
    benefit,
  }));
}

/** Lines of the headings that an article presents as benefits and of which nothing is shown yet. */
export function waitingLines({ benefits, proposals }: ArticleRecord): ReadonlySet<number> {
  const shown = new Set(benefits.filter(isListed).map(({ line }) => line));
  return new Set(
    proposals.filter((proposal) => isListed(proposal) && !shown.has(proposal.line)).map(({ line }) => line),
  );
}

function isListed({ kind, heading }: ArticleBenefit): boolean {
  return kind !== "prose" && heading !== null;
}
