/** Whether a text is one well-formed BCP 47 tag: "en", "pt-BR". */
export function isLanguageTag(value: string): boolean {
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}
