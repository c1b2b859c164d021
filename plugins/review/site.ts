import { isOn } from "./levels.ts";
import { NO_MARKS } from "./marks.ts";
import { reviewFully, splitSilenced, toFinding } from "./review.ts";
import { ruleSet } from "./rule-set.ts";
import { readSilences } from "./silence.ts";
import type { ArticleReview, Finding, ReviewContext, SiteArticle, SiteFacts, SiteHit } from "./types.ts";

/** A review of a whole site. */
export interface SiteReview {
  /** By article id, in the site's order; hidden articles only on request. */
  readonly articles: ReadonlyMap<string, ArticleReview>;
  /** Findings that belong to no article. */
  readonly site: readonly Finding[];
}

export interface SiteReviewOptions {
  /** Drafts and future articles too; a build leaves them out, as it does on the site. */
  readonly withHidden?: boolean;
}

/** Reviews every article, then what only the whole site shows. Pure; linear in the text of all. */
export function reviewSite(
  facts: SiteFacts,
  context: ReviewContext,
  { withHidden = false }: SiteReviewOptions = {},
): SiteReview {
  const shown = facts.articles.filter(({ isHidden = false }) => withHidden || !isHidden);
  const hits = siteFindings({ ...facts, articles: shown }, context);
  const articles = new Map<string, ArticleReview>();
  for (const entry of shown) {
    const own = hits.get(entry) ?? [];
    articles.set(entry.article.id, merge(entry, reviewFully(entry.article, contextOf(entry, context)), own));
  }
  return { articles, site: hits.get(null) ?? [] };
}

/** What the rules know of one article of the site. */
function contextOf(
  { benefits, proposals, droppedCount = 0, against, marks, lineOf }: SiteArticle,
  context: ReviewContext,
): ReviewContext {
  const said = {
    benefits,
    droppedCount,
    ...(proposals ? { proposals } : {}),
    ...(against ? { against } : {}),
  };
  return { ...context, ...said, ...(marks ? { marks } : {}), ...(lineOf ? { lineOf } : {}) };
}

function siteFindings(facts: SiteFacts, context: ReviewContext): Map<SiteArticle | null, Finding[]> {
  const found = new Map<SiteArticle | null, Finding[]>();
  for (const rule of ruleSet(context).site) {
    if (!isOn(rule, context)) continue;
    for (const hit of rule.check(facts, context)) {
      const findings = toFinding(rule, { ...hit, line: lineOf(hit) }, hit.file, context);
      found.set(hit.article, [...(found.get(hit.article) ?? []), ...findings]);
    }
  }
  return found;
}

function lineOf({ field, line, article }: SiteHit): number {
  return field === undefined ? (line ?? 0) : (article?.lineOf?.(field) ?? 0);
}

function merge(
  { article, marks = NO_MARKS }: SiteArticle,
  review: ArticleReview,
  more: readonly Finding[],
): ArticleReview {
  if (more.length === 0) return review;
  const silences = readSilences({ article, marks });
  const added = splitSilenced([...review.findings, ...more], silences);
  return { findings: added.findings, silenced: [...review.silenced, ...added.silenced] };
}
