import { DateTime } from "luxon";
import { z } from "zod";
import { SITE } from "../corpus/site.ts";
import type { Given, Taken } from "../options.ts";

const path = z.string().trim().min(1);

/** Options that every Vervain plugin shares. */
export const ARTICLE_OPTIONS = z.object({
  /** Title, description, address and the rest of what the site is: see “The site”. */
  site: SITE.optional(),
  /** Folders that hold articles, relative to the project; default: `articles`, `posts` and `blog` in the input folder. */
  folders: z.union([path, z.array(path)], { error: "expected a folder or a list of folders" }).optional(),
  /**
   * True on a site that is Vervain's from the ground up: permalinks come from file names, `tags` are topics
   * and not Eleventy collections, prose is not run through a template engine.
   */
  isOwnSite: z.boolean().default(false),
  /** Show drafts and articles dated in the future; default: only while serving. */
  drafts: z.boolean().optional(),
  /** Phrases that offer other articles, beside the known English ones ("Lees ook"). */
  alsoReadPhrases: z.array(path, { error: 'expected a list of phrases such as ["Lees ook"]' }).default([]),
  /** Reading speed, words per minute. */
  wordsPerMinute: z.number().min(1).max(10_000).default(230),
  /** True: raw HTML in articles reaches the page as it is written; false: only what is safe does. */
  trustsHtml: z.boolean().default(false),
  /** The build's time, ISO 8601; default: the clock. */
  now: z
    .string({ error: "expected a time such as 2026-05-01T12:00:00Z" })
    .refine((text) => DateTime.fromISO(text).isValid, {
      error: "expected a time such as 2026-05-01T12:00:00Z",
    })
    .optional(),
});

/** Options that every Vervain plugin shares. */
export type ArticleOptions = Given<typeof ARTICLE_OPTIONS>;

/** The same, checked, with defaults filled in. */
export type ArticleSettings = Taken<typeof ARTICLE_OPTIONS>;

/**
 * Every option of every plugin: one object may be handed to all of them, each
 * takes its own part. A test holds the list to the plugins' tables.
 */
export const OPTION_NAMES: readonly string[] = [
  ...Object.keys(ARTICLE_OPTIONS.shape),
  "lexicon",
  "pageFrom",
  "topicPageFrom",
  "countMismatch",
  "path",
  "related",
  "review",
  "pages",
  "schema",
  "facts",
  "publish",
  "check",
];
