import slugify from "@sindresorhus/slugify";
import { moment } from "./dates.ts";
import {
  type AddressFacts,
  atCommas,
  type BlogKind,
  datedName,
  type Entry,
  MARKDOWN,
  REPOSITORYS,
} from "./kind.ts";
import { assignedIn, firstOf, settingsIn, siteAddress } from "./settings.ts";
import { folderOf, nameOf, stemOf, type Tree } from "./tree.ts";
import { at, type Fields, field, mapOf, wordsOf } from "./values.ts";

const CONFIGS = [
  ".eleventy.js",
  ...["eleventy", "buildawesome"].flatMap((name) =>
    ["js", "mjs", "cjs", "ts"].map((ending) => `${name}.config.${ending}`),
  ),
];
/** What stands at the end of a data file's name where it may be a script; the second is Eleventy 4's. */
const DATA = [".11tydata", ".data"];
/** Tags by which sites gather lists and which no page shows. @see eleventy-base-blog, filterTagList */
const LISTS = new Set(["all", "nav", "post", "posts", "page", "pages", "blog"]);
const SCRIPT = /\.(?:js|cjs|mjs|ts)$/;

/** A blog for Eleventy; null for other folders. */
export function eleventy(tree: Tree): BlogKind | null {
  const config = firstOf(tree, ...CONFIGS);
  return config === null ? null : new EleventyBlog(tree, tree.text(config) ?? "");
}

class EleventyBlog implements BlogKind {
  readonly source = "an Eleventy blog";
  readonly tags: BlogKind["tags"];
  readonly isKramdown = false;
  readonly hidesFuture = false;
  readonly url: string | null;
  readonly title: string | null;
  readonly lang: string | null;
  readonly zone = "UTC";
  readonly author: string | null;
  readonly rules: BlogKind["rules"] = {
    zone: "UTC",
    splits: (_name, text) => atCommas(text),
    isList: (tag) => LISTS.has(tag.toLowerCase()),
  };
  private readonly tree: Tree;
  /** Input folder with a slash at its end; "" for the root. */
  private readonly input: string;
  private readonly includes: string;
  private readonly ignored: readonly string[];
  private readonly data: ReadonlyMap<string, Fields>;

