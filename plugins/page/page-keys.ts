import { createHash } from "node:crypto";
import type { Corpus } from "../corpus/corpus.ts";
import type { ArticleRecord } from "../corpus/types.ts";
import type { Views } from "./pages.ts";
import type { EntryView } from "./parts.ts";
import type { PageView } from "./types.ts";

/** What keys of pages are made of beside what was decided. */
export interface KeyFacts {
  /** All that every page can show: the site, its templates, its data, the code. */
  readonly common: string;
  /** A name for the bytes of the file behind a page; null: it is not known, and the page has no key. */
  readonly hashOf: (file: string) => string | null;
}

/**
 * Names for all that each page of the theme says, by its address: another
 * wherever anything on the page can be another. Null for pages without a view.
 *
 * Made of the view, which holds what a template prints; of the article's record
 * and the bytes of its file, of which text and graph are made; and of the
 * authors of listed articles, whom graphs name.
 */
export function pageKeys(
  views: Views,
  corpus: Corpus,
  { common, hashOf }: KeyFacts,
): (url: string) => string | null {
  const textOf = sharedTexts();
  const entryOf = memo((entry: EntryView) => {
    const authors = corpus.records.get(entry.id)?.article.frontMatter.authors;
    return digest(JSON.stringify([entry, authors]));
  });
  const recordByUrl = new Map([...corpus.records.values()].map((record) => [record.url, record]));
  const fileByUrl = new Map(corpus.pages.map(({ url, file }) => [url, file]));
  return (url) => {
    const view = views.byUrl.get(url);
    if (view === undefined) return null;
    const record = recordByUrl.get(url);
    const file = record?.article.file ?? (view.kind === "page" ? fileByUrl.get(url) : "");
    const hash = file === undefined ? null : file === "" ? "" : hashOf(file);
    if (hash === null) return null;
    return digest(
      [common, hash, record ? recordText(record) : "", viewText(view, textOf, entryOf)].join("\n"),
    );
  };
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}

function memo<Key extends object>(make: (key: Key) => string): (key: Key) => string {
  const known = new WeakMap<Key, string>();
  return (key) => {
    const text = known.get(key) ?? make(key);
    known.set(key, text);
    return text;
  };
}

/** Objects that many views share, each named once. */
function sharedTexts(): (value: object) => string {
  return memo((value) => digest(JSON.stringify(value)));
}

/** Parts of views that are the same objects on many pages. */
const SHARED: ReadonlySet<string> = new Set(["texts", "chrome", "nav"]);
/** Lists of articles. */
const LISTS: ReadonlySet<string> = new Set(["entries", "reviewed"]);

function viewText(
  view: PageView,
  textOf: (value: object) => string,
  entryOf: (entry: EntryView) => string,
): string {
  const parts: string[] = [];
  for (const key of Object.keys(view)) {
    // Made of the rest, of the record and of what is common, when it is printed.
    if (key === "graph") continue;
    const value = (view as unknown as Record<string, unknown>)[key];
    if (SHARED.has(key)) parts.push(key, textOf(value as object));
    else if (LISTS.has(key) && Array.isArray(value)) parts.push(key, ...value.map(entryOf));
    else parts.push(key, JSON.stringify(value) ?? "");
  }
  return parts.join("\n");
}

/** All that was decided about an article, less the blocks of text that nobody reads any more. */
function recordText(record: ArticleRecord): string {
  const { article, ...decided } = record;
  const blocks = article.blocks.map((block) => (block.line === 0 ? 0 : block));
  return JSON.stringify([{ ...article, blocks }, decided]);
}
