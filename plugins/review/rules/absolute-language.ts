import { clauseBefore, isDisowned } from "../disowned.ts";
import { placeOf, type Sentence } from "../prose.ts";
import { isHealthArticle } from "../topics.ts";
import type { ArticleRule, Hit } from "../types.ts";

const TRIGGERS: readonly string[] =
  "cure cures cured curing cure-all guarantee guarantees guaranteed miracle miracles miraculous miraculously magic 100% hundred percent effects side-effects eliminate eliminates eliminated eliminating eradicate eradicates eradicated banish banishes permanently forever risk-free always everyone completely totally".split(
    " ",
  );
const ILL =
  "(?:pain|stress|anxiety|insomnia|depression|disease|diseases|cancer|diabetes|arthritis|migraines?|headaches?|inflammation|symptoms?|toxins?|illness|infections?|asthma|allergies|sleeplessness|fatigue|nausea|cravings|worry|tension|conditions?|problems?|disorders?)";
const ABSOLUTE = new RegExp(
  [
    // Cured meat, a cure in the kitchen and the curing of resin are other words.
    "\\b(?:cure|cures|curing)\\b(?! (?:meats?|hams?|bacon|fish|salmon|pork|salts?|mix|nothing|nobody|no (?:one|disease|illness)|none)\\b)",
    "\\bcured (?:of |by |from |my |her |his |their |your |the |people|patients|\\w+ (?:of|with)\\b)",
    "\\b(?:was|were|be|been|get|got|is|are) cured\\b(?! (?:meats?|hams?|bacon|in (?:salt|brine)))",
    "\\bcure-all\\b",
    "(?<!money-back )(?<!money back )(?<!satisfaction )\\bguarantee(?:s|d)?\\b(?! (?:fund|scheme|period|program))",
    "\\bmirac(?:les?|ulous|ulously)\\b",
    "\\b(?:100 ?%|(?:one |a )?hundred per ?cent) (?:effective|safe|natural and safe|successful|success|cure|proven|guaranteed|certain|results?)\\b",
    "\\b(?:no|zero|without(?: any)?|free (?:of|from)(?: any)?|never (?:any|has)) (?:known |harmful |negative |adverse |unwanted |dangerous )?side[ -]effects?\\b",
    `\\b(?:eliminat|eradicat|banish)(?:e|es|ed|ing)? (?:all |any |your |the |chronic |every |feelings of |most ){0,2}${ILL}\\b`,
    `\\b(?:permanently|completely|totally|forever) (?:cures?|ends?|removes?|eliminates?|gets? rid of|stops?|heals?|relieves?)\\b`,
    "\\bworks? (?:for everyone|every time|without fail)\\b|\\balways works\\b|\\brisk-free\\b",
  ].join("|"),
  "g",
);

/** A cure that is looked for is not promised. */
const SOUGHT =
  /\b(?:try(?:ing)? to|hop(?:e|es|ing) (?:to|for)|search(?:ing)? for|look(?:ing)? for|quest for|hunt for|instead of a|desperate for|waiting for|wish(?:es)? for)(?: \w+){0,2} $/;

export const absoluteLanguage: ArticleRule = {
  name: "absolute-language",
  number: 9,
  level: "warning",
  scope: "article",
  language: "en",
  expected: "words that leave room for doubt",
  why: "No therapy works for everybody or without any risk, and a promised cure keeps people from care",
  source: "HONcode, complementarity; Google quality rater guidelines, harm",
  todo: "Say what it may do, and for whom: “may ease”, “some people find”.",
  check: (reading, context) => {
    const { article, prose } = reading;
    if (!isHealthArticle(reading, context)) return [];
    return prose.withAny(TRIGGERS).flatMap((sentence): Hit[] => {
      const words = firstOwn(sentence, (at) => isDisowned(article, prose, sentence, at));
      if (words === null) return [];
      return [{ words: excerpt(sentence, words), ...placeOf(sentence) }];
    });
  },
};

/** Position of the first match that is the article's own claim; null when there is none. */
function firstOwn({ lower, text, place }: Sentence, isDisownedAt: (at: number) => boolean): number | null {
  let seen = 0;
  for (const match of lower.matchAll(ABSOLUTE)) {
    // After a few disowned ones the sentence is about claims, not a claim.
    if (++seen > 5) return null;
    if (isName(text, place, match.index) || SOUGHT.test(clauseBefore(lower, match.index))) continue;
    if (!isDisownedAt(match.index)) return match.index;
  }
  return null;
}

/** "The 21st Century Cures Act" and "Cure Forward" promise nothing. */
function isName(text: string, place: Sentence["place"], at: number): boolean {
  return (
    at > 0 &&
    place !== "title" &&
    place !== "heading" &&
    /^\p{Lu}\p{Ll}/u.test(text.slice(at, at + 2)) &&
    /[\w,] $/.test(text.slice(0, at))
  );
}

/** The sentence from a little before the words, so that a long one still shows them. */
function excerpt({ text }: Sentence, at: number): string {
  if (text.length <= 60 || at < 30) return text;
  const space = text.indexOf(" ", at - 25);
  return text.slice(space < 0 || space > at ? at : space + 1);
}
