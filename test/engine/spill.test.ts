import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { openSpill, type Spill } from "../../plugins/engine/spill.ts";

const folder = mkdtempSync(join(tmpdir(), "vervain-spill-"));
const { TMPDIR } = process.env;
process.env.TMPDIR = folder;
test.after(() => {
  if (TMPDIR === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = TMPDIR;
  rmSync(folder, { recursive: true });
});

test("spill: gives back every text, in any order, before and after it was written out", () => {
  const spill = openSpill() as Spill;
  const texts = Array.from(
    { length: 3000 },
    (_, index) => `${index} “sleep” ☕ 睡眠 🌿 ${"x".repeat(index)}`,
  );
  const slips = texts.map((text) => spill.put(text));
  for (let index = texts.length - 1; index >= 0; index -= 7)
    assert.is(spill.get(slips[index] as never), texts[index]);
  const late = spill.put("");
  assert.is(spill.get(late), "");
  assert.is(spill.get(slips[0] as never), texts[0]);
});

test("spill: a text longer than what is written at once, between short ones", () => {
  const spill = openSpill() as Spill;
  const long = "ä".repeat(3_000_000);
  const slips = ["a", long, "b"].map((text) => spill.put(text));
  assert.equal(
    slips.map((slip) => spill.get(slip)),
    ["a", long, "b"],
  );
});

test("spill: leaves nothing behind, and is refused where no file can be made", () => {
  openSpill()?.put("x".repeat(2_000_000));
  if (process.platform !== "win32") assert.equal(readdirSync(folder), []);
  process.env.TMPDIR = join(folder, "none");
  assert.not(existsSync(process.env.TMPDIR));
  assert.is(openSpill(), null);
  process.env.TMPDIR = folder;
});

test.run();
