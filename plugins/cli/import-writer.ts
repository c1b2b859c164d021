import { createHash } from "node:crypto";
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";

/** What a writer did with the files it was given. */
export interface Tally {
  added: number;
  updated: number;
  unchanged: number;
}

/**
 * Writes the files of an import into a project: new ones, and those of an
 * earlier import that the owner has not edited since. Everything else stays as
 * it is and is named.
 */
export class ImportWriter {
  readonly tally: Tally = { added: 0, updated: 0, unchanged: 0 };
  /** Files that were not touched although the source has other words, and why. */
  readonly untouched: Record<string, string> = {};
  /** Fingerprints of the files as the import has them. */
  readonly written: Record<string, string> = {};
  private readonly into: string;
  private readonly earlier: Readonly<Record<string, string>>;
  private readonly isPlan: boolean;
  private readonly folders = new Set<string>();

  constructor(into: string, earlier: Readonly<Record<string, string>>, isPlan: boolean) {
    this.into = into;
    this.earlier = earlier;
    this.isPlan = isPlan;
  }

  /** Takes a file of words. */
  put(path: string, content: string): void {
    const print = fingerprint(content);
    const before = this.earlier[path];
    const target = join(this.into, path);
    const there = readIfThere(target);
    if (there === null && before !== undefined) {
      this.keep(path, before, "taken away by the owner");
    } else if (there === null) {
      this.write(target, content);
      this.tally.added++;
      this.written[path] = print;
    } else if (there === content) {
      this.tally.unchanged++;
      this.written[path] = print;
    } else if (before !== undefined && fingerprint(there) === before) {
      this.write(target, content);
      this.tally.updated++;
      this.written[path] = print;
    } else this.keep(path, before, "edited by the owner; the source has other words now");
  }

  /** Takes a file that holds no words, as `place` puts it at a path; one that is there stays. */
  copy(path: string, place: (target: string) => void): void {
    const target = join(this.into, path);
    if (existsSync(target)) {
      this.tally.unchanged++;
      return;
    }
    this.tally.added++;
    if (this.isPlan) return;
    this.makeFolder(dirname(target));
    place(`${target}.part`);
    renameSync(`${target}.part`, target);
  }

  /** Names files of an earlier import that the source has no longer. */
  nameGone(): void {
    for (const [path, print] of Object.entries(this.earlier))
      if (!(path in this.written) && !(path in this.untouched) && existsSync(join(this.into, path)))
        this.keep(path, print, "no longer in the source");
  }

  private keep(path: string, print: string | undefined, why: string): void {
    this.untouched[path] = why;
    if (print !== undefined) this.written[path] = print;
  }

  /** Writes a file whole or not at all. */
  private write(target: string, content: string): void {
    if (this.isPlan) return;
    this.makeFolder(dirname(target));
    writeFileSync(`${target}.part`, content);
    renameSync(`${target}.part`, target);
  }

  private makeFolder(folder: string): void {
    if (this.folders.has(folder)) return;
    mkdirSync(folder, { recursive: true });
    this.folders.add(folder);
  }
}

/** Writes a file, in one piece or several, only where its words differ; true where it did. */
export function writeIfChanged(path: string, content: string | Iterable<string>): boolean {
  mkdirSync(dirname(path), { recursive: true });
  const handle = openSync(`${path}.part`, "w");
  for (const text of gathered(typeof content === "string" ? [content] : content)) writeSync(handle, text);
  closeSync(handle);
  const isSame = statSync(path, { throwIfNoEntry: false })?.isFile() && areSame(path, `${path}.part`);
  if (isSame) unlinkSync(`${path}.part`);
  else renameSync(`${path}.part`, path);
  return !isSame;
}

/** Characters that are written, and bytes that are compared, at once. */
const PIECE = 65_536;

function* gathered(pieces: Iterable<string>): Generator<string> {
  let text = "";
  for (const piece of pieces) {
    text += piece;
    if (text.length < PIECE) continue;
    yield text;
    text = "";
  }
  yield text;
}

function areSame(one: string, other: string): boolean {
  if (statSync(one).size !== statSync(other).size) return false;
  const handles = [openSync(one, "r"), openSync(other, "r")] as const;
  const [a, b] = [Buffer.alloc(PIECE), Buffer.alloc(PIECE)];
  try {
    for (;;) {
      const length = readSync(handles[0], a);
      readSync(handles[1], b);
      if (!a.subarray(0, length).equals(b.subarray(0, length))) return false;
      if (length === 0) return true;
    }
  } finally {
    handles.forEach(closeSync);
  }
}

function readIfThere(path: string): string | null {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ? readFileSync(path, "utf8") : null;
}

function fingerprint(content: string): string {
  return createHash("sha256").update(content).digest("hex").slice(0, 32);
}
