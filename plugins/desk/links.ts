import { linkedFile } from "../build/text-links.ts";
import type { Corpus } from "../corpus/corpus.ts";
import { onSite } from "../corpus/site-folder.ts";
import type { ArticleRecord } from "../corpus/types.ts";
import { compareText } from "../problem.ts";

/** Which articles each article leads to, and which lead to it, by id; each once, in order of id. */
export interface LinkMap {
  readonly out: ReadonlyMap<string, readonly string[]>;
  readonly in: ReadonlyMap<string, readonly string[]>;
}

/**
 * The links between articles as their pages have them: in the text, in boxes,
 * in the list at the end. Links of pages that are no articles are not counted:
 * a list of all leads everywhere.
 */
export function mapLinks(corpus: Corpus, input: string): LinkMap {
  const idByUrl = new Map([...corpus.records.values()].map(({ url, article }) => [url, article.id]));
  const idByFile = new Map([...corpus.records.values()].map(({ article }) => [article.file, article.id]));
  const idOf = (href: string, record: ArticleRecord): string | undefined => {
    if (/\.(?:md|markdown)(?:[?#]|$)/i.test(href))
      return idByFile.get(linkedFile(href, record.article.file, input).file);
    const target = onSite(href, encodeURI(record.url), corpus.site.url, (path) => idByUrl.has(path));
    const path = target && decoded(target.path);
    return path === null ? undefined : (idByUrl.get(path) ?? idByUrl.get(`${path}/`));
  };
  const out = new Map<string, readonly string[]>();
  const into = new Map<string, string[]>([...corpus.records.keys()].map((id) => [id, []]));
  for (const [id, record] of corpus.records) {
    const targets = [...new Set([...offered(record), ...written(record, idOf)])]
      .filter((target) => target !== id && corpus.records.has(target))
      .sort(compareText);
    out.set(id, targets);
    for (const target of targets) into.get(target)?.push(id);
  }
  for (const ids of into.values()) ids.sort(compareText);
  return { out, in: into };
}

function offered({ related, callouts, offers }: ArticleRecord): readonly string[] {
  return [...related, ...callouts, ...offers].flatMap(({ id }) => id ?? []);
}

function written(
  record: ArticleRecord,
  idOf: (href: string, record: ArticleRecord) => string | undefined,
): readonly string[] {
  return record.article.blocks.flatMap(({ links }) => links.flatMap(({ href }) => idOf(href, record) ?? []));
}

/** The path without escapes; null where they are wrong. */
function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}
