import type { Token } from "../article/markdown.ts";
import type { BenefitView, CalloutView } from "../page/parts.ts";

/** What the renderer needs to know of the article it renders. */
export interface ArticleMarks {
  /** By anchor. */
  readonly benefits: ReadonlyMap<string, BenefitView>;
  /** Number of a source by its address. */
  readonly sourceNumbers: ReadonlyMap<string, number>;
  readonly sourceCount: number;
  /** Told the ids of the marks that cite each source, by number, in order. */
  cited(ids: ReadonlyMap<number, readonly string[]>): void;
  /** By the 1-based line of the file on which the author offers other articles. */
  readonly callouts: ReadonlyMap<number, readonly CalloutView[]>;
  /** By the anchor of the heading they stand before. */
  readonly beforeHeading: ReadonlyMap<string, CalloutView>;
  /** 1-based lines of the file by heading anchor, and of the first block: they tell where the body starts. */
  readonly lineOfAnchor: ReadonlyMap<string, number>;
  readonly firstBlockLine: number;
}

/** Finds the marks of the page that is rendered from the renderer's environment; null: not an article. */
export type MarksOf = (env: unknown) => ArticleMarks | null;

/** Makes a token whose content is printed as it stands. */
export type HtmlToken = (content: string) => Token;
