import { folderOf } from "../corpus/site-folder.ts";
import type { Site } from "../corpus/types.ts";
import { BRAND_URL } from "../page/families.ts";
import type { Views } from "../page/pages.ts";
import { brandCss } from "../page/palette.ts";
import { directionOf } from "../page/texts.ts";
import { queryRules } from "./redirects.ts";
import { isSitemap, sitemapFile } from "./sitemap.ts";

/** Colours of the address bar and the start screen: paper and ink of the light theme. */
const PAPER = "#fafcfb";
const INK = "#16211f";

/** Text of a site file by its address; "" for one that is not ours. */
export function siteFile(url: string, site: Site, views: Views): string {
  if (isSitemap(url)) return sitemapFile(url, site.url, views.byUrl.outlines);
  if (url === "/robots.txt") return `User-agent: *\nAllow: /\n\nSitemap: ${site.url}/sitemap.xml\n`;
  if (url === "/.well-known/security.txt") return securityText(site);
  if (url === "/site.webmanifest") return manifest(site);
  if (url === "/favicon.svg") return FAVICON;
  if (url === "/_redirects") return redirectRules(views, folderOf(site.url));
  if (url === BRAND_URL) return brandCss(site.brand);
  return "";
}

/** Whether the owner says whom to tell of a vulnerability, and until when that holds, which the standard requires. */
export function hasSecurityText({ security: { contact, expires } }: Site): boolean {
  return contact.length > 0 && expires !== null;
}

/** Where to report a vulnerability. @see RFC 9116 */
function securityText({ security, url, lang }: Site): string {
  const { contact, expires, policy } = security;
  return [
    ...contact.map((address) => `Contact: ${address}`),
    `Expires: ${expires}T00:00:00Z`,
    ...(policy === null ? [] : [`Policy: ${policy}`]),
    `Preferred-Languages: ${lang}`,
    `Canonical: ${url}/.well-known/security.txt`,
  ]
    .join("\n")
    .concat("\n");
}

function manifest({ title, description, lang, url }: Site): string {
  const folder = folderOf(url);
  const icons = [
    { src: `${folder}/favicon.svg`, sizes: "any", type: "image/svg+xml", purpose: "any maskable" },
  ];
  const colours = { background_color: PAPER, theme_color: INK };
  return `${JSON.stringify({ name: title, description, lang, dir: directionOf(lang), start_url: `${folder}/`, display: "browser", ...colours, icons }, null, 2)}\n`;
}

/** Rules for hosts that read `_redirects` (Netlify, Cloudflare Pages); pages of the same address stand in elsewhere. */
export function redirectRules(views: Views, folder = ""): string {
  const pages = views
    .ofKind("redirect")
    .map(({ url, target }) => `${folder}${encodeURI(url)} ${folder}${encodeURI(target)} 301\n`);
  return queryRules(views.redirects, folder) + pages.join("");
}

/** A slab V on a shelf. */
const FAVICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="${INK}" d="M0 0h32v32H0z"/><path fill="${PAPER}" d="M4 6h10v3h-2l4.500 11L21 9h-2V6h9v3h-2l-7.500 16h-4L7 9H4z"/><path fill="#f2a7bf" d="M4 27h24v2H4z"/></svg>
`;
