import type { Corpus } from "../corpus/corpus.ts";
import type { ArticleRecord } from "../corpus/types.ts";
import { sha256 } from "../files/sha256.ts";
import { memo } from "./memo.ts";
import type { Views } from "./pages.ts";
import type { BenefitGroup, EntryView, PassageView, TherapyGroup } from "./parts.ts";
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
 * Made of the view, which holds what a template prints, or of what it is made of
 * where its plan tells that; of the article's record and the bytes of its file,
 * of which text and graph are made; and of the authors of listed articles, whom
 * graphs name.
 */
export function pageKeys(
  views: Views,
  corpus: Corpus,
  { common, hashOf }: KeyFacts,
): (url: string) => string | null {
  const shared = memo((value: object) => sha256(JSON.stringify(value)));
  const texts: Texts = {
    shared,
    entry: memo((entry) => {
      const authors = corpus.records.get(entry.id)?.article.frontMatter.authors;
      return sha256(JSON.stringify([entry, authors]));
    }),
    passage: memo((passage) => JSON.stringify({ ...passage, article: shared(passage.article) })),
  };
  const recordByUrl = new Map([...corpus.records.values()].map((record) => [record.url, record]));
  const fileByUrl = new Map(corpus.pages.map(({ url, file }) => [url, file]));
  return (url) => {
    const record = recordByUrl.get(url);
    const madeOf = record && views.byUrl.madeOf(url);
    if (record && madeOf !== undefined) {
      const hash = hashOf(record.article.file);
      return hash === null ? null : sha256([common, hash, recordText(record), madeOf].join("\n"));
    }
    const view = views.byUrl.get(url);
    if (view === undefined) return null;
    const file = record?.article.file ?? (view.kind === "page" ? fileByUrl.get(url) : "");
    const hash = file === undefined ? null : file === "" ? "" : hashOf(file);
    if (hash === null) return null;
    return sha256([common, hash, record ? recordText(record) : "", viewText(view, texts)].join("\n"));
  };
}

/** What views are made of, as text or by a name for it, each made once. */
interface Texts {
  /** Of objects that many views have in common. */
  readonly shared: (value: object) => string;
  readonly entry: (entry: EntryView) => string;
  readonly passage: (passage: PassageView) => string;
}

/** Parts of views that are the same objects on many pages. */
const SHARED: ReadonlySet<string> = new Set(["texts", "chrome", "nav"]);
/** Lists of articles. */
const LISTS: ReadonlySet<string> = new Set(["entries", "reviewed"]);

function viewText(view: PageView, texts: Texts): string {
  const parts: string[] = [];
  for (const key of Object.keys(view)) {
    // Made of the rest, of the record and of what is common, when it is printed.
    if (key === "graph") continue;
    const value = (view as unknown as Record<string, unknown>)[key];
    if (SHARED.has(key)) parts.push(key, texts.shared(value as object));
    else if (LISTS.has(key) && Array.isArray(value)) parts.push(key, ...value.map(texts.entry));
    else if (key === "passages") parts.push(key, ...(value as readonly PassageView[]).map(texts.passage));
    else if (key === "groups" && isGrouped(view)) parts.push(key, groupsText(view.groups, texts.passage));
    else parts.push(key, JSON.stringify(value) ?? "");
  }
  return parts.join("\n");
}

type Group = BenefitGroup | TherapyGroup;

function isGrouped(view: PageView): view is Extract<PageView, { readonly groups: readonly Group[] }> {
  return view.kind === "benefit" || view.kind === "condition" || view.kind === "therapy";
}

/** Groups with how many passages each has, and the passages. */
function groupsText(groups: readonly Group[], passageText: (passage: PassageView) => string): string {
  const heads = groups.map(({ passages, ...group }) => [passages.length, group]);
  return [JSON.stringify(heads), ...groups.flatMap(({ passages }) => passages.map(passageText))].join("\n");
}

/** All that was decided about an article, less the blocks of text that nobody reads any more. */
function recordText(record: ArticleRecord): string {
  const { article, ...decided } = record;
  const blocks = article.blocks.map((block) => (block.line === 0 ? 0 : block));
  return JSON.stringify([{ ...article, blocks }, decided]);
}
