import { readFileSync } from "node:fs";
import { join } from "node:path";
import { extractBenefits } from "../../plugins/benefits/extract.ts";
import type { Extraction, ExtractOptions } from "../../plugins/benefits/language.ts";
import { titleReader } from "../../plugins/benefits/languages.ts";
import { compileLexicon, type Lexicon } from "../../plugins/benefits/lexicon.ts";
import { LEXICON_FILES, type LexiconFile, parseLexicon } from "../../plugins/benefits/lexicon-files.ts";
import { readLeniently } from "../../plugins/import/lenient.ts";

/** The project's lexicon as it stands in `_data/lexicon`. */
export const texts = Object.fromEntries(
  LEXICON_FILES.map((name) => [name, readFileSync(join("_data", "lexicon", name), "utf8")]),
) as Record<LexiconFile, string>;
export const lexicon: Lexicon = compileLexicon(parseLexicon(texts).data);

/** What is found in a Markdown text with a title. */
export function read(title: string, body: string, options: ExtractOptions = {}): Extraction {
  const text = `---\ntitle: ${JSON.stringify(title)}\n---\n\n${body}`;
  const { article, fields } = readLeniently("x.md", text, titleReader(lexicon.terms));
  return extractBenefits(article, lexicon, { fields, ...options });
}

/** Headings of the explicit benefits, in order. */
export function headings({ benefits, unnamed }: Extraction): string[] {
  return [...benefits, ...unnamed]
    .filter(({ heading }) => heading !== null)
    .sort((a, b) => a.line - b.line)
    .map(({ heading }) => heading as string);
}

/** Canonicals claimed in running text. */
export function prose({ benefits }: Extraction): string[] {
  return benefits.filter(({ kind }) => kind === "prose").flatMap(({ canonicals }) => canonicals);
}
