import type { Browser } from "playwright-core";

/** What a phone loads and says when it opens a page for the first time. Bytes are those of compressed bodies. */
export interface FirstView {
  /** All but images. */
  readonly totalBytes: number;
  readonly htmlBytes: number;
  readonly cssBytes: number;
  readonly scriptBytes: number;
  readonly fontBytes: number;
  readonly largestImageBytes: number;
  /** Images included. */
  readonly requests: number;
  /** Requests to other hosts. */
  readonly foreign: readonly string[];
  /** Console messages, errors of the page and what the content policy refused. */
  readonly messages: readonly string[];
  /** Inline scripts (data blocks aside), style elements, style attributes and handlers. */
  readonly inline: readonly string[];
}

/** Looks for what a strict content policy forbids; runs in the page. */
const FIND_INLINE = `[
  ...[...document.querySelectorAll("script:not([src])")].filter((one) => one.type !== "application/ld+json").map(() => "script"),
  ...[...document.querySelectorAll("style")].map(() => "style element"),
  ...[...document.querySelectorAll("*")].flatMap((one) => one.getAttributeNames().filter((name) => name === "style" || name.startsWith("on")).map((name) => one.localName + "[" + name + "]")),
]`;

/** Opens `url` on an empty cache, as a phone of 390 × 844 points does. */
export async function measureFirstView(
  browser: Browser,
  url: string,
  colorScheme: "light" | "dark" = "light",
): Promise<FirstView> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    colorScheme,
  });
  const page = await context.newPage();
  const messages: string[] = [];
  page.on("console", (message) => messages.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => messages.push(error.message));
  const loaded: { type: string; url: string; bytes: Promise<number> }[] = [];
  page.on("requestfinished", (request) =>
    loaded.push({
      type: request.resourceType(),
      url: request.url(),
      bytes: request.sizes().then(({ responseBodySize }) => responseBodySize),
    }),
  );
  await page.goto(url, { waitUntil: "networkidle" });
  const inline = (await page.evaluate(FIND_INLINE)) as string[];
  const all = await Promise.all(loaded.map(async (one) => ({ ...one, bytes: await one.bytes })));
  await context.close();
  const sum = (type: string): number =>
    all.filter((one) => one.type === type).reduce((total, { bytes }) => total + bytes, 0);
  const images = all.filter(({ type }) => type === "image").map(({ bytes }) => bytes);
  const total = all.reduce((bytes, one) => bytes + one.bytes, 0);
  return {
    totalBytes: total - images.reduce((bytes, one) => bytes + one, 0),
    htmlBytes: sum("document"),
    cssBytes: sum("stylesheet"),
    scriptBytes: sum("script"),
    fontBytes: sum("font"),
    largestImageBytes: Math.max(0, ...images),
    requests: all.length,
    foreign: all.map((one) => one.url).filter((one) => new URL(one).origin !== new URL(url).origin),
    messages: messages.filter((message) => !/404 \(Not Found\)/.test(message)),
    inline,
  };
}
