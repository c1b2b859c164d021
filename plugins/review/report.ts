import { compareText } from "../problem.ts";
import type { LevelCounts, Report, ReportArticle } from "./report-data.ts";
import { toReportHtml } from "./report-html.ts";
import { isOverdue, nextReview } from "./review-age.ts";
import type { SiteReview } from "./site.ts";
import type { ArticleReview, Finding, SiteArticle } from "./types.ts";

export interface ReportOptions {
  /** Time of the report, ISO 8601. */
  readonly now: string;
  readonly reviewMonths?: number;
}

/** Makes the editor's report of a review: JSON with a final line break, and one self-contained HTML page. */
export function toReport(
  review: SiteReview,
  articles: readonly SiteArticle[],
  options: ReportOptions,
): { readonly report: Report; readonly json: string; readonly html: string } {
  const report = gatherReport(review, articles, options);
  return { report, json: `${JSON.stringify(report, null, 2)}\n`, html: toReportHtml(report) };
}

function gatherReport(
  review: SiteReview,
  articles: readonly SiteArticle[],
  { now, reviewMonths }: ReportOptions,
): Report {
  const rows = articles
    .flatMap((entry) => {
      const found = review.articles.get(entry.article.id);
      return found ? [toRow(entry, found, now, reviewMonths)] : [];
    })
    .sort(compareRows);
  const all = [...review.site, ...rows.flatMap(({ findings }) => findings)];
  return {
    date: now.slice(0, 10),
    counts: countLevels(all),
    overdueCount: rows.filter((row) => row.isOverdue).length,
    silencedCount: rows.reduce((sum, { silenced }) => sum + silenced.length, 0),
    site: review.site,
    articles: rows,
  };
}

function toRow(
  { article, isHidden = false }: SiteArticle,
  { findings, silenced }: ArticleReview,
  now: string,
  reviewMonths: number | undefined,
): ReportArticle {
  const { date, updated, reviewed, authors } = article.frontMatter;
  return {
    id: article.id,
    file: article.file,
    title: article.title,
    authors,
    published: date.slice(0, 10),
    updated: updated?.slice(0, 10) ?? null,
    reviewed,
    nextReview: nextReview(reviewed, reviewMonths),
    isOverdue: isOverdue(reviewed, now, reviewMonths),
    isHidden,
    counts: countLevels(findings),
    findings,
    silenced,
  };
}

/** Counts findings by level. */
export function countLevels(findings: readonly Finding[]): LevelCounts {
  const counts = { error: 0, warning: 0, note: 0 };
  for (const { level } of findings) counts[level]++;
  return counts;
}

function compareRows(a: ReportArticle, b: ReportArticle): number {
  const late = Number(b.isOverdue) - Number(a.isOverdue);
  if (late !== 0) return late;
  const due = a.isOverdue ? compareText(a.nextReview ?? "", b.nextReview ?? "") : 0;
  return (
    due ||
    b.counts.error - a.counts.error ||
    b.counts.warning - a.counts.warning ||
    b.counts.note - a.counts.note ||
    compareText(a.id, b.id)
  );
}
