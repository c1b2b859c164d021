import { type HeaderRule, type Headers, isSiteWide } from "./headers.ts";
import type { PathPattern } from "./paths.ts";

/** Paths that get the same headers. */
export interface HeaderGroup {
  readonly name: string;
  readonly paths: readonly PathPattern[];
  readonly headers: Headers;
}

/** The rules, told so that no header of a path is set by two of them. */
export interface HeaderGroups {
  /** Headers that are the same on every path. */
  readonly everywhere: Headers;
  /** The other headers of a path that no group names. */
  readonly rest: Headers;
  /** The other headers of the paths in a group, whole. */
  readonly groups: readonly HeaderGroup[];
}

/** Splits the rules for hosts on which the order of two rules for one header is not to be relied on. */
export function groupHeaders(rules: readonly HeaderRule[]): HeaderGroups {
  const site = Object.entries(rules.find(isSiteWide)?.headers ?? {});
  const own = rules.filter((rule) => !isSiteWide(rule));
  const varying = new Set(own.flatMap(({ headers }) => Object.keys(headers)));
  const rest = Object.fromEntries(site.filter(([name]) => varying.has(name)));
  return {
    everywhere: Object.fromEntries(site.filter(([name]) => !varying.has(name))),
    rest,
    groups: own.map((rule) => ({ ...rule, headers: { ...rest, ...rule.headers } })),
  };
}
