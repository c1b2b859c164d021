import type { Article } from "../article/types.ts";

/** What people do to a target. */
export type Direction = "reduce" | "improve" | "regulate" | "prevent";

/** One benefit as one article presents it. */
export interface ArticleBenefit {
  /** `direction:target`, most certain first; never empty. */
  readonly canonicals: readonly string[];
  /** `explicit`: presented as a benefit. `prose`: asserted in a sentence. `writer`: added in front matter. */
  readonly kind: "explicit" | "prose" | "writer";
  /** The words that present it, numbering and marks removed; null for prose. */
  readonly heading: string | null;
  /** The sentence or heading that says so, in the article's words. */
  readonly evidence: string;
  /** 1-based line in the source file. */
  readonly line: number;
  /** Id on the article's page where the passage stands. */
  readonly anchor: string;
  readonly hedged: boolean;
  /** Evidence grade by the writer; null: not graded. */
  readonly grade: { readonly grade: string; readonly source: string } | null;
  /** Name of the rule that found it; "front-matter" for the writer's. */
  readonly rule: string;
  /** 0..1. */
  readonly confidence: number;
  /** True where front matter made or changed it. */
  readonly byWriter: boolean;
}

export type ReasonKind = "benefit" | "condition" | "therapy" | "words" | "tag" | "pinned" | "fill";

/** Why one article is offered beside another, as data. */
export interface Reason {
  readonly kind: ReasonKind;
  /** Canonicals, ids, tags or words shared, strongest first. */
  readonly shared: readonly string[];
}

export interface RelatedLink {
  readonly id: string;
  /** 0..1, highest first. */
  readonly score: number;
  readonly reasons: readonly Reason[];
}

/** What an author's "Also Read" line was found to mean. */
export interface ResolvedOffer {
  readonly line: number;
  readonly phrase: string;
  /** As the author wrote it. */
  readonly title: string;
  /** Id of the article meant; null: none is close enough. */
  readonly id: string | null;
  readonly by: "id" | "path" | "title" | "close-title" | "url" | "none";
  /** 0..1. */
  readonly closeness: number;
}

/** Everything decided about one article before the first page renders. Stages fill their own part and read the others'. */
export interface ArticleRecord {
  readonly article: Article;
  /** Path on the site, "/massage-for-insomnia/". */
  readonly url: string;
  benefits: readonly ArticleBenefit[];
  related: readonly RelatedLink[];
  offers: readonly ResolvedOffer[];
  /** Hidden from a production build (draft or dated in the future) but shown by `vervain serve`. */
  readonly isHidden: boolean;
}
