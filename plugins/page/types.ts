/**
 * One view model per page, decided before the first page renders. Templates
 * read it, the schema stage reads it, the search index reads it: what is in
 * the graph is what is on the page because both come from here.
 */
import type { Matrix, Person, Site, TopicEntry } from "../corpus/types.ts";
import type {
  BenefitGroup,
  BenefitView,
  CardView,
  CommentFormView,
  CommentView,
  ContentsItem,
  Crumb,
  DateText,
  EntryView,
  ImageView,
  LetterGroup,
  LinkRef,
  MatrixRowView,
  NavItem,
  NoteView,
  ObjectionView,
  PagerView,
  PassageView,
  PersonView,
  RelatedView,
  SourceView,
  TermRef,
  TherapyGroup,
} from "./parts.ts";
import type { Texts } from "./texts.ts";

/** What is the same on every page of one language. */
export interface ChromeView {
  readonly siteTitle: string;
  readonly siteDescription: string;
  /** Address of the home page without a slash at the end, the folder in which the site lies among it. */
  readonly origin: string;
  /** That folder, "/repo", for what is no HTML: pages are put there when they are made; "" at the top of a host. */
  readonly folder: string;
  readonly footer: readonly LinkRef[];
  /** "© Publisher": without a year, so that a page changes only when its text does. */
  readonly copyright: string;
  readonly publisher: PersonView | null;
  readonly features: Site["features"];
  /** Which feeds there are to link. */
  readonly feeds: { readonly atom: boolean; readonly json: boolean };
  /** Kinds of pages that are not made, so that nothing links to them. */
  readonly without: readonly string[];
  /** Address of the owner's colours; "" when the theme's are used. */
  readonly brandUrl: string;
  /** JSON of the plural forms of "{count} results", for the search script. */
  readonly resultForms: string;
  /** Language of the interface's words: the page's, or "en" where there are none in it. */
  readonly textsLang: string;
}

/** Every page has this. */
export interface PageCommon {
  /** Path on the site: "/massage-for-insomnia/". */
  readonly url: string;
  /** Absolute address. */
  readonly canonical: string;
  /** Absolute address of the original, where the owner names another page; else {@link canonical}. */
  readonly original: string;
  /** For `<title>` and the graph; without the site's name. */
  readonly title: string;
  /** For `<title>`: with the site's name. */
  readonly documentTitle: string;
  readonly description: string;
  /** BCP 47. */
  readonly lang: string;
  readonly dir: "ltr" | "rtl";
  /** Whether headings are set in the theme's own font; it has Latin letters only. */
  readonly hasDisplayFont: boolean;
  /** From home to this page; empty on home and 404. */
  readonly breadcrumb: readonly Crumb[];
  readonly nav: readonly NavItem[];
  /** Set by the cards stage, where cards are drawn. */
  card: CardView | null;
  /** Draft or dated in the future: shown with a mark by `vervain serve`. */
  readonly isDraft: boolean;
  /** False adds `noindex` and leaves the page out of the sitemap. */
  readonly isIndexed: boolean;
  /** ISO date of the last change, for the sitemap; null when not known. */
  readonly modified: string | null;
  /** JSON-LD, escaped for `<script>`; "" prints no element. Set by the schema stage. */
  graph: string;
  readonly texts: Texts;
  readonly chrome: ChromeView;
}

export interface ArticlePage extends PageCommon {
  readonly kind: "article";
  readonly id: string;
  /** Identifier in feeds, where it is not the address; "" where it is. */
  readonly feedId: string;
  /** The number the title begins with, hung in the margin; "" without one. */
  readonly titleNumber: string;
  /** The title after `titleNumber`. */
  readonly titleText: string;
  /** Whether the title is so long that it is set smaller. */
  readonly isWordy: boolean;
  /** The description; "" without one (the first paragraph follows anyway). */
  readonly lede: string;
  readonly authors: readonly PersonView[];
  readonly reviewer: PersonView | null;
  readonly published: DateText;
  readonly updated: DateText | null;
  /** Only together with `reviewer`. */
  readonly reviewed: DateText | null;
  readonly nextReview: (DateText & { readonly isPastDue: boolean }) | null;
  readonly minutes: number;
  readonly minutesText: string;
  readonly wordCount: number;
  readonly sponsor: string | null;
  readonly sponsorText: string;
  readonly madeWithAi: string | null;
  /** When to get help at once; "" where the article does not say. */
  readonly emergency: string;
  /** What to do before trying; "" prints no note. */
  readonly actionNote: string;
  readonly keyFacts: readonly string[];
  readonly contents: readonly ContentsItem[];
  /** Presented benefits in document order; numbers match the margin. */
  readonly benefits: readonly BenefitView[];
  readonly therapies: readonly TermRef[];
  readonly conditions: readonly TermRef[];
  readonly tags: readonly TermRef[];
  readonly image: ImageView | null;
  readonly related: readonly RelatedView[];
  /** Articles the author offers in the text, resolved; also shown as boxes there. */
  readonly offered: readonly RelatedView[];
  readonly sources: readonly SourceView[];
  readonly comments: readonly CommentView[];
  readonly commentCount: number;
  /** "2 replies"; "" without comments. */
  readonly commentsText: string;
  readonly commentForm: CommentFormView | null;
  readonly share: readonly LinkRef[];
}

