import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Files of a small site by path. */
export type Files = Readonly<Record<string, string>>;

/** Name of the version's style sheet; as in a real build it changes with the version. */
function asset(version: number): string {
  return `assets/theme.AAAA${version}.css`;
}

/**
 * A small blog in its `version`: every page asks for that version's style
 * sheet; page `n` exists from version `n` on to version `n + 5` and is linked
 * from the home page, the feed, and its neighbours.
 */
export function blogFiles(version: number): Files {
  const pages = [version - 2, version - 1, version].filter((page) => page > 0);
  const links = pages.map((page) => `<a href="/page-${page}/">Page ${page}</a>`).join("\n");
  const html = (title: string): string =>
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><link rel="stylesheet" href="/${asset(version)}"></head><body>${links}<img src="/images/night.png" alt=""></body></html>`;
  return {
    [asset(version)]: `body{margin:${version}px}`,
    "images/night.png": "picture",
    "index.html": html(`Home ${version}`),
    "404.html": html("Not found"),
    ...Object.fromEntries(
      pages.map((page) => [`page-${page}/index.html`, html(`Page ${page} of ${version}`)]),
    ),
    "feed.xml": `<feed>${pages.map((page) => `<link href="/page-${page}/"/>`).join("")}</feed>`,
    "sitemap.xml": `<urlset>${pages.map((page) => `<loc>/page-${page}/</loc>`).join("")}</urlset>`,
  };
}

/** Writes the files as a built site. */
export function writeSite(folder: string, files: Files): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/**
 * What a reader who begins at the home page, the feed or the sitemap would find
 * broken: addresses that lead nowhere, each with where it stands. None is what is wanted.
 *
 * @param read text of a live file by path; null: it is not there
 */
export function brokenLinks(read: (path: string) => string | null): readonly string[] {
  const broken: string[] = [];
  const open = ["index.html", "feed.xml", "sitemap.xml"].filter((path) => read(path) !== null);
  const seen = new Set(open);
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    for (const [, attribute = "", text = ""] of (read(path) as string).matchAll(
      /(?:href|src)="([^"]+)"|<loc>([^<]+)</g,
    )) {
      const address = attribute || text;
      const to = `${address.slice(1)}${address.endsWith("/") ? "index.html" : ""}`;
      if (read(to) === null) broken.push(`${path}: ${address}`);
      else if (!seen.has(to)) {
        seen.add(to);
        if (to.endsWith(".html")) open.push(to);
      }
    }
  }
  return broken;
}
