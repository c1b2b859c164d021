import type { Site } from "../corpus/types.ts";

/** Folders that styles, scripts and the index of the search are written to. */
const FOLDERS: readonly string[] = ["/assets/", "/pagefind/"];

/** The folder of the site's own files in which a path lies; null: in none. */
export function reservedFolder(url: string, { images }: Pick<Site, "images">): string | null {
  const path = url.toLowerCase();
  return [...FOLDERS, images.path].find((folder) => path.startsWith(folder.toLowerCase())) ?? null;
}
