import type { Severity } from "../problem.ts";
import type { Finding, SilencedFinding } from "./types.ts";

/** How many findings of each level. */
export type LevelCounts = Readonly<Record<Severity, number>>;

/** One article in the editor's report. */
export interface ReportArticle {
  readonly id: string;
  readonly file: string;
  readonly title: string;
  readonly authors: readonly string[];
  /** Days, ISO 8601. */
  readonly published: string;
  readonly updated: string | null;
  readonly reviewed: string | null;
  readonly nextReview: string | null;
  readonly isOverdue: boolean;
  /** Draft, or dated in the future. */
  readonly isHidden: boolean;
  readonly counts: LevelCounts;
  readonly findings: readonly Finding[];
  readonly silenced: readonly SilencedFinding[];
}

/** The editor's report as data; the HTML shows the same. */
export interface Report {
  /** Day of the report. */
  readonly date: string;
  readonly counts: LevelCounts;
  readonly overdueCount: number;
  readonly silencedCount: number;
  /** Findings of the site as a whole. */
  readonly site: readonly Finding[];
  /** Overdue reviews first (longest due first), then most errors, most warnings, most notes, then id. */
  readonly articles: readonly ReportArticle[];
}
