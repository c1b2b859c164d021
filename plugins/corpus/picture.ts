/** A picture in the forms that browsers choose from. */
export interface Picture {
  /** Address of the widest form in the original's format: what `<img src>` names. */
  readonly src: string;
  /** Pixels of `src`; 0 for a drawing that has no size of its own. */
  readonly width: number;
  readonly height: number;
  /** `srcset` in the original's format; "" where there is one form only. */
  readonly srcset: string;
  /** Formats that need fewer bytes, best first. */
  readonly sources: readonly { readonly type: string; readonly srcset: string }[];
}

/** Address that names a file of this project, not a place on the web or data in itself. */
export function isOwnAddress(src: string): boolean {
  return src !== "" && !src.startsWith("//") && !src.startsWith("#") && !/^[a-z][a-z0-9+.-]*:/i.test(src);
}

/**
 * Key of a picture as a file names it: an address from the site's root stands
 * for itself, one without a slash is meant from the file's own folder.
 *
 * @param file path of the file that names it, relative to the project, with "/"
 */
export function pictureKey(src: string, file: string): string {
  const path = src.split(/[?#]/, 1)[0] ?? "";
  if (path.startsWith("/") || !isOwnAddress(src)) return path;
  return normalise(`${file.slice(0, file.lastIndexOf("/") + 1)}${path}`);
}

/** The picture that `file` names by `src`; null for what is not ours. */
export function pictureAt(pictures: ReadonlyMap<string, Picture>, src: string, file: string): Picture | null {
  return pictures.get(pictureKey(src, file)) ?? null;
}

/** The path without "." and "..": a step above the project stays, at the front. */
function normalise(path: string): string {
  const kept: string[] = [];
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === ".." && kept.length > 0 && kept.at(-1) !== "..") kept.pop();
    else kept.push(part);
  }
  return kept.join("/");
}
