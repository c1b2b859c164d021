import { isLayoutName } from "../article/fields.ts";
import { splitFrontMatter } from "../article/split.ts";
import { lineOf, parseYaml } from "../article/yaml.ts";
import { type Problem, quote } from "../problem.ts";
import type { Layouts } from "./layouts.ts";
import type { TakenFile } from "./scoped-options.ts";

/** A page whose header Eleventy would stop at, as it can go on with it, and what is said of it. */
export interface MendedPage {
  readonly taken: TakenFile;
  readonly problems: readonly Problem[];
}

/**
 * Reads the header of a page that is no article. Eleventy stops at the first
 * layout that is not there, path without an end and header that cannot be
 * parsed; so that all of them are said, it gets the page without.
 *
 * @returns null where Eleventy can read the page as it is
 */
export function mendPage(text: string, file: string, layouts: Layouts): MendedPage | null {
  const { raw, format, body, isUnclosed } = splitFrontMatter(text);
  if (raw === null || isUnclosed || format !== "yaml") return null;
  const parsed = parseYaml(raw, { keepsDates: true });
  if ("fault" in parsed) {
    const line = raw.split("\n")[parsed.line - 1]?.trim() ?? "";
    const message = `expected YAML, received ${quote(line)} (${parsed.fault}). Quote values that contain a colon.`;
    const problem: Problem = {
      file,
      line: parsed.line + 1,
      field: "front matter",
      message,
      severity: "error",
    };
    return { taken: { data: {}, body }, problems: [problem] };
  }
  const faults = [layoutFault(parsed.data, layouts), pathFault(parsed.data)].filter(
    (fault) => fault !== null,
  );
  if (faults.length === 0) return null;
  const data = faults.reduce((mended, fault) => fault.mend(mended), parsed.data);
  return {
    taken: { data, body },
    problems: faults.map(({ field, message }) => ({
      file,
      line: lineOf(raw, [field]) + 1,
      field,
      message,
      severity: "warning",
    })),
  };
}

type Data = Readonly<Record<string, unknown>>;

interface Fault {
  readonly field: string;
  readonly message: string;
  /** The data as Eleventy can go on with it. */
  readonly mend: (data: Data) => Data;
}

function layoutFault({ layout }: Data, layouts: Layouts): Fault | null {
  if (layout === undefined || layout === null || layout === false) return null;
  if (typeof layout === "string" && (!isLayoutName(layout) || layouts.has(layout))) return null;
  const hint = typeof layout === "string" ? layouts.hint(layout) : "";
  return {
    field: "layout",
    message: `expected a layout that this site has, received ${quote(layout)}. The page has its usual one.${hint}`,
    mend: ({ layout: _, ...others }) => others,
  };
}

/** A path that is neither a folder's nor a file's: hosts would send it as a download. */
function pathFault({ permalink, eleventyAllowMissingExtension }: Data): Fault | null {
  if (typeof permalink !== "string" || eleventyAllowMissingExtension === true) return null;
  if (/\/$|\.[a-z0-9]+$|\{[{%]/i.test(permalink.trim())) return null;
  const path = `/${permalink.trim().replace(/^\/+/, "")}/`;
  return {
    field: "permalink",
    message: `expected a path with a slash at its end, received ${quote(permalink)}. It is taken for ${quote(path)}.`,
    mend: (data) => ({ ...data, permalink: path }),
  };
}
