import type { SiteOptions } from "../corpus/site.ts";

/** Options that every Vervain plugin shares. */
export interface ArticleOptions {
  /** Folders that hold articles, relative to the project; default: `articles`, `posts` and `blog` in the input folder. */
  readonly folders?: string | readonly string[];
  readonly site?: SiteOptions;
  /**
   * True on a site that is Vervain's from the ground up: permalinks come from file names, `tags` are topics
   * and not Eleventy collections, prose is not run through a template engine. Default false.
   */
  readonly isOwnSite?: boolean;
  /** Show drafts and articles dated in the future; default: only while serving. */
  readonly drafts?: boolean;
  /** Phrases that offer other articles, beside the known English ones ("Lees ook"). */
  readonly alsoReadPhrases?: readonly string[];
  /** Reading speed, words per minute. */
  readonly wordsPerMinute?: number;
  /** True: raw HTML in articles reaches the page as it is written. Default false: only what is safe does. */
  readonly trustsHtml?: boolean;
  /** The build's time, ISO 8601; default: the clock. */
  readonly now?: string;
}
