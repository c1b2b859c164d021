import { folded } from "./escape.ts";

/** Longest description, in characters: what search results show of one. */
const LIMIT = 160;
/** A sentence end, with what closes it, before the next sentence. */
const SENTENCE = /[.!?…]["”’)]*(?=\s+["“‘(]?[\p{Lu}\p{N}])/gu;

/**
 * The page's own description, else the opening sentences of its lead: always
 * the author's words, at most 160 characters; "…" where a sentence had to be
 * cut. null when there are neither.
 */
export function describe(description: string | null, lead: string): string | null {
  const own = folded(description ?? "");
  const isCutShort = /(?:\[?…\]?|\[?\.{3}\]?)$/.test(own);
  const words = own !== "" && !isCutShort ? own : folded(lead) || own;
  return words === "" ? null : wholeSentences(words) || cutWords(words);
}

function wholeSentences(text: string): string {
  if (text.length <= LIMIT) return text;
  let end = 0;
  for (const { index, 0: mark } of text.slice(0, LIMIT + 1).matchAll(SENTENCE)) {
    if (index + mark.length <= LIMIT) end = index + mark.length;
  }
  return text.slice(0, end);
}

function cutWords(text: string): string {
  const cut = text.slice(0, LIMIT);
  const space = cut.lastIndexOf(" ");
  return `${cut.slice(0, space > LIMIT / 2 ? space : LIMIT - 1).replace(/[\s,;:–—-]+$/u, "")}…`;
}
