import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { openBrowser, serveSite } from "../browser.ts";
import { article, smallProject } from "../project.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const project = smallProject();
let browser: Browser;
let served: Awaited<ReturnType<typeof serveSite>>;

test.before(async () => {
  const row = (cell: string): string => `| ${Array(8).fill(cell).join(" | ")} |\n`;
  const wide = `${row("Chamomile")}${row("---")}${row("unforgettable")}`;
  const narrow = "| a |\n|---|\n| b |\n";
  const text = `Rest.\n\n${wide}\n${narrow}\n\`\`\`\n${"a line that is long ".repeat(10)}\n\`\`\`\n\n\`\`\`\nshort\n\`\`\`\n`;
  project.write("src/articles/tables.md", article({ title: "Tables", date: "2026-01-02" }, text));
  const { code, output } = project.vervain("build");
  assert.is(code, 0, output);
  served = await serveSite(join(project.folder, "_site"));
  browser = await openBrowser();
});

test.after(async () => {
  await browser?.close();
  await served?.close();
  project.clean();
});

test("text: a table or code that scrolls is reached by keyboard, and what fits is no stop", async () => {
  const page = await browser.newPage({ viewport: { width: 390, height: 800 }, bypassCSP: true });
  await page.goto(`${served.origin}/tables/`);
  const stops = await page.$$eval(".prose :is(pre, table)", (found) =>
    found.map((one) => (one as HTMLElement).tabIndex),
  );
  assert.equal(stops, [0, -1, 0, -1]);
  await page.evaluate(AXE);
  const faults = await page.evaluate("axe.run().then(({ violations }) => violations.map(({ id }) => id))");
  assert.equal(faults, []);
  await page.close();
});

test("text: what begins to scroll when the window gets narrower is reached, too", async () => {
  const page = await browser.newPage({ viewport: { width: 4000, height: 800 } });
  await page.goto(`${served.origin}/tables/`);
  const tabIndex = (): Promise<number> => page.$eval(".prose table", (one) => (one as HTMLElement).tabIndex);
  await page.setViewportSize({ width: 390, height: 800 });
  await page.waitForFunction(() => document.querySelector<HTMLElement>(".prose table")?.tabIndex === 0);
  assert.is(await tabIndex(), 0);
  await page.close();
});

test.run();
