import { groupHeaders } from "./groups.ts";
import type { HeaderRule, Headers } from "./headers.ts";
import { type PathPattern, patternSource } from "./paths.ts";

/** `vercel.json`: headers by paths that exclude each other, and addresses that end in a slash as the site's links do. */
export function vercelJson(rules: readonly HeaderRule[]): string {
  const { everywhere, rest, groups } = groupHeaders(rules);
  // path-to-regexp reads a look-ahead inside a group as it is written.
  const named = groups.flatMap(({ paths }) => paths).map((path) => patternSource(path).slice(2));
  const headers = [
    entry("/(.*)", everywhere),
    entry(`/((?!${named.join("|")}).*)`, rest),
    ...groups.flatMap((group) => group.paths.map((path) => entry(source(path), group.headers))),
  ];
  return `${JSON.stringify({ trailingSlash: true, headers }, null, 2)}\n`;
}

function source(path: PathPattern): string {
  return path.replace(/\*$/, "(.*)");
}

function entry(source: string, headers: Headers): object {
  return { source, headers: Object.entries(headers).map(([key, value]) => ({ key, value })) };
}
