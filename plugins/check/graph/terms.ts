const PREFIX = /^(?:https?:\/\/(?:www\.)?schema\.org\/|schema:)/i;

/** The term without schema.org's address or prefix: "https://schema.org/Person" → "Person". */
export function localName(term: string): string {
  return term.includes(":") ? term.replace(PREFIX, "") : term;
}

/** Name of the term when the text is an address at schema.org with one step in its path, else null. */
export function schemaOrgTerm(text: string): string | null {
  if (!text.startsWith("http") && !text.startsWith("schema:")) return null;
  const match = /^(?:https?:\/\/(?:www\.)?schema\.org\/|schema:)([A-Za-z0-9_-]+)$/.exec(text);
  return match === null ? null : match[1]!;
}

/** True for a term of another vocabulary: "gs1:gtin", "http://xmlns.com/foaf/0.1/name". */
export function isForeign(term: string): boolean {
  return (term.includes(":") || term.includes("/")) && /[:/]/.test(localName(term));
}
