import { groupHeaders } from "./groups.ts";
import type { HeaderRule, Headers } from "./headers.ts";
import type { RedirectRule } from "./redirects.ts";

/**
 * A part of a Caddyfile, to import in the site's block. The matchers exclude
 * each other, because Caddy sorts directives by itself; `file` keeps a missing
 * file from being remembered for a year.
 */
export function caddyfile(
  rules: readonly HeaderRule[],
  redirects: readonly RedirectRule[] = [],
  folder = "",
): string {
  const { everywhere, rest, groups } = groupHeaders(rules);
  const named = groups.flatMap(({ paths }) => paths);
  return [
    header("", everywhere),
    `@vervain_rest not path ${named.join(" ")}\n`,
    header("@vervain_rest ", rest),
    ...groups.flatMap(({ name, paths, headers }) => [
      `@vervain_${name} {\n\tpath ${paths.join(" ")}\n\tfile\n}\n`,
      header(`@vervain_${name} `, headers),
    ]),
    `@vervain_hidden path ${HIDDEN.map((path) => folder + path).join(" ")}\nerror @vervain_hidden 404\n`,
    ...redirects.map(leadOn),
  ].join("");
}

const HIDDEN = ["/_headers", "/_redirects", "/vercel.json", "/.vervain", "/.vervain/*"];

function leadOn({ from, query, to }: RedirectRule, at: number): string {
  const asked = query.length > 0 ? `\tquery ${query.join(" ")}\n` : "";
  return `@vervain_moved_${at} {\n\tpath ${JSON.stringify(from)}\n${asked}}\nredir @vervain_moved_${at} ${to} 301\n`;
}

function header(matcher: string, headers: Headers): string {
  const lines = Object.entries(headers).map(
    ([name, value]) => `\t${name} "${value.replace(/["\\]/g, "\\$&")}"\n`,
  );
  return `header ${matcher}{\n${lines.join("")}}\n`;
}
