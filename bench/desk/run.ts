/**
 * A day's writing in a new blog, made from the packed packages, in a real
 * Chromium: first article, a broken one, its repair, a proposal confirmed, one
 * dropped, words added to the lexicon, the desk, a build. Each step is timed,
 * those that Hugo's server has too beside it; exit code 1 for an uncaught error, a fault of axe (light, dark, phone), or
 * anything that does not come.
 *
 *     npm run desk
 *     npm run desk -- --shots=FOLDER     keeps a picture of each step
 *     npm run desk -- --node=22          by another Node, which npm brings
 */
import { type ChildProcess, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Page } from "playwright-core";
import { openBrowser } from "../../test/browser.ts";
import { broughtNode } from "../package/brought.ts";
import { makeHugoSite } from "./hugo.ts";
import { makeNewSite } from "./site.ts";

const { values: options } = parseArgs({
  options: { shots: { type: "string" }, node: { type: "string" } },
});
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const PORT = 20_000 + (process.pid % 20_000);
const ORIGIN = `http://localhost:${PORT}`;
const HUGO_PORT = PORT + 1;
const HUGO_ORIGIN = `http://localhost:${HUGO_PORT}`;
/** Far beyond what any step takes, so that a slow machine fails nothing. */
const PATIENCE_MS = 60_000;
const faults: string[] = [];

/** Steps that Hugo has too; its build checks nothing. */
const FIRST_PAGE = "serve: first page of the new site";
const FIRST_ARTICLE = "first article: made and on its page";
const EDIT = "edit: a changed line is on its page";
const PUBLISHED = "published: built, checked, nothing of the desk in it";
const EDITED = "after an edited day";

const FIRST = "src/articles/4-benefits-of-a-warm-bath.md";
const BODY = `
A warm bath in the evening is a habit of many. It can help you fall asleep sooner, and it may help with a stiff back.

## Benefits of a warm bath

### Reduces stress

Warm water may lower stress after a long day.

### Improves sleep quality

People who bathe an hour before bed may sleep better.

### Improves towels

A towel from the heater may feel softer.

### Reduces depression

Too grave to be shown on its own: it waits for a word and a source.
`;

