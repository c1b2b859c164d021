import type { ArticleRecord } from "../corpus/types.ts";
import type { ArticleMarks } from "./markdown.ts";
import type { CalloutView } from "./view/parts.ts";
import type { ArticlePage } from "./view/types.ts";

/** Callouts placed by the theme need so many main sections: shorter articles reach the list at the end soon enough. */
const SECTIONS_FOR_CALLOUT = 4;

/** What the renderer marks in one article: from the same view the page is printed from. */
export function marksOf(page: ArticlePage, record: ArticleRecord): ArticleMarks {
  const callouts = offeredCallouts(page, record);
  return {
    benefits: new Map(page.benefits.map((benefit) => [benefit.anchor, benefit])),
    sourceNumbers: new Map(
      page.sources.flatMap(({ url, number }) => (url === null ? [] : [[url, number] as const])),
    ),
    sourceCount: page.sources.length,
    cited: (ids) => {
      for (const source of page.sources) source.marks = ids.get(source.number) ?? [];
    },
    callouts,
    beforeHeading: callouts.size > 0 ? new Map() : middleCallout(page, record),
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

/** One box before the middle section of a long article whose author placed none. */
function middleCallout(page: ArticlePage, { article }: ArticleRecord): ReadonlyMap<string, CalloutView> {
  const main = article.sections.filter(({ level }) => level === 2);
  const middle = main[Math.ceil(main.length / 2)];
  const [best] = page.related;
  if (main.length < SECTIONS_FOR_CALLOUT || middle === undefined || best === undefined) return new Map();
  const callout = { label: page.texts.alsoRead ?? "", title: best.text, url: best.url, why: best.why };
  return new Map([[middle.anchor, callout]]);
}
