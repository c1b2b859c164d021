/** Whether a text is one well-formed BCP 47 tag: "en", "pt-BR". */
export function isLanguageTag(value: string): boolean {
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}

/** Whether a tag is of English, of whatever country: rules that go by English words are silent elsewhere. */
export function isEnglish(lang: string): boolean {
  return /^en(?:[-_]|$)/i.test(lang);
}
