import type { Disk } from "../disk.ts";
import { type ParsedJson, parseJson } from "../files/json.ts";
import { type Language, languageFrom, type TextsFile } from "../page/texts.ts";
import { ContentError } from "../problem.ts";

/** Reads `texts/<lang>.json` of the theme with the owner's file of the same name over it. */
export interface Languages {
  /** The language of a BCP 47 tag; its texts are English where neither has a file. */
  languageOf(lang: string): Language;
  /** Keys that were not found, by tag, in order of asking; null: no file at all. */
  readonly missing: ReadonlyMap<string, readonly string[] | null>;
}

/**
 * @param folders folders that hold `texts/`, the theme's first, the owner's last
 * @throws {ContentError} naming file and line, for texts that are not JSON
 */
export function openLanguages(folders: readonly string[], disk: Disk): Languages {
  const known = new Map<string, Language>();
  const missing = new Map<string, readonly string[] | null>();
  const english = readTexts(folders, "en", disk);
  if (english === null) throw new Error("theme: texts/en.json: expected a file, received none.");
  const languageOf = (lang: string): Language => {
    const opened = known.get(lang);
    if (opened !== undefined) return opened;
    // "nl-BE" is served by "nl".
    const file = readTexts(folders, lang, disk) ?? readTexts(folders, lang.split("-")[0] ?? lang, disk);
    const found = languageFrom(lang, file, english);
    if (file === null) missing.set(lang, null);
    else if (found.missing.length > 0) missing.set(lang, found.missing);
    known.set(lang, found.language);
    return found.language;
  };
  return { languageOf, missing };
}

function readTexts(folders: readonly string[], lang: string, disk: Disk): TextsFile | null {
  // A tag is a file name here: anything else than a tag finds nothing.
  if (!/^[a-z0-9-]{2,35}$/i.test(lang)) return null;
  const files = folders.flatMap((folder) => {
    const path = `${folder}/texts/${lang}.json`;
    const text = disk.read(path);
    if (text !== null && typeof text !== "string") throw new ContentError([text]);
    return text === null ? [] : [parseTexts(text, path)];
  });
  if (files.length === 0) return null;
  return files.reduce<TextsFile>(
    (merged, { texts, counts }) => ({
      texts: { ...merged.texts, ...texts },
      counts: { ...merged.counts, ...counts },
    }),
    { texts: {}, counts: {} },
  );
}

/** Files of words by path, as they were last parsed: one is asked for twice in a build, and again in each while serving. */
const parsedTexts = new Map<string, { readonly text: string; readonly parsed: ParsedJson }>();

function parseTexts(text: string, path: string): Partial<TextsFile> {
  const last = parsedTexts.get(path);
  const parsed = last?.text === text ? last.parsed : parseJson(text);
  parsedTexts.set(path, { text, parsed });
  if (!("fault" in parsed)) return parsed.value as Partial<TextsFile>;
  const message = `expected JSON, received a fault (${parsed.fault}).`;
  throw new ContentError([{ file: path, line: parsed.line, field: "texts", message, severity: "error" }]);
}
