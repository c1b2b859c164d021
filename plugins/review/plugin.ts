import { existsSync, readFileSync } from "node:fs";
import { relative, sep } from "node:path";
import { OPTION_NAMES } from "../build/options.ts";
import { article } from "../build/plugin.ts";
import { checkSetup } from "../build/setup-checks.ts";
import { STAGE_ORDER } from "../corpus/corpus.ts";
import type { EleventyConfig } from "../eleventy.ts";
import { parseOptions, type Taken } from "../options.ts";
import { requireConfig } from "../own-plugin.ts";
import type { Problem, Severity } from "../problem.ts";
import { SetupError } from "../problem.ts";
import { reviewers, settings } from "./given.ts";
import { REVIEW_OPTIONS, type ReviewPluginOptions } from "./options.ts";
import type { FreshnessLock } from "./types.ts";

export type { ReviewPluginOptions } from "./options.ts";
export type { ArticleRule, Hit, OwnRule, PageRule, ReviewContext, SiteRule } from "./types.ts";

type GivenReview = NonNullable<Taken<typeof REVIEW_OPTIONS>["review"]>;

/**
 * Checks every article as a careful health editor would and adds what is open to the build's report.
 * A build begins with an error for rules that there are not, and for rules of the owner's that lack a part.
 */
export function review(config: EleventyConfig, options: ReviewPluginOptions = {}): void {
  requireConfig("review", config);
  const parsed = parseOptions("review", REVIEW_OPTIONS, options, OPTION_NAMES);
  const { failOn, lock, ...rules } = parsed.review ?? defaults();
  settings.set(config, { rules, lock });
  const host = article(config, options);
  checkSetup(config, async () => (await import("./stage.ts")).requireRules(rules));
  const weigh = (problem: Problem): Problem => ({ ...problem, severity: weightOf(problem.severity, failOn) });
  host.addStage({
    name: "review",
    order: STAGE_ORDER.review,
    mayStop: failOn !== "never",
    run: async (corpus) => {
      const { openPoints } = await import("./stage.ts");
      const { pageReviewer } = await import("./built-pages.ts");
      const setting = { rules, lock: readLock(lock), file: siteFile(config) };
      corpus.problems.push(...openPoints(corpus, host, setting).map(weigh));
      const reviewed = pageReviewer(corpus, rules);
      reviewers.set(corpus, (page) => reviewed(page).map(weigh));
    },
  });
}

function defaults(): GivenReview {
  return parseOptions("review", REVIEW_OPTIONS, { review: {} }).review as GivenReview;
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

function readLock(file: string): FreshnessLock | null {
  if (!existsSync(file)) return null;
  try {
    return JSON.parse(readFileSync(file, "utf8")) as FreshnessLock;
  } catch {
    throw new SetupError(
      `${file}: lock: expected JSON written by vervain review, received a fault. Remove the file, then run vervain review --accept.`,
    );
  }
}
