import type { WordBag } from "./bags.ts";
import { IGNORED, type Vocabulary } from "./vocabulary.ts";

/** The form of each term that stands most often in the articles; ties by code unit. */
export function commonestForms(bags: readonly WordBag[], vocabulary: Vocabulary): string[] {
  const counts = new Float64Array(vocabulary.words.length);
  for (const { words, text, title } of bags) {
    for (let at = 0; at < words.length; at++) counts[words[at]!]! += text[at]! + title[at]!;
  }
  const best = new Int32Array(vocabulary.terms.length).fill(-1);
  for (let word = 0; word < counts.length; word++) {
    const term = vocabulary.termOf[word]!;
    if (term === IGNORED || counts[word] === 0) continue;
    const present = best[term]!;
    const difference = present < 0 ? 1 : counts[word]! - counts[present]!;
    if (difference > 0 || (difference === 0 && vocabulary.words[word]! < vocabulary.words[present]!))
      best[term] = word;
  }
  return Array.from(best, (word, term) => (word < 0 ? vocabulary.terms[term]! : vocabulary.words[word]!));
}
