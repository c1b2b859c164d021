/** What commands ask of a build or a configuration that uses the plugin. Not part of the package's interface. */
import type { Corpus } from "../corpus/corpus.ts";
import type { EleventyConfig } from "../eleventy.ts";
import { processMap } from "../process-map.ts";
import type { PageReview } from "./built-pages.ts";
import type { ReviewOptions } from "./types.ts";

/** What a configuration says of the review, for the command. */
interface ReviewSettings {
  readonly rules: ReviewOptions;
  /** File that remembers texts and dates. */
  readonly lock: string;
}

/** The reviews of builds' pages. */
export const reviewers = new WeakMap<Corpus, PageReview>();
/** What configurations gave the plugin. */
export const settings = processMap<EleventyConfig, ReviewSettings>("review.settings");

/** The review of a build's pages, for `build --check`; null where the plugin is not used. */
export function pageReviewOf(corpus: Corpus): PageReview | null {
  return reviewers.get(corpus) ?? null;
}

/** What a configuration gave the plugin; null where it does not use it. */
export function reviewSettingsOf(config: EleventyConfig): ReviewSettings | null {
  return settings.get(config) ?? null;
}
