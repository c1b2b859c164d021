import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { headerRules, headersFor } from "../../plugins/publish/headers.ts";
import { SPECULATION_PATH, speculationRules } from "../../plugins/publish/speculation.ts";
import { openBrowser } from "../browser.ts";
import { PLAIN } from "./sample.ts";

/** Milliseconds for which a pointer rests on a link: browsers wait a fifth of a second. */
const REST = 700;

test("speculation: under the strict policy Chromium fetches the page behind a link, before it is asked for, and no file", async () => {
  const rules = headerRules(PLAIN, { speculation: true });
  const content = speculationRules(headersFor(rules, "/"), "");
  assert.ok(content);
  const seen: string[] = [];
  const server = createServer(({ url = "", headers: { "sec-purpose": purpose = "" } }, response) => {
    seen.push(`${url} ${purpose}`.trim());
    const sent = { ...headersFor(rules, url.replace(/\?.*/, "")) };
    // The test's host has no HTTPS.
    delete sent["Strict-Transport-Security"];
    sent["Content-Security-Policy"] =
      sent["Content-Security-Policy"]?.replace("; upgrade-insecure-requests", "") ?? "";
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", ...sent });
    const links = ["/a/", "/b/?utm_source=x", "/feed.xml", "/images/a.png"];
    response.end(
      url === SPECULATION_PATH
        ? content
        : `<!doctype html><title>A</title>${links.map((href) => `<p><a href="${href}">${href}</a></p>`).join("")}`,
    );
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await openBrowser({ npm: true });
  try {
    const page = await browser.newPage();
    await page.goto(`${origin}/`);
    for (const name of ["/a/", "/b/", "/feed.xml", "/images/a.png"]) {
      await page.hover(`a[href^="${name}"]`);
      await page.waitForTimeout(REST);
    }
    assert.equal(
      seen.filter((line) => !line.startsWith("/favicon")),
      ["/", SPECULATION_PATH, "/a/ prefetch", "/b/?utm_source=x prefetch"],
    );
    await page.click('a[href="/a/"]');
    await page.waitForURL(`${origin}/a/`);
    const [type] = await page.evaluate(() =>
      performance
        .getEntriesByType("navigation")
        .map((entry) => (entry as { deliveryType?: string }).deliveryType),
    );
    assert.is(type, "navigational-prefetch");
    assert.not.ok(seen.includes("/a/"), "it was not asked for again");
  } finally {
    await browser.close();
    server.close();
  }
});

test.run();
