import { load, type YAMLException } from "js-yaml";
import { type Problem, quote } from "../problem.ts";
import { DIRECTIONS } from "./canonical.ts";
import { CUE_KINDS, type DirectionEntry, type LexiconData } from "./lexicon.ts";

const DIRECTION_KEYS = [...DIRECTIONS, "harm"] as const;

/** Names of the lexicon's files, below `_data/lexicon`. */
export const LEXICON_FILES = [
  "targets.yaml",
  "directions.yaml",
  "therapies.yaml",
  "conditions.yaml",
  "cues.yaml",
] as const;
export type LexiconFile = (typeof LEXICON_FILES)[number];

/** The lexicon of its files' texts, with every fault in them; a faulty entry is left out. */
export function parseLexicon(texts: Readonly<Record<LexiconFile, string>>): {
  readonly data: LexiconData;
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const read = (file: LexiconFile): Record<string, unknown> => readFile(file, texts[file], problems);
  const targets = keep(read("targets.yaml"), "targets.yaml", problems, targetFault);
  const directions = read("directions.yaml");
  const cues = read("cues.yaml");
  const data = {
    targets,
    directions: Object.fromEntries(DIRECTION_KEYS.map((key) => [key, directions[key] ?? {}])),
    therapies: keep(read("therapies.yaml"), "therapies.yaml", problems, termFault),
    conditions: keep(read("conditions.yaml"), "conditions.yaml", problems, termFault),
    cues: Object.fromEntries(CUE_KINDS.map((key) => [key, cues[key] ?? []])),
  };
  return { data: data as unknown as LexiconData, problems };
}

function readFile(file: LexiconFile, text: string, problems: Problem[]): Record<string, unknown> {
  try {
    const parsed = load(text) ?? {};
    if (typeof parsed === "object" && !Array.isArray(parsed)) return parsed as Record<string, unknown>;
    problems.push(
      fault(file, 1, "file", "expected entries such as `stress:`, received another kind of YAML."),
    );
  } catch (error) {
    const { reason, mark } = error as YAMLException;
    problems.push(
      fault(file, (mark?.line ?? 0) + 1, "file", `expected YAML, received a fault in it: ${reason}.`),
    );
  }
  return {};
}

function keep(
  entries: Record<string, unknown>,
  file: LexiconFile,
  problems: Problem[],
  faultOf: (entry: Record<string, unknown>) => string | null,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(entries).filter(([id, entry]) => {
      const isEntry = typeof entry === "object" && entry !== null;
      const message = isEntry
        ? faultOf(entry as Record<string, unknown>)
        : `expected fields, received ${quote(entry)}.`;
      if (message !== null) problems.push(fault(file, 0, id, message));
      return message === null;
    }),
  );
}

function targetFault(entry: Record<string, unknown>): string | null {
  const usual = DIRECTIONS.some((direction) => direction === entry.usual);
  if (!usual) return `usual: expected ${DIRECTIONS.join(", ")}, received ${quote(entry.usual)}.`;
  return termFault(entry) ?? listFault(entry, ["loose", "troubles"]);
}

function termFault(entry: Record<string, unknown>): string | null {
  if (typeof entry.label !== "string") return `label: expected text, received ${quote(entry.label)}.`;
  return listFault(entry, ["aliases"]);
}

function listFault(entry: Record<string, unknown>, fields: readonly string[]): string | null {
  for (const field of fields) {
    const value = entry[field] ?? [];
    const isWords = Array.isArray(value) && value.every((word) => typeof word === "string");
    if (!isWords) return `${field}: expected a list of words, received ${quote(value)}.`;
  }
  return null;
}

function fault(file: string, line: number, field: string, message: string): Problem {
  return { file: `_data/lexicon/${file}`, line, field, message, severity: "error" };
}

/** The entries of `over` added to `base`: an entry of the same id is replaced, lists of directions and cues grow. */
export function mergeLexicons(base: LexiconData, over: LexiconData): LexiconData {
  const directions = Object.fromEntries(
    DIRECTION_KEYS.map((key) => [key, mergeLists(base.directions[key], over.directions[key])]),
  );
  const cues = Object.fromEntries(CUE_KINDS.map((key) => [key, [...base.cues[key], ...over.cues[key]]]));
  return {
    targets: { ...base.targets, ...over.targets },
    directions: directions as LexiconData["directions"],
    therapies: { ...base.therapies, ...over.therapies },
    conditions: { ...base.conditions, ...over.conditions },
    cues: cues as unknown as LexiconData["cues"],
  };
}

function mergeLists(base: DirectionEntry, over: DirectionEntry): DirectionEntry {
  const fields = [...new Set([...Object.keys(base), ...Object.keys(over)])] as (keyof DirectionEntry)[];
  return Object.fromEntries(fields.map((field) => [field, [...(base[field] ?? []), ...(over[field] ?? [])]]));
}
