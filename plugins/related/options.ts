import { z } from "zod";
import { ARTICLE_OPTIONS } from "../build/options.ts";
import type { Given } from "../options.ts";
import type { BoxChooser, NameTest } from "./types.ts";
import { DEFAULT_WEIGHTS } from "./weights.ts";

const share = z.number().min(0).max(1);
const { title, mention, phrase, tags, topics, time } = DEFAULT_WEIGHTS;

/** How much each kind of evidence counts beside the similarity of the texts, which is 1. */
export const WEIGHTS = z.strictObject({
  /** Similarity of the two titles. */
  title: share.default(title),
  /** Words of one article's title that stand in the other's text. */
  mention: share.default(mention),
  /** Neighbouring words of one article's title that stand side by side in the other's text. */
  phrase: share.default(phrase),
  /** Tags in common. */
  tags: share.default(tags),
  /** Benefits, therapies and conditions in common. */
  topics: share.default(topics),
  /** Closeness in time; counts only as far as neighbours by text are also neighbours in time on this site. */
  time: share.default(time),
});

/** Options of the plugin `related`. */
export const RELATED_OPTIONS = z.object({
  ...ARTICLE_OPTIONS.shape,
  /** How articles are ranked, and what of it is shown. */
  related: z
    .strictObject({
      /** Links in a list, at most. */
      count: z.int().min(0).max(50).default(5),
      /** Lowest score listed, 0..1; articles with nothing in common never are. */
      minimum: share.default(0),
      /** Fill short lists with articles of the same therapy or condition (newest first). */
      fill: z.boolean().default(false),
      /** Give every article a link from its closest neighbour's list. */
      rescue: z.boolean().default(true),
      /** Most lists (counting their first five places) that one article may stand in; null: no cap. */
      maxInbound: z.int().min(1).nullable().default(50),
      /** Language of documents that name none; default: the site's. */
      lang: z.string().min(1).optional(),
      /** Only articles of the last so many days are recommended; null: of any age. */
      maxAgeDays: z.number().min(0).nullable().default(null),
      /** ISO date of the build, for `maxAgeDays`; default: the build's time. */
      now: z.string().nullish(),
      /** Weights of the evidence, each 0..1. */
      weights: WEIGHTS.prefault({}),
      /** Threads that score, 0 or 1: this one only. Default: by the size of the site. The result is the same. */
      threads: z.int().min(0).optional(),
      /**
       * Whether "Also Read" lines become links and boxes stand in the text. Default: true; where `isOwnSite` is
       * false, only if `callouts` is given: until then articles stay as they are, and what their lines offer
       * stands first in the list.
       */
      inText: z.boolean().optional(),
      /** Boxes placed in an article whose author wrote no "Also Read" line: 0, 1 or 2. */
      callouts: z.int().min(0).max(2).default(1),
      /** File that remembers the ranking between builds, from 2,000 articles on; false: every build ranks anew. */
      cache: z
        .union([z.literal(false), z.string().min(1)], { error: "expected a file, or false" })
        .default(".cache/vervain/related"),
    })
    .optional(),
});

export type RelatedPluginOptions = Given<typeof RELATED_OPTIONS>;

const { callouts: _, cache: __, inText: ___, ...ranking } = RELATED_OPTIONS.shape.related.unwrap().shape;
const isFunction = (value: unknown): boolean => typeof value === "function";

/** Options of `rankRelated`: those of the plugin that are no matter of pages, and what only code can give. */
export const RANKING_OPTIONS = z.strictObject({
  ...ranking,
  count: z.int().min(0).default(5),
  lang: z.string().min(1).default("en"),
  boxes: z
    .custom<BoxChooser>((value) => isFunction((value as BoxChooser | null)?.choose), {
      error: "expected a chooser of boxes",
    })
    .nullable()
    .default(null),
  isName: z.custom<NameTest>(isFunction, { error: "expected a function" }).nullable().default(null),
});
