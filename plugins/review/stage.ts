import type { ArticleHost } from "../build/plugin.ts";
import { areFaultsTold } from "../build/watchers.ts";
import type { Corpus } from "../corpus/corpus.ts";
import type { ArticleRecord } from "../corpus/types.ts";
import type { Problem } from "../problem.ts";
import { requireRuleLevels } from "./levels.ts";
import { readMarks } from "./marks.ts";
import { toProblem } from "./problems.ts";
import { requireOwnRules, ruleSet } from "./rule-set.ts";
import { reviewSite } from "./site.ts";
import type { FreshnessLock, ReviewOptions, SiteArticle } from "./types.ts";

/** What a review is made with beside the articles. */
export interface ReviewSetting {
  readonly rules: ReviewOptions;
  readonly lock: FreshnessLock | null;
  /** The file in which the owner says what the site is. */
  readonly file: string;
}

/**
 * Checks what a site says of the rules.
 *
 * @throws {RangeError} naming every rule and level that there is not, and what the owner's rules lack
 */
export function requireRules(rules: ReviewOptions): void {
  requireOwnRules("review", rules.ownRules ?? []);
  requireRuleLevels("review", rules.rules ?? {}, ruleSet(rules).names);
}

/** What is open in the articles of a build and in the site as a whole. */
export function openPoints(
  corpus: Corpus,
  host: ArticleHost,
  { rules, lock, file }: ReviewSetting,
): Problem[] {
  const facts = {
    articles: [...corpus.records.values()].map((record) => toSiteArticle(record, host)),
    pages: corpus.pages,
    draftPages: corpus.draftPages,
    file,
    lock,
  };
  const { now, people, site } = corpus;
  const context = { ...rules, now, people, reviewMonths: site.reviewMonths };
  // A writer who looks at a draft is told what is open in it; a build leaves it out, and what it lacks.
  const { articles, site: ofSite } = reviewSite(facts, context, { withHidden: areFaultsTold() });
  return [...ofSite, ...[...articles.values()].flatMap(({ findings }) => findings)].map(toProblem);
}

function toSiteArticle(
  { article: model, benefits, proposals, droppedCount = 0, against, isHidden }: ArticleRecord,
  host: ArticleHost,
): SiteArticle {
  const { body, bodyLine } = host.sourceOf(model.id);
  return {
    article: model,
    benefits,
    proposals,
    droppedCount,
    against,
    isHidden,
    marks: readMarks(body, bodyLine, host.keepsFrames),
    lineOf: (field) => host.lineOf(model.id, field),
  };
}
