import type { ArticleRule, PageRule, SiteRule } from "../types.ts";
import { absoluteLanguage } from "./absolute-language.ts";
import { aiDeclared } from "./ai-declared.ts";
import { author } from "./author.ts";
import { authorProfile } from "./author-profile.ts";
import { claimSource } from "./claim-source.ts";
import { comments } from "./comments.ts";
import { dates } from "./dates.ts";
import { disclosure } from "./disclosure.ts";
import { embeds } from "./embeds.ts";
import { emptyBenefits } from "./empty-benefits.ts";
import { freshDate } from "./fresh-date.ts";
import { headings } from "./headings.ts";
import { images } from "./images.ts";
import { jargon } from "./jargon.ts";
import { leftovers } from "./leftovers.ts";
import { medicineAdvice } from "./medicine-advice.ts";
import { namedQuotes } from "./named-quotes.ts";
import { nearDuplicate } from "./near-duplicate.ts";
import { notReviewed } from "./not-reviewed.ts";
import { pageDates } from "./page-dates.ts";
import { pageFooter } from "./page-footer.ts";
import { pageAi, pageDisclaimer, pageScripts, pageSponsor } from "./page-notices.ts";
import { pageByline, pageReviewer } from "./page-people.ts";
import { plainTitle } from "./plain-title.ts";
import { readingLevel } from "./reading-level.ts";
import { reviewAge } from "./review-age.ts";
import { reviewer } from "./reviewer.ts";
import { safetySection } from "./safety-section.ts";
import { seeDoctor } from "./see-doctor.ts";
import { sentenceLength } from "./sentence-length.ts";
import { silence } from "./silence.ts";
import { sitePages } from "./site-pages.ts";
import { sources } from "./sources.ts";
import { stopMedicine } from "./stop-medicine.ts";
import { titleCount } from "./title-count.ts";

/** Rules that read one article, by the number of their check. */
export const ARTICLE_RULES: readonly ArticleRule[] = [
  author,
  authorProfile,
  reviewer,
  notReviewed,
  dates,
  reviewAge,
  sources,
  claimSource,
  absoluteLanguage,
  stopMedicine,
  medicineAdvice,
  seeDoctor,
  safetySection,
  disclosure,
  namedQuotes,
  readingLevel,
  sentenceLength,
  jargon,
  titleCount,
  emptyBenefits,
  plainTitle,
  headings,
  images,
  aiDeclared,
  leftovers,
  comments,
  embeds,
  silence,
];

/** Rules that need the other articles and pages. */
export const SITE_RULES: readonly SiteRule[] = [freshDate, sitePages, nearDuplicate];

/** Rules that need the built page. */
export const PAGE_RULES: readonly PageRule[] = [
  pageByline,
  pageReviewer,
  pageDates,
  pageDisclaimer,
  pageSponsor,
  pageFooter,
  pageAi,
  pageScripts,
];