const node = options.node === undefined ? process.execPath : broughtNode(options.node);
const site = makeNewSite(node);
const browser = await openBrowser();
const hugo = await measureHugo();
const server = site.serve(PORT);
let said = "";
for (const stream of [server.stdout, server.stderr]) stream?.on("data", (chunk) => (said += chunk));
const runtime = spawnSync(node, ["--version"], { encoding: "utf8" }).stdout.trim();
console.log(`${`step (Node ${runtime})`.padEnd(56)} seconds  Hugo`);
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, bypassCSP: true });
  page.on("pageerror", (error) => faults.push(`uncaught: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error" && !isAsked(message.text())) faults.push(`console: ${message.text()}`);
  });
  await step(FIRST_PAGE, () => until(page, "/", "body"));
  await step(FIRST_ARTICLE, async () => {
    const { code, output } = site.run("article", "4 benefits of a warm bath");
    if (code !== 0) throw new Error(output);
    const head = site.read(FIRST).split("\n---\n")[0];
    site.write(FIRST, `${head}\n---\n${BODY}`);
    await until(page, "/4-benefits-of-a-warm-bath/", "text=Improves towels");
  });
  await step(EDIT, async () => {
    site.write(FIRST, site.read(FIRST).replace("after a long day", EDITED));
    await until(page, "/4-benefits-of-a-warm-bath/", `text=${EDITED}`);
  });
  const panel = page.locator("vervain-panel");
  await panel.locator(".tab-button").waitFor();
  if (await panel.locator(".body").isHidden()) await panel.locator(".tab-button").click();
  await looks(page, "panel");
  const before = site.read(FIRST);
  await step("broken front matter: said on the last good page", async () => {
    site.write(FIRST, before.replace("title:", "title: bath:"));
    await panel.locator("text=The file cannot be read as it stands").waitFor({ timeout: PATIENCE_MS });
    await page.locator("h1", { hasText: "benefits of a warm bath" }).waitFor({ timeout: PATIENCE_MS });
  });
  await looks(page, "panel-broken");
  await step("repair: the page is whole again", async () => {
    site.write(FIRST, before);
    await panel.locator("text=cannot be read").waitFor({ state: "detached", timeout: PATIENCE_MS });
  });
  const answer = (verb: "confirm" | "drop"): Promise<void> =>
    step(`${verb}: in the file, and gone from the panel`, async () => {
      const form = panel.locator(`form:has(button[value=${verb}])`).first();
      const benefit = (await form.locator("input[name=benefit]").getAttribute("value")) ?? "";
      if ((await form.locator("input[name=source]").count()) > 0)
        await form.locator("input[name=source]").fill("https://example.org/review");
      await form.locator(`button[value=${verb}]`).click();
      await panel.locator(".said", { hasText: FIRST }).waitFor({ timeout: PATIENCE_MS });
      await panel
        .locator(`form:has(button[value=${verb}]) input[value="${benefit}"]`)
        .waitFor({ state: "detached", timeout: PATIENCE_MS });
      const written = site.read(FIRST).split("\n---\n")[0] ?? "";
      if (!written.includes(JSON.stringify(benefit)))
        throw new Error(`${verb} of ${benefit} is not in the file:\n${written}`);
    });
  await answer("confirm");
  // Nothing waits any more: what was found by itself can be dropped too.
  await panel.locator("summary", { hasText: "on the page" }).click();
  await answer("drop");
  await step("desk: every article, sorted and filtered without a reload", async () => {
    await until(page, "/_vervain/", "table.articles");
    await page.evaluate("window.isSame = true");
    await page.locator("th a", { hasText: "Words" }).click();
    await page.locator("th[aria-sort] a", { hasText: "Words" }).waitFor();
    await page.locator("#q").fill("bath");
    await page.locator(".count", { hasText: "1 of" }).waitFor();
    if (!(await page.evaluate("window.isSame === true"))) throw new Error("the desk was loaded anew");
  });
  await looks(page, "desk");
  await step("lexicon: words that nobody knows become a line", async () => {
    await until(page, "/_vervain/lexicon/", ".unknown");
    const words = (await page.locator(".unknown h2").first().textContent()) ?? "";
    await page.locator(".unknown button", { hasText: "a trouble" }).first().click();
    await page.locator(".said", { hasText: "_data/lexicon/targets.yaml" }).waitFor({ timeout: PATIENCE_MS });
    await page
      .locator(".unknown h2", { hasText: words })
      .waitFor({ state: "detached", timeout: PATIENCE_MS });
  });
  await looks(page, "lexicon");
  for (const path of ["duplicates/", "links/"]) {
    await until(page, `/_vervain/${path}`, "main h1");
    await looks(page, path.replace("/", ""));
  }
  await step(PUBLISHED, async () => {
    site.write(FIRST, site.read(FIRST).replace(/^draft: true\n/m, ""));
    const { code, output } = site.run("build", "--check");
    if (code !== 0) throw new Error(output);
    if (/vervain-panel|_vervain/.test(site.read("_site/4-benefits-of-a-warm-bath/index.html")))
      throw new Error("the built page has the panel");
  });
} catch (error) {
  faults.push((error as Error).message, said);
} finally {
  server.kill();
  await browser.close();
  site.remove();
}
for (const fault of faults) console.error(fault);
console.log(faults.length === 0 ? "\nNo fault." : `\n${faults.length} faults.`);
process.exitCode = faults.length === 0 ? 0 : 1;

/** What the browser says of answers that are asked for here: a page that is not there yet. */
function isAsked(text: string): boolean {
  return /status of (?:404|503)|ERR_CONNECTION_REFUSED|WebSocket/.test(text);
}

async function step(name: string, take: () => Promise<void>): Promise<void> {
  const started = performance.now();
  await take();
  const seconds = (performance.now() - started) / 1000;
  const beside = hugo.get(name)?.toFixed(2) ?? "";
  console.log(`${name.padEnd(56)} ${seconds.toFixed(2).padStart(7)}  ${beside}`.trimEnd());
}

/** The steps that Hugo's server has, in the same browser, by the names of ours; none where it is not installed. */
async function measureHugo(): Promise<ReadonlyMap<string, number>> {
  const times = new Map<string, number>();
  const other = makeHugoSite();
  if (other === null) {
    console.log("Hugo is not installed: nothing is measured beside it.");
    return times;
  }
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const time = async (name: string, take: () => Promise<void> | void): Promise<void> => {
    const started = performance.now();
    await take();
    times.set(name, (performance.now() - started) / 1000);
  };
  let served: ChildProcess | null = null;
  try {
    await time(FIRST_PAGE, async () => {
      served = other.serve(HUGO_PORT);
      await until(page, "/", "body", HUGO_ORIGIN);
    });
    await time(FIRST_ARTICLE, async () => {
      other.write(BODY);
      await until(page, "/bath/", "text=Improves towels", HUGO_ORIGIN);
    });
    await time(EDIT, async () => {
      other.write(BODY.replace("after a long day", EDITED));
      await until(page, "/bath/", `text=${EDITED}`, HUGO_ORIGIN);
    });
    await time(PUBLISHED, () => other.build());
  } catch (error) {
    // A file saved right after its first page may be one that Hugo never hears of.
    console.log(`Hugo: ${(error as Error).message.split("\n", 1)[0]}`);
  } finally {
    (served as ChildProcess | null)?.kill();
    await page.close();
    other.remove();
  }
  return times;
}

/** Goes to a page until it is there and shows something. */
async function until(page: Page, path: string, shown: string, origin = ORIGIN): Promise<void> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; ) {
    const status = await page.goto(origin + path).then(
      (answer) => answer?.status() ?? 0,
      () => 0,
    );
    if (status === 200 && (await page.locator(shown).count()) > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${path}: ${shown} did not come, but\n${await page.locator("body").textContent()}`);
}

/** Looks at the page as it stands, in both schemes and on a phone: axe, and no sideways scroll. */
async function looks(page: Page, name: string): Promise<void> {
  await page.addScriptTag({ content: axe });
  for (const [colorScheme, width, height] of [
    ["light", 1280, 900],
    ["dark", 1280, 900],
    ["light", 390, 844],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height });
    const found = (await page.evaluate(
      "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ' at ' + nodes[0].target))",
    )) as readonly string[];
    faults.push(...found.map((fault) => `${name}, ${colorScheme}, ${width}: axe: ${fault}`));
    if (await page.evaluate("document.documentElement.scrollWidth > innerWidth"))
      faults.push(`${name}, ${width}: scrolls sideways`);
    if (options.shots !== undefined)
      await page.screenshot({ path: join(options.shots, `${name}-${colorScheme}-${width}.png`) });
  }
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 1280, height: 900 });
}
