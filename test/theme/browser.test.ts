import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
// @ts-expect-error Eleventy 3.1 ships no types.
import Eleventy from "@11ty/eleventy";
import type { Browser, Page } from "playwright-core";
import { test } from "uvu";
import * as assert from "uvu/assert";
import type { EleventyConfig } from "../../plugins/eleventy.ts";
import { vervain } from "../../plugins/index.ts";
import { contentPolicy } from "../../plugins/publish/policy.ts";
import { openBrowser, serveSite } from "../browser.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const root = mkdtempSync(join(tmpdir(), "vervain-browser-"));
process.chdir(root);

const FILES: Readonly<Record<string, string>> = {
  "_data/people.json": '{"pub":{"type":"Organization","name":"Pub"},"ann":{"type":"Person","name":"Ann"}}',
  "_data/therapies.json": '{"massage":{"label":"Massage"}}',
  "_data/conditions.json": '{"stress":{"label":"Stress"}}',
  "src/articles/rest.md": `---
title: "3 benefits of massage for stress"
description: "What an hour of massage may do."
date: 2026-01-01
author: ann
therapies: [massage]
conditions: [stress]
tags: [Rest]
keyFacts: ["It may help."]
sources: [{ title: "A source", url: "https://example.org/a", year: 2020 }]
---

Lead with a mark[1].

## Benefits of massage for stress

### 1. Reduces stress

Massage may reduce stress.

### 2. Improves sleep

Massage may improve sleep.

### 3. Eases muscle tension

Massage may ease muscle tension.

| a | b |
|---|---|
| 1 | 2 |

## Who should take care

Ask first.
`,
  "src/articles/long.md": `---\ntitle: "${"Verylongword".repeat(18)} and a title that goes on and on"\ndate: 2026-01-02\nauthor: ann\n---\n\n${"unbroken".repeat(40)}\n\n    ${"code ".repeat(60)}\n`,
  "src/articles/rtl.md": `---\ntitle: "9 فوائد للتدليك"\nlang: ar\ndate: 2026-01-03\nauthor: ann\nemergency: "اتصل بالطوارئ."\nkeyFacts: ["قد يساعد."]\nsources: ["مصدر"]\n---\n\nنص[1].\n\n## قسم\n\nنص.\n\n## قسم آخر\n\nنص.\n\n## الأخير\n\nنص.\n`,
  "src/articles/bare.md": "---\ntitle: Bare\ndate: 2026-01-04\n---\n",
  "src/comments/rest/c1.json":
    '{"id":"c1","author":"Reader","date":"2026-01-02T00:00:00Z","status":"approved","body":"Thank you."}',
};

let browser: Browser;
let site: Awaited<ReturnType<typeof serveSite>>;
const urls: string[] = [];

test.before(async () => {
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const eleventy = new Eleventy("src", "out", {
    quietMode: true,
    configPath: null,
    config(
      config: EleventyConfig & {
        setDataDirectory(path: string): void;
        setIncludesDirectory(path: string): void;
      },
    ) {
      config.setDataDirectory("../_data");
      config.setIncludesDirectory("../_includes");
      config.addPlugin(vervain, {
        site: {
          title: "Site",
          description: "A site.",
          url: "https://e.example",
          publisher: "pub",
          comments: { endpoint: "https://c.example/post" },
        },
      });
    },
  });
  await eleventy.init();
  eleventy.disableLogger();
  const [, pages] = (await eleventy.write()) as [
    unknown,
    readonly { readonly url: string; readonly content: string }[],
  ];
  urls.push(...pages.filter(({ content }) => content.startsWith("<!DOCTYPE")).map(({ url }) => url));
  const policy = contentPolicy([{ "script-src": ["'wasm-unsafe-eval'"] }]).replace(
    "; upgrade-insecure-requests",
    "",
  );
  site = await serveSite(join(root, "out"), { "content-security-policy": policy });
  browser = await openBrowser();
});

test.after(async () => {
  await browser?.close();
  await site?.close();
  rmSync(root, { recursive: true, force: true });
});

/** Opens a page in a context of its own and hands it over; console messages are collected. */
async function withPage(
  options: Parameters<Browser["newContext"]>[0],
  use: (page: Page, messages: string[]) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const messages: string[] = [];
  page.on("console", (message) => messages.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => messages.push(error.message));
  await use(page, messages);
  await context.close();
}

for (const [name, width, textPercent] of [
  ["a small phone", 320, 100],
  ["a desk", 1280, 100],
  ["text twice as large on a tablet", 768, 200],
] as const) {
  test(`every page, ${name}: no sideways scroll, nothing on the console, under the strict policy`, async () => {
    await withPage({ viewport: { width, height: 800 } }, async (page, messages) => {
      for (const url of urls) {
        await page.goto(site.origin + url, { waitUntil: "load" });
        const over = await page.evaluate((percent) => {
          document.documentElement.style.fontSize = `${percent}%`;
          return document.documentElement.scrollWidth - innerWidth;
        }, textPercent);
        assert.is(over, 0, url);
      }
      assert.equal(
        messages.filter((message) => !message.includes("404")),
        [],
      );
    });
  });
}

