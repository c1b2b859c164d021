/** What the writer of a document had decided about who sees it. */
export type DocumentState = "published" | "scheduled" | "draft" | "pending" | "private" | "password";

/** Why readers do not see a document; said in the ledger and in the file. */
export const HIDDEN: Readonly<Record<Exclude<DocumentState, "published" | "scheduled">, string>> = {
  draft: "a draft at the source",
  pending: "waiting for review at the source",
  private: "private at the source",
  password: "behind a password at the source; the password is not kept",
};

/** A picture that a source names. */
export interface SourceImage {
  readonly src: string;
  /** Alternative text; "" where the source has none. */
  readonly alt: string;
  readonly caption: string | null;
}

/** A reader's comment; never with an e-mail or network address. */
export interface SourceComment {
  /** Unique within its document. */
  readonly id: string;
  readonly parent: string | null;
  readonly author: string;
  readonly url: string | null;
  /** ISO 8601 with offset; null where the source has none that can be read. */
  readonly date: string | null;
  readonly state: "approved" | "pending";
  /** HTML as the source has it. */
  readonly body: string;
  readonly line: number;
}

/** Kinds of what an item is made of, as the ledger counts them. */
export type PartKind =
  | "author"
  | "block"
  | "comment"
  | "embed"
  | "field"
  | "file"
  | "image"
  | "link"
  | "shortcode"
  | "term"
  | "text";

/** What became of something that an item holds. */
export interface Part {
  readonly kind: PartKind;
  /** What it is, in the source's words: "_thumbnail_id", "comment 3", an address. */
  readonly what: string;
  /** `changed`: it came over as something else, which `why` says. */
  readonly outcome: "kept" | "changed" | "left-out";
  /** Reason; always there where something is changed or left out. */
  readonly why?: string;
  /** Where it is now: a file, a field, an address. */
  readonly to?: string;
  /** How many of the same; 1 where absent. */
  readonly count?: number;
}

/** What is known of a document before its text is read: enough to give it a place. */
export interface Outline {
  /** Unique in the source and the same at every import: "post 12". */
  readonly key: string;
  readonly kind: "article" | "page";
  /** 1-based line in the source. */
  readonly line: number;
  readonly file: string;
  readonly title: string;
  readonly state: DocumentState;
  /** Words for the file's name; "" where the source has none. */
  readonly slug: string;
  /** The address at which readers found it, absolute; null for what they never saw. */
  readonly url: string | null;
  /** Further addresses that led to it, absolute. */
  readonly otherUrls: readonly string[];
  /** Addresses on hosts that stay somebody else's (medium.com): links to them lead here, no redirect can. */
  readonly linkUrls?: readonly string[];
}

/** A post or page of any source, ready to be written. */
export interface SourceDocument extends Outline {
  /** ISO 8601; with offset where the source has one. */
  readonly date: string | null;
  readonly updated: string | null;
  /** Keys of {@link SourceAuthor}, or names that are in no list. */
  readonly authors: readonly string[];
  readonly body: string;
  /** How {@link body} is written. */
  readonly format: "html" | "markdown";
  readonly description: string | null;
  readonly tags: readonly string[];
  /** Each from the root of its tree down. */
  readonly categories: readonly (readonly string[])[];
  readonly lang: string | null;
  readonly image: SourceImage | null;
  /** Identifier in feeds; null where feed readers never saw one. */
  readonly feedId: string | null;
  /** Title for result lists, where it is another. */
  readonly seoTitle: string | null;
  /** The address that the writer calls the original, absolute. */
  readonly canonical: string | null;
  readonly noindex: boolean;
  readonly isSticky: boolean;
  readonly comments: readonly SourceComment[];
  /** Why readers do not see it, where {@link HIDDEN} does not say. */
  readonly hiddenWhy?: string;
  /** Further front matter that is written as it is. */
  readonly fields?: Readonly<Record<string, unknown>>;
  /** What became of its terms, fields and comments, as far as reading decides it. */
  readonly parts: readonly Part[];
}

/** Counts of what a source holds, by kind. */
export type Sums = Readonly<Record<"item" | "author" | "comment" | "field" | "term", number>>;

/** Someone who writes at the source; never with an e-mail address. */
export interface SourceAuthor {
  readonly key: string;
  readonly name: string;
  readonly description: string | null;
}

/** A file of the source's media library. */
export interface SourceMedia {
  readonly key: string;
  readonly line: number;
  readonly file: string;
  /** Absolute address of the file itself. */
  readonly url: string;
  /** Path in the media folder: "2019/03/tea.jpg"; null where it is not known. */
  readonly path: string | null;
  readonly title: string;
  readonly alt: string;
  readonly caption: string | null;
  /** Key of the document it was added to. */
  readonly parent: string | null;
  /** Address of the page that showed it; null where there was none. */
  readonly pageUrl: string | null;
  readonly parts: readonly Part[];
}

/** An item of the source that is no document and no media file: left out, and why. */
export interface LeftItem {
  readonly key: string;
  readonly title: string;
  readonly file: string;
  readonly line: number;
  readonly why: string;
  readonly parts: readonly Part[];
}

/** An old address that leads to something that is no document: an archive of a tag, a person. */
export interface SourceArchive {
  readonly url: string;
  readonly of: { readonly kind: "tag"; readonly name: string } | { readonly kind: "home" };
}

/** Stands for a site whose paths are known and whose name is not (RFC 2606: ".invalid" is nobody's). */
export const UNKNOWN_SITE = "https://old.invalid";

/** What can be said of a whole source before its texts are read. */
export interface Survey {
  /** In words for people: "a WordPress export (WXR 1.2)". */
  readonly source: string;
  readonly siteTitle: string | null;
  /** Address of the site's front page, absolute, without slash at the end, {@link UNKNOWN_SITE} where only paths are known; null where nothing is. */
  readonly siteUrl: string | null;
  readonly lang: string | null;
  readonly authors: readonly SourceAuthor[];
  readonly outlines: readonly Outline[];
  readonly media: readonly SourceMedia[];
  readonly left: readonly LeftItem[];
  readonly archives: readonly SourceArchive[];
  /** Of the whole source, not of an item. */
  readonly parts: readonly Part[];
  /** Counted while reading the file, apart from any decision on what is done with it. */
  readonly sums: Sums;
  /** E-mail and network addresses of people, lower case: none may stand in what is written. */
  readonly addresses: ReadonlySet<string>;
}

/** Files that a source itself holds: pictures of a blog's folder, of an archive. */
export interface SourceFiles {
  /** The file behind an absolute address of the old site; null for what the source does not hold. */
  find(address: string): SourceFile | null;
  /** Its bytes; asked only for what texts need. */
  read(from: string): Uint8Array;
}

/** Where a file is in its source, and where it goes. */
export interface SourceFile {
  /** Path in the source. */
  readonly from: string;
  /** Path below the site's folder of pictures. */
  readonly path: string;
}

/** A source that was opened: surveyed once, then read document by document. */
export interface Source {
  readonly survey: Survey;
  readonly files?: SourceFiles;
  /** In the source's order; each of {@link Survey.outlines} once. */
  documents(): AsyncIterable<SourceDocument>;
}
