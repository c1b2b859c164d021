import { compareProblems, type Problem } from "../article/problem.ts";
import type { Article } from "../article/types.ts";
import { type Corpus, compareRecords, type PlainPage, STAGE_ORDER, type Stage } from "./corpus.ts";
import { slimArticle } from "./slim.ts";
import type { ArticleRecord, Person, Site, Topic } from "./types.ts";

/** What a build has read, before it is decided. */
export interface Reading {
  readonly site: Site;
  readonly now: string;
  readonly people: ReadonlyMap<string, Person>;
  readonly therapies: ReadonlyMap<string, Topic>;
  readonly conditions: ReadonlyMap<string, Topic>;
  readonly articles: readonly {
    readonly article: Article;
    readonly url: string;
    readonly isHidden: boolean;
  }[];
  readonly pages: readonly PlainPage[];
  readonly problems: readonly Problem[];
}

/**
 * Puts the parts together and runs the stages in order. The corpus is complete
 * when the promise resolves.
 *
 * @param isLast true when no build of this process follows: texts are let go once they were ranked
 */
export async function decide(reading: Reading, stages: readonly Stage[], isLast = false): Promise<Corpus> {
  const records = reading.articles
    .map(
      ({ article, url, isHidden }): ArticleRecord => ({
        article,
        url,
        isHidden,
        benefits: [],
        related: [],
        offers: [],
        callouts: [],
      }),
    )
    .sort(compareRecords);
  const corpus: Corpus = {
    site: reading.site,
    now: reading.now,
    people: reading.people,
    therapies: reading.therapies,
    conditions: reading.conditions,
    records: new Map(records.map((record) => [record.article.id, record])),
    pages: reading.pages,
    paths: new Set([...reading.pages, ...records].map(({ url }) => url)),
    benefits: [],
    therapyEntries: [],
    conditionEntries: [],
    matrix: { therapies: [], benefits: [], cells: [] },
    hasPictures: false,
    pictures: new Map(),
    problems: [...reading.problems],
  };
  let isSlim = false;
  for (const stage of [...stages].sort((a, b) => a.order - b.order || (a.name < b.name ? -1 : 1))) {
    if (isLast && stage.order >= STAGE_ORDER.theme && !isSlim) {
      for (const record of records) record.article = slimArticle(record.article);
      isSlim = true;
    }
    await stage.run(corpus);
  }
  corpus.problems.sort(compareProblems);
  return corpus;
}

/** True when an article's date lies after `now`; both ISO 8601 with time and offset, as front matter is read. */
export function isFuture(date: string, now: string): boolean {
  return Date.parse(date) > Date.parse(now);
}
