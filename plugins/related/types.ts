import type { Reason } from "../corpus/types.ts";

/** What is known of one article when related articles are sought. Only `id`, `title` and `text` are needed. */
export interface RelatedDocument {
  /** Unique among the documents. */
  readonly id: string;
  readonly title: string;
  /** Plain text, headings included; "" is allowed. */
  readonly text: string;
  /** Headings of the text, in order: what its parts are about. Named in reasons. */
  readonly headings?: readonly string[] | null;
  /** Level of each heading, as many as there are headings: one stands under the last before it of a lower level. Default: none does. */
  readonly levels?: readonly number[] | null;
  readonly tags?: readonly string[] | null;
  /** ISO 8601; null or unreadable: the article has no date. */
  readonly date?: string | null;
  /** BCP 47; articles are compared within their primary language. Default: {@link RelatedOptions.lang}. */
  readonly lang?: string | null;
  /** Canonicals, "reduce:stress". */
  readonly benefits?: readonly string[] | null;
  readonly therapies?: readonly string[] | null;
  readonly conditions?: readonly string[] | null;
  /** Of the therapies and conditions those that the title names, by whatever name: no reason says them again. */
  readonly titled?: readonly string[] | null;
  /** Ids listed first, in this order. */
  readonly pin?: readonly string[] | null;
  /** Ids never listed here. */
  readonly exclude?: readonly string[] | null;
  /** Ids that the article's own lines offer: on its page already, so not listed, and counted as linked. */
  readonly offered?: readonly string[] | null;
  /** True: this article gets no list. */
  readonly none?: boolean;
  /** True: this article is never recommended. */
  readonly hide?: boolean;
  /** True: only articles that share a therapy. */
  readonly sameTherapy?: boolean;
  /** At most so many links here; null: {@link RelatedOptions.count}. */
  readonly count?: number | null;
}

/** How much each kind of evidence counts beside the similarity of the texts, which is 1. Each 0..1. */
export interface RelatedWeights {
  /** Similarity of the two titles. */
  readonly title?: number;
  /** Words of one article's title that stand in the other's text. */
  readonly mention?: number;
  /** Neighbouring words of one article's title that stand side by side in the other's text. */
  readonly phrase?: number;
  readonly tags?: number;
  /** Benefits, therapies and conditions in common. */
  readonly topics?: number;
  /** Closeness in time; counts only as far as neighbours by text are also neighbours in time on this site. */
  readonly time?: number;
}

/** Options of `rankRelated`. */
export interface RelatedOptions {
  /** Links in a list, at most; ≥ 0. Default 5. */
  readonly count?: number;
  /** Lowest score listed, 0..1; articles with nothing in common never are. Default 0. */
  readonly minimum?: number;
  /** Fill short lists with articles of the same therapy or condition (newest first). Default false. */
  readonly fill?: boolean;
  /** Give every article a link from its closest neighbour's list. Default true. */
  readonly rescue?: boolean;
  /** Most pages that one article is linked from; pins and authors' own lines are not held back. null: no cap. Default 50. */
  readonly maxInbound?: number | null;
  /** Language of documents that name none. Default "en". */
  readonly lang?: string;
  /** Only articles of the last so many days before `now` are recommended. Needs `now`. */
  readonly maxAgeDays?: number | null;
  /** ISO date of the build, for `maxAgeDays`. */
  readonly now?: string | null;
  readonly weights?: RelatedWeights;
  /** Which links stand in the text, as boxes, beside the list. Default: none do. */
  readonly boxes?: BoxChooser | null;
  /** Which words name a subject that a part of another article is quoted for. Default: any. */
  readonly isName?: NameTest | null;
  /** Threads that score, 0 or 1: this one only. Default: by the size of the site. The result is the same. */
  readonly threads?: number;
}

/** Whether a word, in lower case, is a noun or a name in a language (primary subtag). */
export type NameTest = (word: string, lang: string) => boolean;

/** Chooses the links of an article that stand in its text. */
export interface BoxChooser {
  /** Boxes in one article, at most. */
  readonly most: number;
  /** Ids among `first`, the best three links of the article `id`; none where its text has no fit place. */
  readonly choose: (id: string, first: readonly RankedLink[]) => readonly string[];
}

/** One link of an article's page. */
export interface RankedLink {
  readonly id: string;
  /** 0..1, highest first (pinned links come before). */
  readonly score: number;
  /** `list`: at the end; `box`: in the text; `offered`: by the article's own line. */
  readonly place: "list" | "box" | "offered";
  readonly reasons: readonly Reason[];
}

/** What every article's page links, by the id of the article: offered, then boxes and list by rank. */
export type RankedLists = Map<string, RankedLink[]>;
