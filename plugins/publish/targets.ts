import { caddyfile } from "./caddy.ts";
import { cloudFrontJson } from "./cloudfront.ts";
import type { HeaderRule } from "./headers.ts";
import { netlifyHeaders } from "./netlify-headers.ts";
import { nginxFiles } from "./nginx.ts";
import { vercelJson } from "./vercel.ts";

/** A file that tells a host or server the site's headers. */
export interface TargetFile {
  readonly name: string;
  /** `output`: goes out with the site. `server`: is for the owner's server, and no reader's business. */
  readonly place: "output" | "server";
  readonly content: string;
}

const TARGETS = {
  _headers: (rules) => [{ name: "_headers", place: "output", content: netlifyHeaders(rules) }],
  "vercel.json": (rules) => [{ name: "vercel.json", place: "output", content: vercelJson(rules) }],
  nginx: (rules) => {
    const { maps, server } = nginxFiles(rules);
    return [
      { name: "vervain-maps.conf", place: "server", content: maps },
      { name: "vervain-headers.conf", place: "server", content: server },
    ];
  },
  caddy: (rules) => [{ name: "vervain-headers.caddy", place: "server", content: caddyfile(rules) }],
  cloudfront: (rules) => [{ name: "cloudfront.json", place: "server", content: cloudFrontJson(rules) }],
} as const satisfies Record<string, (rules: readonly HeaderRule[]) => readonly TargetFile[]>;

/** Hosts and servers that files are made for; `meta` writes into the pages instead. */
export type Target = keyof typeof TARGETS | "meta";

export const TARGET_NAMES: readonly Target[] = [
  ...(Object.keys(TARGETS) as (keyof typeof TARGETS)[]),
  "meta",
];

/** The files of a target; none for `meta`. */
export function targetFiles(target: Target, rules: readonly HeaderRule[]): readonly TargetFile[] {
  return target === "meta" ? [] : TARGETS[target](rules);
}
