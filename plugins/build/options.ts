import { DateTime } from "luxon";
import { z } from "zod/mini";
import { isEleventyName, type OwnFields } from "../article/fields.ts";
import { SITE } from "../corpus/site.ts";
import type { Given, Taken } from "../options.ts";

const path = z.string().check(z.trim(), z.minLength(1));

/** Names of folders that hold articles when the owner names none. */
export const USUAL_FOLDERS: readonly string[] = ["articles", "posts", "blog"];

/** Options that every Vervain plugin shares. */
export const ARTICLE_OPTIONS = z.object({
  /** Title, description, address and the rest of what the site is: see “The site”. */
  site: z.optional(SITE),
  /** Folders that hold articles, relative to the project; default: `articles`, `posts` and `blog` in the input folder. */
  folders: z.optional(z.union([path, z.array(path)], { error: "expected a folder or a list of folders" })),
  /**
   * True on a site that is Vervain's from the ground up: permalinks come from file names, `tags` are topics
   * and not Eleventy collections, prose is not run through a template engine, headers are read strictly. False
   * on any other: plugins read along and leave pages, headers and names as they are.
   */
  isOwnSite: z._default(z.boolean(), false),
  /** Show drafts and articles dated in the future; default: only while serving. */
  drafts: z.optional(z.boolean()),
  /** Phrases that offer other articles, beside the known English ones ("Lees ook"). */
  alsoReadPhrases: z._default(
    z.array(path, { error: 'expected a list of phrases such as ["Lees ook"]' }),
    [],
  ),
  /** Reading speed, words per minute. */
  wordsPerMinute: z._default(z.number().check(z.minimum(1), z.maximum(10_000)), 230),
  /**
   * True: raw HTML in articles reaches the page as it is written; false: only what is safe does. Default: false;
   * where `isOwnSite` is false, true.
   */
  trustsHtml: z.optional(z.boolean()),
  /**
   * Where `isOwnSite` is false: give passages that benefits, questions and sections link to anchors of their
   * own. A heading keeps the id that somebody else gave it.
   */
  anchors: z._default(z.boolean(), false),
  /**
   * Front matter fields of the site's own: templates get them as data; all others but ours are left out with
   * a warning. "any": each that Eleventy does not read. Default: none; where `isOwnSite` is false, "any".
   */
  fields: z.optional(
    z.union(
      [
        z.literal("any"),
        z.array(
          z.string().check(
            z.refine((name) => /^[A-Za-z][\w-]*$/.test(name) && !isEleventyName(name), {
              error: "expected a name of the site's own that Eleventy does not read",
            }),
          ),
        ),
      ],
      { error: 'expected a list of names such as ["hero"], or "any"' },
    ),
  ),
  /**
   * True: templates, scripts and data files for Eleventy in the folders of articles run and count. Default: only
   * where `isOwnSite` is false; elsewhere who writes articles would run code.
   */
  trustsFolders: z.optional(z.boolean()),
  /** The build's time, ISO 8601; default: the clock. */
  now: z.optional(
    z.string({ error: "expected a time such as 2026-05-01T12:00:00Z" }).check(
      z.refine((text) => DateTime.fromISO(text).isValid, {
        error: "expected a time such as 2026-05-01T12:00:00Z",
      }),
    ),
  ),
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
  "extractionRules",
  "path",
  "related",
  "review",
  "pages",
  "schema",
  "facts",
  "publish",
  "check",
];

/** The option `fields`, or its default. */
export function fieldsOf({ fields, isOwnSite }: Pick<ArticleSettings, "fields" | "isOwnSite">): OwnFields {
  return fields ?? (isOwnSite ? [] : "any");
}
