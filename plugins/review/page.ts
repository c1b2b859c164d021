import { isEnglish } from "../article/language-tag.ts";
import type { Article } from "../article/types.ts";
import { isOn } from "./levels.ts";
import { NO_MARKS } from "./marks.ts";
import { splitSilenced, toFinding } from "./review.ts";
import { ruleSet } from "./rule-set.ts";
import { readSilences } from "./silence.ts";
import type { ArticleReview, PageContext, PageFacts } from "./types.ts";

/** What the built page of an article shows, against what the article says. Pure. */
export function reviewPage(page: PageFacts, article: Article, context: PageContext): ArticleReview {
  const findings = ruleSet(context).page.flatMap((rule) => {
    if (!isOn(rule, context) || (rule.language === "en" && !isEnglish(article.lang))) return [];
    return rule.check(page, article, context).flatMap((hit) => toFinding(rule, hit, page.file, context));
  });
  return splitSilenced(findings, readSilences({ article, marks: context.marks ?? NO_MARKS }));
}
