/**
 * Takes the pictures of every page kind that the docs show: a desk of 1280 px
 * beside a phone of 390 px, of the sample site with replies and an emergency
 * note added; and of panel and desk while it is served, with one article that
 * is not finished.
 *
 *     npx tsx bench/screens.ts
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { openBrowser, serveSite } from "../test/browser.ts";
import { ROOT, sampleProject } from "../test/project.ts";

type Scheme = "light" | "dark";

/** Name of the picture, address, scheme at the desk (the phone has the other), and what to scroll to. */
const PICTURES: readonly (readonly [name: string, path: string, desk: Scheme, at?: string])[] = [
  ["home", "/", "light"],
  ["article", "/massage-for-insomnia/", "light"],
  ["article-dark", "/massage-for-insomnia/", "dark"],
  ["article-benefits", "/massage-for-insomnia/", "light", ".benefit"],
  ["article-end", "/massage-for-insomnia/", "light", ".note.action"],
  ["article-replies", "/massage-for-insomnia/", "light", ".comments"],
  ["article-emergency", "/herbs-and-medicines/", "light"],
  ["benefit", "/benefits/improve-sleep-quality/", "light"],
  ["benefits", "/benefits/", "dark"],
  ["condition", "/conditions/insomnia/", "dark"],
  ["therapies", "/therapies/", "light"],
  ["matrix", "/matrix/", "light"],
  ["author", "/authors/vervain-journal/", "dark"],
  ["search", "/search/?q=sleep", "light"],
  ["about", "/about/", "light"],
  ["not-found", "/no-such-page/", "dark"],
  ["feed", "/feed.xml", "light"],
];

/** The same of pages that only `vervain serve` has. */
const SERVED: readonly (readonly [name: string, path: string, desk: Scheme])[] = [
  ["panel", "/foot-bath/", "light"],
  ["desk", "/_vervain/", "light"],
  ["desk-links", "/_vervain/links/", "dark"],
];
/** An article as it stands in the middle of a day's writing. */
const UNFINISHED = `---
title: 3 benefits of a warm foot bath
date: 2026-10-06
author: vervain-jornal
draft: true
---

A basin of warm water is soon made ready, and ten minutes in it are no great matter. It may also help you fall asleep sooner.

## Benefits of a warm foot bath

### Reduces stress

A quiet quarter of an hour may lower stress.

### Eases aching feet

Feet that stood all day may ache less.

### Improves sleep quality

Some people sleep better after it.
`;

const HEIGHT = 900;
const DESK = 1280;
const PHONE = 390;
/** Pictures in the docs are this much smaller than the screen. */
const SCALE = 0.7;
const GAP = 24;
const QUALITY = 50;

const folder = join(ROOT, "docs/pictures");

const project = sampleProject();
project.edit("_data/site.ts", (text) =>
  text.replace("pageSize: 8,", 'pageSize: 8,\n  comments: { endpoint: "https://example.org/post" },'),
);
if (!project.read("_data/site.ts").includes("endpoint:"))
  throw new Error("screens: the settings have changed.");
project.edit("src/articles/herbs-and-medicines.md", (text) =>
  text.replace(
    /^---\n/,
    '---\nemergency: "If a reaction makes it hard to breathe, call your emergency number."\n',
  ),
);
for (const [id, parent, author, body] of [
  ["a", null, "A reader", "The half hour before bed did more for me than the oil."],
  ["b", "a", "The Vervain Journal", "Thank you. Plenty of people say the same."],
] as const)
  project.write(
    `src/comments/massage-for-insomnia/${id}.json`,
    JSON.stringify({ id, parent, author, date: "2026-09-01T09:00:00Z", status: "approved", body }),
  );
const { code, output } = project.vervain("build");
if (code !== 0) throw new Error(output);

const site = await serveSite(join(project.folder, "_site"));
const browser = await openBrowser();
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const [name, path, desk, at] of PICTURES) await keep(name, site.origin + path, desk, at);
await site.close();
project.write("src/articles/foot-bath.md", UNFINISHED);
const port = 20_000 + (process.pid % 20_000);
project.start("serve", "--port", String(port));
const isUp = async (): Promise<boolean> =>
  fetch(`http://localhost:${port}/_vervain/`).then(
    ({ status }) => status === 200,
    () => false,
  );
while (!(await isUp())) await new Promise((resolve) => setTimeout(resolve, 200));
for (const [name, path, desk] of SERVED) await keep(name, `http://localhost:${port}${path}`, desk);
await browser.close();
await project.end();

async function keep(name: string, address: string, desk: Scheme, at = ""): Promise<void> {
  const phone = desk === "light" ? "dark" : "light";
  const parts = [
    await shoot(browser, address, DESK, desk, at),
    await shoot(browser, address, PHONE, phone, at),
  ];
  const bytes = await joinPictures(browser, parts);
  writeFileSync(join(folder, `${name}.webp`), bytes);
  console.log(`${name}.webp ${(bytes.length / 1000).toFixed(1)} kB`);
}

/** A screen as a data address. */
async function shoot(
  from: Browser,
  address: string,
  width: number,
  scheme: Scheme,
  at = "",
): Promise<string> {
  const context = await from.newContext({ viewport: { width, height: HEIGHT }, colorScheme: scheme });
  const page = await context.newPage();
  // Once before: headings keep the stand-in on the very first visit.
  await page.goto(new URL("/about/", address).href);
  await page.goto(address, { waitUntil: "networkidle" });
  if (address.includes("?q=")) {
    await page.focus(".search input");
    await page.waitForSelector(".hits li");
  }
  if (at !== "")
    await page
      .locator(at)
      .first()
      .evaluate((element) => element.scrollIntoView());
  const cdp = await context.newCDPSession(page);
  const { data } = await cdp.send("Page.captureScreenshot", { format: "png" });
  await context.close();
  return `data:image/png;base64,${data}`;
}

/** Screens side by side, as WebP. */
async function joinPictures(from: Browser, pictures: readonly string[]): Promise<Buffer> {
  const height = HEIGHT * SCALE;
  const width = (DESK + PHONE) * SCALE + GAP * 3;
  const page = await from.newPage({
    viewport: { width: Math.round(width), height: Math.round(height + GAP * 2) },
  });
  const images = pictures.map((src) => `<img src="${src}" height="${height}">`).join("");
  await page.setContent(
    `<body style="display:flex;gap:${GAP}px;margin:${GAP}px;background:#8b9794">${images}</body>`,
    { waitUntil: "load" },
  );
  const cdp = await page.context().newCDPSession(page);
  const { data } = await cdp.send("Page.captureScreenshot", { format: "webp", quality: QUALITY });
  await page.close();
  return Buffer.from(data, "base64");
}
