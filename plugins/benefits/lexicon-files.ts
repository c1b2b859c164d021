import { load, type YAMLException } from "js-yaml";
import { lineOf } from "../article/yaml.ts";
import type { Problem } from "../problem.ts";
import { DIRECTIONS } from "./canonical.ts";
import { CUE_KINDS, type DirectionEntry, type LexiconData } from "./lexicon.ts";
import { type EntryFile, faultsOfEntry, sharedWords } from "./lexicon-faults.ts";

const DIRECTION_KEYS = [...DIRECTIONS, "harm"] as const;

/** Names of the lexicon's files, below `_data/lexicon`. */
export const LEXICON_FILES = [
  "targets.yaml",
  "directions.yaml",
  "therapies.yaml",
  "conditions.yaml",
  "cues.yaml",
  "grave.yaml",
] as const;
export type LexiconFile = (typeof LEXICON_FILES)[number];

/** The texts of a lexicon's files; one that is not there is "". */
export type LexiconTexts = Readonly<Record<LexiconFile, string>>;

/** A lexicon as data, with every fault in its files. */
export interface ParsedLexicon {
  readonly data: LexiconData;
  readonly problems: readonly Problem[];
}

/**
 * The package's lexicon with a site's over it. A word of the site's beats the
 * package's, which is reported; files that the site does not have are the package's.
 *
 * @param folder path of the site's files, for problems
 */
export function composeLexicon(
  base: LexiconTexts,
  site: LexiconTexts | null,
  folder?: string,
): ParsedLexicon {
  // The package's own words were compared when it was tested.
  const first = readFiles(base, FOLDER);
  const isSame = site === null || LEXICON_FILES.every((name) => site[name] === base[name]);
  if (isSame) return first;
  const second = parseLexicon(site, folder);
  const source = { file: `${folder ?? FOLDER}/targets.yaml`, text: site["targets.yaml"] };
  const clashes = sharedWords(second.data.targets, first.data.targets, source);
  return {
    data: mergeLexicons(first.data, second.data),
    problems: [...first.problems, ...second.problems, ...clashes],
  };
}

const FOLDER = "_data/lexicon";

/** The lexicon of its files' texts, with every fault in them; a faulty entry is left out. */
export function parseLexicon(texts: LexiconTexts, folder = FOLDER): ParsedLexicon {
  const { data, problems } = readFiles(texts, folder);
  const source = { file: `${folder}/targets.yaml`, text: texts["targets.yaml"] };
  return { data, problems: [...problems, ...sharedWords(data.targets, {}, source)] };
}

function readFiles(texts: LexiconTexts, folder: string): ParsedLexicon {
  const problems: Problem[] = [];
  const read = (name: LexiconFile): Record<string, unknown> =>
    readFile(`${folder}/${name}`, texts[name], problems);
  const entries = (name: EntryFile & LexiconFile): Record<string, unknown> =>
    keepSound(read(name), name, { file: `${folder}/${name}`, text: texts[name] }, problems);
  const directions = read("directions.yaml");
  const cues = read("cues.yaml");
  const data = {
    targets: entries("targets.yaml"),
    directions: Object.fromEntries(DIRECTION_KEYS.map((key) => [key, directions[key] ?? {}])),
    therapies: entries("therapies.yaml"),
    conditions: entries("conditions.yaml"),
    cues: Object.fromEntries(CUE_KINDS.map((key) => [key, cues[key] ?? []])),
    grave: entries("grave.yaml"),
  } as unknown as LexiconData;
  return { data, problems };
}

function readFile(file: string, text: string, problems: Problem[]): Record<string, unknown> {
  const fail = (line: number, message: string): void =>
    void problems.push({ file, line, field: "file", message, severity: "error" });
  try {
    const parsed = load(text) ?? {};
    if (typeof parsed === "object" && !Array.isArray(parsed)) return parsed as Record<string, unknown>;
    fail(1, "expected entries such as `stress:`, received another kind of YAML.");
  } catch (error) {
    const { reason, mark } = error as YAMLException;
    fail((mark?.line ?? 0) + 1, `expected YAML, received a fault in it: ${reason}.`);
  }
  return {};
}

function keepSound(
  entries: Record<string, unknown>,
  name: EntryFile,
  { file, text }: { readonly file: string; readonly text: string },
  problems: Problem[],
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(entries).filter(([id, entry]) => {
      const faults = faultsOfEntry(name, id, entry);
      for (const { field, message, severity } of faults) {
        const line = lineOf(text, field === "" ? [id] : [id, field]);
        problems.push({ file, line, field: id, message, severity });
      }
      return faults.every(({ severity }) => severity !== "error");
    }),
  );
}

/** The entries of `over` before those of `base`, whose words they take: an entry of the same id is replaced, lists of directions and cues grow. */
export function mergeLexicons(base: LexiconData, over: LexiconData): LexiconData {
  const directions = Object.fromEntries(
    DIRECTION_KEYS.map((key) => [key, mergeLists(base.directions[key], over.directions[key])]),
  );
  const cues = Object.fromEntries(CUE_KINDS.map((key) => [key, [...base.cues[key], ...over.cues[key]]]));
  return {
    targets: putFirst(over.targets, base.targets),
    directions: directions as LexiconData["directions"],
    therapies: putFirst(over.therapies, base.therapies),
    conditions: putFirst(over.conditions, base.conditions),
    cues: cues as unknown as LexiconData["cues"],
    grave: putFirst(over.grave, base.grave),
  };
}

function putFirst<Entry>(
  over: Readonly<Record<string, Entry>>,
  base: Readonly<Record<string, Entry>>,
): Readonly<Record<string, Entry>> {
  return { ...over, ...Object.fromEntries(Object.entries(base).filter(([id]) => !(id in over))) };
}

function mergeLists(base: DirectionEntry, over: DirectionEntry): DirectionEntry {
  const fields = [...new Set([...Object.keys(base), ...Object.keys(over)])] as (keyof DirectionEntry)[];
  return Object.fromEntries(fields.map((field) => [field, [...(base[field] ?? []), ...(over[field] ?? [])]]));
}
