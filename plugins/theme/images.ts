import { join } from "node:path";
import type { Disk } from "../disk.ts";
import { type ImageSize, imageSize } from "../page/image-size.ts";

/** The images of a site, measured once per build. */
export interface SiteImages {
  /** Pixels of an image by its address on the site; null for other hosts, missing files and unknown formats. */
  sizeOf(src: string): ImageSize | null;
  /** False only for an address on the site without a file in the input folder. */
  exists(src: string): boolean;
  /** Forgets what was measured. */
  forget(): void;
}

export function siteImages(input: string, disk: Disk): SiteImages {
  const sizes = new Map<string, ImageSize | null>();
  const isOwn = (src: string): boolean => src.startsWith("/") && !src.startsWith("//") && !src.includes("..");
  const fileOf = (src: string): string => join(input, decoded(src.split(/[?#]/)[0] ?? ""));
  const sizeOf = (src: string): ImageSize | null => {
    if (!isOwn(src)) return null;
    const known = sizes.get(src);
    if (known !== undefined) return known;
    const bytes = disk.bytes(fileOf(src));
    const size = bytes === null ? null : imageSize(bytes);
    sizes.set(src, size);
    return size;
  };
  return {
    sizeOf,
    exists: (src) => !isOwn(src) || disk.exists(fileOf(src)),
    forget: () => sizes.clear(),
  };
}

/** The address without escapes; as it is where they are wrong. */
function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
