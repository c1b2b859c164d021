import { type ImageSize, imageSize } from "../page/image-size.ts";

/** What the bytes of an image file are, whatever its name says. */
export interface ImageKind {
  readonly format: "jpeg" | "png" | "webp" | "avif" | "gif" | "svg" | "heic";
  /** It moves: other sizes and formats of it would stand still. */
  readonly isAnimated: boolean;
  /** Pixels; null where the head does not tell. */
  readonly size: ImageSize | null;
}

/** Kind of an image by its first bytes; null for what is no image that browsers show. */
export function imageKind(bytes: Uint8Array): ImageKind | null {
  if (isSvg(bytes)) return { format: "svg", isAnimated: false, size: svgSize(text(bytes, 0, SVG_HEAD)) };
  const format = rasterFormat(bytes);
  if (format === null) return null;
  return { format, isAnimated: isAnimated(bytes, format), size: imageSize(bytes) };
}

/** Formats of the iPhone's camera, which browsers do not show (ISO 23008-12, brands). */
const HEIC = /^(?:heic|heix|hevc|hevx|heim|heis|mif1|msf1)$/;

function rasterFormat(bytes: Uint8Array): Exclude<ImageKind["format"], "svg"> | null {
  if (bytes.length < 30) return null;
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return "jpeg";
  if (text(bytes, 1, 4) === "PNG") return "png";
  if (text(bytes, 0, 3) === "GIF") return "gif";
  if (text(bytes, 0, 4) === "RIFF" && text(bytes, 8, 12) === "WEBP") return "webp";
  if (text(bytes, 4, 8) !== "ftyp") return null;
  const brand = text(bytes, 8, 12);
  if (brand === "avif" || brand === "avis") return "avif";
  if (!HEIC.test(brand)) return null;
  // "mif1" says only that it is an image; the compatible brands say which.
  return text(bytes, 16, 64).includes("avif") ? "avif" : "heic";
}

function isAnimated(bytes: Uint8Array, format: ImageKind["format"]): boolean {
  if (format === "webp") return text(bytes, 12, 16) === "VP8X" && ((bytes[20] ?? 0) & 0x02) !== 0;
  if (format === "avif") return text(bytes, 8, 12) === "avis";
  if (format !== "png") return format === "gif";
  // An animated PNG says so before its pixels (APNG, "acTL" precedes "IDAT").
  const head = text(bytes, 0, PNG_HEAD);
  const control = head.indexOf("acTL");
  const pixels = head.indexOf("IDAT");
  return control > 0 && (pixels < 0 || control < pixels);
}

const PNG_HEAD = 4096;
/** Characters in which an SVG file has its root element, after comments and a document type. */
const SVG_HEAD = 4096;

function isSvg(bytes: Uint8Array): boolean {
  const head = text(bytes, 0, SVG_HEAD).replace(/^(?:\u00ef\u00bb\u00bf)?\s*/, "");
  return head.startsWith("<") && /<svg[\s>]/i.test(head);
}

/** Pixels from `width` and `height`, else from `viewBox`. */
function svgSize(head: string): ImageSize | null {
  const tag = /<svg\s([^>]*)/i.exec(head)?.[1] ?? "";
  const side = (name: string): number =>
    Number(new RegExp(`(?:^|\\s)${name}\\s*=\\s*["']\\s*([\\d.]+)(?:px)?\\s*["']`, "i").exec(tag)?.[1] ?? 0);
  const box = /(?:^|\s)viewBox\s*=\s*["']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)/i.exec(tag);
  const [width, height] =
    side("width") > 0 && side("height") > 0
      ? [side("width"), side("height")]
      : [Number(box?.[1] ?? 0), Number(box?.[2] ?? 0)];
  return width > 0 && height > 0 ? { width: Math.round(width), height: Math.round(height) } : null;
}

function text(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1", start, end);
}
