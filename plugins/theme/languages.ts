import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Language, languageFrom, type TextsFile } from "./texts.ts";

/** Reads `texts/<lang>.json` of the theme with the owner's file of the same name over it. */
export interface Languages {
  /** The language of a BCP 47 tag; its texts are English where neither has a file. */
  languageOf(lang: string): Language;
  /** Tags for which no file was found, in order of asking. */
  readonly untranslated: ReadonlySet<string>;
}

/** @param folders folders that hold `texts/`, the theme's first, the owner's last */
export function openLanguages(folders: readonly string[]): Languages {
  const known = new Map<string, Language>();
  const untranslated = new Set<string>();
  const english = readTexts(folders, "en");
  if (english === null) throw new Error("theme: texts/en.json: expected a file, received none.");
  const languageOf = (lang: string): Language => {
    const found = known.get(lang);
    if (found !== undefined) return found;
    // "nl-BE" is served by "nl".
    const file = readTexts(folders, lang) ?? readTexts(folders, lang.split("-")[0] ?? lang);
    if (file === null) untranslated.add(lang);
    const { language } = languageFrom(lang, file, english);
    known.set(lang, language);
    return language;
  };
  return { languageOf, untranslated };
}

function readTexts(folders: readonly string[], lang: string): TextsFile | null {
  // A tag is a file name here: anything else than a tag finds nothing.
  if (!/^[a-z0-9-]{2,35}$/i.test(lang)) return null;
  const files = folders
    .map((folder) => join(folder, "texts", `${lang}.json`))
    .filter((path) => existsSync(path));
  if (files.length === 0) return null;
  return files
    .map((path) => JSON.parse(readFileSync(path, "utf8")) as Partial<TextsFile>)
    .reduce<TextsFile>(
      (merged, { texts, counts }) => ({
        texts: { ...merged.texts, ...texts },
        counts: { ...merged.counts, ...counts },
      }),
      { texts: {}, counts: {} },
    );
}
