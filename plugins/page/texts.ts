/**
 * The words of the interface. One JSON file per language in `_includes/texts/`;
 * English is the language every other falls back to, word by word.
 */

/** Plural forms by CLDR category; `other` is always there. */
export type PluralForms = { readonly other: string } & Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;

/** Words without a number, by key. The keys are those of `texts/en.json`. */
export type Texts = Readonly<Record<string, string>>;

/** One language file. */
export interface TextsFile {
  readonly texts: Texts;
  readonly counts: Readonly<Record<string, PluralForms>>;
}

/** A language as the view builders use it. */
export interface Language {
  /** BCP 47, as the site or the article says. */
  readonly lang: string;
  readonly dir: "ltr" | "rtl";
  /** Whether it is written in Latin letters, by CLDR's likely script. */
  readonly isLatin: boolean;
  readonly texts: Texts;
  /** Language the texts are in: `lang`, or "en" where there is no file for it. */
  readonly textsLang: string;
  /** Words of `key` with `{name}` replaced. */
  say(key: string, values?: Readonly<Record<string, string>>): string;
  /** Words of `key` in the plural form of `count`; `{count}` is written in the language's digits. */
  count(key: string, count: number, values?: Readonly<Record<string, string>>): string;
  /** The plural forms of `key`, for scripts. */
  forms(key: string): PluralForms;
  /** "a, b and c". */
  list(items: readonly string[]): string;
  /** The number in the language's digits. */
  digits(value: number): string;
}

/** Scripts written from right to left, by language subtag. */
const RTL = new Set(["ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"]);

/** Direction of a BCP 47 tag; a script subtag such as `-Latn` is obeyed. */
export function directionOf(lang: string): "ltr" | "rtl" {
  const [language = "", script = ""] = lang.toLowerCase().split("-");
  if (script === "arab" || script === "hebr") return "rtl";
  return script.length !== 4 && RTL.has(language) ? "rtl" : "ltr";
}

function hasLatinScript(lang: string): boolean {
  try {
    return new Intl.Locale(lang).maximize().script === "Latn";
  } catch {
    return true;
  }
}

/**
 * The language `lang` from its file, completed from English. Keys missing in
 * the file are listed in `missing`; without a file that is all of them.
 */
export function languageFrom(
  lang: string,
  file: TextsFile | null,
  english: TextsFile,
): { readonly language: Language; readonly missing: readonly string[] } {
  const texts = { ...english.texts, ...file?.texts };
  const counts = { ...english.counts, ...file?.counts };
  const missing = [...missingKeys(english.texts, file?.texts), ...missingKeys(english.counts, file?.counts)];
  const textsLang = file === null ? "en" : lang;
  const plural = new Intl.PluralRules(textsLang);
  const numbers = new Intl.NumberFormat(textsLang);
  const lists = new Intl.ListFormat(textsLang, { type: "conjunction" });
  const counted = (key: string, count: number, values: Readonly<Record<string, string>>): string => {
    const forms = counts[key];
    const form = forms === undefined ? "" : (forms[plural.select(count)] ?? forms.other);
    return fill(form, { ...values, count: numbers.format(count) });
  };
  // "4 min read" and its like stand on every page, in few different numbers.
  const known = new Map<string, string>();
  const countedOnce = (key: string, count: number): string => {
    const name = `${key} ${count}`;
    const text = known.get(name) ?? counted(key, count, {});
    known.set(name, text);
    return text;
  };
  const language: Language = {
    lang,
    dir: directionOf(lang),
    isLatin: hasLatinScript(lang),
    texts,
    textsLang,
    say: (key, values = {}) => fill(texts[key] ?? "", values),
    count: (key, count, values) =>
      values === undefined ? countedOnce(key, count) : counted(key, count, values),
    forms: (key) => counts[key] ?? { other: "" },
    list: (items) => lists.format(items),
    digits: (value) => numbers.format(value),
  };
  return { language, missing };
}

function missingKeys(wanted: object, given: object | undefined): readonly string[] {
  return Object.keys(wanted).filter((key) => given === undefined || !Object.hasOwn(given, key));
}

function fill(form: string, values: Readonly<Record<string, string>>): string {
  return form.replace(/\{([a-z]+)\}/gi, (whole, name: string) => values[name] ?? whole);
}
