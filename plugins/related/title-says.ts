import type { Analysis } from "./analysis.ts";

/** Longest word that is looked at as initials. */
const MOST_INITIALS = 6;
/** Least letters at their beginning, and least share of the longer word, that two words of one root have in common. */
const LEAST_ROOT = 5;
const ROOT_SHARE = 0.6;

/**
 * Whether an article's title says a term already: as it is, in a word of the same
 * root ("pregnant", "pregnancy"), inside a compound or around one ("infertility", "fertility"), or in letters ("WBC", "White
 * Blood Cells").
 */
export function titleReader({ group, vectors: { titleStart, titleTerm }, forms }: Analysis) {
  return function titleOf(index: number): (term: number) => boolean {
    const terms = titleTerm.subarray(titleStart[index]!, titleStart[index + 1]!);
    const title = (group.documents[index]?.title ?? "").normalize("NFC").toLowerCase();
    const words = title.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
    const initials = words.map((word) => word.charAt(0)).join("");
    return function says(term) {
      if (terms.includes(term)) return true;
      const form = forms[term]!;
      if (form.length <= MOST_INITIALS && initials.includes(form)) return true;
      return words.some(
        (word) => word === form || isInside(form, word) || isInside(word, form) || areOfOneRoot(form, word),
      );
    };
  };
}

/** Scripts without blanks: all of them have short words. */
function isInside(form: string, word: string): boolean {
  return (form.length >= LEAST_ROOT || form > "\u2e7f") && word.includes(form);
}

function areOfOneRoot(one: string, other: string): boolean {
  let common = 0;
  while (common < one.length && one[common] === other[common]) common++;
  return common >= LEAST_ROOT && common >= ROOT_SHARE * Math.max(one.length, other.length);
}
