import { UNKNOWN_SITE } from "../model.ts";
import { addressKey } from "../transfer/old-address.ts";
import { type ServedFiles, servedFiles } from "./files.ts";
import type { BlogKind, Entry } from "./kind.ts";
import type { Text } from "./texts.ts";
import { folderOf, joined, nameOf, stemOf, type Tree } from "./tree.ts";
import { field, wordsOf } from "./values.ts";

/** Where texts and files of a blog were, by what its texts call them. */
export class OldPlaces {
  /** Front page of the old site. */
  readonly front: string;
  readonly files: ServedFiles;
  private readonly tree: Tree;
  /** Old addresses by path, and paths by what tags and links call them. */
  private readonly urls = new Map<string, string>();
  private readonly names = new Map<string, string>();
  private readonly paths = new Map<string, string>();

  constructor(tree: Tree, kind: BlogKind, siteUrl: string | null) {
    this.tree = tree;
    this.front = kind.url ?? siteUrl ?? UNKNOWN_SITE;
    this.files = servedFiles(tree, kind, this.front);
  }

  /** The old address of a text; null where readers never saw it. */
  urlOf(path: string): string | null {
    return this.urls.get(path) ?? null;
  }

  /** Path of the text at an old address; null where there is none. */
  textAt(address: string): string | null {
    return this.paths.get(addressKey(address) ?? address) ?? null;
  }

  learn({ entry, url, fields }: Text): void {
    if (url !== null) this.urls.set(entry.path, url);
    if (url !== null) this.paths.set(addressKey(url) ?? url, entry.path);
    const isBundle = nameOf(stemOf(entry.path)) === "index" && folderOf(entry.path) !== "";
    if (isBundle && url !== null) this.files.showBelow(folderOf(entry.path), url);
    const stem = stemOf(entry.path);
    const names = [
      entry.path,
      stem,
      nameOf(stem),
      entry.slug,
      stem.replace(/\/_?index$/, ""),
      stem.replace(/^.*?_posts\//, ""),
    ];
    for (const name of [...names, wordsOf(field(fields, "slug")) ?? ""])
      if (name !== "" && !this.names.has(name.toLowerCase())) this.names.set(name.toLowerCase(), entry.path);
  }

  /** The old address of a text by what a tag calls it: its path, from here or from the content's root, or its name. */
  addressOf(reference: string, entry: Entry): string | null {
    const [path = "", hash] = reference.split("#");
    const near = joined(folderOf(entry.path), path);
    const candidates = [near, path.replace(/^\/+/, ""), stemOf(path), nameOf(stemOf(path))];
    for (const candidate of candidates) {
      const found = candidate === null ? undefined : this.names.get(candidate.toLowerCase());
      const url = found === undefined ? undefined : this.urls.get(found);
      if (url !== undefined) return hash === undefined ? url : `${url}#${hash}`;
    }
    return null;
  }

  /** Where a relative address of a text leads, when that is a text or file of the source. */
  resolve(address: string, entry: Entry): string | null {
    if (/^(?:[a-z][a-z0-9+.-]*:|\/\/|#|\?)/i.test(address)) return null;
    const [, path = "", rest = ""] = /^([^?#]*)(.*)$/.exec(address) ?? [];
    const plain = decodedOr(path);
    const near = plain.startsWith("/") ? plain.slice(1) : joined(folderOf(entry.path), plain);
    if (near === null) return null;
    const text =
      this.urls.get(near) ??
      (/\.mdx?$/i.test(near) ? this.urls.get(this.names.get(near.toLowerCase()) ?? "") : undefined);
    if (text !== undefined) return `${text}${rest}`;
    return !plain.startsWith("/") && this.tree.files.includes(near)
      ? `${this.files.addressAt(near)}${rest}`
      : null;
  }

  /** The old address of a picture as front matter names it: from the text, the page, the site's root or the blog's folder. */
  pictureOf(src: string, entry: Entry, url: string | null): string {
    const near = this.resolve(src, entry);
    if (near !== null) return near;
    const base = url ?? `${this.front}/`;
    if (/^https?:/i.test(src) || !URL.canParse(src, base)) return src;
    const whole = new URL(src, base).href;
    if (this.files.find(whole) !== null || src.startsWith("/")) return whole;
    const fromRoot = new URL(src, `${this.front}/`).href;
    if (this.files.find(fromRoot) !== null) return fromRoot;
    const inFolder = decodedOr(src.replace(/^\.\//, ""));
    return this.tree.files.includes(inFolder) ? this.files.addressAt(inFolder) : whole;
  }
}

function decodedOr(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
