import type { Passage, PassageLink } from "./passages.ts";
import type { TextReader } from "./text-words.ts";
import type { Range } from "./types.ts";

/** A place in an article's text, in words from its beginning: half-open. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Places of an article's text in words. */
export interface WordCount {
  /** Words of all passages. */
  readonly total: number;
  /** Where a range of a passage stands. */
  readonly spanOf: (at: Range & { readonly passage: number }) => Span;
  /** Where links stand that `counts` lets through. */
  readonly linkSpans: (counts: (link: PassageLink) => boolean) => readonly Span[];
}

/** Counts the words of passages. */
export function countPassages(passages: readonly Passage[], read: TextReader): WordCount {
  const starts: number[] = [];
  let total = 0;
  const ends = passages.map(({ text }) => {
    starts.push(total);
    const words = read(text).map(({ end }) => end);
    total += words.length;
    return words;
  });
  const wordsBefore = (passage: number, offset: number): number =>
    starts[passage]! + ends[passage]!.filter((end) => end <= offset).length;
  const spanOf: WordCount["spanOf"] = ({ passage, start, end }) => ({
    from: wordsBefore(passage, start),
    to: wordsBefore(passage, end),
  });
  return {
    total,
    spanOf,
    linkSpans: (counts) =>
      passages.flatMap(({ links }, passage) =>
        links.filter(counts).map(({ start, end }) => spanOf({ passage, start, end })),
      ),
  };
}

/** Whether between a place and all others there are so many words. */
export function isApart(place: Span, others: readonly Span[], least: number): boolean {
  return others.every(({ from, to }) => place.from - to >= least || from - place.to >= least);
}
