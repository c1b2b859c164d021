/** Pixels of an image. */
export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/** Width and height from the first bytes of a PNG, GIF, WebP, JPEG or AVIF file; null for what cannot be read. */
export function imageSize(bytes: Uint8Array): ImageSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = (start: number, end: number): string => String.fromCharCode(...bytes.subarray(start, end));
  if (bytes.length < 30) return null;
  if (text(1, 4) === "PNG") return sized(view.getUint32(16), view.getUint32(20));
  if (text(0, 3) === "GIF") return sized(view.getUint16(6, true), view.getUint16(8, true));
  if (text(0, 4) === "RIFF" && text(8, 12) === "WEBP") return webp(view, text(12, 16));
  if (view.getUint16(0) === 0xffd8) return jpeg(view);
  if (text(4, 8) === "ftyp") return avif(view);
  return null;
}

function sized(width: number, height: number): ImageSize | null {
  return width > 0 && height > 0 ? { width, height } : null;
}

/** @see https://developers.google.com/speed/webp/docs/riff_container */
function webp(view: DataView, kind: string): ImageSize | null {
  if (kind === "VP8 ") return sized(view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff);
  if (kind === "VP8L") {
    const bits = view.getUint32(21, true);
    return sized((bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1);
  }
  if (kind !== "VP8X") return null;
  const three = (at: number): number => view.getUint8(at) + (view.getUint16(at + 1, true) << 8) + 1;
  return sized(three(24), three(27));
}

/** Walks the segments to the frame header (SOF), ITU T.81 B.1.1.3. */
function jpeg(view: DataView): ImageSize | null {
  let at = 2;
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return sized(view.getUint16(at + 7), view.getUint16(at + 5));
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return null;
}

/** Bytes searched for the size box: it stands in the file's head. */
const AVIF_HEAD = 4096;

/** The first "ispe" box (ISO 23008-12, 6.5.3). */
function avif(view: DataView): ImageSize | null {
  const end = Math.min(view.byteLength - 16, AVIF_HEAD);
  for (let at = 8; at < end; at += 1)
    if (view.getUint32(at) === 0x69737065) return sized(view.getUint32(at + 8), view.getUint32(at + 12));
  return null;
}
