import { isLanguageTag } from "../../article/language-tag.ts";
import { readHeaded } from "./header.ts";
import { type AddressFacts, type BlogKind, type Entry, MARKDOWN } from "./kind.ts";
import { datePlaceholders } from "./placeholders.ts";
import { firstOf, settingsIn, siteAddress } from "./settings.ts";
import { folderOf, nameOf, stemOf, type Tree } from "./tree.ts";
import { at, type Fields, field, isYes, mapOf, wordsOf } from "./values.ts";

const ENDINGS = ["toml", "yaml", "yml", "json"];
const CONFIGS = ["hugo", "config", "config/_default/hugo", "config/_default/config"].flatMap((name) =>
  ENDINGS.map((ending) => `${name}.${ending}`),
);

/** A blog for Hugo; null for other folders. */
export function hugo(tree: Tree): BlogKind | null {
  const path = firstOf(tree, ...CONFIGS);
  const config = path === null ? {} : settingsIn(tree, path);
  const isNamed = path !== null && /(?:^|\/)hugo\./.test(path);
  const isHugo =
    isNamed ||
    field(config, "baseurl") !== undefined ||
    tree.files.some((name) => name.startsWith("archetypes/"));
  return isHugo &&
    tree.files.some((name) => name.startsWith("content/") || name.startsWith(contentFolder(config)))
    ? new Hugo(tree, { ...part(tree, "permalinks"), ...part(tree, "languages"), ...config })
    : null;
}

/** Settings that Hugo lets people keep in a file of their own: config/_default/permalinks.toml. */
function part(tree: Tree, name: string): Fields {
  const path = firstOf(tree, ...ENDINGS.map((ending) => `config/_default/${name}.${ending}`));
  return path === null ? {} : { [name]: settingsIn(tree, path) };
}

function contentFolder(config: Fields): string {
  return `${(wordsOf(field(config, "contentdir")) ?? "content").replace(/^\/+|\/+$/g, "")}/`;
}

class Hugo implements BlogKind {
  readonly source = "a Hugo blog";
  readonly tags = "hugo";
  readonly isKramdown = false;
  readonly hidesFuture: boolean;
  readonly url: string | null;
  readonly title: string | null;
  readonly lang: string | null;
  readonly zone: string;
  readonly author: string | null;
  readonly rules: BlogKind["rules"];
  private readonly tree: Tree;
  private readonly config: Fields;
  private readonly content: string;
  private readonly languages: ReadonlyMap<string, Fields>;
  private readonly cascades = new Map<string, Fields>();
  private readonly leafs = new Map<string, boolean>();

  constructor(tree: Tree, config: Fields) {
    this.tree = tree;
    this.config = config;
    this.content = contentFolder(config);
    this.url = siteAddress(field(config, "baseurl"));
    this.title = wordsOf(field(config, "title"));
    this.lang = wordsOf(field(config, "defaultcontentlanguage", "languagecode", "locale")) ?? null;
    this.zone = wordsOf(field(config, "timezone")) ?? "UTC";
    const author = at(config, "params", "author") ?? field(config, "author");
    this.author = wordsOf(author) ?? wordsOf(at(mapOf(author), "name"));
    this.hidesFuture = !isYes(field(config, "buildfuture"));
    this.rules = {
      zone: this.zone,
      splits: (_name, text) => [text.trim()].filter(Boolean),
      isList: () => false,
    };
    this.languages = new Map(
      Object.entries(mapOf(field(config, "languages"))).map(([name, values]) => [
        name.toLowerCase(),
        mapOf(values),
      ]),
    );
  }

  entryOf(path: string): Entry | { readonly why: string } | null {
    if (!path.startsWith(this.content) || !(MARKDOWN.test(path) || /\.html?$/i.test(path))) return null;
    const { below, lang } = this.place(path);
    const name = nameOf(below);
    const isResource = this.bundles(path, name === "index").some((folder) => this.isBundle(folder));
    if (isResource) return { why: "a file of a page bundle, which is no page of its own" };
    const slug = name === "index" || name === "_index" ? nameOf(folderOf(below)) : name;
    return { path, kind: name === "_index" ? "page" : null, isDraft: false, date: null, slug, lang };
  }