  constructor(tree: Tree, config: string) {
    this.tree = tree;
    const folder = (name: string): string | null =>
      assignedIn(config, name)?.replace(/^\.?\/+|\/+$/g, "") ?? null;
    const input = folder("input") ?? /setInputDirectory\(\s*["']([^"']+)/.exec(config)?.[1] ?? "";
    this.input = input === "" || input === "." ? "" : `${input.replace(/^\.?\/+|\/+$/g, "")}/`;
    this.includes = folder("includes") ?? "_includes";
    this.tags = /markdownTemplateEngine["']?\s*[:=]\s*false/.test(config) ? "none" : "liquid";
    this.ignored = (firstOf(tree, ".eleventyignore") === null ? "" : (tree.text(".eleventyignore") ?? ""))
      .split(/\r?\n/)
      .map((line) => line.trim().replace(/^\.?\/+|\/+\**$/g, ""))
      .filter((line) => line !== "" && !line.startsWith("#"));
    this.data = this.globalData(folder("data") ?? "_data");
    const site = [...this.data.values()];
    const known = (...names: readonly string[]): string | null => {
      for (const values of site) {
        const found = wordsOf(field(values, ...names));
        if (found !== null) return found;
      }
      return null;
    };
    this.url = siteAddress(known("url", "siteurl", "baseurl", "domain", "host"));
    this.title = known("title", "name", "sitetitle");
    this.lang = known("language", "lang", "locale")?.replace("_", "-") ?? null;
    this.author =
      site
        .map((values) => wordsOf(at(values, "author", "name")) ?? wordsOf(field(values, "author")))
        .find((name) => name !== null) ?? null;
  }

  /** Global data about the site, by name; scripts are read for the plain texts in them. */
  private globalData(folder: string): ReadonlyMap<string, Fields> {
    const data = new Map<string, Fields>();
    const rank = (path: string): number =>
      ["site", "metadata", "meta", "config"].indexOf(stemOf(nameOf(path)));
    const files = this.tree.files
      .filter((path) => [`${this.input}${folder}`, folder].includes(folderOf(path)) && rank(path) >= 0)
      .sort((a, b) => rank(a) - rank(b));
    for (const path of files)
      data.set(stemOf(nameOf(path)), SCRIPT.test(path) ? this.scriptData(path) : settingsIn(this.tree, path));
    return data;
  }

  private scriptData(path: string): Fields {
    const source = this.tree.text(path) ?? "";
    const names = [
      "title",
      "name",
      "url",
      "siteUrl",
      "baseUrl",
      "language",
      "lang",
      "author",
      "permalink",
      "layout",
      "tags",
    ];
    return Object.fromEntries(
      names.flatMap((name) => {
        const value = assignedIn(source, name);
        return value === null ? [] : [[name, value]];
      }),
    );
  }

  entryOf(path: string): Entry | { readonly why: string } | null {
    if (!path.startsWith(this.input) || !MARKDOWN.test(path)) return null;
    const below = path.slice(this.input.length);
    const parts = below.split("/");
    const isInside = parts
      .slice(0, -1)
      .some((part) => /^[._]/.test(part) || part === "node_modules" || part === this.includes);
    if (isInside || this.ignored.some((name) => path === name || path.startsWith(`${name}/`))) return null;
    const hasHeader = /^(?:---|\+\+\+)/.test(this.tree.text(path) ?? "");
    if (REPOSITORYS.test(nameOf(path)) && !hasHeader && this.input === "")
      return { why: "about the repository, without front matter" };
    const stem = stemOf(below);
    const name = nameOf(stem) === "index" ? nameOf(folderOf(stem)) : nameOf(stem);
    const { date, slug } = datedName(name);
    return { path, kind: null, isDraft: parts.includes("drafts"), date, slug, lang: null };
  }

  /** Directory data files from the outermost folder in, then the file's own: JSON, and the plain texts of scripts. */
  defaultsOf(path: string): Fields {
    const folders = folderOf(path).split("/");
    const names = folders.flatMap((_, index) => {
      const folder = folders.slice(0, index + 1).join("/");
      return ["", ...DATA].map((suffix) => `${folder}/${nameOf(folder)}${suffix}`);
    });
    const own = ["", ...DATA].map((suffix) => `${stemOf(path)}${suffix}`);
    return Object.assign({}, ...[...names, ...own].map((name) => this.dataOf(name)));
  }

  private dataOf(name: string): Fields {
    const path = firstOf(
      this.tree,
      `${name}.json`,
      `${name}.yaml`,
      ...["js", "cjs", "mjs", "ts"].map((ending) => `${name}.${ending}`),
    );
    if (path === null) return {};
    return SCRIPT.test(path)
      ? DATA.some((suffix) => name.endsWith(suffix))
        ? this.scriptData(path)
        : {}
      : settingsIn(this.tree, path);
  }

  addressOf(facts: AddressFacts): string | null {
    const { entry, fields } = facts;
    const base = this.url === null ? "" : new URL(this.url).pathname.replace(/\/$/, "");
    const below = stemOf(entry.path.slice(this.input.length));
    const own = field(fields, "permalink");
    if (typeof own === "string") {
      const filled = this.filled(own, facts, below);
      return filled === null ? null : rooted(base, filled);
    }
    const folder = folderOf(below);
    const isFolder = nameOf(below) === "index" || nameOf(below) === nameOf(folder);
    return rooted(base, `${folder}/${isFolder ? "" : `${nameOf(below)}/`}`);
  }

  /** A templated address with the expressions that can be known; null where one cannot. */
  private filled(pattern: string, facts: AddressFacts, below: string): string | null {
    let isKnown = true;
    const text = pattern.replace(/\{\{-?\s*([^{}]{1,200}?)\s*-?\}\}/g, (_whole, expression: string) => {
      const value = this.evaluated(expression, facts, below);
      if (value === null) isKnown = false;
      return value ?? "";
    });
    return isKnown && !/\{%/.test(text) ? text : null;
  }

  private evaluated(
    expression: string,
    { entry, fields, date, title }: AddressFacts,
    below: string,
  ): string | null {
    const [name = "", ...filters] = expression.split("|").map((part) => part.trim());
    const stem = `/${folderOf(below) === "" ? "" : `${folderOf(below)}/`}${datedName(nameOf(below)).slug}`;
    const start: Readonly<Record<string, string | null>> = {
      "page.fileSlug": entry.slug,
      "page.filePathStem": stem,
      "page.date": date,
      title,
    };
    let value =
      name in start
        ? start[name]!
        : (/^["'](.*)["']$/.exec(name)?.[1] ?? wordsOf(at(fields, ...name.toLowerCase().split("."))));
    for (const filter of filters) value = value === null ? null : filtered(value, filter);
    return value;
  }

  servedAt(path: string): string | null {
    const below = path.startsWith(this.input) ? path.slice(this.input.length) : path;
    if (below.split("/").some((part) => /^[._]/.test(part) || part === "node_modules")) return null;
    // What lies beside the input folder is copied from its root, if at all; "public" is its contents' name.
    return `/${below.replace(/^(?:public|static)\//, "")}`;
  }

  nameOf(author: string): string {
    const path = firstOf(this.tree, `${this.input}_data/authors.json`, `${this.input}_data/authors.yaml`);
    const person = path === null ? undefined : settingsIn(this.tree, path)[author];
    return wordsOf(person) ?? wordsOf(field(mapOf(person), "name")) ?? author;
  }

  lookUp(expression: string): string | null {
    const [file = "", ...path] = expression.split(".");
    return wordsOf(at(this.data.get(file) ?? {}, ...path.map((part) => part.toLowerCase())));
  }

  includeOf(name: string): string | null {
    const path = `${this.input}${this.includes}/${name}`;
    return this.tree.files.includes(path) ? this.tree.text(path) : null;
  }

  feedIdOf(): null {
    return null;
  }
}

function rooted(base: string, path: string): string {
  return `${base}/${path}`.replace(/\/{2,}/g, "/").replace(/\/index\.html$/, "/");
}

/** A value through a filter of Liquid or Nunjucks; null for a filter that is not known here. */
function filtered(value: string, filter: string): string | null {
  const [name = "", argument = ""] = filter.split(/:\s*|\(\s*/, 2).map((part) => part.trim());
  const format = /["']([^"']+)["']/.exec(argument)?.[1];
  if (/^(?:slugify|slug)$/.test(name)) return slugify(value, { decamelize: false });
  if (/^(?:url|safe|trim|string)$/.test(name)) return value;
  if (/^(?:lower|downcase)$/.test(name)) return value.toLowerCase();
  if (name !== "date" || format === undefined) return null;
  const at = moment(value);
  const parts: Readonly<Record<string, string>> = {
    Y: "yyyy",
    y: "yy",
    m: "MM",
    d: "dd",
    B: "LLLL",
    b: "LLL",
    e: "d",
    j: "ooo",
  };
  return format.replace(/%([a-zA-Z])/g, (whole, sign: string) =>
    parts[sign] === undefined ? whole : at.toFormat(parts[sign]),
  );
}
