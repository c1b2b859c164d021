import { isDisowned } from "../disowned.ts";
import { DOCTOR_WORDS, MEDICINE, MEDICINE_WORDS, SOME_MEDICINE, sendsToDoctor } from "../medicine.ts";
import { placeOf } from "../prose.ts";
import { isHealthArticle } from "../topics.ts";
import type { ArticleRule, Hit, Reading } from "../types.ts";

const LESS =
  "(?:reduc(?:e|es|ed|ing)|lower(?:s|ed|ing)?|lessen(?:s|ed|ing)?|decreas(?:e|es|ed|ing)|minimi[sz](?:e|es|ed|ing)|limit(?:s|ed|ing)?|cut(?:s|ting)?(?: down| back)?(?: on)?|eas(?:e|es|ing)|fewer|less|taper(?:ing)?(?: off)?|wean(?:ing)?(?: off)?|com(?:e|ing) off|stop(?:ping)?(?: taking)?|avoid(?:ing)?(?: taking)?|replac(?:e|es|ing)|skip(?:ping)?|without(?: having)?(?: to take| taking)|chang(?:e|ing)|free (?:you|people|them) from)";
const NEED =
  "(?:(?:need|dependen(?:ce|cy)|relian(?:ce|t)|dependent|reliance|use|doses?|dosages?|amount|intake|number|requirement)s? (?:for|on|of|upon) )";
const REDUCING = new RegExp(
  [
    `\\b${LESS} (?:(?:the|your|their|people's|our|a|any|his|her) )?${NEED}?${SOME_MEDICINE}`,
    `\\b(?:rely|relying|reliant|depend|dependent|dependence|dependency) (?:less )?(?:on|upon) ${SOME_MEDICINE}`,
    `\\b${MEDICINE} (?:dependen(?:ce|cy)|reliance|intake|use)\\b`,
    `\\balternatives? to (?:taking )?${SOME_MEDICINE}`,
    `\\b(?:instead of|in place of|rather than) (?:taking )?${SOME_MEDICINE}`,
  ].join("|"),
);
/** "Medication use" alone is a fact of life; less of it is advice. */
const LESS_ANYWHERE = new RegExp(
  `\\b${LESS}\\b|\\balternatives?\\b|\\binstead\\b|\\brather\\b|\\bin place\\b|\\brel(?:y|ying|iant)\\b|\\bdepend`,
);

export const medicineAdvice: ArticleRule = {
  name: "medicine-advice",
  number: 10,
  level: "error",
  scope: "article",
  language: "en",
  expected: "“Speak to your doctor before changing any medicine” on a page that speaks of needing less of it",
  why: "Readers who feel better change doses on their own",
  source: "HONcode, complementarity",
  todo: "Add that sentence beside these words.",
  check: (reading, context) => {
    const at = isHealthArticle(reading, context) ? reducing(reading) : null;
    if (at === null || reading.prose.withAny(DOCTOR_WORDS).some(({ lower }) => sendsToDoctor(lower)))
      return [];
    return [at];
  },
};

/** First words of the article that speak of less medicine. */
function reducing({ article, prose }: Reading): Hit | null {
  for (const sentence of prose.withAny(MEDICINE_WORDS)) {
    const at = sentence.lower.search(REDUCING);
    if (at < 0 || !LESS_ANYWHERE.test(sentence.lower) || isDisowned(article, prose, sentence, at)) continue;
    return { words: sentence.text, ...placeOf(sentence) };
  }
  return null;
}
