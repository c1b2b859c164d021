import { SetupError } from "../problem.ts";
import { type HeaderRule, isSiteWide } from "./headers.ts";

/** First line of the file; one without it is the owner's. */
export const HEADERS_MARK = "# Made by Vervain at each build.";
/** Cloudflare reads no more rules than this. */
export const RULE_LIMIT = 100;
/** … and no longer lines, in characters. */
const LINE_LIMIT = 2000;

/**
 * `_headers` for Netlify and Cloudflare Pages.
 *
 * Of two rules that match, Netlify takes the last one's header and Cloudflare
 * joins both with a comma, unless `! Name` detaches the first; Netlify passes
 * over that line. `Cache-Control`, where a joined value would do harm, has no
 * site-wide rule at all: unasked, both hosts send pages with
 * `public, max-age=0, must-revalidate`.
 *
 * @throws {RangeError} above the hosts' limits of 100 rules and 2,000 characters a line
 */
export function netlifyHeaders(rules: readonly HeaderRule[]): string {
  const site = rules.find(isSiteWide)?.headers ?? {};
  const blocks = rules.flatMap((rule) => rule.paths.map((path) => block(path, rule, site)));
  const text = `${HEADERS_MARK}\n\n${blocks.join("\n")}`;
  const longest = Math.max(...text.split("\n").map(({ length }) => length));
  if (blocks.length > RULE_LIMIT || longest > LINE_LIMIT)
    throw new SetupError(
      `publish: _headers: expected at most ${RULE_LIMIT} rules and ${LINE_LIMIT} characters a line, received ${blocks.length} and ${longest}.`,
    );
  return text;
}

function block(path: string, rule: HeaderRule, site: HeaderRule["headers"]): string {
  const isSite = isSiteWide(rule);
  const lines = Object.entries(rule.headers)
    .filter(([name]) => !isSite || name !== "Cache-Control")
    .flatMap(([name, value]) => {
      const isDetached = !isSite && name in site && name !== "Cache-Control";
      return [...(isDetached ? [`  ! ${name}`] : []), `  ${name}: ${value}`];
    });
  return `${[path, ...lines].join("\n")}\n`;
}
