import type { Rule } from "./rule.ts";
import { googleArticleRules } from "./rules/google-article.ts";
import { googleListRules } from "./rules/google-lists.ts";
import { googleMediaRules } from "./rules/google-media.ts";
import { googleQuestionRules } from "./rules/google-questions.ts";
import { googleRatingRules } from "./rules/google-ratings.ts";
import { googleSiteRules } from "./rules/google-site.ts";
import { claimRules } from "./rules/honest-claims.ts";
import { reviewRules } from "./rules/honest-review.ts";
import { identityRules } from "./rules/identity.ts";
import { identityPageRules } from "./rules/identity-page.ts";
import { jsonRules } from "./rules/json.ts";
import { pageBodyRules } from "./rules/page-body.ts";
import { pageCodeRules } from "./rules/page-code.ts";
import { pageHeadRules } from "./rules/page-head.ts";
import { pageTitleRules } from "./rules/page-titles.ts";
import { siteFeedRules } from "./rules/site-feeds.ts";
import { siteLinkRules } from "./rules/site-links.ts";
import { siteMapRules } from "./rules/site-maps.ts";
import { sitePageRules } from "./rules/site-pages.ts";
import { stubRules } from "./rules/stubs.ts";
import { dateRules } from "./rules/value-dates.ts";
import { rangeRules } from "./rules/value-ranges.ts";
import { valueRules } from "./rules/values.ts";
import { visibleDateRules } from "./rules/visible-dates.ts";
import { visibleImageRules } from "./rules/visible-images.ts";
import { visibleLinkRules } from "./rules/visible-links.ts";
import { visibleListRules } from "./rules/visible-lists.ts";
import { visiblePartRules } from "./rules/visible-parts.ts";
import { visiblePeopleRules } from "./rules/visible-people.ts";
import { visibleTitleRules } from "./rules/visible-title.ts";
import { visibleTrailRules } from "./rules/visible-trail.ts";
import { vocabularyRules } from "./rules/vocabulary.ts";

/** Every rule of `vervain check`, in the order of the documentation. */
export const rules: readonly Rule[] = [
  ...jsonRules,
  ...vocabularyRules,
  ...valueRules,
  ...rangeRules,
  ...dateRules,
  ...identityRules,
  ...identityPageRules,
  ...stubRules,
  ...googleArticleRules,
  ...googleListRules,
  ...googleSiteRules,
  ...googleMediaRules,
  ...googleQuestionRules,
  ...googleRatingRules,
  ...reviewRules,
  ...claimRules,
  ...visibleTitleRules,
  ...visiblePeopleRules,
  ...visibleDateRules,
  ...visibleTrailRules,
  ...visibleListRules,
  ...visiblePartRules,
  ...visibleLinkRules,
  ...visibleImageRules,
  ...pageHeadRules,
  ...pageTitleRules,
  ...pageBodyRules,
  ...pageCodeRules,
  ...siteLinkRules,
  ...sitePageRules,
  ...siteMapRules,
  ...siteFeedRules,
];
