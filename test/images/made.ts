import { createRequire } from "node:module";
import { deflateSync } from "node:zlib";

/** The decoder that comes with @11ty/eleventy-img, as far as tests draw with it. */
export interface Drawing {
  resize(width: number, height: number): Drawing;
  withExif(exif: object): Drawing;
  withMetadata(options: object): Drawing;
  toFormat(format: string, options?: object): Drawing;
  toBuffer(): Promise<Buffer>;
  metadata(): Promise<{
    readonly width: number;
    readonly height: number;
    readonly format: string;
    readonly exif?: Buffer;
    readonly orientation?: number;
  }>;
}

const fromImages = createRequire(createRequire(import.meta.url).resolve("@11ty/eleventy-img"));
export const sharp = fromImages("sharp") as (input: Uint8Array, options?: object) => Drawing;

/** A picture as soft and as grainy as a photograph: hills of colour under a fixed grain. */
export function picture(width: number, height: number): Drawing {
  const pixels = Buffer.alloc(width * height * 3);
  for (let at = 0; at < pixels.length; at++) {
    const [x, y] = [Math.floor(at / 3) % width, Math.floor(at / 3 / width)];
    const grain = ((x * 7919 + y * 104_729 + at) % 13) - 6;
    pixels[at] = 128 + 90 * Math.sin(x / 37 + (at % 3)) * Math.cos(y / 29) + grain;
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

/** What a telephone notes in a photograph: where it was taken. */
export const PLACE = {
  IFD0: { Copyright: "Ann Example" },
  IFD3: {
    GPSLatitudeRef: "N",
    GPSLatitude: "52/1 22/1 0/1",
    GPSLongitudeRef: "E",
    GPSLongitude: "4/1 54/1 0/1",
  },
};

/** A small PNG file that is enormous once opened: one bit a pixel, all of them zero. */
export function bomb(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1;
  const rows = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height), { level: 9 });
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", rows),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** Length, name, content and checksum (PNG, section 5.3). */
function chunk(name: string, content: Buffer): Buffer {
  const bytes = Buffer.alloc(12 + content.length);
  bytes.writeUInt32BE(content.length, 0);
  bytes.write(name, 4, "latin1");
  content.copy(bytes, 8);
  bytes.writeUInt32BE(checksum(bytes.subarray(4, 8 + content.length)), 8 + content.length);
  return bytes;
}

function checksum(bytes: Buffer): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}
