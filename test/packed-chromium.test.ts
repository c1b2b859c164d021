import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { ROOT } from "./root.ts";

const OPENS = `
  import { chromium } from "playwright-core";
  import { packedChromium } from "./test/packed-chromium.ts";
  const browser = await chromium.launch({ executablePath: await packedChromium(process.argv[1]), args: ["--no-sandbox"] });
  const page = await browser.newPage();
  await page.setContent("<h1>Rest</h1>");
  console.log(await page.textContent("h1"), await page.evaluate(() => document.body.offsetHeight > 0));
  await browser.close();
`;

async function opens(folder: string): Promise<string> {
  const run = ["--import", "tsx", "--input-type=module", "--eval", OPENS, folder];
  return (await promisify(execFile)(process.execPath, run, { cwd: ROOT })).stdout.trim();
}

test("packed Chromium: files that start together on a new machine each run a whole program", async () => {
  const room = mkdtempSync(join(tmpdir(), "vervain-chromium-"));
  const folder = join(room, "chromium");
  mkdirSync(`${folder}-cut`);
  writeFileSync(join(`${folder}-cut`, "chromium"), "half");
  assert.equal(await Promise.all([opens(folder), opens(folder)]), ["Rest true", "Rest true"]);
  assert.equal(readdirSync(room).sort(), ["chromium", "chromium-cut"]);
  assert.is(await opens(folder), "Rest true");
  rmSync(room, { recursive: true });
});

test.run();
