import { createRequire } from "node:module";
import type * as htmlparser2 from "htmlparser2";
import type { PicturePolicy } from "../picture-policy.ts";

const require = createRequire(import.meta.url);

/** Ports that an address has without naming one, by scheme. */
const PORTS: Readonly<Record<string, string>> = { "http:": "80", "https:": "443" };

/**
 * Which pictures a content policy lets browsers load.
 *
 * @param policy the header's value; "" where none is sent
 * @param siteUrl where the site is served
 * @see https://www.w3.org/TR/CSP3/#match-url-to-source-expression
 */
export function picturePolicy(policy: string, siteUrl: string): PicturePolicy {
  const directives = new Map(
    policy.split(";").map((part) => {
      const [name = "", ...sources] = part.trim().split(/\s+/);
      return [name.toLowerCase(), sources] as const;
    }),
  );
  const sources = directives.get("img-src") ?? directives.get("default-src");
  const self = new URL(siteUrl);
  const isUpgraded = directives.has("upgrade-insecure-requests");
  return {
    loads: (src) => {
      if (sources === undefined || !URL.canParse(src, siteUrl)) return true;
      const url = new URL(src, siteUrl);
      if (isUpgraded && url.protocol === "http:") url.protocol = "https:";
      return sources.some((source) => matches(source, url, self));
    },
  };
}

function matches(source: string, url: URL, self: URL): boolean {
  if (source === "'self'") return url.host === self.host && isUpgrade(self.protocol, url.protocol);
  if (source === "*") return url.protocol in PORTS;
  const scheme = /^([a-z][a-z0-9+.-]*:)$/i.exec(source)?.[1]?.toLowerCase();
  if (scheme !== undefined) return isUpgrade(scheme, url.protocol);
  const host = /^(?:([a-z][a-z0-9+.-]*:)\/\/)?([^/:]+)(?::(\d+|\*))?(\/[^?#]*)?$/i.exec(source);
  if (host === null) return false;
  const [, wanted = self.protocol, name = "", port, path = ""] = host;
  return (
    isUpgrade(wanted.toLowerCase(), url.protocol) &&
    isHost(name.toLowerCase(), url.hostname) &&
    isPort(port, url) &&
    isBelow(path, url.pathname)
  );
}

/** A policy that names `http:` lets `https:` through too. */
function isUpgrade(wanted: string, protocol: string): boolean {
  return protocol === wanted || (wanted === "http:" && protocol === "https:");
}

function isHost(wanted: string, hostname: string): boolean {
  return wanted.startsWith("*.") ? hostname.endsWith(wanted.slice(1)) : hostname === wanted;
}

function isPort(wanted: string | undefined, { port, protocol }: URL): boolean {
  return wanted === "*" || (port || PORTS[protocol]) === (wanted ?? PORTS[protocol]);
}

/** A path that ends with "/" names all below it, any other itself. */
function isBelow(path: string, pathname: string): boolean {
  return path === "" || (path.endsWith("/") ? pathname.startsWith(path) : pathname === path);
}

/** Addresses of a page's pictures that the policy stops, each host once ("https://img.example.org"). */
export function stoppedPictures(html: string, policy: PicturePolicy): readonly string[] {
  const hosts = new Set<string>();
  const note = (src: string | undefined): void => {
    if (src === undefined || src.trim() === "" || policy.loads(src.trim())) return;
    hosts.add(originOf(src.trim()));
  };
  const { Parser } = require("htmlparser2") as typeof htmlparser2;
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (name === "img") note(attributes.src);
    },
  });
  parser.end(html);
  return [...hosts];
}

/** Of what a policy names: browsers ask for `http:` by `https:` on a site that is served so. */
function originOf(src: string): string {
  const { protocol, host } = new URL(src, "https://site.invalid");
  return host === "" ? protocol : `https://${host}`;
}

/**
 * What to tell the owner of pages whose pictures the policy would stop; null: there are none.
 *
 * @param pages hosts that are not let through, by the page's path
 */
export function wordStoppedPictures(pages: ReadonlyMap<string, readonly string[]>): string | null {
  const [first] = pages.keys();
  if (first === undefined) return null;
  const hosts = [...new Set([...pages.values()].flat())].sort();
  const more = pages.size > 1 ? ` and ${pages.size - 1} more` : "";
  return `publish: ${first}${more}: expected pictures of this site, received pictures of other hosts, which the policy stops: readers see a gap. Save them in the site, or let their hosts through: publish: { needs: [{ "img-src": ${JSON.stringify(hosts)} }] }`;
}
