import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { convert } from "../../plugins/images/convert.ts";
import { imageKind } from "../../plugins/images/kind.ts";
import { bomb, PLACE, picture, sharp } from "./made.ts";

const folder = mkdtempSync(join(tmpdir(), "vervain-convert-"));
test.after(() => rmSync(folder, { recursive: true, force: true }));

function made(name: string, bytes: Uint8Array, widths: readonly number[]) {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  const kind = imageKind(bytes);
  if (kind === null) throw new Error(`${name} is no image`);
  return convert(file, kind, { widths, formats: ["webp"] });
}

test("convert: a photograph that the camera turned is upright, and nothing that it noted is in it", async () => {
  const bytes = await picture(60, 40)
    .withExif(PLACE)
    .withMetadata({ orientation: 6 })
    .toFormat("jpeg")
    .toBuffer();
  const forms = await made("turned.jpg", bytes, [20]);
  assert.equal(
    forms.map(({ format, width, height }) => [format, width, height]),
    [
      ["webp", 20, 30],
      ["jpeg", 20, 30],
    ],
  );
  for (const { content } of forms) {
    const { orientation = 1, exif } = await sharp(content).metadata();
    assert.equal([orientation, exif], [1, undefined]);
  }
});

test("convert: a photograph taken upside down stands on its feet", async () => {
  const pixels = Buffer.alloc(40 * 40 * 3);
  pixels.fill(255, pixels.length / 2);
  const bytes = await sharp(pixels, { raw: { width: 40, height: 40, channels: 3 } })
    .withMetadata({ orientation: 3 })
    .toFormat("jpeg")
    .toBuffer();
  for (const { format, content } of await made("headlong.jpg", bytes, [20])) {
    const drawn = await sharp(content).toFormat("raw").toBuffer();
    assert.ok((drawn[0] ?? 0) > 200 && (drawn.at(-1) ?? 255) < 55, `${format}: light above, dark below`);
  }
});

test("convert: an image of more pixels than are read is refused by the decoder too", async () => {
  const error = await made("bomb.png", bomb(15_000, 14_000), [20]).then(
    () => null,
    (fault: Error) => fault,
  );
  assert.match(String(error), /pixel limit/i);
});

test.run();