/** What axe finds on the page as it stands. */
async function axeFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`);
  });
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`every page, ${colorScheme}: axe finds nothing`, async () => {
    await withPage({ viewport: { width: 390, height: 800 }, colorScheme, bypassCSP: true }, async (page) => {
      for (const url of urls) {
        await page.goto(site.origin + url, { waitUntil: "load" });
        assert.equal(await axeFaults(page), [], url);
      }
    });
  });

  test(`search dialog and a form in error, ${colorScheme}: axe finds nothing`, async () => {
    await withPage({ viewport: { width: 390, height: 800 }, colorScheme, bypassCSP: true }, async (page) => {
      await page.goto(`${site.origin}/rest/`);
      await page.click(".reply button");
      assert.ok((await page.locator(":user-invalid").count()) >= 3);
      assert.equal(await axeFaults(page), []);
      await page.click("a.find");
      await page.waitForSelector("dialog[open] input:focus");
      assert.equal(await axeFaults(page), []);
    });
  });
}

test("keyboard: on every page the first stop skips to the content, and every stop can be seen", async () => {
  await withPage({ viewport: { width: 1280, height: 900 } }, async (page) => {
    for (const url of urls) {
      await page.goto(site.origin + url);
      await page.keyboard.press("Tab");
      const skip = await page.evaluate(() => [
        document.activeElement?.getAttribute("href"),
        (document.activeElement?.getBoundingClientRect().top ?? -1) >= 0,
      ]);
      assert.equal(skip, ["#v_main", true], url);
      for (let stop = 0; stop < 100; stop += 1) {
        await page.keyboard.press("Tab");
        const seen = await page.evaluate(() => {
          const element = document.activeElement;
          if (element === null || element === document.body) return "end";
          const { width, height } = element.getBoundingClientRect();
          return width > 0 && height > 0 && getComputedStyle(element).outlineStyle !== "none"
            ? ""
            : element.outerHTML.slice(0, 100);
        });
        if (seen === "end") break;
        assert.is(seen, "", url);
      }
    }
  });
});

test("search: the dialog opens with the focus in its field, closes back to the link; without it the link leads on", async () => {
  await withPage({ viewport: { width: 1280, height: 900 } }, async (page, messages) => {
    await page.goto(`${site.origin}/rest/`);
    await page.focus("a.find");
    await page.keyboard.press("Enter");
    await page.waitForSelector("dialog[open] input:focus");
    await page.keyboard.press("Escape");
    assert.is(await page.evaluate(() => document.activeElement?.className), "find");
    assert.equal(messages, []);
  });
  await withPage({ javaScriptEnabled: false }, async (page) => {
    await page.goto(`${site.origin}/rest/`);
    await page.click("a.find");
    assert.is(new URL(page.url()).pathname, "/search/");
    assert.ok((await page.locator(".fallback a").count()) > 0);
  });
});

test("colours: a choice holds on the next page before anything is painted", async () => {
  await withPage({ colorScheme: "light" }, async (page) => {
    await page.goto(`${site.origin}/`);
    await page.click("button[value=dark]");
    await page.goto(`${site.origin}/rest/`, { waitUntil: "commit" });
    await page.waitForSelector("body", { state: "attached" });
    assert.is(await page.evaluate(() => document.documentElement.dataset.colours), "dark");
    assert.is(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme), "dark");
  });
});

test("feed: a browser shows a list of links, and says nothing of what it will no longer do", async () => {
  await withPage({ viewport: { width: 390, height: 800 } }, async (page, messages) => {
    await page.goto(`${site.origin}/feed.xml`);
    const shown = await page.evaluate(() =>
      [...document.querySelectorAll("entry *")]
        .filter((element) => element.checkVisibility() && element.childElementCount === 0)
        .map((element) => element.localName),
    );
    assert.equal([...new Set(shown)].sort(), ["a", "b", "p", "summary"]);
    await page.evaluate(() => document.querySelector<HTMLAnchorElement>('entry a[href="/rest/"]')?.click());
    await page.waitForURL(`${site.origin}/rest/`);
    assert.equal(messages, []);
  });
});

test("layout: nothing moves while the page comes", async () => {
  await withPage({ viewport: { width: 390, height: 800 } }, async (page) => {
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
      }).observe({ type: "layout-shift", buffered: true });
    });
    for (const url of [...urls.slice(0, 8), "/404.html"]) {
      await page.goto(site.origin + url, { waitUntil: "networkidle" });
      // Without the preload the font comes after the first paint: the filter `asset` must know fonts.
      const isLatin = (await page.evaluate(() => document.documentElement.lang)) !== "ar";
      assert.is(
        await page.locator('link[as="font"]').count(),
        Number(isLatin),
        `${url}: preload of the font`,
      );
      assert.equal(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts), [], url);
    }
  });
});

test("matrix: fourteen rows are whole in a low window, and a longer table moves in its frame", async () => {
  const shown = await browser.newPage({ viewport: { width: 1280, height: 700 }, bypassCSP: true });
  await shown.goto(`${site.origin}/matrix/`);
  const hiddenOf = (count: number): Promise<number> =>
    shown.evaluate((rows) => {
      const body = document.querySelector(".matrix tbody") as HTMLTableSectionElement;
      const head = document.querySelector(".matrix thead span") as HTMLElement;
      head.textContent = "Improves what takes all the room that there is above its column";
      while (body.rows.length < rows) body.append((body.rows[0] as Node).cloneNode(true));
      const frame = document.querySelector(".scroller") as HTMLElement;
      return frame.scrollHeight - frame.clientHeight;
    }, count);
  assert.is(await hiddenOf(14), 0);
  assert.ok((await hiddenOf(40)) > 0);
  await shown.close();
});

test("targets: every link outside running text is at least 24 px high", async () => {
  await withPage({ viewport: { width: 390, height: 800 } }, async (page) => {
    await page.goto(`${site.origin}/rest/`);
    const small = await page.evaluate(() =>
      [...document.querySelectorAll("nav a, .foot a, .topics a, .share a, button, input:not([type=hidden])")]
        .filter((element) => element.checkVisibility() && !element.closest(".trap"))
        .filter((element) => element.getBoundingClientRect().height < 23.5)
        .map((element) => element.outerHTML.slice(0, 80)),
    );
    assert.equal(small, []);
  });
});

test.run();
