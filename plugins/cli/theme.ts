import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import pc from "picocolors";
import type { ThemeFiles } from "../overrides/diagnose.ts";
import { type Diagnosis, diagnose, FAILING, type State } from "../overrides/diagnose.ts";
import { kindOf } from "../overrides/kinds.ts";
import {
  basePath,
  formatLock,
  hashOf,
  LOCK_FILE,
  type Lock,
  modelsPath,
  recordOf,
} from "../overrides/lock.ts";
import { conflictLine, mergeOverride } from "../overrides/merge.ts";
import { packageFolder } from "../package-folder.ts";
import { lastOf } from "../renames.ts";
import { shownPath } from "./shown-path.ts";
import {
  type Places,
  pageFile,
  placesOf,
  readLock,
  readOwn,
  readTheme,
  type ThemeFolders,
  themePath,
  writeWhole,
} from "./theme-files.ts";

/** `vervain theme list`: every file of the theme that can be replaced, and how what replaces it stands. Exit code 0. */
export async function listCommand(folders: ThemeFolders): Promise<number> {
  const theme = readTheme();
  const found = new Map(
    diagnose(readOwn(placesOf(folders), theme), theme).map((one) => [one.path, one.state]),
  );
  for (const path of theme.files.keys()) {
    const state = found.get(path);
    console.log(state === undefined ? path : `${path} · ${pc.green("yours")}, ${state}`);
  }
  return 0;
}

/** `vervain theme show PATH`: the theme's own file. Exit code 0. */
export async function showCommand(given: string): Promise<number> {
  const theme = readTheme();
  const path = themePath(lastOf(given, theme.renames), theme);
  if (kindOf(path) === "page")
    throw new RangeError(
      `theme: ${path}: expected a file, received a generated page. Its layout is a file: \`vervain theme list\` names them.`,
    );
  process.stdout.write(theme.files.get(path) as string);
  return 0;
}

/** Options of `vervain theme eject`. */
export interface EjectOptions extends ThemeFolders {
  /** Take the owner's file as made for this release. */
  readonly keep?: boolean;
}

/**
 * `vervain theme eject PATH`: copies a file of the theme's to where it is
 * replaced, and keeps what it was made from. Exit code 0.
 *
 * @throws {RangeError} for a path that is not the theme's, and a file that is there, or with `keep` is not
 */
export async function ejectCommand(
  given: string,
  { keep = false, ...folders }: EjectOptions,
): Promise<number> {
  const theme = readTheme();
  const places = placesOf(folders);
  const path = themePath(lastOf(given, theme.renames), theme);
  if (kindOf(path) === "page")
    throw new RangeError(
      `theme: ${path}: expected a file, received a generated page. A template ${shownPath(join(places.input, `${path.slice("pages/".length)}.njk`))} takes its place.`,
    );
  const file = join(places.includes, path);
  if (!keep && existsSync(file))
    throw new RangeError(
      `theme: expected no file of yours yet, received "${shownPath(file)}", which is there. Nothing was written; \`vervain theme eject --keep ${path}\` takes it as made for ${theme.version}.`,
    );
  if (keep && !existsSync(file))
    throw new RangeError(
      `theme: expected your file "${shownPath(file)}", which is not there. Leave out --keep to make it.`,
    );
  record(path, theme, places);
  if (!keep) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, theme.files.get(path) as string, { flag: "wx" });
  }
  console.log(
    `${pc.green(keep ? "kept" : "made")} ${shownPath(file)} · from ${theme.version}, noted in ${shownPath(join(places.kept, LOCK_FILE))}`,
  );
  if (!keep && kindOf(path) === "layout")
    console.log(
      `For a block or two, a file that begins with {% extends "@theme/${path}" %} needs no merging.`,
    );
  return 0;
}

/** Keeps what an override is made from: the original, the view models, and the lock last. */
function record(path: string, theme: ThemeFiles, places: Places): void {
  const original = theme.files.get(path) as string;
  const { version } = theme;
  writeWhole(join(places.kept, basePath(path, version)), original);
  writeWhole(
    join(places.kept, modelsPath(version)),
    readFileSync(packageFolder("_includes/models.json"), "utf8"),
  );
  const before = readLock(places);
  const old = recordOf(path, before, theme.renames);
  const lock: Lock = new Map([
    ...[...before].filter(([name]) => name !== old?.path),
    [path, { version, hash: hashOf(original) }],
  ]);
  writeWhole(join(places.kept, LOCK_FILE), formatLock(lock));
  forget(old, lock, places);
}

/** Removes an original that nothing was made from any more, and the models of a release with none left. */
function forget(old: ReturnType<typeof recordOf>, lock: Lock, { kept }: Places): void {
  if (old === null || lock.get(old.path)?.version === old.origin.version) return;
  rmSync(join(kept, basePath(old.path, old.origin.version)), { force: true });
  const isUsed = [...lock.values()].some(({ version }) => version === old.origin.version);
  if (!isUsed) rmSync(join(kept, dirname(modelsPath(old.origin.version))), { recursive: true, force: true });
}

