import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parseSite, type SiteOptions } from "../../plugins/corpus/site.ts";
import type { Site } from "../../plugins/corpus/types.ts";

/** A site with every feature of ours off that changes headers. */
export const PLAIN: Site = siteWith({
  features: { search: false, feeds: true, themeSwitch: true, socialCards: true },
});

export function siteWith(options: SiteOptions): Site {
  return parseSite({ url: "https://example.org", ...options });
}

/** One file of every kind that has headers of its own. */
export const SAMPLE_FILES = [
  "index.html",
  "404.html",
  "massage/index.html",
  "assets/theme.ABCD2345.css",
  "images/night.png",
  "pictures/night-0a1b2c3d4e-480.avif",
  "favicon.svg",
  "feed.xml",
  "feed.json",
  "sitemap.xml",
  "robots.txt",
  "site.webmanifest",
  "vervain-speculation.json",
] as const;

/** Path as a browser asks for the file. */
export function addressOf(file: string): string {
  return `/${file.replace(/(^|\/)index\.html$/, "$1")}`;
}

/** A folder with {@link SAMPLE_FILES} in `_site`. */
export function makeSample(): string {
  const folder = mkdtempSync(join(tmpdir(), "vervain-publish-"));
  for (const file of SAMPLE_FILES) {
    const path = join(folder, "_site", file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, file);
  }
  return folder;
}

/** The code blocks of docs/deploy.md in one language, in order. */
export function snippets(language: string): readonly string[] {
  const page = readFileSync(new URL("../../docs/deploy.md", import.meta.url), "utf8");
  return page
    .split("\n```")
    .filter((part) => part.startsWith(`${language}\n`))
    .map((part) => part.slice(language.length + 1));
}
