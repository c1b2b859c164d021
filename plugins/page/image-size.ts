import { createRequire } from "node:module";
import type * as imageSizes from "image-size";

const require = createRequire(import.meta.url);

/** Pixels of an image. */
export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/** Formats whose size a page may reserve room for: what browsers show. */
const SHOWN: ReadonlySet<string> = new Set(["png", "gif", "webp", "jpg", "avif"]);
/** Below this a file has no whole head. */
const HEAD_BYTES = 30;

/**
 * Width and height from the bytes of a PNG, GIF, WebP, JPEG or AVIF file, as a
 * browser shows it: a photograph taken with the camera upright is lain down in
 * the file and turned by its EXIF orientation (5 to 8). Null for what cannot be read.
 */
export function imageSize(bytes: Uint8Array): ImageSize | null {
  if (bytes.length < HEAD_BYTES) return null;
  try {
    const { imageSize: read } = require("image-size") as typeof imageSizes;
    const { width, height, orientation = 1, type = "" } = read(bytes);
    if (!SHOWN.has(type) || width <= 0 || height <= 0) return null;
    return orientation >= 5 ? { width: height, height: width } : { width, height };
  } catch {
    return null;
  }
}
