import type { CheckOptions, Finding, PageSource } from "../../plugins/check/index.ts";
import { checkSite, type Example } from "../../plugins/check/index.ts";

/** The day on which the tests take place. */
export const TODAY = "2026-06-01";
/** Where the pages of the examples stand. */
export const HERE = "https://example.org/page/";

const DEFAULT_HEAD: readonly (readonly [name: string, html: string])[] = [
  ["charset", `<meta charset="utf-8">`],
  ["viewport", `<meta name="viewport" content="width=device-width, initial-scale=1">`],
  ["<title", "<title>Massage for sleep</title>"],
  [
    'name="description"',
    `<meta name="description" content="How massage may help people who have trouble sleeping.">`,
  ],
  ['rel="canonical"', `<link rel="canonical" href="${HERE}">`],
];

/** The page of an example: decent in every other way. */
export function pageOf(example: Example): string {
  if (example.document !== undefined) return example.document;
  const head = DEFAULT_HEAD.filter(([name]) => example.head?.includes(name) !== true).map(([, html]) => html);
  const json = example.json ?? (example.graph === undefined ? null : jsonOf(example.graph));
  const script = json === null ? "" : `<script type="application/ld+json">${json}</script>`;
  return `<!doctype html>
<html lang="en"><head>${head.join("")}${example.head ?? ""}${script}</head>
<body><main>${example.html ?? "<h1>Massage for sleep</h1>"}</main></body></html>`;
}

function jsonOf(graph: object): string {
  const json = { "@context": "https://schema.org", ...(Array.isArray(graph) ? { "@graph": graph } : graph) };
  return JSON.stringify(json).replace(/</g, "\\u003c");
}

/** Findings on an example, checked as a small site at https://example.org/. */
export function checkExample(example: Example): Finding[] {
  return checkFiles({ "page/index.html": pageOf(example), ...example.files });
}

/** Checks files by path as a site. */
export function checkFiles(files: Readonly<Record<string, string>>, options: CheckOptions = {}): Finding[] {
  const all = Object.entries(files);
  const pages: PageSource[] = all
    .filter(([path]) => path.endsWith(".html"))
    .map(([path, html]) => ({ path, html }));
  const others = all.filter(([path]) => !path.endsWith(".html")).map(([path, text]) => ({ path, text }));
  return checkSite(pages, { url: "https://example.org/", today: TODAY, files: others, ...options });
}
