import {
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmdirSync,
  rmSync,
  type Stats,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { quote } from "../../problem.ts";
import { hashBytes } from "../manifest/make.ts";
import type { SiteFile } from "../manifest/manifest.ts";
import { isDiskError, wordTargetDiskError } from "../output/disk-fault.ts";
import { entriesBelow } from "../output/walk.ts";
import { type LockTiming, lockShared } from "./shared-lock.ts";
import type { Listing, Store } from "./store.ts";

/** Names of releases, so that nothing of anybody else's is ever removed. */
const RELEASE = /^\d{8}T\d{6}Z-[0-9a-f]{8}(?:-again)*$/;
/** The link that a server's root is set to. */
const CURRENT = "current";
const RELEASES = "releases";
const OWN = ".vervain";

export interface FolderOptions {
  readonly lockTiming?: LockTiming;
}

/**
 * A folder on this machine, for nginx or Caddy: each release in a folder of its
 * own, in which unchanged files are links to the bytes of the one before, and a
 * link `current` that is moved in one step. Headers are the server's.
 *
 * @throws {RangeError} where something else stands at `current`
 */
export function folderStore(name: string, { lockTiming }: FolderOptions = {}): Store {
  const folder = resolve(name);
  const at = (...parts: string[]): string => join(folder, ...parts);
  const current = at(CURRENT);
  const link = lstatSync(current, { throwIfNoEntry: false });
  if (link !== undefined && !link.isSymbolicLink())
    throw new RangeError(
      `publish: publish.to.folder: expected nothing or Vervain's link at ${quote(current)}, received something else. Move it away.`,
    );
  const live = (): string | null => (existsSync(current) ? resolve(folder, readlinkSync(current)) : null);
  let staging = "";
  const worded =
    <Values extends readonly unknown[], Answer>(act: (...values: Values) => Promise<Answer>) =>
    (...values: Values): Promise<Answer> =>
      act(...values).catch((error: unknown) => {
        throw isDiskError(error) ? new RangeError(wordTargetDiskError(error, name)) : error;
      });
  return {
    name,
    hasCompressed: true,
    stored: () => ({}),
    lock: worded(async () => {
      mkdirSync(at(OWN), { recursive: true });
      return await lockShared(lockPlace(name, at(OWN, "lock")), lockTiming);
    }),
    list: async () => list(live(), at(OWN, "kept")),
    inspect: async (path) => {
      const file = join(live() as string, path);
      return existsSync(file) ? { hash: hashBytes(readFileSync(file)), headers: {} } : null;
    },
    readRecord: async () => readText(at(OWN, "record.json")),
    writeRecord: worded(async (text: string) => {
      mkdirSync(at(OWN), { recursive: true });
      writeWhole(at(OWN, "record.json"), text);
    }),
    begin: worded(async (release: string) => {
      staging = at(RELEASES, release);
      // A release that went live and was not brought to its end: its folder is what readers get.
      while (staging === live()) staging += "-again";
      rmSync(staging, { recursive: true, force: true });
      linkAll(live(), staging);
    }),
    put: worded(async ({ path }: SiteFile, bytes: Uint8Array) => {
      const file = makeRoom(staging, path);
      writeFileSync(file, bytes);
      return versionOf(statSync(file));
    }),
    keep: worded(async (path: string, copy: string) => {
      const kept = prepare(at(OWN, "kept"), copy);
      if (!existsSync(kept)) linkOrCopy(join(live() as string, path), kept);
    }),
    restore: worded(async (path: string, copy: string) => {
      const file = makeRoom(staging, path);
      linkOrCopy(at(OWN, "kept", copy), file);
      return versionOf(statSync(file));
    }),
    remove: async (path) => removeFile(live() as string, path),
    commit: worded(async () => {
      if (staging === live()) return;
      const next = at(`${CURRENT}.next`);
      rmSync(next, { force: true });
      symlinkSync(join(RELEASES, staging.slice(at(RELEASES).length + 1)), next);
      renameSync(next, current);
    }),
    forget: async (copies) => {
      for (const copy of copies) rmSync(at(OWN, "kept", copy), { force: true });
      clearReleases(at(RELEASES), live());
    },
    invalidate: null,
    aheadMs: () => 0,
    close: () => undefined,
  };
}

function list(live: string | null, keptFolder: string): Listing {
  const kept = existsSync(keptFolder) ? [...entriesBelow(keptFolder)].map(({ path }) => path) : [];
  const files = live === null ? [] : [...entriesBelow(live)];
  return {
    files: files.map(({ path }) => {
      const stat = statSync(join(live as string, path));
      return { path, sizeBytes: stat.size, version: versionOf(stat) };
    }),
    kept: new Set(kept),
  };
}

function versionOf({ ino, size, mtimeMs }: Stats): string {
  return `${ino} ${size} ${mtimeMs}`;
}

/** With the folders that it leaves empty: a server answers for those with 403. */
function removeFile(folder: string, path: string): void {
  rmSync(join(folder, path), { force: true });
  for (let at = dirname(path); at !== "."; at = dirname(at)) {
    const parent = join(folder, at);
    if (!existsSync(parent) || readdirSync(parent).length > 0) return;
    rmdirSync(parent);
  }
}

/** The path of a file to be written, with its folders. */
function prepare(folder: string, path: string): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  return file;
}

/**
 * The path of a file to be written in a release, with nothing at it: the bytes there belong to
 * the release before, too. What the site has lost and still stays must not stand in its way: no
 * file system has both "rest" and "rest/index.html".
 */
function makeRoom(release: string, path: string): string {
  const file = join(release, path);
  for (let at = dirname(path); at !== "."; at = dirname(at))
    if (lstatSync(join(release, at), { throwIfNoEntry: false })?.isDirectory() === false)
      rmSync(join(release, at));
  rmSync(file, { recursive: true, force: true });
  mkdirSync(dirname(file), { recursive: true });
  return file;
}

function linkAll(from: string | null, to: string): void {
  mkdirSync(to, { recursive: true });
  if (from === null) return;
  for (const { path } of entriesBelow(from)) linkOrCopy(join(from, path), prepare(to, path));
}

/** A second name for the bytes; where the file system has none, a copy. */
function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    if (!["EXDEV", "EPERM", "ENOTSUP", "EMLINK"].includes(code)) throw error;
    copyFileSync(from, to);
  }
}

/** Removes releases but the live one and the one before, which a reader's download may still be reading. */
function clearReleases(folder: string, live: string | null): void {
  if (!existsSync(folder)) return;
  const names = readdirSync(folder).filter((name) => RELEASE.test(name));
  const old = names.sort().filter((name) => join(folder, name) !== live);
  for (const name of old.slice(0, -1)) rmSync(join(folder, name), { recursive: true, force: true });
}

function lockPlace(name: string, path: string): Parameters<typeof lockShared>[0] {
  return {
    name,
    read: async () => readText(path),
    create: async (text) => {
      const draft = `${path}.${process.pid}`;
      try {
        writeFileSync(draft, text);
        linkSync(draft, path);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      } finally {
        rmSync(draft, { force: true });
      }
    },
    write: async (text) => writeWhole(path, text),
    remove: async () => rmSync(path, { force: true }),
  };
}

function writeWhole(path: string, text: string): void {
  const draft = `${path}.${process.pid}.new`;
  try {
    writeFileSync(draft, text);
    renameSync(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
