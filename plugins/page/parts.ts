/**
 * The small view models: one per partial. Facts stand beside the words shown,
 * so that the schema stage reads the same object the template prints.
 */

/** A date as shown and as data. */
export interface DateText {
  /** ISO 8601 as the article has it (with zone), or a plain date for reviews. */
  readonly iso: string;
  /** In the site's language and zone. */
  readonly text: string;
}

/** A link with its words. */
export interface LinkRef {
  readonly url: string;
  readonly text: string;
}

/** A link to something with an id: a benefit, a therapy, a condition, a tag. */
export interface TermRef extends LinkRef {
  readonly id: string;
  /** Articles behind it; -1 where it is not counted. */
  readonly articleCount: number;
  /** "6 articles", in the page's language; "" where it is not counted. */
  readonly countText: string;
}

/** One step of the breadcrumb; the graph's BreadcrumbList reads the same array. The last one is the page itself. */
export interface Crumb {
  readonly name: string;
  /** Path on the site, with slashes. */
  readonly url: string;
}

/** One entry of the navigation. */
export interface NavItem extends LinkRef {
  readonly isCurrent: boolean;
}

/** An image with what the browser needs to reserve its room. */
export interface ImageView {
  readonly src: string;
  readonly alt: string;
  /** Pixels; null when not measured. */
  readonly width: number | null;
  readonly height: number | null;
  readonly credit: string | null;
  readonly caption: string | null;
  /** Widths in the format of `src`; "" or absent when only `src` exists. */
  readonly srcset?: string;
  /** How wide the page shows it, for `srcset` and `sources`. */
  readonly sizes?: string;
  /** Better formats, best first; empty when only `src` exists. */
  readonly sources: readonly { readonly type: string; readonly srcset: string; readonly sizes: string }[];
}

/** A person's picture, shown as a square of 64 pixels. */
export interface PortraitView extends Pick<ImageView, "src" | "alt" | "srcset" | "sizes" | "sources"> {}

/** What a share shows; `url` is absolute. */
export interface CardView {
  readonly url: string;
  readonly alt: string;
  readonly width: number | null;
  readonly height: number | null;
}

/** A person or organisation in a byline, a card or on its own page. */
export interface PersonView {
  readonly id: string;
  readonly type: "Person" | "Organization";
  readonly name: string;
  /** Path of the author page. */
  readonly url: string;
  readonly jobTitle: string | null;
  readonly honorificSuffix: string | null;
  readonly description: string | null;
  readonly credentials: readonly {
    readonly name: string;
    readonly recognizedBy: string | null;
    readonly number: string | null;
  }[];
  readonly sameAs: readonly string[];
  readonly image: PortraitView | null;
}

/** An article in a list: home, topic, tag, author, search fallback. */
export interface EntryView {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  /** The number the title begins with, hung in the margin: "9"; "" without one. */
  readonly titleNumber: string;
  /** The title after `titleNumber`. */
  readonly titleText: string;
  /** Language and direction of title and description; "" where they are the list's. */
  readonly lang: string;
  readonly dir: "ltr" | "rtl";
  readonly description: string;
  readonly published: DateText;
  /** "By A and B"; "" without a known author. */
  readonly byline: string;
  /** "4 min read". */
  readonly minutesText: string;
  /** Benefits the article presents; in the margin where the title has no number. */
  readonly benefitCount: number;
  /** Word under the number: "benefits"; "" when there are none. */
  readonly benefitWord: string;
  readonly isDraft: boolean;
}

/** Numbered pages of one list. */
export interface PagerView {
  readonly current: number;
  readonly total: number;
  readonly previous: string | null;
  readonly next: string | null;
  /** Every page that is shown; `url` null is a gap. */
  readonly pages: readonly {
    readonly number: number;
    readonly url: string | null;
    readonly isCurrent: boolean;
    readonly label: string;
  }[];
}

/** One line of "On this page". */
export interface ContentsItem {
  readonly text: string;
  /** Id on the page, without `#`. */
  readonly anchor: string;
  /** Number of the benefit; null for other headings. */
  readonly number: number | null;
}

/** One benefit as an article page shows it. */
export interface BenefitView {
  /** First canonical, "reduce:stress". */
  readonly id: string;
  readonly canonicals: readonly string[];
  /** The author's words for it. */
  readonly heading: string;
  readonly anchor: string;
  /** 1-based place in the article; the same number hangs in the margin. */
  readonly number: number;
  readonly isHedged: boolean;
  readonly evidence: string;
  /** Evidence grade by the writer; null: not graded. */
  readonly grade: { readonly grade: string; readonly source: string } | null;
  /** "Evidence: not graded" and the like. */
  readonly gradeText: string;
  /** The benefit's own page, with "4 articles say this"; null when it has none. */
  readonly term: TermRef | null;
}