/** Options of `vervain theme doctor`. */
export interface DoctorOptions extends ThemeFolders {
  readonly json?: boolean;
}

/** `vervain theme doctor`: how every override stands. Exit code: 1 where one is lost, broken or has fallen behind. */
export async function doctorCommand({ json = false, ...folders }: DoctorOptions): Promise<number> {
  const theme = readTheme();
  const places = placesOf(folders);
  const found = diagnose(readOwn(places, theme), theme);
  if (json) console.log(JSON.stringify({ version: theme.version, overrides: found }, null, 2));
  else for (const one of found) print(one, places);
  const counts = new Map<State, number>();
  for (const { state } of found) counts.set(state, (counts.get(state) ?? 0) + 1);
  const told = [...counts].map(([state, count]) => `${count} ${state}`).join(", ");
  if (!json)
    console.log(
      `${found.length} ${found.length === 1 ? "override" : "overrides"} of ${theme.version}${told === "" ? "" : `: ${told}`}.`,
    );
  return found.some(({ state }) => FAILING.includes(state)) ? 1 : 0;
}

function print({ path, state, facts, todo }: Diagnosis, { includes, input }: Places): void {
  const file = kindOf(path) === "page" ? (pageFile(path, input) ?? path) : join(includes, path);
  const paint = FAILING.includes(state) ? pc.red : state === "safe" ? pc.green : pc.yellow;
  console.log(
    `${paint(state)} ${shownPath(file)}: ${[...facts, ...(todo === "" ? [] : [todo.replace(/\.$/, "")])].join(". ").replace(/\?\. /g, "? ")}.`.replace(
      /([?.])\.$/,
      "$1",
    ),
  );
}

/**
 * `vervain theme merge PATH`: brings what the theme has changed into the owner's
 * file. Exit code: 1 where both changed the same lines; they stand between marks.
 *
 * @throws {RangeError} where there is nothing to merge from, before anything is written
 */
export async function mergeCommand(given: string, folders: ThemeFolders): Promise<number> {
  const theme = readTheme();
  const places = placesOf(folders);
  const own = readOwn(places, theme);
  const path = themePath(given, theme, own.lock.keys());
  const file = join(places.includes, path);
  const [target, entry] = [lastOf(path, theme.renames), recordOf(path, own.lock, theme.renames)];
  const [text, original] = [own.files.get(path), theme.files.get(target)];
  if (text === undefined)
    throw new RangeError(
      `theme: expected your file "${shownPath(file)}", which is not there. \`vervain theme eject ${target}\` makes it.`,
    );
  if (original === undefined)
    throw new RangeError(
      `theme: ${path}: expected a file of the theme, which ${theme.version} does not have any more. \`vervain theme doctor\` says what became of it.`,
    );
  const base = entry === null ? null : own.baseOf(entry.path, entry.origin);
  if (entry === null || base === null)
    throw new RangeError(
      `theme: ${path}: expected to know what it was made from, and it is not in ${shownPath(places.kept)}. Compare it with \`vervain theme show ${target}\`, then \`vervain theme eject --keep ${target}\`.`,
    );
  if (conflictLine(text) > 0)
    throw new RangeError(
      `${shownPath(file)}:${conflictLine(text)}: theme: expected no marks of an earlier merge. Choose between the parts and take the marks out first.`,
    );
  if (text.includes(`@theme/${path}`) || text.includes(`@theme/${target}`))
    throw new RangeError(
      `theme: ${path}: expected a copy, received a file that builds on the theme's: there is nothing to merge. \`vervain theme doctor\` says which of its blocks have changed.`,
    );
  const versions = { base: entry.origin.version, theme: theme.version };
  const merged = mergeOverride(text, base, original, versions);
  // Under its new path, so that the next release finds it there.
  const place = join(places.includes, target);
  if (place !== file && existsSync(place))
    throw new RangeError(
      `theme: expected no file at "${shownPath(place)}", where ${path} belongs now. Bring the two together first.`,
    );
  writeWhole(place, merged.text);
  record(target, theme, places);
  if (place !== file) rmSync(file);
  const what = `${shownPath(place)} · ${versions.base} → ${versions.theme}`;
  if (merged.conflictCount === 0) {
    console.log(`${pc.green("merged")} ${what}${place === file ? "" : `, moved from ${shownPath(file)}`}`);
    return 0;
  }
  const places_ = merged.conflictCount === 1 ? "1 place" : `${merged.conflictCount} places`;
  console.error(
    `${pc.red("conflict")} ${what} · ${places_} changed on both sides, the first on line ${conflictLine(merged.text)}. Choose between the parts and take the marks out.`,
  );
  return 1;
}
