import { openPlaces, type Places } from "../article/site-path.ts";
import type { Corpus } from "../corpus/corpus.ts";
import type { ArticleRecord, Site } from "../corpus/types.ts";
import { PAGE_FAMILIES, SITE_FILES } from "../page/families.ts";
import type { PageOutline } from "../page/plan.ts";
import { reservedFolder } from "../page/reserved.ts";
import { type Problem, quote } from "../problem.ts";

/** Where the owner's own pages say their paths. */
export interface PathSource {
  /** 1-based line of a front matter field in an article's file. */
  readonly lineOf: (articleId: string, field: string) => number;
  /** Names of pages and files that are not generated. */
  readonly without: ReadonlySet<string>;
}

/** Who has a place: a page of the theme's by name, or a file of the owner's. */
type Holder = { readonly name: string } | { readonly file: string };

/**
 * Articles and pages that stand where the theme puts a page or a file of its
 * own, articles among its files, and old addresses that are not free; one would
 * overwrite the other.
 */
export function takenPaths(
  corpus: Corpus,
  outlines: readonly PageOutline[],
  source: PathSource,
): readonly Problem[] {
  const places = claimGenerated(outlines, source.without);
  const records = [...corpus.records.values()];
  return [
    ...records.flatMap((record) => articleProblems(record, places, corpus.site, source)),
    ...corpus.pages.flatMap(({ url, file }) => takenProblem(places.claim(url, { file }), url, file, 0)),
    ...records.flatMap((record) => redirectProblems(record, places, corpus.site, source)),
  ];
}

function claimGenerated(outlines: readonly PageOutline[], without: ReadonlySet<string>): Places<Holder> {
  const places = openPlaces<Holder>();
  const names = new Map(PAGE_FAMILIES.map(({ kind, name }) => [kind, name]));
  for (const { kind, url } of outlines) {
    const name = names.get(kind);
    if (name !== undefined && kind !== "redirect") places.claim(url, { name });
  }
  for (const { name, url } of SITE_FILES) if (!without.has(name)) places.claim(url, { name });
  return places;
}

function articleProblems(
  { article, url }: ArticleRecord,
  places: Places<Holder>,
  site: Site,
  { lineOf }: PathSource,
): readonly Problem[] {
  const line = (): number => lineOf(article.id, "permalink");
  const folder = reservedFolder(url, site);
  if (folder === null) {
    const holder = places.claim(url, { file: article.file });
    return holder === null ? [] : takenProblem(holder, url, article.file, line());
  }
  const message = `expected a path of its own, received "${url}" in ${folder}, where the site's own files lie. Give the article another permalink.`;
  return [{ file: article.file, line: line(), field: "permalink", message, severity: "error" }];
}

function takenProblem(holder: Holder | null, url: string, file: string, line: number): readonly Problem[] {
  // Two files of the owner's at one path are reported where all files are compared.
  if (holder === null || !("name" in holder)) return [];
  const { name } = holder;
  const message = `expected a path of its own, received "${url}", where the theme puts its page "${name}". Give this one another permalink, or leave the theme's out with pages: { "${name}": false }.`;
  return [{ file, line, field: "permalink", message, severity: "error" }];
}

/** Old addresses that do not lead to the article. One that is a page's stays that page's: nobody is led astray. */
function redirectProblems(
  { article }: ArticleRecord,
  places: Places<Holder>,
  site: Site,
  { lineOf }: PathSource,
): readonly Problem[] {
  return article.frontMatter.redirectFrom.flatMap((from, index): readonly Problem[] => {
    const folder = reservedFolder(from, site);
    const holder = folder === null ? places.claim(from, { file: article.file }) : null;
    if (folder === null && holder === null) return [];
    const field = `redirectFrom.${index}`;
    const who =
      folder !== null
        ? `in ${folder}, where the site's own files lie`
        : holder !== null && "name" in holder
          ? `where the theme puts its page "${holder.name}"`
          : `which ${holder?.file === article.file ? "is the article's own" : `${holder?.file} has`}`;
    const message = `expected an old path that nothing else has, received ${quote(from)}, ${who}. It does not lead here; take it out.`;
    return [{ file: article.file, line: lineOf(article.id, field), field, message, severity: "warning" }];
  });
}
