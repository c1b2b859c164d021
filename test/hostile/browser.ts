import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
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
    await page.addInitScript(() => {
      const scope = globalThis as unknown as {
        ran: () => void;
        seen: string[];
        addEventListener: Window["addEventListener"];
      };
      scope.seen = [];
      scope.ran = () => void scope.seen.push("ran");
      scope.addEventListener("securitypolicyviolation", (event) =>
        scope.seen.push(`${event.effectiveDirective} ${event.blockedURI}`),
      );
    });
    page.on("dialog", (dialog) => dialog.dismiss());
    for (const url of urls) {
      await page.goto(site.origin + url, { waitUntil: "load" });
      const seen = await page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen);
      if (seen.includes("ran")) ran.push(url);
      reports.push(...seen.filter((one) => one !== "ran").map((one) => `${url}: ${one}`));
    }
  } finally {
    await browser.close();
    await site.close();
  }
  return { pageCount: urls.length, ran, reports };
}

function listPages(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".html") && statSync(join(folder, path)).size < PAGE_LIMIT)
    .sort()
    .map((path) => `/${encodeURI(path).replace(/[?#]/g, encodeURIComponent)}`);
}
