import type { InlineCode, Resource } from "./facts.ts";

type Attributes = Readonly<Record<string, string>>;

/** Attributes that hold an address, by tag; `true`: fetched with the page. */
const ADDRESSES: ReadonlyMap<string, readonly (readonly [attribute: string, isLoaded: boolean])[]> = new Map([
  ["img", [["src", true]]],
  ["script", [["src", true]]],
  ["iframe", [["src", true]]],
  ["source", [["src", true]]],
  [
    "video",
    [
      ["src", true],
      ["poster", true],
    ],
  ],
  ["audio", [["src", true]]],
  ["track", [["src", true]]],
  ["embed", [["src", true]]],
  ["object", [["data", true]]],
  ["input", [["src", true]]],
  ["form", [["action", false]]],
  ["area", [["href", false]]],
]);

/** Kinds of `<link>` whose target is fetched with the page. */
const LOADED_LINKS =
  /(^|\s)(stylesheet|icon|apple-touch-icon|manifest|preload|modulepreload|mask-icon)(\s|$)/i;
/** Kinds of `<link>` that name a page or a file of the site. */
const NAMED_LINKS = /(^|\s)(alternate|next|prev|author|license|search|help|me)(\s|$)/i;
/** `<meta>` names whose content is an address. */
const ADDRESS_METAS =
  /^(og:image(:url|:secure_url)?|og:url|twitter:image(:src)?|og:video(:url)?|og:audio(:url)?)$/i;

/** Addresses an element loads or names. Page links (`<a href>`) are not among them. */
export function resourcesOf(tag: string, attributes: Attributes): readonly Resource[] {
  if (tag === "link") return linkResources(attributes);
  if (tag === "meta") return metaResources(attributes);
  const named = ADDRESSES.get(tag);
  const hasSet = attributes.srcset !== undefined && (tag === "img" || tag === "source");
  if (named === undefined && !hasSet) return NONE;
  const found: Resource[] = [];
  for (const [attribute, isLoaded] of named ?? []) {
    const address = attributes[attribute];
    if (address !== undefined) found.push({ address, where: `${tag} ${attribute}`, isLoaded });
  }
  if (hasSet) {
    for (const address of srcsetAddresses(attributes.srcset!)) {
      found.push({ address, where: `${tag} srcset`, isLoaded: true });
    }
  }
  return found;
}

const NONE: readonly never[] = [];

function linkResources(attributes: Attributes): readonly Resource[] {
  const rel = (attributes.rel ?? "").toLowerCase();
  if (attributes.href === undefined) return NONE;
  const isLoaded = LOADED_LINKS.test(rel);
  if (!isLoaded && !NAMED_LINKS.test(rel)) return NONE;
  return [{ address: attributes.href, where: `link ${rel}`, isLoaded }];
}

function metaResources(attributes: Attributes): readonly Resource[] {
  const name = attributes.property ?? attributes.name ?? "";
  if (!ADDRESS_METAS.test(name) || attributes.content === undefined) return NONE;
  return [{ address: attributes.content, where: `meta ${name}`, isLoaded: false }];
}

/** No image has more sizes than this. */
const SRCSET_LIMIT = 100;

/** Addresses in a `srcset`; descriptors are dropped. */
export function srcsetAddresses(srcset: string): readonly string[] {
  if (srcset === "") return NONE;
  const found: string[] = [];
  for (const match of srcset.matchAll(/(?:^|,\s+|(?<=[wx]),)\s*([^\s,][^\s]*)/g)) {
    const address = match[1]!.replace(/,+$/, "");
    if (address !== "") found.push(address);
    if (found.length >= SRCSET_LIMIT) break;
  }
  return found;
}

/** Event handlers and `style` attributes, and `javascript:` addresses. */
export function inlineCodeOf(tag: string, attributes: Attributes): readonly InlineCode[] {
  let found: InlineCode[] | null = null;
  for (const name in attributes) {
    const isHandler = name.startsWith("on") && name.length > 3;
    const isScriptAddress =
      (name === "href" || name === "src" || name === "action") && isScript(attributes[name]!);
    if (!isHandler && !isScriptAddress && name !== "style") continue;
    found ??= [];
    found.push({ what: isScriptAddress ? `${tag} ${name}="javascript:"` : `${tag} ${name}=` });
  }
  return found ?? NONE;
}

/** Browsers skip white space and control characters before and inside the scheme. */
function isScript(address: string): boolean {
  return address.length > 10 && /^javascript:/i.test(address.slice(0, 40).replace(/[^a-z:]/gi, ""));
}
