import { z } from "zod/mini";
import { BENEFITS_OPTIONS } from "../benefits/options.ts";
import { ARTICLE_OPTIONS } from "../build/options.ts";
import { CHECK_OPTIONS } from "../check/options.ts";
import type { Given } from "../options.ts";
import { PUBLISH } from "../publish/options.ts";
import { RELATED_OPTIONS, type RelatedPluginOptions } from "../related/options.ts";
import { REVIEW_OPTIONS } from "../review/options.ts";
import { SCHEMA_OPTIONS, type SchemaPluginOptions } from "../schema/options.ts";
import { THEME_OPTIONS } from "../theme/options.ts";

/** Named, and not written out: its declaration would repeat those of all plugins. */
type VervainShape = (typeof BENEFITS_OPTIONS)["shape"] &
  (typeof CHECK_OPTIONS)["shape"] &
  (typeof RELATED_OPTIONS)["shape"] &
  (typeof REVIEW_OPTIONS)["shape"] &
  (typeof SCHEMA_OPTIONS)["shape"] &
  (typeof THEME_OPTIONS)["shape"] & { readonly publish: z.ZodMiniOptional<typeof PUBLISH> };

/** Options of `vervain`: those of every plugin. */
export const VERVAIN_OPTIONS: z.ZodMiniObject<VervainShape> = z.object({
  ...BENEFITS_OPTIONS.shape,
  ...CHECK_OPTIONS.shape,
  ...RELATED_OPTIONS.shape,
  ...REVIEW_OPTIONS.shape,
  ...SCHEMA_OPTIONS.shape,
  ...THEME_OPTIONS.shape,
  /** Headers and the files of hosts. */
  publish: z.optional(PUBLISH),
  isOwnSite: z._default(ARTICLE_OPTIONS.shape.isOwnSite.def.innerType, true),
});

/** Options of {@link vervain}: those of every plugin; see docs/options.md. */
export type VervainOptions = Omit<Given<typeof VERVAIN_OPTIONS>, "schema" | "related"> &
  Pick<SchemaPluginOptions, "schema"> &
  Pick<RelatedPluginOptions, "related">;