/** One entry of the list of sources. */
export interface SourceView {
  readonly number: number;
  /** Id of the entry on the page. */
  readonly anchor: string;
  readonly title: string;
  readonly url: string | null;
  readonly publisher: string | null;
  readonly year: number | null;
  readonly type: string | null;
  /** "Publisher, 2019, review"; "" when nothing is known. */
  readonly detail: string;
  /** Ids of the marks in the text that cite it, in order; set when the text is rendered, before its layout. */
  marks: readonly string[];
}

/** Ids of the marks in a text that cite each source, by the source's number. */
export type CitationMarks = ReadonlyMap<number, readonly string[]>;

/** One offer to read on, with its reason in words. */
export interface RelatedView extends LinkRef {
  readonly id: string;
  /** "Also on insomnia"; "" when no reason can be put into words. */
  readonly why: string;
  readonly minutesText: string;
}

/** The box "Also read" inside the text. */
export interface CalloutView {
  /** The author's phrase, else the site's. */
  readonly label: string;
  readonly title: string;
  /** Null: no article of that title; the title is shown without a link. */
  readonly url: string | null;
  readonly why: string;
}

/** One passage on a benefit page: where an article says so. */
export interface PassageView {
  readonly articleId: string;
  readonly article: EntryView;
  /** `url` of the article with the anchor of the passage. */
  readonly url: string;
  readonly anchor: string;
  readonly heading: string | null;
  /** In the article's own words: a sentence, or the heading where no sentence says it. */
  readonly evidence: string;
  readonly isHedged: boolean;
  /** "The article says", "The article says with reservations", "The article has the heading". */
  readonly saysText: string;
  readonly gradeText: string;
  /** Source that the writer named for it; null for none. */
  readonly source: string | null;
  readonly therapies: readonly TermRef[];
  readonly conditions: readonly TermRef[];
}

/** Passages of one therapy; `therapy` is null for articles that are about none. */
export interface TherapyGroup {
  readonly therapy: TermRef | null;
  /** Id of the group on the page. */
  readonly anchor: string;
  readonly heading: string;
  readonly passages: readonly PassageView[];
}

/** What articles say of one benefit, on the page of a therapy. */
export interface BenefitGroup {
  readonly benefit: TermRef;
  readonly passages: readonly PassageView[];
}

/** Where an article denies or doubts a benefit. */
export interface ObjectionView {
  readonly article: EntryView;
  readonly url: string;
  readonly evidence: string;
  /** "The article denies it", "The article doubts it". */
  readonly saysText: string;
}

/** A section of an article on who should take care, or on seeing a doctor. */
export interface NoteView {
  readonly article: EntryView;
  /** `url` of the article with the anchor of the section. */
  readonly url: string;
  readonly heading: string;
  readonly words: string;
  /** False where the section says more. */
  readonly isWhole: boolean;
}

/** A term on an index page. */
export interface TermCard extends TermRef {
  readonly definition: string | null;
  /** What the term is sorted by: a benefit by its target, so that readers find "anxiety" under A. */
  readonly sortText: string;
  /** Few strongest terms of the other kind. */
  readonly top: readonly TermRef[];
}

/** Terms under one letter. */
export interface LetterGroup {
  readonly letter: string;
  /** Id on the page. */
  readonly anchor: string;
  readonly cards: readonly TermCard[];
}

/** A reader's approved comment. */
export interface CommentView {
  readonly id: string;
  readonly author: string;
  readonly authorUrl: string | null;
  readonly date: DateText;
  /** Escaped HTML made from the text. */
  readonly bodyHtml: string;
  readonly replies: readonly CommentView[];
}

/** "Leave a Reply"; null where no endpoint is configured. */
export interface CommentFormView {
  readonly endpoint: string;
  /** Article id sent with the form. */
  readonly articleId: string;
  /** Comments that can be replied to: "Ann, 2 January 2026". */
  readonly parents: readonly { readonly id: string; readonly text: string }[];
}

/** Row of the matrix. */
export interface MatrixRowView {
  readonly therapy: TermRef;
  readonly cells: readonly MatrixCellView[];
}

/** Cell of the matrix; empty where both counts are 0. */
export interface MatrixCellView {
  readonly articleCount: number;
  /** Articles that deny or doubt it. */
  readonly againstCount: number;
  readonly url: string;
  readonly isHedged: boolean;
  /** What is read out and shown on a phone: "Reduces stress: 2 articles". */
  readonly text: string;
}
