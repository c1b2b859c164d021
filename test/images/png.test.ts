import { test } from "uvu";
import * as assert from "uvu/assert";
import { encodePalette } from "../../plugins/images/cards/png.ts";
import { sharp } from "./made.ts";

/** Pixels of a picture whose colour at a place is a number. */
function pixelsOf(width: number, height: number, colourAt: (x: number, y: number) => number): Uint8Array {
  const pixels = Buffer.alloc(width * height * 4, 255);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) pixels.writeUIntBE(colourAt(x, y), (y * width + x) * 4, 3);
  return pixels;
}

for (const [name, colourAt] of [
  ["one colour", () => 0xfafcfb],
  ["rows that repeat", (_x: number, y: number) => (y < 5 ? 0x16211f : 0x74203f)],
  ["every pixel another of 256", (x: number, y: number) => ((y * 16 + x) % 256) * 0x0100ff],
] as const) {
  test(`encodePalette: ${name}, every pixel as it was`, async () => {
    const pixels = pixelsOf(16, 16, colourAt);
    const png = encodePalette(pixels, 16, 16);
    assert.ok(png);
    const decoded = await (
      sharp(png) as unknown as { ensureAlpha(): { raw(): { toBuffer(): Promise<Buffer> } } }
    )
      .ensureAlpha()
      .raw()
      .toBuffer();
    assert.ok(decoded.equals(Buffer.from(pixels)));
  });
}

test("encodePalette: more than 256 colours are not for a palette", () => {
  assert.is(
    encodePalette(
      pixelsOf(32, 32, (x, y) => y * 32 + x),
      32,
      32,
    ),
    null,
  );
});

test.run();
