import type { Article } from "../../article/types.ts";

/** A range of a text, in characters; `end` is not part of it. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** One article as the helper reads it. */
export interface LinkingArticle {
  readonly article: Article;
  /** Its Markdown as it stands in the file, and the 1-based line on which it begins. */
  readonly source: () => { readonly body: string; readonly bodyLine: number };
  /** Ids of articles that its text, its lines or its boxes lead to. */
  readonly linked: ReadonlySet<string>;
  /** Id of the article that a link of its text leads to; null: none. */
  readonly leadsTo: (href: string) => string | null;
  /** Ids that are never suggested here. */
  readonly excluded?: ReadonlySet<string>;
  /** True: no other article is led here. */
  readonly isHidden?: boolean;
}

/** A phrase of an article's text that could lead to another article. */
export interface LinkSuggestion {
  /** Article that holds the phrase. */
  readonly id: string;
  /** Article it could lead to. */
  readonly target: string;
  readonly phrase: string;
  /** 1-based line of the file on which the phrase begins. */
  readonly line: number;
  /** The sentence, parted at the phrase. */
  readonly before: string;
  readonly after: string;
  /** 0..1: how much of the target's subject the phrase names where it stands. */
  readonly fit: number;
  readonly why: LinkWhy;
  /** Where the phrase stands, for writing it. */
  readonly place: LinkPlace;
}

/** Why a phrase could lead to an article, as data. */
export interface LinkWhy {
  /** Share of the target's subject that the phrase itself holds, 0..1. */
  readonly named: number;
  /** Words of the target's title that stand around the phrase, or that this article is on too, most telling first. */
  readonly around: readonly string[];
  /** True where no other text leads to the target. */
  readonly isOrphan: boolean;
}

/** A phrase to be made a link: where it stands, as {@link passagesOf} reads the text. */
export interface LinkPlace {
  /** Index of the passage. */
  readonly passage: number;
  /** The whole text of the passage, by which it is known again. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}
