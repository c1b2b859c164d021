import type { Article } from "../article/types.ts";
import { compareProblems, compareText, type Problem } from "../problem.ts";
import { type Corpus, compareRecords, type LeftOut, type PlainPage, type Stage } from "./corpus.ts";
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
  readonly leftOut?: readonly LeftOut[];
  readonly draftPages?: readonly PlainPage[];
  readonly pages: readonly PlainPage[];
  readonly problems: readonly Problem[];
}

/** Puts the parts together; what stages decide is empty. */
export function openCorpus(reading: Reading): Corpus {
  const records = reading.articles
    .map(
      ({ article, url, isHidden }): ArticleRecord => ({
        article,
        url,
        isHidden,
        benefits: [],
        proposals: [],
        against: [],
        related: [],
        offers: [],
        callouts: [],
      }),
    )
    .sort(compareRecords);
  return {
    site: reading.site,
    now: reading.now,
    people: reading.people,
    therapies: reading.therapies,
    conditions: reading.conditions,
    records: new Map(records.map((record) => [record.article.id, record])),
    leftOut: reading.leftOut ?? [],
    draftPages: reading.draftPages ?? [],
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
}

/**
 * Runs the stages in order. The corpus is complete when the promise resolves.
 * It alone is given, not what was read: a stage may put another article in a
 * record, and nothing may hold the first while the others run.
 *
 * @param isLast true when no build of this process follows: texts are let go once they were ranked
 */
export async function runStages(corpus: Corpus, stages: readonly Stage[], isLast = false): Promise<void> {
  const ordered = [...stages].sort((a, b) => a.order - b.order || compareText(a.name, b.name));
  const lastReader = ordered.findLastIndex(({ isTextless = false }) => !isTextless);
  for (const [index, stage] of ordered.entries()) {
    if (isLast && index === lastReader + 1) slimAll(corpus);
    await stage.run(corpus);
  }
  corpus.problems.sort(compareProblems);
}

function slimAll(corpus: Corpus): void {
  for (const record of corpus.records.values()) record.article = slimArticle(record.article);
}

/** True when an article's date lies after `now`; both ISO 8601 with time and offset, as front matter is read. */
export function isFuture(date: string, now: string): boolean {
  return Date.parse(date) > Date.parse(now);
}
