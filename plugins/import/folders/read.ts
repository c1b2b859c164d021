import type { LeftItem, Outline, Part, Source, SourceArchive, SourceDocument, Survey } from "../model.ts";
import { addressKey } from "../transfer/old-address.ts";
import { astro } from "./astro.ts";
import { readBody } from "./body.ts";
import { isAfter } from "./dates.ts";
import { eleventy } from "./eleventy.ts";
import { termCount } from "./facts.ts";
import { idsOfFile, type TextIds } from "./fragments.ts";
import { type Headed, readHeaded } from "./header.ts";
import { hugo } from "./hugo.ts";
import { jekyll } from "./jekyll.ts";
import type { BlogKind, Entry } from "./kind.ts";
import { OldPlaces } from "./places.ts";
import { plainFolder } from "./plain.ts";
import { ownFields, readText, type Text } from "./texts.ts";
import { nameOf, stemOf, type Tree } from "./tree.ts";
import { at, field, listOf, wordsOf } from "./values.ts";

/** Options of {@link openFolder}. */
export interface FolderOptions {
  /** Time of the import, ISO 8601: what expired or is yet to come. */
  readonly now: string;
  /** Address of the old site, where the source does not say it. */
  readonly siteUrl?: string | null;
  /** Texts that are wanted, where not all are. */
  readonly isWanted?: (path: string) => boolean;
}

/** A blog as files: Jekyll's, Hugo's, Eleventy's, Astro's, or Markdown of no software. Told by what is in it. */
export function openFolder(tree: Tree, options: FolderOptions): Source {
  const kind = softwareOf(tree) ?? plainFolder(tree);
  return new Folder(tree, kind, options).source();
}

/** Whether a folder has the marks of blog software that is known here. */
export function isOfSoftware(tree: Tree): boolean {
  return softwareOf(tree) !== null;
}

function softwareOf(tree: Tree): BlogKind | null {
  return jekyll(tree) ?? hugo(tree) ?? eleventy(tree) ?? astro(tree);
}

class Folder {
  private readonly tree: Tree;
  private readonly kind: BlogKind;
  private readonly options: FolderOptions;
  private readonly places: OldPlaces;
  private readonly entries: Entry[] = [];
  private readonly left: LeftItem[] = [];
  /** Ids of texts that others link to, by path. */
  private readonly ids = new Map<string, TextIds>();

  constructor(tree: Tree, kind: BlogKind, options: FolderOptions) {
    this.tree = tree;
    this.kind = kind;
    this.options = options;
    this.places = new OldPlaces(tree, kind, options.siteUrl ?? null);
  }

  source(): Source {
    const survey = this.survey();
    return { survey, files: this.places.files, documents: () => this.documents() };
  }

  private survey(): Survey {
    const outlines: Outline[] = [];
    const sums = { item: 0, author: 0, comment: 0, field: 0, term: 0 };
    const authors = new Set<string>();
    const terms = new Map<string, string>();
    for (const path of this.tree.files) {
      const found = this.kind.entryOf(path);
      if (found === null || !(this.options.isWanted?.(path) ?? true)) continue;
      sums.item++;
      const written = this.tree.text(path);
      const headed = readHeaded(written ?? "");
      sums.field += Object.keys(headed.fields).length;
      sums.term += termCount(headed.fields, this.kind.rules);
      const text = "why" in found ? null : this.textOf(found, headed);
      const unread = written === null ? "no text that can be read: save it as UTF-8" : null;
      const why = "why" in found ? found.why : (unread ?? this.emptiness(text!));
      if (why !== null) {
        this.leave(path, headed, why);
        continue;
      }
      this.entries.push(text!.entry);
      this.places.learn(text!);
      outlines.push(this.outlineOf(text!));
      for (const name of this.authorsOf(text!)) authors.add(name);
      for (const term of [...text!.facts.tags, ...text!.facts.categories])
        terms.set(term.toLowerCase(), term);
    }
    sums.author = authors.size;
    return {
      source: this.sourceName(),
      siteTitle: this.kind.title,
      siteUrl: this.places.front,
      lang: this.kind.lang,
      authors: [...authors].map((name) => ({ key: name, name, description: null })),
      outlines,
      media: [],
      left: this.left,
      archives: this.archives([...terms.values()]),
      parts: this.otherFiles(),
      sums,
      addresses: new Set(),
    };
  }

