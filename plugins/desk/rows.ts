import type { ArticleRecord } from "../corpus/types.ts";
import type { ArticlePage } from "../page/types.ts";
import type { Problem, Severity } from "../problem.ts";
import { mapLinks } from "./links.ts";
import { toldOnce } from "./told-once.ts";
import type { DeskFacts } from "./types.ts";

export const STATES = ["draft", "dated", "published", "unreadable"] as const;
/** `dated`: its day is to come. `unreadable`: its file cannot be read as it stands. */
export type State = (typeof STATES)[number];

/** One article of the desk's table. */
export interface DeskRow {
  readonly id: string;
  readonly file: string;
  readonly url: string;
  readonly title: string;
  readonly lang: string;
  readonly state: State;
  /** Day of publication, YYYY-MM-DD; "" where it cannot be read. */
  readonly day: string;
  readonly errorCount: number;
  readonly pointCount: number;
  readonly noteCount: number;
  /** Day on which the next review is due, and whether it is over; null where none is. */
  readonly review: { readonly day: string; readonly isOverdue: boolean } | null;
  readonly wordCount: number;
  readonly publishedCount: number;
  readonly proposedCount: number;
  readonly linksOut: number;
  readonly linksIn: number;
  /** ms since 1970; null when not known. */
  readonly savedAt: number | null;
}

/** Every article of the project, shown or not. */
export function deskRows(facts: DeskFacts): readonly DeskRow[] {
  const { corpus, views, savedAt } = facts;
  const links = mapLinks(corpus, facts.input);
  const counts = countProblems(toldOnce(corpus.problems));
  const shown = [...corpus.records].map(([id, record]): DeskRow => {
    const { article, url } = record;
    const view = views?.byUrl.get(url);
    return {
      id,
      file: article.file,
      url,
      title: article.title,
      lang: article.lang,
      state: stateOf(record),
      day: article.frontMatter.date.slice(0, 10),
      ...countsOf(counts, article.file),
      review: view?.kind === "article" ? reviewOf(view) : null,
      wordCount: article.wordCount,
      publishedCount: benefitCount(record.benefits),
      proposedCount: benefitCount(record.proposals),
      linksOut: links.out.get(id)?.length ?? 0,
      linksIn: links.in.get(id)?.length ?? 0,
      savedAt: savedAt(article.file),
    };
  });
  const hidden = corpus.leftOut.map(
    ({ id, file, title, url, why }): DeskRow => ({
      id,
      file,
      url: facts.lastPathOf(file) ?? url,
      title: title === "" ? id : title,
      lang: corpus.site.lang,
      state: why === "draft" ? "draft" : why === "future" ? "dated" : "unreadable",
      day: "",
      ...countsOf(counts, file),
      review: null,
      wordCount: 0,
      publishedCount: 0,
      proposedCount: 0,
      linksOut: 0,
      linksIn: 0,
      savedAt: savedAt(file),
    }),
  );
  return [...shown, ...hidden];
}

/** What an article is to its readers: its state is decided by the build. */
export function stateOf({ article, isHidden }: ArticleRecord): State {
  if (article.frontMatter.draft) return "draft";
  return isHidden ? "dated" : "published";
}

function reviewOf({ nextReview }: ArticlePage): DeskRow["review"] {
  return nextReview && { day: nextReview.iso.slice(0, 10), isOverdue: nextReview.isPastDue };
}

/** Benefits as readers count them: one of several passages is one. */
function benefitCount(benefits: readonly { readonly canonicals: readonly string[] }[]): number {
  const named = new Set(benefits.flatMap(({ canonicals }) => canonicals));
  return named.size + benefits.filter(({ canonicals }) => canonicals.length === 0).length;
}

type Counts = Readonly<Record<Severity, number>>;
const NONE: Counts = { error: 0, warning: 0, note: 0 };

function countProblems(problems: readonly Problem[]): ReadonlyMap<string, Counts> {
  const counts = new Map<string, Counts>();
  for (const { file, severity } of problems) {
    const known = counts.get(file) ?? NONE;
    counts.set(file, { ...known, [severity]: known[severity] + 1 });
  }
  return counts;
}

function countsOf(
  counts: ReadonlyMap<string, Counts>,
  file: string,
): Pick<DeskRow, "errorCount" | "pointCount" | "noteCount"> {
  const { error, warning, note } = counts.get(file) ?? NONE;
  return { errorCount: error, pointCount: warning, noteCount: note };
}
