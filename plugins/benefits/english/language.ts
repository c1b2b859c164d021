import type { Language } from "../language.ts";
import { extractEnglish, RULE_NAMES, withSentences } from "./extract.ts";
import { notesOf } from "./notes.ts";
import { therapiesSaid } from "./said-of.ts";
import { countInTitle, decodeEntities } from "./title.ts";

/** English, whole: what reads claims in it, and every word and pattern it goes by. */
export const ENGLISH: Language = {
  code: "en",
  ruleNames: RULE_NAMES,
  extract: extractEnglish,
  withSentences,
  therapiesSaid,
  countInTitle: (title) => countInTitle(decodeEntities(title)),
  notesOf,
};
