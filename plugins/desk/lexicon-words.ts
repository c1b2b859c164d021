import type { Corpus } from "../corpus/corpus.ts";
import { compareText } from "../problem.ts";

/** Words that articles present as a benefit's target and that no lexicon knows. */
export interface UnknownWords {
  readonly words: string;
  /** Where they stand: in the order of the articles, then of the text. */
  readonly places: readonly {
    readonly title: string;
    readonly url: string;
    readonly file: string;
    readonly line: number;
  }[];
}

/** Unknown words of all articles, the most frequent first; ties by the words. */
export function gatherUnknown({ records }: Corpus): readonly UnknownWords[] {
  const byWords = new Map<string, UnknownWords["places"][number][]>();
  for (const { article, url, unknownTargets = [] } of records.values())
    for (const { words, line } of unknownTargets) {
      const places = byWords.get(words) ?? [];
      places.push({ title: article.title, url, file: article.file, line });
      byWords.set(words, places);
    }
  return [...byWords]
    .map(([words, places]) => ({ words, places }))
    .sort((a, b) => b.places.length - a.places.length || compareText(a.words, b.words));
}
