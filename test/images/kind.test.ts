import { test } from "uvu";
import * as assert from "uvu/assert";
import { imageKind } from "../../plugins/images/kind.ts";
import { picture } from "./made.ts";

for (const format of ["jpeg", "png", "webp", "avif", "gif"]) {
  test(`imageKind: ${format} by its bytes, with its pixels`, async () => {
    const bytes = await picture(40, 30).toFormat(format).toBuffer();
    assert.equal(imageKind(bytes), {
      format,
      isAnimated: format === "gif",
      size: { width: 40, height: 30 },
    });
  });
}

const bytesOf = (text: string): Uint8Array => Buffer.from(text.padEnd(64, "\0"), "latin1");

for (const [name, text, expected] of [
  ["a photograph of an iPhone", "\0\0\0\u0018ftypheic", "heic"],
  ["an image of the iPhone's container", "\0\0\0\u0018ftypmif1\0\0\0\0mif1heic", "heic"],
  ["AVIF under the container's name", "\0\0\0\u0018ftypmif1\0\0\0\0mif1avif", "avif"],
  ["a drawing", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"/>', "svg"],
  [
    "a drawing after a declaration and a note",
    '<?xml version="1.0"?><!-- x -->\n<svg width="4" height="3"/>',
    "svg",
  ],
  ["HTML", "<!doctype html><title>svg</title>", null],
  ["text", "not an image", null],
  ["nothing", "", null],
] as const) {
  test(`imageKind: ${name}`, () => assert.is(imageKind(bytesOf(text))?.format ?? null, expected));
}

for (const [tag, expected] of [
  ['<svg width="40" height="30">', { width: 40, height: 30 }],
  ["<svg width='40px' height='30px' viewBox='0 0 8 6'>", { width: 40, height: 30 }],
  ['<svg width="100%" height="100%" viewBox="0 0 8 6">', { width: 8, height: 6 }],
  ['<svg viewBox="-1,-1,8,6">', { width: 8, height: 6 }],
  ["<svg >", null],
] as const) {
  test(`imageKind: pixels of ${tag}`, () => assert.equal(imageKind(bytesOf(tag))?.size, expected));
}

test("imageKind: what moves is known", () => {
  const png = Buffer.concat([
    Buffer.from([0x89]),
    Buffer.from("PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x04\0\0\0\x03", "latin1"),
    Buffer.alloc(20),
  ]);
  const animated = (chunks: string): boolean | undefined =>
    imageKind(Buffer.concat([png, Buffer.from(chunks, "latin1")]))?.isAnimated;
  assert.is(animated("acTL....IDAT"), true);
  assert.is(animated("IDAT....acTL"), false);
  const webp = bytesOf("RIFF\0\0\0\0WEBPVP8X\0\0\0\0\u0002");
  assert.is(imageKind(webp)?.isAnimated, true);
});

test.run();
