import { PAGE_FAMILIES, SITE_FILES } from "../page/families.ts";

/** What a file of the theme is. */
export type ThemeKind = "layout" | "partial" | "feed" | "style" | "script" | "texts" | "page";

const PATTERNS: readonly (readonly [RegExp, ThemeKind])[] = [
  [/^layouts\/.+\.njk$/, "layout"],
  [/^partials\/.+\.njk$/, "partial"],
  [/^feeds\/.+\.njk$/, "feed"],
  [/^styles\/.+\.scss$/, "style"],
  [/^scripts\/.+\.ts$/, "script"],
  [/^texts\/[^/]+\.json$/, "texts"],
  [/^pages\/[^/]+$/, "page"],
];

/** Names of generated pages and files, as `theme list` prints them. */
export const PAGES: readonly string[] = [...PAGE_FAMILIES, ...SITE_FILES].map(({ name }) => `pages/${name}`);

/** What a path below `_includes` is to the theme; null: nothing that can be replaced. */
export function kindOf(path: string): ThemeKind | null {
  return PATTERNS.find(([pattern]) => pattern.test(path))?.[1] ?? null;
}
