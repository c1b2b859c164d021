const YEAR = /(?<!\p{N})(?:19|20)\p{N}{2}(?!\p{N})/u;
/** What stands in an entry of a list of sources and seldom in a sentence: initials, pages, an address. */
const MARKS: readonly RegExp[] = [
  /\p{Lu}\.[,;\s]/u,
  /\bet al\b/i,
  /\bdoi\b|https?:/i,
  /\p{N}+\s?[-–]\s?\p{N}+/u,
  /\p{N}\s?\(\p{N}+\)/u,
  /\bed(?:ition|s)?\b|\bvol\b|\bpp?\./i,
];

/** Whether a text is an entry of a list of sources: a year, and two marks of one at least. */
export function isCitation(text: string): boolean {
  return YEAR.test(text) && MARKS.filter((mark) => mark.test(text)).length >= 2;
}
