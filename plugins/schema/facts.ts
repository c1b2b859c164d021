import type {
  BenefitView,
  CommentView,
  Crumb,
  ImageView,
  LinkRef,
  PersonView,
  SourceView,
  TermRef,
} from "../page/parts.ts";

/** A date as data; the page shows it in words. */
export interface DateFact {
  /** ISO 8601. */
  readonly iso: string;
}

/** What every page's graph is made from. Every page view of the theme is one. */
export interface PageFacts {
  /** Path on the site. */
  readonly url: string;
  /** Absolute address of the page: its `@id`. */
  readonly canonical: string;
  readonly title: string;
  readonly description: string;
  /** BCP 47. */
  readonly lang: string;
  /** The steps the page shows; empty when it shows none. */
  readonly breadcrumb: readonly Crumb[];
}

/**
 * What an article's page shows, as far as its graph says it. The theme's
 * article view is one; a site with its own layouts gets one from
 * {@link articleFacts}. What is empty here is not in the graph.
 */
export interface ArticleFacts extends PageFacts {
  readonly kind: "article";
  /** Id of the article in the corpus. */
  readonly id: string;
  /** Shown under the title; "" shows none. */
  readonly lede: string;
  readonly keyFacts: readonly string[];
  readonly authors: readonly PersonView[];
  readonly reviewer: PersonView | null;
  readonly published: DateFact | null;
  readonly updated: DateFact | null;
  /** Only together with `reviewer`. */
  readonly reviewed: DateFact | null;
  /** Reading time, whole minutes. */
  readonly minutes: number;
  readonly wordCount: number;
  readonly sponsor: string | null;
  readonly benefits: readonly Pick<BenefitView, "heading" | "anchor" | "number" | "term">[];
  readonly therapies: readonly Pick<TermRef, "id" | "url" | "text">[];
  readonly conditions: readonly Pick<TermRef, "id" | "url" | "text">[];
  readonly tags: readonly Pick<TermRef, "text">[];
  readonly image: Pick<ImageView, "src" | "width" | "height" | "credit" | "caption"> | null;
  /** Articles that "Also Read" lines of the text link to. */
  readonly offered: readonly Pick<LinkRef, "url">[];
  /** Articles listed at the end. */
  readonly related: readonly Pick<LinkRef, "url">[];
  readonly sources: readonly Pick<SourceView, "title" | "url" | "publisher" | "year" | "type">[];
  readonly comments: readonly CommentView[];
  readonly commentCount: number;
  /** Words of the interface that the graph repeats: "keyFacts". */
  readonly texts: Readonly<Record<string, string>>;
  /** True where the text is about health although the page shows nothing that says so beside it. */
  readonly isAboutHealth?: boolean;
  /** False where the layout gives headings no ids: the graph then links no part of the page. Default true. */
  readonly hasAnchors?: boolean;
}

/** A therapy or condition as a page names it. */
export type TopicFact = Pick<TermRef, "id" | "url" | "text">;
