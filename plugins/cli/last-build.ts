import { createHash } from "node:crypto";
import { existsSync, lstatSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { DateTime } from "luxon";
import type { Corpus } from "../corpus/corpus.ts";
import type { EleventyConfig } from "../eleventy.ts";
import { eleventyPackage } from "../eleventy-package.ts";
import { codeVersion } from "../files/code-version.ts";
import { openKept } from "../files/kept.ts";
import { sha256 } from "../files/sha256.ts";
import { stampOf } from "../files/stamp.ts";
import { entriesBelow } from "../publish/output/walk.ts";

/** Where is kept what the last build was made of, and what it said. */
const FOLDER = ".cache/vervain/last";

/** What builds keep of articles and pages: where it is damaged, that is to be said. */
const KEPT = [".cache/vervain/articles", ".cache/vervain/pages"];

/**
 * What else a build goes by: what Eleventy is told to pass by, and which
 * versions of libraries are there, of which npm, pnpm and Yarn write a list
 * whenever another is.
 */
const BESIDE = [
  ".gitignore",
  ".eleventyignore",
  "package.json",
  "package-lock.json",
  "pnpm-lock.yaml",
  "yarn.lock",
  "node_modules/.package-lock.json",
  "node_modules/.modules.yaml",
  "node_modules/.yarn-state.yml",
];

/** Where commands leave what builds read beside content and data. */
const OWN_FOLDER = ".vervain";

/** What libraries and Node are told by the environment. */
const TOLD = /^(?:NODE_|ELEVENTY_|PAGEFIND_|SASS_|SHARP_|VERVAIN_|LANG|LC_|TZ)/;

/** What a build is begun with. */
export interface BuildSetting {
  readonly config: EleventyConfig;
  /** All that stands in the configuration, as text; null where code of the owner's does. */
  readonly configured: string | null;
  /** A name for the files that pages are made of; null where code of the owner's is among them. */
  readonly inputs: () => string | null;
  readonly output: string;
  /** Options of the command on which the result depends. */
  readonly options: readonly unknown[];
}

/** What was there when a build began, beside what the last one was made of. */
export interface LastBuild<Said> {
  /** What the last build said, where this one would make and say the same; else null. */
  readonly said: Said | null;
  /**
   * Keeps what this build said; to be called when all is in its place. Not for a
   * site with an article that is left out until its time comes.
   *
   * @param folders what it wrote to beside the site
   */
  keep(said: Said, corpus: Corpus | null, folders: Iterable<string>): void;
}

/** What is kept: of the files as they were left, and what was said. */
interface Left<Said> {
  readonly state: string;
  /** Null: the configuration says which day it is. */
  readonly day: { readonly date: string; readonly timeZone: string } | null;
  readonly folders: readonly string[];
  readonly said: Said;
}

/** A file's stamp and what it is known by, by path. */
type Read = Readonly<Record<string, readonly [stamp: string | null, known: string]>>;

/**
 * Compares what a build would read, and the site that is there, with the last
 * build and the site that it left. Null where that cannot be known: where code
 * runs that is not Vervain's, and from Vervain's sources. Call it before
 * anything is read, so that what is written meanwhile is another next time.
 */
export async function compareLast<Said>(setting: BuildSetting): Promise<LastBuild<Said> | null> {
  try {
    return await compared(setting);
  } catch (error) {
    // A link that leads in a circle, a file that may not be read: the build says so, by its name.
    if (typeof (error as NodeJS.ErrnoException).code === "string") return null;
    throw error;
  }
}

async function compared<Said>(setting: BuildSetting): Promise<LastBuild<Said> | null> {
  const { config, configured, output, options } = setting;
  const code = codeVersion();
  const inputs = code === null || configured === null ? null : setting.inputs();
  if (code === null || configured === null || inputs === null) return null;
  const { input, data, includes, layouts = includes } = config.directories;
  const scripted = await scriptedData(data);
  if (scripted === null) return null;
  const folders = [
    input,
    data,
    includes,
    layouts,
    OWN_FOLDER,
    ...Object.keys(config.passthroughCopies ?? {}),
  ];
  const named = namedIn(configured, [...folders, output, ".cache", "node_modules"]);
  const places = [...folders, ...named, ...BESIDE];
  const kept = openKept(FOLDER, code);
  const read = readAll(places, (kept.get("read", "") ?? {}) as Read);
  if (read === null) return null;
  const told = Object.entries(process.env).filter(([name]) => TOLD.test(name));
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const key = sha256(
    JSON.stringify([
      eleventyPackage().version,
      configured,
      inputs,
      zone,
      told.sort(),
      scripted,
      options,
      namesOf(read),
    ]),
  );
  const left = kept.get("left", key) as Left<Said> | undefined;
  const isThere =
    left !== undefined && isToday(left.day) && left.state === stateOf([output, ...KEPT, ...left.folders]);
  return {
    said: isThere ? left.said : null,
    keep: (said, corpus, beside) => {
      if (corpus === null) return;
      const { now, site, leftOut, problems } = corpus;
      // What is said of what was kept is said once.
      if (problems.some(({ file }) => KEPT.includes(file))) return;
      const isFixed = configured.includes(JSON.stringify(now));
      if (!isFixed && leftOut.some(({ why }) => why === "future")) return;
      const day = isFixed ? null : { date: now.slice(0, 10), timeZone: site.timeZone };
      const folders = [...beside];
      kept.put("read", "", read);
      kept.put("left", key, {
        state: stateOf([output, ...KEPT, ...folders]),
        day,
        folders,
        said,
      } satisfies Left<Said>);
      kept.save();
    },
  };
}

/**
 * What scripts of global data say, as text: of those that are data once they are
 * loaded, as a site's settings are. Null where one is a function, or anything
 * else that says more whenever it is asked.
 */
async function scriptedData(folder: string): Promise<readonly string[] | null> {
  const said: string[] = [];
  for (const path of filesBelow(folder) ?? []) {
    if (!/\.[cm]?[jt]sx?$/i.test(path)) continue;
    try {
      const text = dataText(Object.entries(await import(pathToFileURL(resolve(path)).href)));
      if (text === null) return null;
      said.push(path, text);
    } catch {
      // The build says what is wrong with it.
      return null;
    }
  }
  return said;
}

/** Data as text; null where JSON would not say all of it. */
function dataText(value: unknown): string | null {
  let isData = true;
  const text = JSON.stringify(value, (_, part: unknown) => {
    const isOther = typeof part === "object" && part !== null && !Array.isArray(part);
    const prototype: unknown = isOther ? Object.getPrototypeOf(part) : null;
    if (
      typeof part === "function" ||
      typeof part === "symbol" ||
      (prototype !== null && prototype !== Object.prototype)
    )
      isData = false;
    return part;
  });
  return isData ? text : null;
}

function isToday(day: Left<unknown>["day"]): boolean {
  return day === null || DateTime.now().setZone(day.timeZone).toISODate() === day.date;
}

/** Files and folders that a configuration names beside those that are known: fonts, articles that lie elsewhere. */
function namedIn(configured: string, known: readonly string[]): readonly string[] {
  const strings = new Set([...configured.matchAll(/"(?:[^"\\]|\\.){1,250}"/g)].map(([text]) => text));
  return [...strings]
    .map((text) => JSON.parse(text) as string)
    .filter(
      (path) =>
        existsSync(path) &&
        !holds(path, ".") &&
        !known.some((folder) => holds(folder, path) || holds(path, folder)),
    );
}

/** Whether a path is a folder's or lies below it. */
function holds(folder: string, path: string): boolean {
  return `${resolve(path)}${sep}`.startsWith(resolve(folder) === sep ? sep : `${resolve(folder)}${sep}`);
}

/** What builds read as text: known by its bytes, wherever it was checked out. */
const TEXT = /\.(?:md|markdown|json|ya?ml|csv|txt|njk|liquid|html|s?css|ts|lock)$/i;

/**
 * What every file at these places is known by, by its path; a text that was not
 * written to since is not read again. Null where a link leads to a folder, in
 * which Eleventy finds files and this does not.
 */
function readAll(places: readonly string[], known: Read): Read | null {
  const now = Date.now();
  const read: Record<string, Read[string]> = {};
  for (const place of places) {
    const paths = filesBelow(place);
    if (paths === null) return null;
    for (const path of paths) {
      if (path in read) continue;
      const stamp = stampOf(path, now);
      const before = known[path];
      if (stamp !== null && before?.[0] === stamp) read[path] = before;
      else read[path] = [stamp, TEXT.test(path) ? sha256(readFileSync(path)) : stateOfFile(path)];
    }
  }
  return read;
}

function namesOf(read: Read): readonly string[] {
  return Object.keys(read)
    .sort()
    .flatMap((path) => [path, read[path]?.[1] ?? ""]);
}

/** Paths of the files at a place, none where there is nothing; null where a link below it leads to a folder. */
function filesBelow(place: string): readonly string[] | null {
  const stat = statSync(place, { throwIfNoEntry: false });
  if (stat === undefined) return [];
  if (!stat.isDirectory()) return [place];
  const paths: string[] = [];
  for (const entry of readdirSync(place, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory()) continue;
    if (entry.isFile()) {
      paths.push(path);
      continue;
    }
    const target = statSync(path, { throwIfNoEntry: false });
    if (target?.isDirectory()) return null;
    if (target?.isFile()) paths.push(path);
  }
  return paths;
}

/** What the disk says of every file that a build left. */
function stateOf(folders: readonly string[]): string {
  const hash = createHash("sha256");
  for (const folder of folders) {
    const paths = existsSync(folder) ? [...entriesBelow(folder)].map(({ path }) => path) : [];
    for (const path of paths.sort()) {
      hash.update(`${folder}\0${path}\0${stateOfFile(join(folder, path))}\0`);
    }
  }
  return hash.digest("base64url");
}

/** What the disk says of a file, other after each change of it; of a link, what it leads to. */
function stateOfFile(path: string): string {
  const entry = lstatSync(path, { bigint: true });
  const { dev, ino, size, mtimeNs, ctimeNs } = entry;
  const target = entry.isSymbolicLink() ? statSync(path, { bigint: true, throwIfNoEntry: false }) : entry;
  return [dev, ino, size, mtimeNs, ctimeNs, target?.mtimeNs, target?.ctimeNs, target?.ino].join(" ");
}
