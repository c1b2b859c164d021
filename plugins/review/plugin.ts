import { existsSync, readFileSync } from "node:fs";
import { relative, sep } from "node:path";
import { OPTION_NAMES } from "../build/options.ts";
import { type ArticleHost, article } from "../build/plugin.ts";
import { areFaultsTold } from "../build/watchers.ts";
import { type Corpus, STAGE_ORDER } from "../corpus/corpus.ts";
import type { ArticleRecord } from "../corpus/types.ts";
import type { EleventyConfig } from "../eleventy.ts";
import { parseOptions, type Taken } from "../options.ts";
import type { Problem, Severity } from "../problem.ts";
import { processMap } from "../process-map.ts";
import { type PageReview, pageReviewer } from "./built-pages.ts";
import { requireRuleLevels } from "./levels.ts";
import { readMarks } from "./marks.ts";
import { REVIEW_OPTIONS, type ReviewPluginOptions } from "./options.ts";
import { toProblem } from "./problems.ts";
import { requireOwnRules, ruleSet } from "./rule-set.ts";
import { reviewSite } from "./site.ts";
import type { FreshnessLock, ReviewOptions, SiteArticle } from "./types.ts";

export type { ReviewPluginOptions } from "./options.ts";
export type { ArticleRule, Hit, OwnRule, PageRule, ReviewContext, SiteRule } from "./types.ts";

const DEFAULTS = REVIEW_OPTIONS.shape.review.parse({}) as NonNullable<Taken<typeof REVIEW_OPTIONS>["review"]>;

const reviewers = new WeakMap<Corpus, PageReview>();

/** The review of a build's pages, for `build --check`; null where the plugin is not used. */
export function pageReviewOf(corpus: Corpus): PageReview | null {
  return reviewers.get(corpus) ?? null;
}

/** What a configuration says of the review, for the command. */
export interface ReviewSettings {
  readonly rules: ReviewOptions;
  /** File that remembers texts and dates. */
  readonly lock: string;
}

const settings = processMap<EleventyConfig, ReviewSettings>("review.settings");

/** What a configuration gave the plugin; null where it does not use it. */
export function reviewSettingsOf(config: EleventyConfig): ReviewSettings | null {
  return settings.get(config) ?? null;
}

/** Checks every article as a careful health editor would and adds what is open to the build's report. */
export function review(config: EleventyConfig, options: ReviewPluginOptions = {}): void {
  const parsed = parseOptions("review", REVIEW_OPTIONS, options, OPTION_NAMES);
  const { failOn, lock, ...rules } = parsed.review ?? DEFAULTS;
  requireOwnRules("review", rules.ownRules ?? []);
  requireRuleLevels("review", rules.rules ?? {}, ruleSet(rules).names);
  settings.set(config, { rules, lock });
  const host = article(config, options);
  const weigh = (problem: Problem): Problem => ({ ...problem, severity: weightOf(problem.severity, failOn) });
  host.addStage({
    name: "review",
    order: STAGE_ORDER.review,
    mayStop: failOn !== "never",
    run: (corpus) => {
      corpus.problems.push(...openPoints(corpus, host, rules, readLock(lock), siteFile(config)).map(weigh));
      const reviewed = pageReviewer(corpus, rules);
      reviewers.set(corpus, (page) => reviewed(page).map(weigh));
    },
  });
}

/** The file in which the owner says what the site is, as they know it; "site" where it is said elsewhere. */
function siteFile({ directories: { data } }: EleventyConfig): string {
  const folder = relative(".", data).split(sep).join("/");
  const name = ["ts", "js", "mjs", "json"]
    .map((ending) => `${folder}/site.${ending}`)
    .find((path) => existsSync(path));
  return name ?? "site";
}

/** What a finding of a level is to the build. */
function weightOf(level: Severity, failOn: "error" | "warning" | "never"): Severity {
  if (level === "note" || failOn === "error") return level;
  return failOn === "warning" ? "error" : "warning";
}

function openPoints(
  corpus: Corpus,
  host: ArticleHost,
  rules: ReviewOptions,
  lock: FreshnessLock | null,
  file: string,
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

function readLock(file: string): FreshnessLock | null {
  if (!existsSync(file)) return null;
  try {
    return JSON.parse(readFileSync(file, "utf8")) as FreshnessLock;
  } catch {
    throw new RangeError(
      `${file}: lock: expected JSON written by vervain review, received a fault. Remove the file, then run vervain review --accept.`,
    );
  }
}
