import { z } from "zod/mini";
import { ARTICLE_OPTIONS } from "../build/options.ts";
import type { Given } from "../options.ts";
import type { BoxChooser, NameTest } from "./types.ts";
import { DEFAULT_WEIGHTS } from "./weights.ts";

const share = z.number().check(z.minimum(0), z.maximum(1));
const { title, mention, phrase, tags, topics, time } = DEFAULT_WEIGHTS;

/** How much each kind of evidence counts beside the similarity of the texts, which is 1. */
export const WEIGHTS = z.strictObject({
  /** Similarity of the two titles. */
  title: z._default(share, title),
  /** Words of one article's title that stand in the other's text. */
  mention: z._default(share, mention),
  /** Neighbouring words of one article's title that stand side by side in the other's text. */
  phrase: z._default(share, phrase),
  /** Tags in common. */
  tags: z._default(share, tags),
  /** Benefits, therapies and conditions in common. */
  topics: z._default(share, topics),
  /** Closeness in time; counts only as far as neighbours by text are also neighbours in time on this site. */
  time: z._default(share, time),
});

/** Options of the plugin `related`. */
export const RELATED_OPTIONS = z.object({
  ...ARTICLE_OPTIONS.shape,
  /** How articles are ranked, and what of it is shown. */
  related: z.optional(
    z.strictObject({
      /** Links in a list, at most. */
      count: z._default(z.int().check(z.minimum(0), z.maximum(50)), 5),
      /** Lowest score listed, 0..1; articles with nothing in common never are. */
      minimum: z._default(share, 0),
      /** Fill short lists with articles of the same therapy or condition (newest first). */
      fill: z._default(z.boolean(), false),
      /** Give every article a link from its closest neighbour's list. */
      rescue: z._default(z.boolean(), true),
      /** Most lists (counting their first five places) that one article may stand in; null: no cap. */
      maxInbound: z._default(z.nullable(z.int().check(z.minimum(1))), 50),
      /** Language of documents that name none; default: the site's. */
      lang: z.optional(z.string().check(z.minLength(1))),
      /** Only articles of the last so many days are recommended; null: of any age. */
      maxAgeDays: z._default(z.nullable(z.number().check(z.minimum(0))), null),
      /** ISO date of the build, for `maxAgeDays`; default: the build's time. */
      now: z.nullish(z.string()),
      /** Weights of the evidence, each 0..1. */
      weights: z.prefault(WEIGHTS, {}),
      /** Threads that score, 0 or 1: this one only. Default: by the size of the site. The result is the same. */
      threads: z.optional(z.int().check(z.minimum(0))),
      /**
       * Whether "Also Read" lines become links and boxes stand in the text. Default: true; where `isOwnSite` is
       * false, only if `callouts` is given: until then articles stay as they are, and what their lines offer
       * stands first in the list.
       */
      inText: z.optional(z.boolean()),
      /** Boxes placed in an article whose author wrote no "Also Read" line: 0, 1 or 2. */
      callouts: z._default(z.int().check(z.minimum(0), z.maximum(2)), 1),
      /** File that remembers the ranking between builds, from 2,000 articles on; false: every build ranks anew. */
      cache: z._default(
        z.union([z.literal(false), z.string().check(z.minLength(1))], { error: "expected a file, or false" }),
        ".cache/vervain/related",
      ),
    }),
  ),
});

export type RelatedPluginOptions = Given<typeof RELATED_OPTIONS>;

const { callouts: _, cache: __, inText: ___, ...ranking } = RELATED_OPTIONS.shape.related.def.innerType.shape;
const isFunction = (value: unknown): boolean => typeof value === "function";

/** Options of `rankRelated`: those of the plugin that are no matter of pages, and what only code can give. */
export const RANKING_OPTIONS = z.strictObject({
  ...ranking,
  count: z._default(z.int().check(z.minimum(0)), 5),
  lang: z._default(z.string().check(z.minLength(1)), "en"),
  boxes: z._default(
    z.nullable(
      z.custom<BoxChooser>((value) => isFunction((value as BoxChooser | null)?.choose), {
        error: "expected a chooser of boxes",
      }),
    ),
    null,
  ),
  isName: z._default(z.nullable(z.custom<NameTest>(isFunction, { error: "expected a function" })), null),
});
