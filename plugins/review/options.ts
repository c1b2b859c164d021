import { z } from "zod";
import { ARTICLE_OPTIONS } from "../build/options.ts";
import type { Given } from "../options.ts";
import type { OwnRule, RuleLevel } from "./types.ts";

const LEVEL = z.enum(["off", "note", "warning", "error"]);

/** Options of the plugin `review`. */
export const REVIEW_OPTIONS = z.object({
  ...ARTICLE_OPTIONS.shape,
  /** The health review of articles; left out, `vervain` makes none. */
  review: z
    .strictObject({
      /** What stops a build: what is false, unsafe or broken ("error"), open points too ("warning"), or nothing; what does not is reported. */
      failOn: z.enum(["error", "warning", "never"]).default("never"),
      /** File that `vervain review --lock` keeps, for `fresh-date`. */
      lock: z.string().min(1).default(".vervain/freshness.json"),
      /** Level by rule: `{ jargon: "off" }`. */
      rules: z.record(z.string(), LEVEL).default({} as Record<string, RuleLevel>),
      /** Hosts of primary sources beside the known ones: "example.edu" stands for its subdomains too. */
      primaryHosts: z.array(z.string().min(1)).default([]),
      /** Words that the site explains elsewhere: never called jargon. */
      knownWords: z.array(z.string().min(1)).default([]),
      /** Rules of the site's own, asked after the package's; configured and silenced by name as those are. */
      ownRules: z
        .array(
          z.custom<OwnRule>((value) => typeof value === "object" && value !== null, {
            error: "expected a rule: see docs/review.md",
          }),
        )
        .default([]),
    })
    .optional(),
});

export type ReviewPluginOptions = Given<typeof REVIEW_OPTIONS>;
