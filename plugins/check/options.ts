import { z } from "zod/mini";
import { ARTICLE_OPTIONS } from "../build/options.ts";
import type { Given } from "../options.ts";
import type { OwnRule } from "./rule.ts";

const isRule = (value: unknown): boolean => {
  const { name, severity, what, why, check, checkSite } = (value ?? {}) as Record<string, unknown>;
  const isSaid = [name, what, why].every((text) => typeof text === "string" && text !== "");
  const asks = typeof (check ?? checkSite) === "function";
  return isSaid && asks && ["error", "warning", "note"].includes(severity as string);
};

/** What `vervain build --check` asks of the built pages. */
export const CHECK_OPTIONS = z.object({
  ...ARTICLE_OPTIONS.shape,
  /** The check of built pages. */
  check: z.optional(
    z.strictObject({
      /** Level by rule: `{ "title-length": "off" }`. */
      levels: z._default(z.record(z.string(), z.enum(["off", "note", "warning", "error"])), {}),
      /** Rules of the site's own, asked after the package's; configured by name as those are. */
      ownRules: z._default(
        z.array(
          z.custom<OwnRule>(isRule, { error: "expected a rule with name, severity, what, why and check" }),
        ),
        [],
      ),
    }),
  ),
});

export type CheckPluginOptions = Given<typeof CHECK_OPTIONS>;