/** Page of a paged list of articles. */
export interface HomePage extends PageCommon {
  readonly kind: "home";
  /** The newest article's, on the first page; null where it has none. */
  readonly image: ImageView | null;
  readonly entries: readonly EntryView[];
  readonly pager: PagerView | null;
  /** On the first page only. */
  readonly benefits: readonly TermRef[];
  readonly conditions: readonly TermRef[];
  readonly therapies: readonly TermRef[];
  readonly articleCount: number;
  /** "34 articles". */
  readonly countText: string;
}

export interface BenefitPage extends PageCommon {
  readonly kind: "benefit";
  readonly id: string;
  readonly slug: string;
  readonly label: string;
  readonly definition: string | null;
  readonly articleCount: number;
  readonly countText: string;
  readonly therapies: readonly TermRef[];
  readonly neighbours: readonly TermRef[];
  /** One an article, in the order of the groups. */
  readonly passages: readonly PassageView[];
  /** The same by therapy. */
  readonly groups: readonly TherapyGroup[];
  /** On the first page only. */
  readonly against: readonly ObjectionView[];
  readonly pager: PagerView | null;
}

interface TopicCommon extends PageCommon {
  readonly id: string;
  readonly slug: string;
  readonly label: string;
  readonly definition: string | null;
  readonly topic: TopicEntry["topic"];
  readonly articleCount: number;
  readonly countText: string;
  readonly benefits: readonly TermRef[];
  readonly entries: readonly EntryView[];
  readonly pager: PagerView | null;
}

export interface ConditionPage extends TopicCommon {
  readonly kind: "condition";
  /** What articles on the condition say of therapies; on the first page only. */
  readonly groups: readonly TherapyGroup[];
  /** When to see a doctor, as the articles have it; on the first page only. */
  readonly notes: readonly NoteView[];
  /** Named in `_data/conditions` with a source; `source` is shown and linked. */
  readonly treatments: readonly { readonly therapy: TermRef; readonly source: string }[];
}

export interface TherapyPage extends TopicCommon {
  readonly kind: "therapy";
  /** What articles say of its benefits; on the first page only. */
  readonly groups: readonly BenefitGroup[];
  /** Who should take care, as the articles have it; on the first page only. */
  readonly notes: readonly NoteView[];
}

/** Page of the index of benefits, conditions, therapies or tags. */
export interface IndexPage extends PageCommon {
  readonly kind: "benefits" | "conditions" | "therapies" | "tags";
  /** The title without the number of the page. */
  readonly label: string;
  readonly termCount: number;
  readonly countText: string;
  readonly groups: readonly LetterGroup[];
  /** True when there are so many terms that the letters are linked. */
  readonly hasLetters: boolean;
  /** Where each letter begins, on this page or another. */
  readonly letters: readonly LinkRef[];
  readonly pager: PagerView | null;
}

export interface MatrixPage extends PageCommon {
  readonly kind: "matrix";
  readonly matrix: Matrix;
  readonly caption: string;
  /** What is said where terms are left out; "" where all are shown. */
  readonly cutText: string;
  /** Whether a cell is outlined, so that the outline needs its words. */
  readonly hasHedged: boolean;
  /** Whether an article speaks against something in the table. */
  readonly hasAgainst: boolean;
  /** More columns or rows than fit a desk: the table is moved in its frame. */
  readonly isWide: boolean;
  readonly columns: readonly TermRef[];
  readonly rows: readonly MatrixRowView[];
}

export interface AuthorPage extends PageCommon {
  readonly kind: "author";
  readonly id: string;
  readonly person: PersonView;
  readonly record: Person;
  readonly entries: readonly EntryView[];
  /** Articles this person reviewed. */
  readonly reviewed: readonly EntryView[];
  /** Articles written; 0 for who only reviews. */
  readonly articleCount: number;
  readonly countText: string;
  readonly pager: PagerView | null;
}

export interface AuthorsPage extends PageCommon {
  readonly kind: "authors";
  readonly people: readonly { readonly person: PersonView; readonly countText: string }[];
  readonly pager: PagerView | null;
}

export interface TagPage extends PageCommon {
  readonly kind: "tag";
  readonly slug: string;
  readonly label: string;
  readonly articleCount: number;
  readonly countText: string;
  readonly entries: readonly EntryView[];
  readonly pager: PagerView | null;
}

/** About, policies: written in Markdown, body from Eleventy. */
export interface TextPage extends PageCommon {
  readonly kind: "page";
  readonly comments: readonly CommentView[];
  readonly commentCount: number;
  /** "2 replies"; "" without comments. */
  readonly commentsText: string;
  /** A page takes no new comments. */
  readonly commentForm: null;
}

export interface SearchPage extends PageCommon {
  readonly kind: "search";
  /** What a reader without JavaScript is offered. */
  readonly indexes: readonly LinkRef[];
  /** The terms most articles speak of, of each kind. */
  readonly benefits: readonly TermRef[];
  readonly conditions: readonly TermRef[];
  readonly therapies: readonly TermRef[];
}

export interface NotFoundPage extends PageCommon {
  readonly kind: "notFound";
  readonly indexes: readonly LinkRef[];
}

/** An old address that sends readers on. */
export interface RedirectPage extends PageCommon {
  readonly kind: "redirect";
  readonly target: string;
}

export type PageView =
  | ArticlePage
  | HomePage
  | BenefitPage
  | ConditionPage
  | TherapyPage
  | IndexPage
  | MatrixPage
  | AuthorPage
  | AuthorsPage
  | TagPage
  | TextPage
  | SearchPage
  | NotFoundPage
  | RedirectPage;

export type PageKind = PageView["kind"];
