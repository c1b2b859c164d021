import type { ArticleRecord } from "../corpus/types.ts";
import type { Views } from "../page/pages.ts";
import type { CalloutView } from "../page/parts.ts";
import type { ArticlePage } from "../page/types.ts";
import type { ArticleMarks } from "./article-marks.ts";

/**
 * What the renderer marks in one article: from the same view the page is printed from.
 *
 * @param citations told what cites the article's sources, for a view that is made of it later
 */
export function marksOf(
  page: ArticlePage,
  record: ArticleRecord,
  citations: Views["citations"],
): ArticleMarks {
  const callouts = offeredCallouts(page, record);
  return {
    benefits: new Map(page.benefits.map((benefit) => [benefit.anchor, benefit])),
    sourceNumbers: new Map(
      page.sources.flatMap(({ url, number }) => (url === null ? [] : [[url, number] as const])),
    ),
    sourceCount: page.sources.length,
    cited: (ids) => {
      citations.set(page.url, ids);
      for (const source of page.sources) source.marks = ids.get(source.number) ?? [];
    },
    callouts,
    beforeHeading: placedCallouts(page, record),
    lineOfAnchor: new Map(record.article.sections.map(({ anchor, line }) => [anchor, line])),
    firstBlockLine: record.article.blocks[0]?.line ?? 1,
  };
}

/** Lines on which the author offers other articles, as boxes. */
function offeredCallouts(
  page: ArticlePage,
  { offers }: ArticleRecord,
): ReadonlyMap<number, readonly CalloutView[]> {
  const callouts = new Map<number, CalloutView[]>();
  for (const { line, phrase, title, id } of offers) {
    const link = page.offered.find((other) => other.id === id);
    const label = phrase === "" ? (page.texts.alsoRead ?? "") : phrase;
    const callout = { label, title: link?.text ?? title, url: link?.url ?? null, why: link?.why ?? "" };
    callouts.set(line, [...(callouts.get(line) ?? []), callout]);
  }
  return callouts;
}

/** Boxes placed after a section: each stands before the next heading that is not inside it. */
function placedCallouts(
  page: ArticlePage,
  { article, callouts }: ArticleRecord,
): ReadonlyMap<string, CalloutView> {
  return new Map(
    callouts.flatMap(({ section, id }) => {
      const { level = 0 } = article.sections[section] ?? {};
      const next = article.sections.find((other) => other.index > section && other.level <= level);
      const link = page.offered.find((other) => other.id === id);
      if (next === undefined || link === undefined) return [];
      return [
        [
          next.anchor,
          { label: page.texts.alsoRead ?? "", title: link.text, url: link.url, why: link.why },
        ] as const,
      ];
    }),
  );
}
