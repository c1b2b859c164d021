import type { ArticleBenefit, ArticleRecord } from "../corpus/types.ts";

/** A benefit with its place in the article. */
export interface Presented {
  /** 1-based, in document order. */
  readonly number: number;
  readonly benefit: ArticleBenefit;
}

/**
 * The benefits an article presents as such (not those it only asserts in
 * prose), numbered in document order; one per anchor.
 */
export function presentedBenefits({ benefits }: ArticleRecord): readonly Presented[] {
  const seen = new Set<string>();
  return benefits
    .filter(({ kind, heading, anchor }) => kind !== "prose" && heading !== null && anchor !== "")
    .sort((a, b) => a.line - b.line || (a.anchor < b.anchor ? -1 : 1))
    .filter(({ anchor }) => !seen.has(anchor) && seen.add(anchor))
    .map((benefit, index) => ({ number: index + 1, benefit }));
}
