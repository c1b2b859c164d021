import { parseJson } from "../files/json.ts";
import { needsRule } from "../page/standing.ts";
import { type Problem, quote } from "../problem.ts";

/** Old paths of a site and where they lead, or what is wrong with the file. */
export interface Redirects {
  readonly redirects: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
}

/** A path on the site; an old one may have a query, which only rules of the host can answer. */
const PATH = /^\/(?!\/)[^\\#<>"|\p{Cc}]*$/u;

/** Reads `redirects.json`: `{ "/old/": "/new/", "/?p=12": "/rest/" }`; null stands for no file, a problem for one that cannot be read. */
export function readRedirects(file: string, text: string | Problem | null): Redirects {
  if (text === null) return { redirects: new Map(), problems: [] };
  if (typeof text !== "string") return { redirects: new Map(), problems: [text] };
  const parsed = parseJson(text);
  if ("fault" in parsed) {
    const message = `expected JSON, received a fault (${parsed.fault}).`;
    const problem = { file, line: parsed.line, field: "redirects", message, severity: "error" } as const;
    return { redirects: new Map(), problems: [problem] };
  }
  const { value } = parsed;
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return fail(file, text, "", 'expected old paths and where they lead: { "/old/": "/new/" }.');
  const redirects = new Map<string, string>();
  const problems: Problem[] = [];
  for (const [from, to] of Object.entries(value)) {
    const isTarget = typeof to === "string" && PATH.test(to) && !to.includes("?");
    if (PATH.test(from) && isTarget && from !== to) redirects.set(from, to);
    else
      problems.push(
        ...fail(
          file,
          text,
          from,
          `expected a path of this site and another one, received ${quote(`${from}: ${String(to)}`)}.`,
        ).problems,
      );
  }
  return { redirects, problems };
}

function fail(file: string, text: string, key: string, message: string): Redirects {
  const at = key === "" ? -1 : text.indexOf(JSON.stringify(key));
  const line = at < 0 ? 1 : text.slice(0, at).split("\n").length;
  return {
    redirects: new Map(),
    problems: [{ file, line, field: key || "redirects", message, severity: "error" }],
  };
}

/** Lines of `_redirects` for old addresses that no page can stand for, as Netlify reads them: "/ p=12 /rest/ 301". */
export function queryRules(redirects: ReadonlyMap<string, string>, folder = ""): string {
  return [...redirects]
    .filter(([from]) => needsRule(from))
    .map(([from, to]) => {
      const [path = "/", query = ""] = from.split("?");
      const words = [folder + encodeURI(path), ...query.split("&"), folder + encodeURI(to), "301"];
      return `${words.filter(Boolean).join(" ")}\n`;
    })
    .join("");
}
