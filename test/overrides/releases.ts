import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import type { OwnFiles, ThemeFiles } from "../../plugins/overrides/diagnose.ts";
import { kindOf, PAGES } from "../../plugins/overrides/kinds.ts";
import { hashOf, type Origin, recordOf } from "../../plugins/overrides/lock.ts";
import { mergeOverride } from "../../plugins/overrides/merge.ts";
import { type Models, parseModels } from "../../plugins/overrides/models.ts";
import { lastOf, type Rename } from "../../plugins/renames.ts";
import { ROOT } from "../project.ts";

/** What an invented release does to the one before. */
export interface Step {
  /** New texts by path; null: removed. Words in pairs: what is replaced by what, each once. */
  readonly edits: Readonly<Record<string, readonly (readonly [string, string])[] | null>>;
  readonly renames?: readonly (readonly [from: string, to: string])[];
  readonly models?: (models: Models) => Models;
}

const folder = join(ROOT, "_includes");

/** The theme as it is here, as release 1.0.0. */
export function firstRelease(): ThemeFiles {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => name.split(sep).join("/"))
    .filter((path) => kindOf(path) !== null)
    .sort();
  return {
    version: "1.0.0",
    files: new Map([
      ...paths.map((path) => [path, readFileSync(join(folder, path), "utf8")] as const),
      ...PAGES.map((path) => [path, ""] as const),
    ]),
    models: parseModels(readFileSync(join(folder, "models.json"), "utf8")),
    renames: [],
  };
}

/** The release that a step makes of another. @throws {Error} for words that are not there: nothing would be tested */
export function nextRelease(
  before: ThemeFiles,
  version: string,
  { edits, renames = [], models }: Step,
): ThemeFiles {
  const files = new Map(before.files);
  for (const [path, pairs] of Object.entries(edits)) {
    const text = files.get(path);
    if (text === undefined) throw new Error(`${path} is not there`);
    if (pairs === null) files.delete(path);
    else files.set(path, replaceAll(text, pairs));
  }
  const moves: Rename[] = renames.map(([from, to]) => ({ from, to, since: version }));
  for (const { from, to } of moves) {
    files.set(to, files.get(from) as string);
    files.delete(from);
  }
  return {
    version,
    files,
    models: models?.(before.models) ?? before.models,
    renames: [...before.renames, ...moves],
  };
}

/** A text with words replaced by others, each once. */
export function replaceAll(text: string, pairs: readonly (readonly [string, string])[]): string {
  return pairs.reduce((all, [from, to]) => {
    if (!all.includes(from)) throw new Error(`"${from}" is not there`);
    return all.replace(from, () => to);
  }, text);
}

/** An owner with overrides, in memory, who does as the commands do. */
export class Owner implements OwnFiles {
  readonly files = new Map<string, string>();
  readonly lock = new Map<string, Origin>();
  readonly #bases = new Map<string, string>();
  readonly #models = new Map<string, Models>();

  baseOf(path: string, { version }: Origin): string | null {
    return this.#bases.get(`${version} ${path}`) ?? null;
  }

  modelsOf(version: string): Models | null {
    return this.#models.get(version) ?? null;
  }

  /** Takes a file and changes words in it. */
  eject(path: string, theme: ThemeFiles, edits: readonly (readonly [string, string])[]): void {
    const original = theme.files.get(path) as string;
    this.files.set(path, replaceAll(original, edits));
    this.keep(path, theme);
  }

  keep(path: string, theme: ThemeFiles): void {
    const original = theme.files.get(lastOf(path, theme.renames)) as string;
    this.lock.set(path, { version: theme.version, hash: hashOf(original) });
    this.#bases.set(`${theme.version} ${path}`, original);
    this.#models.set(theme.version, theme.models);
  }

  /** How many conflicts a merge leaves. */
  merge(path: string, theme: ThemeFiles): number {
    const record = recordOf(path, this.lock, theme.renames);
    if (record === null) throw new Error(path);
    const target = lastOf(path, theme.renames);
    const merged = mergeOverride(
      this.files.get(path) as string,
      this.baseOf(record.path, record.origin) as string,
      theme.files.get(target) as string,
      { base: record.origin.version, theme: theme.version },
    );
    this.files.delete(path);
    this.files.set(target, merged.text);
    this.lock.delete(record.path);
    this.keep(target, theme);
    return merged.conflictCount;
  }
}
