import { type AddressFacts, atCommas, type BlogKind, datedName, type Entry, MARKDOWN } from "./kind.ts";
import { datePlaceholders } from "./placeholders.ts";
import { firstOf, settingsIn, siteAddress } from "./settings.ts";
import { folderOf, nameOf, stemOf, type Tree } from "./tree.ts";
import { at, type Fields, field, listOf, mapOf, wordsOf } from "./values.ts";

/** Jekyll's names for patterns of addresses. @see https://jekyllrb.com/docs/permalinks/#built-in-formats */
const STYLES: Readonly<Record<string, string>> = {
  date: "/:categories/:year/:month/:day/:title:output_ext",
  pretty: "/:categories/:year/:month/:day/:title/",
  ordinal: "/:categories/:year/:y_day/:title:output_ext",
  weekdate: "/:categories/:year/W:week/:short_day/:title:output_ext",
  none: "/:categories/:title:output_ext",
};

/** A blog for Jekyll; null for other folders. */
export function jekyll(tree: Tree): BlogKind | null {
  const config = firstOf(tree, "_config.yml", "_config.yaml", "_config.toml");
  if (config === null && !tree.files.some((path) => /(?:^|\/)_posts\//.test(path))) return null;
  return new Jekyll(tree, config === null ? {} : settingsIn(tree, config));
}

interface Scope {
  readonly path: string;
  readonly type: string;
  readonly values: Fields;
}

class Jekyll implements BlogKind {
  readonly source = "a Jekyll blog";
  readonly tags = "liquid";
  readonly isKramdown = true;
  readonly hidesFuture: boolean;
  readonly url: string | null;
  readonly title: string | null;
  readonly lang: string | null;
  readonly zone: string;
  readonly author: string | null;
  readonly rules: BlogKind["rules"];
  private readonly tree: Tree;
  private readonly config: Fields;
  private readonly base: string;
  private readonly collections: ReadonlyMap<string, Fields>;
  private readonly scopes: readonly Scope[];
  private readonly people: Fields;

  constructor(tree: Tree, config: Fields) {
    this.tree = tree;
    this.config = config;
    this.base = (wordsOf(field(config, "baseurl")) ?? "").replace(/\/+$/, "");
    const host = siteAddress(field(config, "url")) ?? hostInFile(tree);
    this.url = host === null ? null : `${host}${this.base}`;
    this.title = wordsOf(field(config, "title"));
    this.lang = wordsOf(field(config, "lang", "locale"))?.replace("_", "-") ?? null;
    this.zone = wordsOf(field(config, "timezone")) ?? "UTC";
    const author = field(config, "author");
    this.people = settingsIn(
      tree,
      firstOf(tree, "_data/authors.yml", "_data/authors.yaml", "_data/authors.json") ?? "",
    );
    this.author = wordsOf(author) ?? wordsOf(at(mapOf(author), "name"));
    this.hidesFuture = field(config, "future") !== true;
    this.rules = { zone: this.zone, splits, isList: () => false };
    this.collections = collectionsOf(field(config, "collections"));
    this.scopes = listOf(field(config, "defaults")).map(scopeOf);
  }

  entryOf(path: string): Entry | { readonly why: string } | null {
    const isPage = MARKDOWN.test(path) || /\.html?$/i.test(path);
    if (!isPage || this.isExcluded(path)) return null;
    const collection = this.collectionOf(path);
    const name = nameOf(stemOf(path));
    const { date, slug } = datedName(name);
    const entry = { path, isDraft: false, date, slug, lang: null };
    if (collection === "posts")
      return date === null
        ? { why: "a file of _posts without a date in its name, which Jekyll passes by" }
        : { ...entry, kind: "article" };
    if (collection === "drafts") return { ...entry, kind: "article", isDraft: true };
    const folder = path.split("/").find((part) => part.startsWith("_"));
    if (collection === null && folder !== undefined) return null;
    if (collection !== null && at(this.collections.get(collection) ?? {}, "output") !== true)
      return { why: `of the collection "${collection}", which the source gives no pages` };
    const hasHeader = (this.tree.text(path) ?? "").startsWith("---");
    if (!hasHeader)
      return MARKDOWN.test(path) ? { why: "without front matter: no page at the source" } : null;
    return { ...entry, kind: collection === null ? "page" : null };
  }

  private isExcluded(path: string): boolean {
    const excluded = [
      "node_modules",
      "vendor",
      "_site",
      "Gemfile",
      ...listOf(field(this.config, "exclude")).map(String),
    ];
    return (
      excluded.some((name) => path === name || path.startsWith(`${name.replace(/\/+$/, "")}/`)) ||
      path.split("/").some((part) => /^[.#~]/.test(part))
    );
  }

  /** "posts", "drafts", or a collection of the owner's; null for a page. */
  private collectionOf(path: string): string | null {
    const folders = folderOf(path).split("/");
    if (folders.includes("_posts")) return "posts";
    if (folders.includes("_drafts")) return "drafts";
    const root = wordsOf(field(this.config, "collectionsdir"))?.replace(/^\/+|\/+$/g, "") ?? "";
    const [first = ""] = (root === "" ? path : path.slice(root.length + 1)).split("/");
    const name = first.slice(1);
    return first.startsWith("_") && this.collections.has(name) ? name : null;
  }

  defaultsOf(path: string): Fields {
    const type = this.collectionOf(path) ?? "pages";
    const matching = this.scopes.filter(
      (scope) => (scope.type === "" || scope.type === type) && isIn(path, scope.path),
    );
    return Object.assign(
      {},
      ...matching.sort((a, b) => a.path.length - b.path.length).map(({ values }) => values),
    );
  }

  addressOf(facts: AddressFacts): string | null {
    const { entry, fields } = facts;
    const pattern = this.patternOf(entry.path, fields);
    const path = pattern === null ? this.pagePath(entry.path) : fill(pattern, this.valuesOf(facts));
    return `${this.base}/${path}`.replace(/\/{2,}/g, "/");
  }

  private patternOf(path: string, fields: Fields): string | null {
    const own = wordsOf(field(fields, "permalink"));
    const collection = this.collectionOf(path);
    if (own !== null) return STYLES[own] ?? own;
    if (collection === null) return null;
    const ofCollection = wordsOf(at(this.collections.get(collection) ?? {}, "permalink"));
    const site = wordsOf(field(this.config, "permalink"));
    if (ofCollection !== null) return STYLES[ofCollection] ?? ofCollection;
    if (collection === "posts" || collection === "drafts") return STYLES[site ?? "date"] ?? site;
    const isPretty = site !== null && (site === "pretty" || site.endsWith("/"));
    return `/:collection/:path${isPretty ? "/" : ":output_ext"}`;
  }

  /** Pages lie where their files do; they are folders where posts are. */
  private pagePath(path: string): string {
    const stem = stemOf(path);
    if (nameOf(stem) === "index") return folderOf(stem) === "" ? "" : `${folderOf(stem)}/`;
    const site = wordsOf(field(this.config, "permalink")) ?? "date";
    return site === "pretty" || site.endsWith("/") ? `${stem}/` : `${stem}.html`;
  }

  private valuesOf({ entry, fields, date, categories }: AddressFacts): Readonly<Record<string, string>> {
    const collection = this.collectionOf(entry.path) ?? "";
    const slug = wordsOf(field(fields, "slug"));
    const folder = collection === "posts" ? folderOf(entry.path).split("_posts")[0]! : "";
    const above = folder.split("/").filter((part) => part !== "" && !part.startsWith("_"));
    const all = [...new Set([...above, ...categories].map((one) => one.toLowerCase()))];
    return {
      ...(date === null ? {} : datePlaceholders(date, this.zone)),
      title: pretty(slug ?? entry.slug),
      slug: plain(slug ?? entry.slug),
      name: plain(nameOf(stemOf(entry.path))),
      path: stemOf(entry.path.slice(entry.path.indexOf(`_${collection}/`) + collection.length + 2)),
      basename: nameOf(stemOf(entry.path)),
      collection,
      categories: all.join("/"),
      slugified_categories: [...new Set(all.map(plain))].join("/"),
      output_ext: ".html",
    };
  }

  servedAt(path: string): string | null {
    const isHidden = path.split("/").some((part) => /^[._]/.test(part));
    return isHidden || this.isExcluded(path) ? null : `/${path}`;
  }

  nameOf(author: string): string {
    const person = this.people[author];
    return wordsOf(person) ?? wordsOf(field(mapOf(person), "name", "displayname")) ?? author;
  }

  lookUp(expression: string): string | null {
    if (expression === "site.url") return siteAddress(field(this.config, "url")) ?? "";
    if (expression === "site.baseurl") return this.base;
    if (!expression.startsWith("site.")) return null;
    return wordsOf(at(this.config, ...expression.slice(5).toLowerCase().replace(/[-_]/g, "").split(".")));
  }

  includeOf(name: string): string | null {
    const path = `_includes/${name}`;
    return this.tree.files.includes(path) ? this.tree.text(path) : null;
  }

  /** jekyll-feed names an entry by its folder and slug, without the ending. */
  feedIdOf(facts: AddressFacts): string | null {
    const plugins = [field(this.config, "plugins"), field(this.config, "gems")].flat().map(String);
    const address = this.addressOf(facts);
    if (!plugins.includes("jekyll-feed") || address === null || this.url === null) return null;
    const { origin } = new URL(this.url);
    const folder = address.replace(/\/$/, "").replace(/[^/]*$/, "");
    const slug = wordsOf(field(facts.fields, "slug")) ?? facts.entry.slug;
    return encodeURI(`${origin}${folder}${slug}`);
  }
}

/** The host that GitHub Pages reads from a file. */
function hostInFile(tree: Tree): string | null {
  const name = tree.files.includes("CNAME") ? tree.text("CNAME")?.trim().split(/\s/)[0] : undefined;
  return name ? siteAddress(`https://${name}`) : null;
}

function collectionsOf(value: unknown): ReadonlyMap<string, Fields> {
  if (Array.isArray(value)) return new Map(value.map((name) => [String(name), {}]));
  return new Map(Object.entries(mapOf(value)).map(([name, options]) => [name, mapOf(options)]));
}

function scopeOf(value: unknown): Scope {
  const scope = mapOf(at(mapOf(value), "scope"));
  return {
    path: (wordsOf(field(scope, "path")) ?? "").replace(/^\/+|\/+$/g, ""),
    type: wordsOf(field(scope, "type")) ?? "",
    values: mapOf(at(mapOf(value), "values")),
  };
}

/** Whether a path lies in a folder of the defaults; `*` stands for any part of one name. */
function isIn(path: string, folder: string): boolean {
  if (folder === "") return true;
  const parts = folder.split("/");
  const names = path.split("/");
  return parts.every(
    (part, index) => part === names[index] || (part.includes("*") && matches(part, names[index] ?? "")),
  );
}

function matches(pattern: string, name: string): boolean {
  const [start = "", ...rest] = pattern.split("*");
  return name.startsWith(start) && name.endsWith(rest.at(-1) ?? "");
}

/** Jekyll parts tags at blanks; commas are what people mean where they write them. */
function splits(name: string, text: string): readonly string[] {
  if (text.includes(",")) return atCommas(text);
  return name === "category" || name === "tag"
    ? [text.trim()].filter(Boolean)
    : text.split(/\s+/).filter(Boolean);
}

/** Jekyll's `slugify` of the modes "pretty" and "default". */
function pretty(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N}._~!$&'()+,;=@]+/gu, "-").replace(/^-|-$/g, "");
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}

function fill(pattern: string, values: Readonly<Record<string, string>>): string {
  // The longest name first, as Jekyll does: ":short_month" holds ":short".
  return pattern.replace(/:([a-z_]+)/g, (whole, name: string) => {
    const known = Object.keys(values)
      .filter((key) => name.startsWith(key))
      .sort((a, b) => b.length - a.length)[0];
    return known === undefined ? (name in NAMED ? "" : whole) : values[known]! + name.slice(known.length);
  });
}

/** Placeholders of dates, empty where there is none. */
const NAMED: Readonly<Record<string, true>> = { year: true, month: true, day: true };
