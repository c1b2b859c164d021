import type { Corpus } from "../corpus/corpus.ts";
import { PAGE_FAMILIES, SITE_FILES } from "../page/families.ts";
import type { PageOutline } from "../page/plan.ts";
import type { Problem } from "../problem.ts";

/** Where the owner's own pages say their paths. */
export interface PathSource {
  /** 1-based line of `permalink` in an article's file. */
  readonly lineOf: (articleId: string, field: string) => number;
  /** Names of pages and files that are not generated. */
  readonly without: ReadonlySet<string>;
}

/** Articles and pages that stand where the theme puts a page or a file of its own; one would overwrite the other. */
export function takenPaths(
  { records, pages }: Corpus,
  outlines: readonly PageOutline[],
  { lineOf, without }: PathSource,
): readonly Problem[] {
  const generated = new Map<string, string>();
  const names = new Map(PAGE_FAMILIES.map(({ kind, name }) => [kind, name]));
  for (const { kind, url } of outlines) {
    const name = names.get(kind);
    if (name !== undefined) generated.set(keyOf(url), name);
  }
  for (const { name, url } of SITE_FILES) if (!without.has(name)) generated.set(keyOf(url), name);
  const own = [
    ...Array.from(records.values(), ({ article, url }) => ({
      url,
      file: article.file,
      line: () => lineOf(article.id, "permalink"),
    })),
    ...pages.map(({ url, file }) => ({ url, file, line: () => 0 })),
  ];
  return own.flatMap(({ url, file, line }): Problem[] => {
    const name = generated.get(keyOf(url));
    if (name === undefined) return [];
    const message = `expected a path of its own, received "${url}", where the theme puts its page "${name}". Give this one another permalink, or leave the theme's out with pages: { "${name}": false }.`;
    return [{ file, line: line(), field: "permalink", message, severity: "error" }];
  });
}

/** On many file systems paths that differ only in case are one file. */
function keyOf(url: string): string {
  return url.toLowerCase().normalize("NFC");
}