  /** Folders that take a file for theirs where they are page bundles: its own and those above it. */
  private bundles(path: string, isIndex: boolean): readonly string[] {
    const folders = folderOf(path).split("/");
    const all = folders.map((_, index) => folders.slice(0, index + 1).join("/"));
    return all.slice(this.content.split("/").length - 1, isIndex ? -1 : undefined);
  }

  private isBundle(folder: string): boolean {
    const known = this.leafs.get(folder);
    if (known !== undefined) return known;
    const is = this.tree.files.some((file) => isIndexOf(file, folder));
    this.leafs.set(folder, is);
    return is;
  }

  /** Path below the content folder without ending and language, and the language. */
  private place(path: string): { readonly below: string; readonly lang: string | null } {
    const stem = stemOf(path.slice(this.content.length));
    const found = /\.([a-z]{2,3}(?:-[a-z0-9]{2,8})?)$/i.exec(stem);
    const [first = "", ...rest] = stem.split("/");
    const ofFolder =
      this.languages.has(first.toLowerCase()) &&
      contentDirOf(this.languages.get(first.toLowerCase())) !== null;
    if (ofFolder) return { below: rest.join("/"), lang: first };
    const isLanguage =
      found &&
      (this.languages.has(found[1]!.toLowerCase()) ||
        (this.languages.size === 0 && isLanguageTag(found[1]!)));
    return isLanguage ? { below: stem.slice(0, found.index), lang: found[1]! } : { below: stem, lang: null };
  }

  /** What sections hand down (`cascade`), the nearest last. */
  defaultsOf(path: string): Fields {
    const folders = folderOf(path).split("/");
    const all = folders.map((_, index) => this.cascadeOf(folders.slice(0, index + 1).join("/")));
    return Object.assign({}, mapOf(field(this.config, "cascade")), ...all);
  }

  private cascadeOf(folder: string): Fields {
    const known = this.cascades.get(folder);
    if (known) return known;
    const index = this.tree.files.find(
      (path) => folderOf(path) === folder && /^_index(?:\.[\w-]+)?\.\w+$/.test(nameOf(path)),
    );
    const cascade = index === undefined ? undefined : field(headerOf(this.tree, index), "cascade");
    const values = Array.isArray(cascade) ? {} : mapOf(cascade);
    const own = { ...values, ...mapOf(field(values, "params")) };
    this.cascades.set(folder, own);
    return own;
  }

  addressOf(facts: AddressFacts): string | null {
    const { entry, fields } = facts;
    const { below, lang } = this.place(entry.path);
    const base = this.url === null ? "" : new URL(this.url).pathname.replace(/\/$/, "");
    const prefix = `${base}${this.languagePrefix(lang)}`;
    const url = wordsOf(field(fields, "url"));
    if (url !== null) return slashed(`${prefix}/${this.filled(url, facts, below)}`);
    const section = below.split("/")[0] ?? "";
    const pattern = nameOf(below) === "_index" ? null : this.patternOf(section);
    if (pattern !== null && below.includes("/"))
      return this.ended(`${prefix}/${this.filled(pattern, facts, below)}`);
    const slug = wordsOf(field(fields, "slug"));
    const isIndex = /^_?index$/.test(nameOf(below));
    const folder = isIndex ? folderOf(folderOf(below)) : folderOf(below);
    const name = slug ?? (isIndex ? nameOf(folderOf(below)) : nameOf(below));
    return this.ended(`${prefix}/${this.urlize(folder)}/${this.urlize(name)}`);
  }

