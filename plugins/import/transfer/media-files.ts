import type { SourceFiles, SourceMedia } from "../model.ts";
import { addressKey } from "./old-address.ts";

/** A picture or file of the old site, as far as it is at hand. */
export interface FoundMedia {
  /** Path below the site's folder of pictures; null where the file is not at hand. */
  readonly path: string | null;
  /** Path in the source, where that holds the file itself. */
  readonly from?: string;
  /** The library's entry; null where the text names a file that the library does not. */
  readonly media: SourceMedia | null;
}

/** Finds files of the old site by the addresses that texts have for them. */
export interface MediaFiles {
  /** null for what is no file of the old site. */
  find(address: string): FoundMedia | null;
}

const UPLOADS =
  /\/(?:wp-content\/uploads(?:\/sites\/\d+)?|files|wp-content\/blogs\.dir\/\d+\/files|content\/(?:images|media|files)(?:\/size\/[wh]\d+)*)\//i;
/** What WordPress adds to the name of a picture in another size, or of one that was too large. */
const SIZE = /-\d{2,5}x\d{2,5}(?=\.\w{2,5}$)/;
const SCALED = /-(?:scaled|rotated|e\d{10,13})(?=\.\w{2,5}$)/;

/**
 * @param atHand paths in the folder of media that was given, with "/"
 * @param files what the source itself holds
 */
export function mediaFiles(
  library: readonly SourceMedia[],
  siteUrl: string | null,
  atHand: ReadonlySet<string>,
  files?: SourceFiles,
): MediaFiles {
  const byKey = new Map<string, SourceMedia>();
  for (const media of library) {
    const key = addressKey(media.url);
    if (key !== null) byKey.set(key, media);
  }
  const paths = new Map([...atHand].map((path) => [path.toLowerCase().normalize("NFC"), path]));
  const byName = namesOf(atHand);
  const host = siteUrl === null ? null : addressKey(siteUrl)?.split(/[/?]/)[0];
  const pathOf = (address: string, media: SourceMedia | null): string | null => {
    const path = decoded(new URL(address).pathname);
    const below = UPLOADS.test(path) ? path.split(UPLOADS).at(-1)! : path.replace(/^\//, "");
    const wanted = [
      media?.path ?? null,
      below,
      below.replace(SIZE, ""),
      below.replace(SCALED, "").replace(SIZE, ""),
    ];
    for (const candidate of wanted) {
      const found = candidate === null ? undefined : paths.get(candidate.toLowerCase().normalize("NFC"));
      if (found !== undefined) return found;
    }
    return byName.get((below.split("/").at(-1) ?? "").replace(SIZE, "").toLowerCase()) ?? null;
  };
  return {
    find(address) {
      const direct = unproxied(address);
      const own = files?.find(direct);
      if (own) return { ...own, media: null };
      const key = addressKey(direct);
      if (key === null) return null;
      const media =
        byKey.get(key) ?? byKey.get(key.replace(SIZE, "")) ?? byKey.get(key.replace(SIZE, "-scaled")) ?? null;
      const isOwn = host !== null && key.split(/[/?]/)[0] === host;
      const isFile =
        UPLOADS.test(new URL(direct).pathname) ||
        /\.(?:jpe?g|png|gif|webp|avif|svg|bmp|pdf|mp3|m4a|ogg|wav|mp4|m4v|webm|mov|docx?|xlsx?|pptx?|zip|epub)$/i.test(
          key,
        );
      if (media === null && !(isOwn && isFile)) return null;
      return { path: pathOf(direct, media), media };
    },
  };
}

/** The address behind Jetpack's picture servers (i0.wp.com and their like). */
function unproxied(address: string): string {
  const proxied = /^https?:\/\/i\d\.wp\.com\/([^?#]+)/i.exec(address)?.[1];
  return proxied === undefined ? address : `https://${proxied}`;
}

/** Files by name, where only one has it. */
function namesOf(paths: ReadonlySet<string>): ReadonlyMap<string, string> {
  const names = new Map<string, string | null>();
  for (const path of paths) {
    const name = (path.split("/").at(-1) ?? path).toLowerCase();
    names.set(name, names.has(name) ? null : path);
  }
  return new Map([...names].flatMap(([name, path]) => (path === null ? [] : [[name, path] as const])));
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Whether a file's name is that of a picture. */
export function isPicture(path: string): boolean {
  return /\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?)$/i.test(path.replace(/[?#].*$/, ""));
}
