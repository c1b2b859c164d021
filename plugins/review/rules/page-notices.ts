import { isEnglish } from "../../article/language-tag.ts";
import { hostOf } from "../hosts.ts";
import type { PageRule } from "../types.ts";
import { NOTICE } from "./embeds.ts";

/** Wordings of a disclaimer, for sites that do not tell theirs. */
const DISCLAIMER =
  /\b(?:does not|doesn't|do not|don't|cannot|can't|isn't|never|not|no) (?:\w+ ){0,6}(?:replace|substitute|diagnos\w+|medical advice|professional advice|a substitute)\b|\b(?:informational|educational) purposes\b|\bnot (?:intended )?(?:as )?(?:a )?(?:substitute|medical advice)\b/i;
const SPONSORED =
  /\b(?:sponsor(?:ed|s)?|paid (?:for )?by|paid (?:partnership|promotion)|advertis(?:ement|ing|er)|in partnership with)\b/i;

export const pageDisclaimer: PageRule = {
  name: "page-disclaimer",
  number: 13,
  level: "error",
  scope: "page",
  language: "any",
  expected: "the disclaimer on the page itself",
  why: "Readers come from a search straight to this page and see no other",
  source: "HONcode, complementarity",
  todo: "Let the layout print the disclaimer below every article.",
  check: ({ text }, { lang }, { disclaimer }) => {
    if (disclaimer === null && !isEnglish(lang)) return [];
    const isShown = disclaimer === null ? DISCLAIMER.test(fold(text)) : fold(text).includes(fold(disclaimer));
    return isShown ? [] : [{ words: "" }];
  },
};

export const pageSponsor: PageRule = {
  name: "page-sponsor",
  number: 14,
  level: "error",
  scope: "page",
  language: "en",
  expected: "a label that names the sponsor",
  why: "Readers must know who paid for what they read",
  source: "JAMA benchmarks, disclosure; HONcode, advertising policy",
  todo: "Print “Sponsored by …” above the text.",
  check: ({ text }, { frontMatter: { sponsor } }) => {
    if (sponsor === null) return [];
    const at = text.indexOf(sponsor);
    const isLabelled =
      at >= 0 && SPONSORED.test(text.slice(Math.max(0, at - 120), at + sponsor.length + 120));
    return isLabelled ? [] : [{ words: sponsor }];
  },
};

export const pageAi: PageRule = {
  name: "page-ai",
  number: 23,
  level: "note",
  scope: "page",
  language: "any",
  expected: "what the article declares of AI, on the page",
  why: "Readers ask how a text was made",
  source: "Google, “How the content was created”",
  todo: "Let the layout print madeWithAi.",
  check: ({ text }, { frontMatter: { madeWithAi } }) =>
    madeWithAi === null || fold(text).includes(fold(madeWithAi)) ? [] : [{ words: madeWithAi }],
};

export const pageScripts: PageRule = {
  name: "page-scripts",
  number: 27,
  level: "warning",
  scope: "page",
  language: "en",
  expected: "no other site's script on a page about a condition, or a notice of it",
  why: "Who reads about an illness should not be known to a third party for it",
  source: "HONcode, privacy",
  todo: "Serve it from this site, or say on the page which site it loads and what that site learns.",
  check: ({ embeds, text }, { titleFacts }, { siteUrl }) => {
    const own = hostOf(siteUrl);
    const foreign = embeds.filter((src) => hostOf(src) !== "" && hostOf(src) !== own);
    if (foreign.length === 0 || titleFacts.conditions.length === 0 || NOTICE.test(text)) return [];
    return foreign.map((src) => ({ words: src }));
  },
};

function fold(text: string): string {
  return text.replaceAll("’", "'").replace(/\s+/g, " ").trim();
}
