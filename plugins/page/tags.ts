import { toSlug } from "../article/anchors.ts";
import type { ArticleRecord } from "../corpus/types.ts";
import { compareText } from "../problem.ts";

/** A tag with its articles; spellings with one slug are one tag. */
export interface TagEntry {
  readonly slug: string;
  /** The spelling most articles use; ties by code unit. */
  readonly label: string;
  readonly url: string;
  readonly records: readonly ArticleRecord[];
}

export function tagUrl(tag: string): string {
  return `/tags/${toSlug(tag)}/`;
}

/** All tags, by label; the articles keep the order they come in. */
export function gatherTags(records: readonly ArticleRecord[]): readonly TagEntry[] {
  const bySlug = new Map<string, { spellings: Map<string, number>; records: ArticleRecord[] }>();
  for (const record of records) {
    for (const tag of record.article.frontMatter.tags) {
      const slug = toSlug(tag);
      const entry = bySlug.get(slug) ?? { spellings: new Map<string, number>(), records: [] };
      bySlug.set(slug, entry);
      entry.spellings.set(tag, (entry.spellings.get(tag) ?? 0) + 1);
      if (entry.records.at(-1) !== record) entry.records.push(record);
    }
  }
  return [...bySlug]
    .map(([slug, entry]) => ({
      slug,
      label: mostUsed(entry.spellings),
      url: `/tags/${slug}/`,
      records: entry.records,
    }))
    .sort((a, b) => compareText(a.label.toLowerCase(), b.label.toLowerCase()) || compareText(a.slug, b.slug));
}

function mostUsed(spellings: ReadonlyMap<string, number>): string {
  const sorted = [...spellings].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]));
  return sorted[0]?.[0] ?? "";
}
