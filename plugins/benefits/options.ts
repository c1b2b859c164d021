import { z } from "zod/mini";
import { ARTICLE_OPTIONS } from "../build/options.ts";
import type { Given } from "../options.ts";
import type { ExtractionRule } from "./extraction-rule.ts";

const EXTRACTION_RULE = z.strictObject({
  name: z.string().check(z.regex(/^[a-z][a-z0-9-]*$/, { error: 'expected lower-case words joined by "-"' })),
  confidence: z.number({ error: "expected 0..1" }).check(z.minimum(0), z.maximum(1)),
  find: z.custom<ExtractionRule["find"]>((value) => typeof value === "function", {
    error: "expected a function",
  }),
});

/** Options of the plugin `benefits`. */
export const BENEFITS_OPTIONS = z.object({
  ...ARTICLE_OPTIONS.shape,
  /** Folder of lexicon files that extend the package's; default: `lexicon` in the data folder. */
  lexicon: z.optional(z.string().check(z.minLength(1))),
  /** Fewest articles that say a benefit before it has a page of its own. */
  pageFrom: z._default(z.int().check(z.minimum(1)), 2),
  /** Fewest articles on a therapy or condition before it has a page. */
  topicPageFrom: z._default(z.int().check(z.minimum(1)), 1),
  /** What it is when "9 Benefits of …" presents eight. */
  countMismatch: z._default(z.enum(["warning", "error"]), "warning"),
  /** Rules of the site's own that find benefits, asked after the package's: docs/benefits.md. */
  extractionRules: z._default(
    z.array(EXTRACTION_RULE).check(
      z.refine((rules) => new Set(rules.map(({ name }) => name)).size === rules.length, {
        error: "expected rules with different names",
      }),
    ),
    [],
  ),
  /** Path below which benefit pages lie. */
  path: z._default(
    z.string().check(z.regex(/^\/(?:[A-Za-z0-9_-]+\/)+$/, { error: "expected a path such as /benefits/" })),
    "/benefits/",
  ),
});

export type BenefitsOptions = Given<typeof BENEFITS_OPTIONS>;
