import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { crc32 } from "node:zlib";
import type { Problem } from "../problem.ts";
import { type Held, openHeld } from "./held.ts";

/**
 * Results that outlive a build: one a name, each made of content that its key
 * stands for. They lie in few files, are read when they are asked for, and lie
 * there again after {@link save}, those that nobody asked for left out.
 */
export interface Kept {
  /** The result of a name, when it was made of the same; else undefined. */
  get(name: string, key: string): unknown;
  /** From now on what was read is held in memory too, up to so many bytes of it: shared, and not to be changed. */
  hold(limitBytes: number): void;
  /** Says that the result of a name is still used as it lies there. */
  stay(name: string): void;
  /** @param value what JSON can say; from now on not to be changed */
  put(name: string, key: string, value: unknown): void;
  /** Never throws: what cannot be kept is made again. */
  save(): void;
  /** Files that were there and not whole, since this was asked last. */
  damaged(): readonly string[];
}

/** Where a result lies in its file. */
interface Place {
  readonly key: string;
  readonly at: number;
  readonly length: number;
  readonly crc: number;
}

/** One file of several: an edit writes one of them anew, not all. */
interface Shard {
  readonly path: string;
  file: number | null;
  places: Map<string, Place>;
  readonly used: Set<string>;
  /** What was put since, as it lies in the draft. */
  readonly fresh: Map<string, Place>;
  draft: { readonly file: number; readonly path: string; size: number } | null;
}

const SHARD_COUNT = 16;
/** Length and checksum of the list at the end of a file, eight hexadecimal digits each. */
const FOOTER_BYTES = 16;
/** A draft of a build that was killed. */
const LEFT_AFTER_MS = 3_600_000;

/**
 * Opens what was kept in a folder.
 *
 * @param version of all that makes results: what another made is not taken
 */
export function openKept(folder: string, version: string): Kept {
  const damaged = new Set<string>();
  const shards = new Map<string, Shard>();
  let held: Held | null = null;
  const shardOf = (name: string): Shard => {
    const id = (crc32(name) % SHARD_COUNT).toString(16);
    const known = shards.get(id) ?? openShard(join(folder, id), version, damaged);
    shards.set(id, known);
    return known;
  };
  return {
    get: (name, key) => {
      const shard = shardOf(name);
      const place = shard.places.get(name);
      if (place?.key !== key) return undefined;
      const known = held?.recall(name, key);
      if (known !== undefined) {
        shard.used.add(name);
        return known;
      }
      const bytes = bytesAt(shard, place);
      if (bytes === null) {
        damaged.add(shard.path);
        shard.places.delete(name);
        return undefined;
      }
      shard.used.add(name);
      const value = JSON.parse(bytes.toString("utf8"));
      held?.remember(name, key, value, bytes.length);
      return value;
    },
    hold: (limitBytes) => {
      held ??= openHeld(limitBytes);
    },
    stay: (name) => void shardOf(name).used.add(name),
    put: (name, key, value) => {
      const shard = shardOf(name);
      tried(() => {
        const place = appended(shard, key, Buffer.from(JSON.stringify(value)));
        shard.fresh.set(name, place);
        held?.remember(name, key, value, place.length);
      });
    },
    save: () => {
      for (const shard of shards.values()) tried(() => saveShard(shard, version));
      tried(() => clearDrafts(folder));
    },
    damaged: () => {
      const paths = [...damaged].sort();
      damaged.clear();
      return paths;
    },
  };
}

/** A result that cannot be kept (a full disk, a folder that may not be written) is only made again. */
function tried(act: () => unknown): void {
  try {
    act();
  } catch {
    // A build is slower without it, and not different.
  }
}

function openShard(path: string, version: string, damaged: Set<string>): Shard {
  const places = readPlaces(path, version);
  if (places === null) damaged.add(path);
  return { path, file: null, places: places ?? new Map(), used: new Set(), fresh: new Map(), draft: null };
}

