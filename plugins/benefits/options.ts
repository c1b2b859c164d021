import { z } from "zod";
import { ARTICLE_OPTIONS } from "../build/options.ts";
import type { Given } from "../options.ts";

/** Options of the plugin `benefits`. */
export const BENEFITS_OPTIONS = z.object({
  ...ARTICLE_OPTIONS.shape,
  /** Folder of lexicon files that extend the package's; default: `lexicon` in the data folder. */
  lexicon: z.string().min(1).optional(),
  /** Fewest articles that say a benefit before it has a page of its own. */
  pageFrom: z.int().min(1).default(2),
  /** Fewest articles on a therapy or condition before it has a page. */
  topicPageFrom: z.int().min(1).default(1),
  /** What it is when "9 Benefits of …" presents eight. */
  countMismatch: z.enum(["warning", "error"]).default("warning"),
  /** Path below which benefit pages lie. */
  path: z
    .string()
    .regex(/^\/(?:[A-Za-z0-9_-]+\/)+$/, { error: "expected a path such as /benefits/" })
    .default("/benefits/"),
});

export type BenefitsOptions = Given<typeof BENEFITS_OPTIONS>;