  private patternOf(section: string): string | null {
    const permalinks = mapOf(field(this.config, "permalinks"));
    const pages = mapOf(field(permalinks, "page"));
    const own = pages[section] ?? permalinks[section];
    return typeof own === "string" ? own : null;
  }

  private filled(pattern: string, { entry, fields, title, date }: AddressFacts, below: string): string {
    const sections = folderOf(nameOf(below) === "index" ? folderOf(below) : below);
    const file = nameOf(below) === "index" ? nameOf(folderOf(below)) : nameOf(below);
    const slug = wordsOf(field(fields, "slug"));
    const values: Readonly<Record<string, string>> = {
      ...(date === null ? {} : datePlaceholders(date, this.zone)),
      title: this.urlize(title ?? file),
      slug: this.urlize(slug ?? title ?? file),
      filename: this.urlize(file),
      contentbasename: this.urlize(file),
      slugorfilename: this.urlize(slug ?? file),
      slugorcontentbasename: this.urlize(slug ?? file),
      section: this.urlize(sections.split("/")[0] ?? ""),
      sections: this.urlize(sections),
      sectionslug: this.urlize(sections.split("/")[0] ?? ""),
    };
    return pattern.replace(
      /:([a-z]+)(?:\[[^\]]*\])?/g,
      (whole, name: string) => values[name] ?? (entry.slug === "" ? "" : whole),
    );
  }

  private languagePrefix(lang: string | null): string {
    const usual = (this.lang ?? "en").toLowerCase();
    const isUsual = lang === null || lang.toLowerCase() === usual;
    if (isUsual && !isYes(field(this.config, "defaultcontentlanguageinsubdir"))) return "";
    return `/${(lang ?? usual).toLowerCase()}`;
  }

  private ended(path: string): string {
    return isYes(field(this.config, "uglyurls")) ? slashed(path).replace(/\/$/, ".html") : slashed(path);
  }

  /** Hugo's `urlize`: lower case, blanks as hyphens, signs gone. */
  private urlize(text: string): string {
    const kept = text
      .trim()
      .replace(/[^\p{L}\p{M}\p{N}\s./\\_#+~-]+/gu, "")
      .replace(/\s+/g, "-")
      .replace(/-{2,}/g, "-");
    return isYes(field(this.config, "disablepathtolower")) ? kept : kept.toLowerCase();
  }

  servedAt(path: string): string | null {
    if (/^(?:static|assets)\//.test(path)) return path.slice(path.indexOf("/"));
    return path.startsWith(this.content) ? path.slice(this.content.length - 1) : null;
  }

  nameOf(author: string): string {
    const data = mapOf(field(mapOf(at(this.config, "params")), "authors"))[author];
    const path = firstOf(
      this.tree,
      ...ENDINGS.map((ending) => `data/authors/${author}.${ending}`),
      `content/authors/${author}/_index.md`,
    );
    const file =
      path === null ? {} : path.endsWith(".md") ? headerOf(this.tree, path) : settingsIn(this.tree, path);
    return wordsOf(field(mapOf(data), "name")) ?? wordsOf(field(file, "name", "title")) ?? author;
  }

  lookUp(expression: string): string | null {
    return wordsOf(at(mapOf(field(this.config, "params")), ...expression.toLowerCase().split(".")));
  }

  includeOf(): null {
    return null;
  }

  feedIdOf(): null {
    return null;
  }
}

function headerOf(tree: Tree, path: string): Fields {
  return readHeaded(tree.text(path) ?? "").fields;
}

function isIndexOf(file: string, folder: string): boolean {
  return folderOf(file) === folder && /^index(?:\.[\w-]+)?\.(?:md|markdown|html?)$/i.test(nameOf(file));
}

function contentDirOf(language: Fields | undefined): string | null {
  return wordsOf(field(language ?? {}, "contentdir"));
}

function slashed(path: string): string {
  const folded = `/${path}`.replace(/\/{2,}/g, "/");
  return /\.html?$/i.test(folded) || folded.endsWith("/") ? folded : `${folded}/`;
}
