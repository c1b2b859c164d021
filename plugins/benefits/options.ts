import { z } from "zod";
import { ARTICLE_OPTIONS } from "../build/options.ts";
import type { Given } from "../options.ts";
import type { ExtractionRule } from "./extraction-rule.ts";

const EXTRACTION_RULE = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]*$/, { error: 'expected lower-case words joined by "-"' }),
  confidence: z.number({ error: "expected 0..1" }).min(0).max(1),
  find: z.custom<ExtractionRule["find"]>((value) => typeof value === "function", {
    error: "expected a function",
  }),
});

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
  /** Rules of the site's own that find benefits, asked after the package's: docs/benefits.md. */
  extractionRules: z
    .array(EXTRACTION_RULE)
    .refine((rules) => new Set(rules.map(({ name }) => name)).size === rules.length, {
      error: "expected rules with different names",
    })
    .default([]),
  /** Path below which benefit pages lie. */
  path: z
    .string()
    .regex(/^\/(?:[A-Za-z0-9_-]+\/)+$/, { error: "expected a path such as /benefits/" })
    .default("/benefits/"),
});

export type BenefitsOptions = Given<typeof BENEFITS_OPTIONS>;
