import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, join } from "node:path";
import type { MadeForm } from "./convert.ts";
import type { Form } from "./forms.ts";

/** A name for content: 64 hexadecimal digits, the same for the same bytes. */
export function keyOf(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/** Path of a form's file in the cache. */
export function formFile(folder: string, key: string, { format, width }: Form): string {
  return join(folder, `${key}-${width}.${format}`);
}

/**
 * What a kept file ends with: a hash of its name and all before it, and the
 * version of this. So a file that was cut, damaged, exchanged for another or
 * written by an earlier version is told from a good one when it is read.
 */
const SEAL_MARK = "vervain1";
const HASH_BYTES = 32;
const SEAL_BYTES = HASH_BYTES + SEAL_MARK.length;

function sealOf(path: string, content: Uint8Array): Uint8Array {
  const hash = createHash("sha256")
    .update(`${basename(path)}\0`)
    .update(content)
    .digest();
  return Buffer.concat([hash, Buffer.from(SEAL_MARK)]);
}

/** Keeps a file, whole or not at all. */
export function writeKept(path: string, content: string | Uint8Array): void {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  writeWhole(path, Buffer.concat([bytes, sealOf(path, bytes)]));
}

/** The content of a kept file as it was written, or why there is none. Never throws. */
export function readKept(path: string): Uint8Array | "missing" | "damaged" {
  try {
    const bytes = readFileSync(path);
    const content = bytes.subarray(0, Math.max(0, bytes.length - SEAL_BYTES));
    return bytes.subarray(content.length).equals(sealOf(path, content)) ? content : "damaged";
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ENOENT" ? "missing" : "damaged";
  }
}

/**
 * Forms kept under a key; null when they are not all there, whole. Never throws.
 *
 * @param onDamaged called with the path of a file that is there and not whole
 */
export function readForms(
  folder: string,
  key: string,
  onDamaged: (path: string) => void = () => undefined,
): readonly Form[] | null {
  const path = join(folder, `${key}.json`);
  const list = readKept(path);
  if (list === "damaged") onDamaged(path);
  if (typeof list === "string") return null;
  const { forms } = JSON.parse(Buffer.from(list).toString()) as { readonly forms: readonly Form[] };
  const lost = forms.map((form) => formFile(folder, key, form)).filter((file) => !isKept(file));
  for (const file of lost) onDamaged(file);
  return forms.length > 0 && lost.length === 0 ? forms : null;
}

/** Keeps forms: their list comes last and whole, so that a killed build leaves nothing that looks complete. */
export function writeForms(folder: string, key: string, forms: readonly MadeForm[]): void {
  mkdirSync(folder, { recursive: true });
  for (const form of forms) writeKept(formFile(folder, key, form), form.content);
  const list = forms.map(({ format, width, height, bytes }) => ({ format, width, height, bytes }));
  writeKept(join(folder, `${key}.json`), JSON.stringify({ forms: list }));
}

/** Writes beside the place and moves there: readers see all of it or nothing. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const draft = `${path}.${process.pid}.tmp`;
  writeFileSync(draft, content);
  renameSync(draft, path);
}

/** Whether a file is there as it was written. */
export function isKept(path: string): boolean {
  return typeof readKept(path) !== "string";
}

export function makeFolder(folder: string): void {
  mkdirSync(folder, { recursive: true });
}

/**
 * Removes what was kept under keys that are not used, unless it is new: another
 * branch of the site may want it tomorrow. Drafts of builds that were killed go too.
 *
 * @param used paths of files in use; all that is kept under their keys stays
 * @param olderThan time in milliseconds since 1970
 */
export function prune(folder: string, used: readonly string[], olderThan: number): void {
  if (!existsSync(folder)) return;
  const keys = new Set(used.map(keyIn));
  for (const name of readdirSync(folder)) {
    if (keys.has(keyIn(name)) && !name.endsWith(".tmp")) continue;
    const path = join(folder, name);
    // Another build of the same project may be at it as well.
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat?.isFile() && stat.mtimeMs < olderThan) rmSync(path, { force: true });
  }
}

/** The key in a path of the cache: "…/KEY-800.avif", "…/KEY.json", "…/KEY.png". */
function keyIn(path: string): string {
  return basename(path).split(/[-.]/, 1)[0] as string;
}
