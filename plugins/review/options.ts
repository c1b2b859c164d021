import { z } from "zod/mini";
import { ARTICLE_OPTIONS } from "../build/options.ts";
import type { Given } from "../options.ts";
import type { OwnRule, RuleLevel } from "./types.ts";

const LEVEL = z.enum(["off", "note", "warning", "error"]);

/** Options of the plugin `review`. */
export const REVIEW_OPTIONS = z.object({
  ...ARTICLE_OPTIONS.shape,
  /** The health review of articles; left out, `vervain` makes none. */
  review: z.optional(
    z.strictObject({
      /** What stops a build: what is false, unsafe or broken ("error"), open points too ("warning"), or nothing; what does not is reported. */
      failOn: z._default(z.enum(["error", "warning", "never"]), "never"),
      /** File that `vervain review --lock` keeps, for `fresh-date`. */
      lock: z._default(z.string().check(z.minLength(1)), ".vervain/freshness.json"),
      /** Level by rule: `{ jargon: "off" }`. */
      rules: z._default(z.record(z.string(), LEVEL), {} as Record<string, RuleLevel>),
      /** Hosts of primary sources beside the known ones: "example.edu" stands for its subdomains too. */
      primaryHosts: z._default(z.array(z.string().check(z.minLength(1))), []),
      /** Words that the site explains elsewhere: never called jargon. */
      knownWords: z._default(z.array(z.string().check(z.minLength(1))), []),
      /** Rules of the site's own, asked after the package's; configured and silenced by name as those are. */
      ownRules: z._default(
        z.array(
          z.custom<OwnRule>((value) => typeof value === "object" && value !== null, {
            error: "expected a rule: see docs/review.md",
          }),
        ),
        [],
      ),
    }),
  ),
});

export type ReviewPluginOptions = Given<typeof REVIEW_OPTIONS>;
