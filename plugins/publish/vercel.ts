import { groupHeaders } from "./groups.ts";
import type { HeaderRule, Headers } from "./headers.ts";
import { type PathPattern, patternSource } from "./paths.ts";
import { literal, onlyByHost, type RedirectRule } from "./redirects.ts";

/** Most redirects of one deployment. @see https://vercel.com/docs/limits */
const REDIRECT_LIMIT = 1024;

/** `vercel.json`: headers by paths that exclude each other, and addresses that end in a slash as the site's links do. */
export function vercelJson(
  rules: readonly HeaderRule[],
  moved: readonly RedirectRule[] = [],
  folder = "",
): string {
  const { everywhere, rest, groups } = groupHeaders(rules);
  // path-to-regexp reads a look-ahead inside a group as it is written.
  const { length } = patternSource(`${folder}/*`);
  const named = groups.flatMap(({ paths }) => paths).map((path) => patternSource(path).slice(length));
  const headers = [
    entry(`${folder}/(.*)`, everywhere),
    entry(`${folder}/((?!${named.join("|")}).*)`, rest),
    ...groups.flatMap((group) => group.paths.map((path) => entry(source(path), group.headers))),
  ];
  const redirects = (moved.length > REDIRECT_LIMIT ? onlyByHost(moved) : moved)
    .slice(0, REDIRECT_LIMIT)
    .map(leadOn);
  return `${JSON.stringify({ trailingSlash: true, headers, ...(redirects.length > 0 && { redirects }) }, null, 2)}\n`;
}

function leadOn({ from, query, to }: RedirectRule): object {
  const has = query.map((part) => {
    const [key = "", value = ""] = part.split("=");
    return { type: "query", key, value };
  });
  // A "." outside a group stands for itself, and so does what is escaped.
  const source = literal(from).replace(/\\\./g, ".").replace(/[:]/g, "\\$&");
  return { source, destination: to, statusCode: 301, ...(has.length > 0 && { has }) };
}

function source(path: PathPattern): string {
  return path.replace(/\*$/, "(.*)");
}

function entry(source: string, headers: Headers): object {
  return { source, headers: Object.entries(headers).map(([key, value]) => ({ key, value })) };
}
