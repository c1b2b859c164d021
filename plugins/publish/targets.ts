import { caddyfile } from "./caddy.ts";
import { cloudFrontJson } from "./cloudfront.ts";
import { cloudFrontFunction } from "./cloudfront-function.ts";
import { type HeaderRule, rulesInFolder } from "./headers.ts";
import { netlifyHeaders, RULE_LIMIT } from "./netlify-headers.ts";
import { nginxFiles } from "./nginx.ts";
import { onlyExisting } from "./only-existing.ts";
import type { RedirectRule } from "./redirects.ts";
import { vercelJson } from "./vercel.ts";

/** A file that tells a host or server the site's headers. */
export interface TargetFile {
  readonly name: string;
  /** `output`: goes out with the site. `server`: is for the owner's server, and no reader's business. */
  readonly place: "output" | "server";
  readonly content: string;
}

/** Left out of what Wrangler uploads, in whichever folder of it the site lies. */
const WORKERS_IGNORE = ".vervain\n.assetsignore\n/vercel.json\n";

type Maker = (
  rules: readonly HeaderRule[],
  redirects: readonly RedirectRule[],
  folder: string,
  paths: readonly string[],
) => readonly TargetFile[];

const TARGETS = {
  _headers: (rules) => [{ name: "_headers", place: "output", content: netlifyHeaders(rules) }],
  workers: (rules, _, __, paths) => [
    { name: "_headers", place: "output", content: netlifyHeaders(onlyExisting(rules, paths, RULE_LIMIT)) },
    { name: ".assetsignore", place: "output", content: WORKERS_IGNORE },
  ],
  "vercel.json": (rules, redirects, folder) => [
    { name: "vercel.json", place: "output", content: vercelJson(rules, redirects, folder) },
  ],
  nginx: (rules, redirects, folder) => {
    const { maps, server, precompressed } = nginxFiles(rules, redirects, folder);
    return [
      { name: "vervain-maps.conf", place: "server", content: maps },
      { name: "vervain-headers.conf", place: "server", content: server },
      { name: "vervain-precompressed.conf", place: "server", content: precompressed },
    ];
  },
  caddy: (rules, redirects, folder) => [
    { name: "vervain-headers.caddy", place: "server", content: caddyfile(rules, redirects, folder) },
  ],
  cloudfront: (rules, redirects, folder) => [
    { name: "cloudfront.json", place: "server", content: cloudFrontJson(rules, folder) },
    { name: "cloudfront-function.js", place: "server", content: cloudFrontFunction(redirects) },
  ],
} as const satisfies Record<string, Maker>;

/** Hosts and servers that files are made for; `meta` writes into the pages instead, `manifest` lists all files at the end. */
export type Target = keyof typeof TARGETS | "meta" | "manifest";

export const TARGET_NAMES: readonly Target[] = [
  ...(Object.keys(TARGETS) as (keyof typeof TARGETS)[]),
  "meta",
  "manifest",
];

/**
 * The files of a target; none for `meta` and `manifest`.
 *
 * @param rules for paths of the site
 * @param redirects as readers ask for them
 * @param folder of its host in which the site lies: "/repo"; "" at the top
 * @param paths of all files of the site
 */
export function targetFiles(
  target: Target,
  rules: readonly HeaderRule[],
  redirects: readonly RedirectRule[] = [],
  folder = "",
  paths: readonly string[] = [],
): readonly TargetFile[] {
  if (!(target in TARGETS)) return [];
  const make = TARGETS[target as keyof typeof TARGETS] as Maker;
  return make(
    rulesInFolder(rules, folder),
    redirects,
    folder,
    paths.map((path) => folder + path),
  );
}