  private sourceName(): string {
    return this.kind.url === null ? `${this.kind.source} (${this.tree.name})` : this.kind.source;
  }

  private leave(path: string, { fields }: Headed, why: string): void {
    const counts = { field: Object.keys(fields).length, term: termCount(fields, this.kind.rules) };
    const parts = Object.entries(counts).flatMap(([kind, count]): readonly Part[] =>
      count === 0
        ? []
        : [
            {
              kind: kind as "field" | "term",
              what: `${kind}s of it`,
              outcome: "left-out",
              why: "the file is left out",
              count,
            },
          ],
    );
    this.left.push({
      key: path,
      title: wordsOf(fields.title) ?? nameOf(path),
      file: path,
      line: 1,
      why,
      parts,
    });
  }

  private textOf(entry: Entry, headed: Headed): Text {
    return readText(this.kind, entry, headed, new URL(this.places.front).origin, this.options.now);
  }

  /** Why a file holds nothing to show: a page that the old theme filled. null where it holds words. */
  private emptiness({ entry, headed }: Text): string | null {
    if (entry.kind === "article") return null;
    if (nameOf(stemOf(entry.path)) === "404") return "the old theme's page for what is not found";
    if (/\.html?$/i.test(entry.path) && /\{%-?\s*(?:for|if|include|case|assign)\b/.test(headed.body))
      return "a template of the old theme";
    const parts: Part[] = [];
    const body = readBody(
      {
        ...this.bodySource(entry, headed, ""),
        resolve: () => null,
        addressOf: () => "",
        idElsewhere: () => undefined,
      },
      (part) => parts.push(part),
    );
    const shown = body.replace(/<!--[\s\S]*?-->|<[^<>]*>/g, "").trim();
    if (shown !== "") return null;
    if (parts.some(({ kind }) => kind === "shortcode"))
      return "a page that the old theme filled; it holds no words of its own";
    return entry.kind === "page" || headed.body.trim() === "" ? "without words of its own" : null;
  }

  private outlineOf({ entry, fields, date, title, url, state }: Text): Outline {
    const { origin } = new URL(this.places.front);
    const others = listOf(field(fields, "aliases", "alias", "redirectfrom")).flatMap((alias) => {
      const path = wordsOf(alias);
      if (path === null) return [];
      const base = this.kind.tags === "hugo" && url !== null ? url.replace(/[^/]*\/?$/, "") : `${origin}/`;
      const whole = path.startsWith("/") ? `${this.places.front}${path}` : path;
      return URL.canParse(whole, base) ? [new URL(whole, base).href] : [];
    });
    return {
      key: entry.path,
      kind: entry.kind ?? (date === null ? "page" : "article"),
      line: 1,
      file: entry.path,
      title,
      state,
      slug: [wordsOf(field(fields, "slug")) ?? entry.slug, entry.lang === this.kind.lang ? null : entry.lang]
        .filter((part) => part !== null)
        .join("-"),
      url,
      otherUrls: others.filter((other) => addressKey(other) !== (url === null ? null : addressKey(url))),
    };
  }

  private authorsOf({ facts }: Text): readonly string[] {
    const named = facts.authors.map((author) => this.kind.nameOf(author));
    return named.length > 0 ? [...new Set(named)] : this.kind.author === null ? [] : [this.kind.author];
  }

  private async *documents(): AsyncGenerator<SourceDocument> {
    for (const entry of this.entries) yield this.documentOf(entry);
  }

  private documentOf(entry: Entry): SourceDocument {
    const text = this.textOf(entry, readHeaded(this.tree.text(entry.path) ?? ""));
    const { facts, headed, date, state, fields } = text;
    const parts: Part[] = [...facts.parts];
    const outline = this.outlineOf(text);
    const isHtml = /\.html?$/i.test(entry.path);
    const body = readBody(this.bodySource(entry, headed, text.title), (part) => parts.push(part));
    if (
      outline.kind === "article" &&
      state === "published" &&
      date !== null &&
      isAfter(date, this.options.now)
    )
      parts.push({
        kind: "field",
        what: "date",
        outcome: "changed",
        why: "in the future; readers see it from that day on",
        count: 0,
      });
    return {
      ...outline,
      date,
      updated: facts.updated !== null && facts.updated !== date ? facts.updated : null,
      authors: this.authorsOf(text),
      body,
      format: isHtml ? "html" : "markdown",
      description: facts.description,
      tags: facts.tags,
      categories: facts.categories.map((category) => [category]),
      lang: facts.lang ?? entry.lang,
      image:
        facts.image === null
          ? null
          : { ...facts.image, src: this.places.pictureOf(facts.image.src, entry, outline.url) },
      feedId:
        state === "published" && outline.kind === "article"
          ? this.kind.feedIdOf({ entry, fields, title: facts.title, date, categories: facts.categories })
          : null,
      seoTitle: facts.seoTitle,
      canonical: facts.canonical,
      noindex: facts.noindex,
      isSticky: false,
      comments: [],
      fields: ownFields(this.kind, headed.fields),
      ...(text.why === null ? {} : { hiddenWhy: text.why }),
      parts,
    };
  }

  private bodySource(entry: Entry, headed: Headed, title: string) {
    return {
      body: headed.body,
      firstLine: headed.bodyLine,
      file: entry.path,
      title,
      kind: this.kind,
      lookUp: (expression: string) =>
        expression.startsWith("page.")
          ? wordsOf(at(headed.fields, ...expression.slice(5).toLowerCase().replace(/[-_]/g, "").split(".")))
          : this.kind.lookUp(expression),
      addressOf: (reference: string) => this.places.addressOf(reference, entry),
      resolve: (address: string) => this.places.resolve(address, entry),
      idElsewhere: (address: string, fragment: string) => this.idAt(address, entry, fragment),
    };
  }

  /** The id of a place in another text of the source, by that text's address as this one has it. */
  private idAt(address: string, entry: Entry, fragment: string): string | null | undefined {
    const base = this.places.urlOf(entry.path) ?? `${this.places.front}/`;
    const path = URL.canParse(address, base) ? this.places.textAt(new URL(address, base).href) : null;
    if (path === null) return undefined;
    const known = this.ids.get(path) ?? idsOfFile(this.tree.text(path) ?? "");
    this.ids.set(path, known);
    return known.idOf(fragment);
  }

  /** Lists of tags and categories at the addresses that the software gives them unasked. */
  private archives(terms: readonly string[]): readonly SourceArchive[] {
    if (this.kind.url === null && this.kind.tags === "none") return [];
    return terms.flatMap((name) =>
      ["tags", "tag", "categories", "category"].map((folder) => ({
        url: `${this.places.front}/${folder}/${encodeURIComponent(name.toLowerCase().replace(/\s+/g, "-"))}/`,
        of: { kind: "tag" as const, name },
      })),
    );
  }

  /** What else lies in the folder, by kind: it is the old theme's. */
  private otherFiles(): readonly Part[] {
    const kinds: readonly (readonly [RegExp, string])[] = [
      [/\.(?:njk|liquid|hbs|ejs|astro|html?|vue|svelte|haml|pug)$/i, "templates"],
      [/\.(?:s?css|sass|less)$/i, "styles"],
      [/\.(?:jsx?|mjs|cjs|tsx?|rb|go|py)$/i, "scripts"],
    ];
    return kinds.flatMap(([pattern, what]): readonly Part[] => {
      const count = this.tree.files.filter(
        (path) => pattern.test(path) && this.kind.entryOf(path) === null,
      ).length;
      return count === 0 ? [] : [{ kind: "file", what, outcome: "left-out", why: "of the old theme", count }];
    });
  }
}
