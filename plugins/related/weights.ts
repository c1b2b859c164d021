import type { RelatedWeights } from "./types.ts";

/**
 * Weights chosen on a blog (its own halves, its beginnings only, without
 * titles), manual pages, book chapters and one-paragraph definitions: no value
 * here is the best of one set, each is good on all.
 */
export const DEFAULT_WEIGHTS: Required<RelatedWeights> = {
  title: 0.07,
  mention: 0.25,
  phrase: 0.3,
  tags: 0.1,
  topics: 0.1,
  time: 0.8,
};
