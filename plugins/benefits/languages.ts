import type { ReadTitle } from "../article/types.ts";
import { ENGLISH } from "./english/language.ts";
import { namesInTitle, type TitleTerms } from "./english/title.ts";
import type { Language } from "./language.ts";

const LANGUAGES: readonly Language[] = [ENGLISH];

/** Names of all ways in which benefits are found, as `vervain benefits --without` takes them. */
export const RULE_NAMES: readonly string[] = [...new Set(LANGUAGES.flatMap(({ ruleNames }) => ruleNames))];

/** The language to read an article with, by its tag; null where there is none: it then yields no claim at all. */
export function languageOf(lang: string): Language | null {
  const code = lang.toLowerCase().split(/[-_]/)[0];
  return LANGUAGES.find((one) => one.code === code) ?? null;
}

/** Reads what a title promises, as far as its language is known, and the names of the lexicon in it; each once, in order of appearance. */
export function titleReader(terms: TitleTerms): ReadTitle {
  return (title, lang) => ({
    benefitCount: languageOf(lang)?.countInTitle(title) ?? null,
    ...namesInTitle(title, terms),
  });
}
