/** Languages written without spaces between words. */
const UNSPACED = /^(?:zh|ja|th|lo|km|my)\b/i;
const segmenters = new Map<string, Intl.Segmenter>();

/** Number of words in `text`; by Intl.Segmenter where the language has no spaces. */
export function countWords(text: string, lang: string): number {
  return UNSPACED.test(lang) ? countSegments(text, lang) : countSpaced(text);
}

function countSpaced(text: string): number {
  let count = 0;
  let inWord = false;
  for (let index = 0; index < text.length; index++) {
    const isSpace = text.charCodeAt(index) <= 32;
    if (!isSpace && !inWord) count++;
    inWord = !isSpace;
  }
  return count;
}

function countSegments(text: string, lang: string): number {
  let segmenter = segmenters.get(lang);
  if (!segmenter) {
    segmenter = new Intl.Segmenter(lang, { granularity: "word" });
    segmenters.set(lang, segmenter);
  }
  let count = 0;
  for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) count++;
  return count;
}
