import { addressKey, hostOf, parseUrl } from "../urls.ts";
import type { PageFacts } from "./facts.ts";

const linkKeysOf = new WeakMap<PageFacts, ReadonlySet<string>>();

/** Keys of all visible links of the page, made once. */
function linkKeys(page: PageFacts, url: string): ReadonlySet<string> {
  const known = linkKeysOf.get(page);
  if (known !== undefined) return known;
  const base = page.base === null ? url : (parseUrl(page.base, url)?.href ?? url);
  const made = new Set<string>();
  for (const { href, isVisible } of page.links) if (isVisible) made.add(linkKey(href, base));
  linkKeysOf.set(page, made);
  return made;
}

/** For comparing links: host without `www.`, path without `index.html` and `.html`. */
export function linkKey(address: string, base: string): string {
  const host =
    // What a URL would write otherwise (睡眠, {, a blank) goes the long way.
    /^\/(?!\/)[\w!#$%&'()*+,./:;=?@~-]*$/.test(address) && !address.includes("..")
      ? base.match(/^https?:\/\/[^/]+/i)?.[0]
      : undefined;
  const href = host === undefined ? (parseUrl(address, base)?.href ?? address) : host + address;
  return addressKey(href.replace(/\/index\.html?(?=$|[?#])/i, "/").replace(/\.html?(?=$|[?#])/i, ""));
}

/** True when a visible link of the page leads to the address; a fragment may be missing on either side. */
export function linksTo(page: PageFacts, url: string, address: string): boolean {
  const keys = linkKeys(page, url);
  const key = linkKey(address, url);
  return keys.has(key) || keys.has(key.replace(/#.*$/s, "")) || isDoiLinked(keys, address);
}

/** A DOI is one address at doi.org and at dx.doi.org. */
function isDoiLinked(keys: ReadonlySet<string>, address: string): boolean {
  const host = hostOf(address);
  if (host !== "doi.org" && host !== "dx.doi.org") return false;
  const path = parseUrl(address)?.pathname.toLowerCase() ?? "";
  return [...keys].some((key) => /^\/\/(?:dx\.)?doi\.org\//.test(key) && key.toLowerCase().endsWith(path));
}

/** Stem of an image file: no folder, no size, no hash, no ending. "img/massage-800x600.webp" → "massage". */
export function imageStem(address: string): string {
  const file =
    address
      .replace(/[?#].*$/s, "")
      .split("/")
      .pop() ?? "";
  return file
    .toLowerCase()
    .replace(/\.[a-z0-9]{2,5}$/, "")
    .replace(/(?:[-_.@](?:\d{2,5}w?|\d{2,5}x\d{2,5}|[1-4]x|scaled|large|small|medium|full))+$/, "");
}

/** How the page shows an image: as `<img>` (any size of it), only as a preview for sharing, or not at all. */
export function imageShown(page: PageFacts, url: string, address: string): "shown" | "preview" | "absent" {
  const [key, stem] = [linkKey(address, url), imageStem(address)];
  const isIt = (other: string) =>
    linkKey(other, url) === key || (stem.length > 2 && imageStem(other) === stem);
  if (page.images.some((image) => image.isVisible && image.addresses.some(isIt))) return "shown";
  const previews = ["og:image", "og:image:url", "twitter:image"].flatMap(
    (name) => page.metas.get(name) ?? [],
  );
  if (previews.some(isIt)) return "preview";
  const isNamed = page.resources.some(
    (resource) => /^(?:video poster|link preload|source src)/.test(resource.where) && isIt(resource.address),
  );
  return isNamed || page.links.some((link) => link.isVisible && isIt(link.href)) ? "shown" : "absent";
}
