/** What Eleventy would take a file for, on this site. */
export interface EleventyEndings {
  /** Endings of templates, without the first dot: "njk", "11ty.js". */
  readonly templates: readonly string[];
  /** What stands before the ending of a data file: ".11tydata", "". */
  readonly dataSuffixes: readonly string[];
  /** Endings of data files beside `json`, which the owner's configuration reads. */
  readonly data: readonly string[];
}

/** Templates of Eleventy's own, but for Markdown and scripts; what plugins add comes beside them. */
export const TEMPLATE_ENDINGS: readonly string[] = ["njk", "liquid", "html"];

/** Files of an article folder that Eleventy would run, and those it would merge into articles' data. */
export interface FolderFiles {
  readonly code: readonly string[];
  readonly data: readonly string[];
}

const SCRIPTS: ReadonlySet<string> = new Set(["js", "cjs", "mjs", "ts", "cts", "mts"]);
const READABLE: ReadonlySet<string> = new Set(["json", "yaml", "yml"]);

/**
 * Sorts the files of an article folder by what Eleventy makes of them; what it
 * passes by (images, texts) is in neither list.
 *
 * @param names paths below the folder, with "/"
 * @param folder the folder's own name: `articles/articles.json` is data of all in it
 */
export function sortFiles(
  names: readonly string[],
  folder: string,
  { templates, dataSuffixes, data }: EleventyEndings,
): FolderFiles {
  const stems = new Set(names.filter(isMarkdown).map((name) => name.replace(/\.[a-z]+$/i, "").toLowerCase()));
  const isTemplate = (name: string): boolean =>
    templates.some((ending) => name.toLowerCase().endsWith(`.${ending.toLowerCase()}`));
  const endingOf = (name: string): string => /\.([^./]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
  // The stem of a data file that Eleventy would look for; null for any other file.
  const isData = (name: string): boolean => {
    const ending = endingOf(name);
    const base = name.slice(0, -ending.length - 1).toLowerCase();
    return dataSuffixes.some((suffix) => {
      const isRead = ending === "json" || data.includes(ending) || (suffix !== "" && SCRIPTS.has(ending));
      if (!isRead || !base.endsWith(suffix.toLowerCase())) return false;
      const stem = base.slice(0, base.length - suffix.length);
      const parts = `${folder.toLowerCase()}/${stem}`.split("/");
      return stems.has(stem) || parts.at(-1) === parts.at(-2);
    });
  };
  const found = names.filter((name) => !isMarkdown(name));
  const read = found.filter((name) => !isTemplate(name) && isData(name));
  return {
    code: found.filter((name) => isTemplate(name) || (read.includes(name) && !READABLE.has(endingOf(name)))),
    data: read.filter((name) => READABLE.has(endingOf(name))),
  };
}

function isMarkdown(name: string): boolean {
  return /\.(?:md|markdown)$/i.test(name);
}
