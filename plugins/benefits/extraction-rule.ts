import type { Article } from "../article/types.ts";

/** A way of finding benefits that a site adds to the package's; asked of every article whose language can be read. */
export interface ExtractionRule {
  /** Lower-case words joined by "-", no name of the package's; `--without` leaves the rule out by it. */
  readonly name: string;
  /** How sure it is of what it finds, 0..1: published unasked is what reaches the site's `publishFrom`. */
  readonly confidence: number;
  /** The places in which an article says a benefit. Pure: asked again only when the article changes. */
  readonly find: (article: Article) => readonly ExtractionHit[];
}

/** One place in which an article says a benefit, as a rule of the site's own reads it. */
export interface ExtractionHit {
  /** 1-based line in the source file: a heading's, or one of a block's. */
  readonly line: number;
  /** What says so, in the article's words: part of that heading's or block's text. */
  readonly words: string;
  /** What is said: "reduce:stress", or in words as in front matter. */
  readonly benefits: readonly string[];
  /** True where the words present a benefit, as a heading or an item of a list does; else they are a sentence. */
  readonly isListed?: boolean;
  /** True where the article says it with reserve ("may help"). */
  readonly isHedged?: boolean;
}
