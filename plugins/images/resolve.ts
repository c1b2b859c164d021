import { isOwnAddress, pictureKey } from "../corpus/picture.ts";

/** Folders that the site copies as they are: path in the project → path on the site, without slashes at the ends. */
export type CopiedFolders = ReadonlyMap<string, string>;

/**
 * Files of the project that an address can mean, likeliest first; empty for
 * addresses of other sites and for those that lead out of the project.
 *
 * @param file path of the file that names it, relative to the project
 * @param input the input folder, relative to the project
 */
export function candidateFiles(
  src: string,
  file: string,
  input: string,
  copied: CopiedFolders,
): readonly string[] {
  if (!isOwnAddress(src)) return [];
  const key = decoded(pictureKey(src, file));
  if (key === null || key.split("/").includes("..") || key.includes("\0") || key.includes("\\")) return [];
  if (!key.startsWith("/")) return [key].filter((path) => isShown(path, input, copied));
  const path = key.replace(/^\/+/, "");
  const below = [...copied].flatMap(([from, to]) => {
    if (to === path) return [from];
    return to === "" || path.startsWith(`${to}/`)
      ? [`${from}/${path.slice(to === "" ? 0 : to.length + 1)}`]
      : [];
  });
  return [joined(input, path), ...below.map((candidate) => joined("", candidate))].filter(isOpen);
}

/** Whether a file is one that the site shows anyway: in the input folder or one that is copied. */
function isShown(path: string, input: string, copied: CopiedFolders): boolean {
  const folders = [joined("", input), ...copied.keys()];
  return isOpen(path) && folders.some((folder) => folder === "" || path.startsWith(`${folder}/`));
}

/** No hidden file or folder is on the way, and no package. */
function isOpen(path: string): boolean {
  return !path.split("/").some((part) => part.startsWith(".") || part === "node_modules");
}

/** Eleventy's passthrough copies as folders; globs are left to Eleventy. */
export function copiedFolders(
  copies: Readonly<Record<string, { readonly outputPath: string | boolean }>>,
  input: string,
): CopiedFolders {
  const folders = Object.entries(copies).flatMap(([from, { outputPath }]) => {
    if (/[*?{[]/.test(from)) return [];
    const source = joined("", from);
    const root = joined("", input);
    const inside = root !== "" && source.startsWith(`${root}/`) ? source.slice(root.length + 1) : source;
    return [[source, typeof outputPath === "string" ? joined("", outputPath) : inside] as const];
  });
  return new Map(folders);
}

function joined(folder: string, path: string): string {
  return `${folder}/${path}`
    .split("/")
    .filter((part) => part !== "" && part !== ".")
    .join("/");
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}
