import type { Article } from "../article/types.ts";
import type { Extraction, ExtractOptions } from "./language.ts";
import { languageOf } from "./languages.ts";
import type { Lexicon } from "./lexicon.ts";
import { withOwnRules } from "./own-rules.ts";

const NOTHING: Extraction = {
  benefits: [],
  unnamed: [],
  nearly: [],
  unknownTargets: [],
  promised: null,
  promisedCount: null,
  ruleFaults: [],
  against: [],
};

/** Finds the benefits of an article; nothing where its language is not known. Pure; cost linear in the article's length. */
export function extractBenefits(
  article: Article,
  lexicon: Lexicon,
  options: ExtractOptions = {},
): Extraction {
  const found = languageOf(article.lang)?.extract(article, lexicon, options) ?? null;
  if (found === null) return NOTHING;
  const { ownRules = [], without = [] } = options;
  const asked = ownRules.filter(({ name }) => !without.includes(name));
  return asked.length === 0 ? found : withOwnRules(found, article, lexicon, asked);
}

/** What is found in an article, each benefit with the words that readers are shown. */
export function extractForReaders(article: Article, lexicon: Lexicon, options: ExtractOptions): Extraction {
  const extraction = extractBenefits(article, lexicon, options);
  const language = languageOf(article.lang);
  if (language === null || extraction.benefits.length === 0) return extraction;
  return { ...extraction, benefits: language.withSentences(article, lexicon, extraction.benefits) };
}
