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

/** Forms kept under a key; null when they are not all there, whole. Never throws. */
export function readForms(folder: string, key: string): readonly Form[] | null {
  try {
    const { forms } = JSON.parse(readFileSync(join(folder, `${key}.json`), "utf8")) as {
      readonly forms: readonly Form[];
    };
    const isWhole = (form: Form): boolean => statSync(formFile(folder, key, form)).size === form.bytes;
    return forms.length > 0 && forms.every(isWhole) ? forms : null;
  } catch {
    return null;
  }
}

/** Keeps forms: their list comes last and whole, so that a killed build leaves nothing that looks complete. */
export function writeForms(folder: string, key: string, forms: readonly MadeForm[]): void {
  mkdirSync(folder, { recursive: true });
  for (const form of forms) writeWhole(formFile(folder, key, form), form.content);
  const list = forms.map(({ format, width, height, bytes }) => ({ format, width, height, bytes }));
  writeWhole(join(folder, `${key}.json`), JSON.stringify({ forms: list }));
}

/** Writes beside the place and moves there: readers see all of it or nothing. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const draft = `${path}.${process.pid}.tmp`;
  writeFileSync(draft, content);
  renameSync(draft, path);
}

/** Whether a file is there with at least a byte in it. */
export function isKept(path: string): boolean {
  return existsSync(path) && statSync(path).size > 0;
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
