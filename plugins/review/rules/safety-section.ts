import { hasHeading } from "../aspects.ts";
import { listedBenefits } from "../listed.ts";
import type { ArticleRule } from "../types.ts";

const SAFETY =
  /\b(?:safe|safety|safely|side[ -]effects?|risks?|risky|cautions?|cautious|precautions?|contra[-‐‑ ]?indications?|warnings?|downsides?|drawbacks?|dangers?|harms?|who should(?: not|n't)?|who (?:can(?:not|'t)|must not|may not)|when not to|take care|avoid|beware|careful|interactions?|not for everyone|is not a good idea|limitations)\b/i;
/** One benefit named in passing asks for no balance; a list of them does. */
const LISTED_BENEFITS = 2;

export const safetySection: ArticleRule = {
  name: "safety-section",
  number: 12,
  level: "warning",
  scope: "article",
  language: "en",
  expected: "a section on safety beside the benefits",
  why: "Benefits without risks are half the truth",
  source: "Google quality rater guidelines; NHS content pages, side effects",
  todo: "Add a section such as “Who should take care”, with the side effects that are known.",
  check: ({ article }, { benefits = [], proposals }) => {
    const listed = listedBenefits(benefits, proposals);
    if (listed.length < LISTED_BENEFITS || hasHeading(article, SAFETY)) return [];
    const words = listed[0]?.heading ?? listed[0]?.evidence ?? "";
    return [
      {
        words,
        line: listed[0]?.line ?? 0,
        expected: `a section on safety beside ${listed.length} benefits`,
      },
    ];
  },
};
