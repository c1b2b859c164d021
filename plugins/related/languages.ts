import { createRequire } from "node:module";
import { stemmer } from "stemmer";
import { requirePackages } from "../needs.ts";
import { withoutParticle } from "./korean.ts";
import { SMALL_WORDS } from "./small-words.ts";

/** What is known of the words of one language. */
export interface LanguageTools {
  /** Whether a word, in lower case and NFC, joins others and says nothing of a subject. */
  readonly isSmall: (word: string) => boolean;
  /** A word without its inflection; the word itself where nothing is known of the language. */
  readonly stem: (word: string) => string;
}

/** Stemmers of the Snowball family, by primary language subtag. */
const STEMMERS: Readonly<Record<string, string>> = {
  ar: "arabic",
  bg: "bulgarian",
  da: "danish",
  de: "german",
  el: "greek",
  es: "spanish",
  fi: "finnish",
  fr: "french",
  ga: "irish",
  hi: "indian",
  hu: "hungarian",
  hy: "armenian",
  id: "indonesian",
  it: "italian",
  lt: "lithuanian",
  nb: "norwegian",
  ne: "nepali",
  nl: "dutch",
  nn: "norwegian",
  no: "norwegian",
  pt: "portuguese",
  ro: "romanian",
  ru: "russian",
  sa: "sanskrit",
  sr: "serbian",
  sv: "swedish",
  ta: "tamil",
  tr: "turkish",
  uk: "ukrainian",
};

/** Languages that another name's list serves. */
const LISTED_AS: Readonly<Record<string, string>> = { nb: "no", nn: "no" };

const ENGLISH: LanguageTools = { isSmall: (word) => SMALL_WORDS.has(word), stem: stemEnglish };
const known = new Map<string, LanguageTools>([["en", ENGLISH]]);

/** What is known of a language (primary subtag); loaded when a site first uses it. */
export function toolsFor(lang: string): LanguageTools {
  let tools = known.get(lang);
  if (tools === undefined) {
    const small = smallWordsOf(lang);
    tools = { isSmall: (word) => small.has(plain(word)), stem: stemmerOf(lang) };
    known.set(lang, tools);
  }
  return tools;
}

const require = createRequire(import.meta.url);

function smallWordsOf(lang: string): ReadonlySet<string> {
  const lists = require("stopwords-iso") as Readonly<Record<string, readonly string[]>>;
  const name = LISTED_AS[lang] ?? lang;
  const words = Object.hasOwn(lists, name) ? lists[name]! : [];
  return new Set(words.map((word) => plain(word.toLowerCase().normalize("NFC"))));
}

function stemmerOf(lang: string): LanguageTools["stem"] {
  if (lang === "ko") return withoutParticle;
  const name = Object.hasOwn(STEMMERS, lang) ? STEMMERS[lang] : undefined;
  if (name === undefined) return plain;
  requirePackages("related", ["Also Read in your language"]);
  const { stemmer: stem } = require(`@orama/stemmers/${name}`) as {
    readonly stemmer: (word: string) => string;
  };
  return (word) => {
    const bare = plain(word);
    return stem(bare) || bare;
  };
}

/** Hebrew points, Arabic vowel signs and the stroke that stretches Arabic words: a text has them or not. */
const SIGNS = /[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u065f\u0670]/g;

/** The word as it is written without signs. */
function plain(word: string): string {
  return word.replace(SIGNS, "") || word;
}

const SHORTEST_STEM_INPUT = 3;

function stemEnglish(word: string): string {
  return word.length >= SHORTEST_STEM_INPUT && /^[a-z]+$/.test(word) ? stemmer(word) : word;
}
