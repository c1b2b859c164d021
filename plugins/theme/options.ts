import { z } from "zod/mini";
import { ARTICLE_OPTIONS } from "../build/options.ts";
import type { Given } from "../options.ts";
import { PAGE_FAMILIES, SITE_FILES } from "../page/families.ts";

const GENERATED = [...PAGE_FAMILIES, ...SITE_FILES].map(({ name }) => name);

/** Options of the plugin `theme`. */
export const THEME_OPTIONS = z.object({
  ...ARTICLE_OPTIONS.shape,
  /**
   * Generated pages and files to leave out, by name (`{ matrix: false }`); a template of the same name in
   * the input folder (`matrix.njk`, `404.md`) leaves it out as well.
   */
  pages: z.prefault(
    z.strictObject(Object.fromEntries(GENERATED.map((name) => [name, z.optional(z.boolean())]))),
    {},
  ),
});

export type ThemeOptions = Given<typeof THEME_OPTIONS>;
