import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { parseSite } from "../../plugins/corpus/site.ts";
import { headerRules, headersFor } from "../../plugins/publish/headers.ts";
import { openBrowser, serveSite } from "../browser.ts";

/** What a real browser made of the pages. */
export interface Browsed {
  readonly pageCount: number;
  /** Pages on which code of an article ran. */
  readonly ran: readonly string[];
  /** Reports of the content policy, with their page. */
  readonly reports: readonly string[];
}

/** Larger pages say nothing new and take minutes, in bytes. */
const PAGE_LIMIT = 2_000_000;

/**
 * Opens every page of a built site in Chromium, with the headers that hosts are
 * given or without any; `ran()` is what hostile markup calls.
 */
export async function browse(
  folder: string,
  { hasPolicy }: { readonly hasPolicy: boolean },
): Promise<Browsed> {
  const headers = hasPolicy ? headersFor(headerRules(parseSite({})), "/x/") : {};
  const { "Strict-Transport-Security": _, ...sent } = headers;
  const policy = sent["Content-Security-Policy"]?.replace("; upgrade-insecure-requests", "");
  const site = await serveSite(
    folder,
    policy === undefined ? {} : { ...sent, "Content-Security-Policy": policy },
  );
  const browser = await openBrowser({ npm: true });
  const ran: string[] = [];
  const reports: string[] = [];
  const urls = listPages(folder);
  try {
    const page = await browser.newPage();
    await page.route(/^https?:\/\/(?!127\.0\.0\.1)/, (route) => route.abort());
    // What a page sees is told as it happens: a page that leads on at once keeps nothing.
    let seen: string[] = [];
    await page.exposeFunction("tell", (what: string) => void seen.push(what));
    await page.addInitScript(() => {
      const scope = globalThis as unknown as {
        ran: () => void;
        tell: (what: string) => void;
        addEventListener: Window["addEventListener"];
      };
      scope.ran = () => scope.tell("ran");
      scope.addEventListener("securitypolicyviolation", (event) =>
        scope.tell(`${event.effectiveDirective} ${event.blockedURI}`),
      );
    });
    page.on("dialog", (dialog) => dialog.dismiss());
    for (const url of urls) {
      seen = [];
      await goTo(page, site.origin + url);
      await page.evaluate(() => undefined).catch(() => page.waitForLoadState("load"));
      if (seen.includes("ran")) ran.push(url);
      reports.push(...seen.filter((one) => one !== "ran").map((one) => `${url}: ${one}`));
    }
  } finally {
    await browser.close();
    await site.close();
  }
  return { pageCount: urls.length, ran, reports };
}

/** Pages in a row that lead on while the next is asked for: more than a site has. */
const LED_ON = 5;

/** Goes to a page; once more where the page before led on at the same moment. */
async function goTo(page: Page, url: string, tries = LED_ON): Promise<void> {
  try {
    await page.goto(url, { waitUntil: "load" });
  } catch (error) {
    if (tries === 0 || !(error as Error).message.includes("interrupted by another navigation")) throw error;
    await page.waitForLoadState("load");
    await goTo(page, url, tries - 1);
  }
}

function listPages(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".html") && statSync(join(folder, path)).size < PAGE_LIMIT)
    .sort()
    .map((path) => `/${encodeURI(path).replace(/[?#]/g, encodeURIComponent)}`);
}
