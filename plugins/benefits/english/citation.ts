const CITATION =
  /^\W{0,4}\p{Lu}[\p{L}'’-]{1,30},? \p{Lu}\.?(?:[ ,.&-]{1,3}\p{Lu}\.?)?[^\n]{0,200}?[ (](?:19|20)\d\d[a-z]?[).;,:]/u;

/** "Casey, A., & Greenhaff, P. L. (2000). …": who wrote it and when, which is a source and no benefit. */
export function isCitation(text: string): boolean {
  return CITATION.test(text);
}