/** Where results lie in a file, by name; none where there is no file or one of another version, null in one that is damaged. */
function readPlaces(path: string, version: string): Map<string, Place> | null {
  let file: number | null = null;
  try {
    file = openSync(path, "r");
    const { size } = fstatSync(file);
    const footer = readAt(file, size - FOOTER_BYTES, FOOTER_BYTES)?.toString("latin1") ?? "";
    const length = Number.parseInt(footer.slice(0, 8), 16);
    const list = readAt(file, size - FOOTER_BYTES - length, length);
    if (list === null || crc32(list) !== Number.parseInt(footer.slice(8), 16)) return null;
    const [name, made, ...rows] = JSON.parse(list.toString("utf8")) as [string, string, ...[string, Place][]];
    if (name !== basename(path)) return null;
    return new Map(made === version ? rows : []);
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    return ["ENOENT", "ENOTDIR"].includes(code) ? new Map() : null;
  } finally {
    if (file !== null) closeSync(file);
  }
}

/** Null where the file does not hold so much. */
function readAt(file: number, at: number, length: number): Buffer | null {
  if (!(at >= 0 && length >= 0)) return null;
  const bytes = Buffer.allocUnsafe(length);
  return readSync(file, bytes, 0, length, at) === length ? bytes : null;
}

/** The bytes of a result; null where they are not the ones that were kept. */
function bytesAt(shard: Shard, { at, length, crc }: Place): Buffer | null {
  try {
    shard.file ??= openSync(shard.path, "r");
    const bytes = readAt(shard.file, at, length);
    return bytes !== null && crc32(bytes) === crc ? bytes : null;
  } catch {
    return null;
  }
}

function appended(shard: Shard, key: string, bytes: Buffer): Place {
  shard.draft ??= openDraft(shard.path);
  const { draft } = shard;
  const place = { key, at: draft.size, length: bytes.length, crc: crc32(bytes) };
  writeSync(draft.file, bytes);
  draft.size += bytes.length;
  return place;
}

function openDraft(path: string): NonNullable<Shard["draft"]> {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}.tmp`;
  return { file: openSync(draft, "w"), path: draft, size: 0 };
}

/** Writes beside the place and moves there, when anything is new in the file or gone from it. */
function saveShard(shard: Shard, version: string): void {
  const stayed = [...shard.places].filter(([name]) => shard.used.has(name) && !shard.fresh.has(name));
  const isSame = shard.fresh.size === 0 && stayed.length === shard.places.size;
  if (!isSame) {
    for (const [name, place] of stayed) {
      const bytes = bytesAt(shard, place);
      if (bytes !== null) shard.fresh.set(name, appended(shard, place.key, bytes));
    }
    shard.draft ??= openDraft(shard.path);
    const { file, path } = shard.draft;
    const list = Buffer.from(JSON.stringify([basename(shard.path), version, ...shard.fresh]));
    const footer = [list.length, crc32(list)].map((value) => value.toString(16).padStart(8, "0")).join("");
    writeSync(file, Buffer.concat([list, Buffer.from(footer)]));
    closeSync(file);
    renameSync(path, shard.path);
    shard.places = new Map(shard.fresh);
  }
  if (shard.file !== null) closeSync(shard.file);
  shard.file = null;
  shard.draft = null;
  shard.fresh.clear();
  shard.used.clear();
}

/** Removes drafts that are an hour older than what was just written. */
function clearDrafts(folder: string): void {
  if (!existsSync(folder)) return;
  const files = readdirSync(folder).map((name) => ({ name, mtimeMs: statSync(join(folder, name)).mtimeMs }));
  const newest = Math.max(...files.map(({ mtimeMs }) => mtimeMs));
  for (const { name, mtimeMs } of files)
    if (name.endsWith(".tmp") && newest - mtimeMs > LEFT_AFTER_MS)
      rmSync(join(folder, name), { force: true });
}

/** Says, once for all of them, that kept files were no good; null when none was. */
export function damageProblem(paths: readonly string[]): Problem | null {
  const [first] = paths;
  if (first === undefined) return null;
  const more = paths.length > 1 ? ` and ${paths.length - 1} more` : "";
  const message = `expected files as Vervain kept them, received others (${basename(first)}${more}): damaged, or of another version. They are made anew.`;
  return {
    file: dirname(first).replaceAll("\\", "/"),
    line: 0,
    field: "cache",
    message,
    severity: "warning",
  };
}
