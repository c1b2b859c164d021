/** The files of a blog, as its owner has them. */
export interface Tree {
  /** As the owner knows it. */
  readonly name: string;
  /** Paths with "/", in one order on every machine. */
  readonly files: readonly string[];
  /** A file as text; null for what is none. */
  text(path: string): string | null;
  bytes(path: string): Uint8Array;
}

/** The folder that a path is in; "" at the root. */
export function folderOf(path: string): string {
  return path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
}

/** The last part of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** A path without the ending of its file. */
export function stemOf(path: string): string {
  return path.replace(/\.[^./]+$/, "");
}

/** "a/b" and "../c" → "a/c"; null for what leads out. */
export function joined(folder: string, path: string): string | null {
  const parts: string[] = [];
  for (const part of `${folder}/${path}`.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join("/");
}
