import { test } from "uvu";
import * as assert from "uvu/assert";
import { imageSize } from "../../plugins/page/image-size.ts";
import { picture } from "../images/made.ts";

/** Bytes from hexadecimal, padded with zeros to a readable length. */
function bytes(hex: string): Uint8Array {
  const given = Buffer.from(hex.replace(/\s/g, ""), "hex");
  return new Uint8Array(Buffer.concat([given, Buffer.alloc(40)]));
}

for (const [name, hex, width, height] of [
  ["PNG", "89504e470d0a1a0a 0000000d 49484452 00000640 00000384", 1600, 900],
  ["GIF", "474946383961 2003 5802", 800, 600],
  ["WebP, lossy", "52494646 00000000 57454250 56503820 00000000 000000 9d012a 2003 5802", 800, 600],
  ["WebP, extended", "52494646 00000000 57454250 56503858 0a000000 00000000 1f0300 570200", 800, 600],
  ["JPEG with a comment before the frame", "ffd8 fffe 0004 4142 ffc0 0011 08 0258 0320 03", 800, 600],
] as const) {
  test(`imageSize: ${name}`, () => assert.equal(imageSize(bytes(hex)), { width, height }));
}

for (const format of ["png", "gif", "webp", "jpeg", "avif"]) {
  test(`imageSize: a whole file, ${format}`, async () => {
    const file = await picture(80, 60).toFormat(format).toBuffer();
    assert.equal(imageSize(file), { width: 80, height: 60 });
  });
}

for (const [orientation, width, height] of [
  [1, 80, 60],
  [3, 80, 60],
  [6, 60, 80],
  [8, 60, 80],
] as const) {
  test(`imageSize: a photograph turned by its orientation ${orientation} is as it is shown`, async () => {
    const file = await picture(80, 60).withMetadata({ orientation }).toFormat("jpeg").toBuffer();
    assert.equal(imageSize(file), { width, height });
  });
}

for (const [name, hex] of [
  ["text", "3c737667"],
  ["a JPEG that never has a frame", "ffd8 ffe0 0010"],
  ["a PNG of no size", "89504e470d0a1a0a 0000000d 49484452 00000000 00000000"],
  ["an AVIF without a size box", "00000018 66747970 61766966"],
] as const) {
  test(`imageSize: nothing for ${name}`, () => assert.is(imageSize(bytes(hex)), null));
}

test("imageSize: nothing for an empty file", () => assert.is(imageSize(new Uint8Array()), null));

test.run();
