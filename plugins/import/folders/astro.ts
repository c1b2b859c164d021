import { type AddressFacts, atCommas, type BlogKind, datedName, type Entry, MARKDOWN } from "./kind.ts";
import { assignedIn, firstOf, siteAddress } from "./settings.ts";
import { folderOf, nameOf, stemOf, type Tree } from "./tree.ts";
import { field, wordsOf } from "./values.ts";

const CONFIGS = ["mjs", "js", "ts", "mts", "cjs"].map((ending) => `astro.config.${ending}`);
const CONTENT = "src/content/";
const PAGES = "src/pages/";

/** A blog for Astro; null for other folders. */
export function astro(tree: Tree): BlogKind | null {
  const config = firstOf(tree, ...CONFIGS);
  if (config === null && !tree.files.some((path) => path.startsWith(CONTENT))) return null;
  const source = config === null ? "" : (tree.text(config) ?? "");
  const base = assignedIn(source, "base")?.replace(/^\/+|\/+$/g, "") ?? "";
  const site = siteAddress(assignedIn(source, "site"));
  const routes = routesOf(tree);
  const hasSlash = assignedIn(source, "trailingSlash") !== "never";
  const prefix = base === "" ? "" : `/${base}`;
  const pathOf = ({ entry, fields }: AddressFacts): string => {
    if (entry.path.startsWith(PAGES)) return withoutIndex(stemOf(entry.path.slice(PAGES.length)));
    const [collection = "", ...rest] = stemOf(entry.path.slice(CONTENT.length)).split("/");
    const slug = wordsOf(field(fields, "slug")) ?? slugged(withoutIndex(rest.join("/")));
    return `${routes.get(collection) ?? collection}/${slug}`;
  };
  return {
    source: "an Astro blog",
    url: site === null ? null : `${site}${prefix}`,
    title: constant(tree, "SITE_TITLE"),
    lang: null,
    zone: "UTC",
    author: null,
    rules: { zone: "UTC", splits: (_name, text) => atCommas(text), isList: () => false },
    tags: "none",
    isKramdown: false,
    hidesFuture: false,
    entryOf: (path) => entryOf(path),
    defaultsOf: () => ({}),
    addressOf: (facts) => `${prefix}/${pathOf(facts)}${hasSlash ? "/" : ""}`.replace(/\/{2,}/g, "/"),
    servedAt: (path) => (path.startsWith("public/") ? path.slice("public".length) : null),
    nameOf: (author) => author,
    lookUp: () => null,
    includeOf: () => null,
    feedIdOf: () => null,
  };
}

function entryOf(path: string): Entry | { readonly why: string } | null {
  if (!MARKDOWN.test(path) || !(path.startsWith(CONTENT) || path.startsWith(PAGES))) return null;
  // Names that begin with "_" are no entries. @see https://docs.astro.build/en/guides/content-collections/
  if (path.split("/").some((part) => part.startsWith("_")))
    return { why: 'with "_" before its name, which Astro passes by' };
  const stem = stemOf(path);
  const { date, slug } = datedName(nameOf(stem) === "index" ? nameOf(folderOf(stem)) : nameOf(stem));
  return { path, kind: path.startsWith(PAGES) ? "page" : null, isDraft: false, date, slug, lang: null };
}

/** Where pages of a collection stand: the folder of the route that asks for it. */
function routesOf(tree: Tree): ReadonlyMap<string, string> {
  const routes = new Map<string, string>();
  for (const path of tree.files) {
    if (!path.startsWith(PAGES) || !/\[[^\]]+\]\.astro$/.test(path)) continue;
    const folder = folderOf(path.slice(PAGES.length));
    if (folder.includes("[")) continue;
    for (const [, name = ""] of (tree.text(path) ?? "").matchAll(/getCollection\(\s*["']([\w-]+)["']/g))
      if (!routes.has(name)) routes.set(name, folder);
  }
  return routes;
}

function withoutIndex(path: string): string {
  return path.replace(/(?:^|\/)index$/, "");
}

/** Astro's ids are GitHub's slugs of each part of the path. */
function slugged(path: string): string {
  return path
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\s/-]/gu, "")
    .replace(/\s/g, "-");
}

function constant(tree: Tree, name: string): string | null {
  const path = firstOf(tree, "src/consts.ts", "src/consts.js");
  return path === null ? null : assignedIn(tree.text(path) ?? "", name);
}
