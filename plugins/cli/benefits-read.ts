import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { fieldLineOf, openArticle, readArticle } from "../article/read.ts";
import type { Article } from "../article/types.ts";
import type { ExtractionRule } from "../benefits/extraction-rule.ts";
import { titleReader } from "../benefits/languages.ts";
import type { Lexicon } from "../benefits/lexicon.ts";
import { type BenefitsRead, listFields, readBenefits, withoutEveryday } from "../benefits/read.ts";
import type { Site } from "../corpus/types.ts";
import { decodePage } from "../import/encoding.ts";
import { holdsBlockHtml, readLeniently } from "../import/lenient.ts";
import type { Problem } from "../problem.ts";
import { shownPath } from "./shown-path.ts";

/** What articles are read with. */
export interface BenefitsSetting {
  readonly site: Pick<Site, "timeZone" | "lang" | "publishFrom">;
  readonly lexicon: Lexicon;
  /** Names of rules to leave out. */
  readonly without: readonly string[];
  /** The site's own rules. */
  readonly ownRules: readonly ExtractionRule[];
}

/** One file with what was read in it. */
export interface BenefitsFile {
  readonly file: string;
  readonly article: Article;
  readonly read: BenefitsRead;
  /** Titles of other articles offered, in order. */
  readonly offered: readonly string[];
  /** 1-based line of a front matter field. */
  readonly lineOf: (field: string) => number;
}

/**
 * Reads a file as the build does where it is an article of this project, and
 * anything else as well as can be; null where it is no text. Faults are added to `problems`.
 */
export function readBenefitsFile(
  file: string,
  setting: BenefitsSetting,
  problems: Problem[],
): BenefitsFile | null {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const message = `expected a file that can be read, received ${(error as Error).message}.`;
    problems.push({ file: shownPath(file), line: 0, field: "file", message, severity: "error" });
    return null;
  }
  const own = /\.(?:md|markdown)$/i.test(file) ? readOwn(file, bytes, setting) : null;
  if (own) return own;
  const decoded = decodePage(bytes);
  if (!("text" in decoded)) {
    const message = "expected text, received another kind of file.";
    problems.push({ file: shownPath(file), line: 0, field: "encoding", message, severity: "error" });
    return null;
  }
  const { lexicon, without, site, ownRules } = setting;
  const { article, fields, offered } = readLeniently(
    shownPath(file),
    decoded.text,
    titleReader(lexicon.terms),
  );
  const { publishFrom } = site;
  const listed = Array.isArray(fields.benefits) ? fields : listFields(fields);
  const read = readBenefits(article, lexicon, { without, ownRules, fields: listed, publishFrom });
  return { file, article: withoutEveryday(article, read, lexicon), read, offered, lineOf: () => 1 };
}

/** The article as a build reads it; null where its front matter is another system's. */
function readOwn(
  file: string,
  bytes: Uint8Array,
  { site, lexicon, without, ownRules }: BenefitsSetting,
): BenefitsFile | null {
  const opened = openArticle(bytes, shownPath(file));
  if ("problem" in opened) return null;
  const isElsewhere = relative(".", file).startsWith("..");
  if (isElsewhere && holdsBlockHtml(opened.body)) return null;
  const id = shownPath(file)
    .replace(/^.*\//, "")
    .replace(/\.[a-z]+$/i, "");
  const { article, faulty } = readArticle(opened, {
    id,
    timeZone: site.timeZone,
    lang: site.lang,
    readTitle: titleReader(lexicon.terms),
  });
  if (faulty.size > 0) return null;
  const { publishFrom } = site;
  const read = readBenefits(article, lexicon, {
    without,
    ownRules,
    fields: listFields(opened.data),
    publishFrom,
  });
  return {
    file,
    article: withoutEveryday(article, read, lexicon),
    read,
    offered: article.alsoRead.flatMap(({ offers }) => offers.map((offer) => offer.title)),
    lineOf: (field) => fieldLineOf(opened, field.split(".")),
  };
}
