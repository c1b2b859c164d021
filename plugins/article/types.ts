/**
 * The Article model: what every other capability reads. Made once per article
 * from markdown-it tokens; plain readonly data, no methods.
 */

/** What the title (or an umbrella line) promises and names. */
export interface TitleFacts {
  /** Number of benefits promised ("9 Benefits of …" → 9); null when none is. Tips, teas, herbs, ways are not benefits. */
  readonly benefitCount: number | null;
  /** Ids of therapies named, in order of appearance. */
  readonly therapies: readonly string[];
  /** Ids of conditions named, in order of appearance. */
  readonly conditions: readonly string[];
}

/** Reads what a title in a language (BCP 47) promises and names. */
export type ReadTitle = (title: string, lang: string) => TitleFacts;

/**
 * - `paragraph`: running text
 * - `listItem`: one item of a list, without the items nested in it
 * - `tableRow`: one row; `cells` holds the columns
 * - `quote`: a paragraph inside a block quotation
 * - `code`: a code block (never read for claims)
 */
export type BlockKind = "paragraph" | "listItem" | "tableRow" | "quote" | "code";

export interface Link {
  readonly text: string;
  readonly href: string;
  readonly line: number;
}

/** One of several lines that breaks (`<br>`, two spaces, backslash) make of one block. */
export interface Line {
  readonly text: string;
  /** Bold or strong words that open the line; null when there are none. */
  readonly lead: string | null;
  /** 1-based line in the source file, as near as the source tells. */
  readonly line: number;
}

/** The smallest piece of text that is read on its own. */
export interface Block {
  readonly kind: BlockKind;
  /** Plain text, inline marks removed, white space folded; `<br>` and hard breaks become "\n". */
  readonly text: string;
  /** 1-based first line in the source file (front matter counted). */
  readonly line: number;
  /** 1-based last line. */
  readonly endLine: number;
  /** Index into {@link Article.sections} of the section that holds the block. */
  readonly section: number;
  /** Id on the page; "" until somebody links to the passage (the benefits stage gives it one). */
  readonly anchor: string;
  /** Bold or strong words that open the block ("**Skin health**: …"), without trailing colon or full stop; null when there are none. */
  readonly lead: string | null;
  /** True when the whole block is the lead (a bold line standing as a heading). */
  readonly leadOnly: boolean;
  /** Nesting depth of the list item, 1 for the outermost; 0 outside lists. */
  readonly depth: number;
  /** Number shown before the item in an ordered list; null in bullets and outside lists. */
  readonly number: number | null;
  /** Index that the items of one list share; -1 outside lists. */
  readonly list: number;
  /** Cells of a table row; empty for other kinds. */
  readonly cells: readonly string[];
  /** True for a row of the table head. */
  readonly isHeader: boolean;
  readonly links: readonly Link[];
  /** The lines of a block that holds breaks; empty for a block of one line. */
  readonly lines: readonly Line[];
}

/** A heading and what follows it up to the next heading of any level. */
export interface Section {
  readonly index: number;
  /** Plain heading text; "" for the lead-in before the first heading. */
  readonly heading: string;
  /** 1..6; 0 for the lead-in. */
  readonly level: number;
  /** Stable id of the heading on the page; "" for the lead-in. */
  readonly anchor: string;
  readonly line: number;
  /** Index of the enclosing section; -1 at the top. */
  readonly parent: number;
  /** Blocks directly in this section: half-open range into {@link Article.blocks}. */
  readonly blocks: readonly [start: number, end: number];
}

/** A line by which the author offers another article: "Also Read: TITLE". */
export interface AlsoReadLine {
  readonly line: number;
  /** The author's phrase, as written ("Also Read"). */
  readonly phrase: string;
  /** Titles or link texts offered, with the link where there is one. */
  readonly offers: readonly { readonly title: string; readonly href: string | null }[];
}

/** A source the article names, from front matter. */
export interface Source {
  readonly title: string;
  readonly url: string | null;
  readonly publisher: string | null;
  readonly year: number | null;
  /** Publication type as the writer gave it ("review", "trial", "guideline", …). */
  readonly type: string | null;
}

export interface Image {
  readonly src: string;
  readonly alt: string;
  readonly credit: string | null;
  readonly caption: string | null;
}

/** The writer's corrections to what was found; keys are canonicals (`direction:target`). */
export interface BenefitCorrections {
  readonly add: readonly {
    readonly benefit: string;
    readonly words: string | null;
    readonly heading: string | null;
    /** Stands beside a grave one; absent or null for none. */
    readonly source?: string | null;
  }[];
  /** Benefits that the writer says the article does say; `source` stands beside a grave one. */
  readonly confirm: readonly { readonly benefit: string; readonly source: string | null }[];
  readonly drop: readonly string[];
  /** From canonical → to canonical. */
  readonly rename: Readonly<Record<string, string>>;
  /** Several canonicals become one: from → to; `to` is shown once. */
  readonly merge: readonly { readonly from: readonly string[]; readonly to: string }[];
  readonly hedged: readonly string[];
  readonly grade: readonly { readonly benefit: string; readonly grade: string; readonly source: string }[];
}

/** The writer's word on related reading. */
export interface AlsoReadSettings {
  /** Ids, paths or titles of articles to list first, in order. */
  readonly pin: readonly string[];
  readonly exclude: readonly string[];
  /** No related list and no callout on this article. */
  readonly none: boolean;
  /** Never recommend this article elsewhere. */
  readonly hide: boolean;
  readonly sameTherapy: boolean;
  /** At most so many links; null: the site's option. */
  readonly count: number | null;
}

/** Validated front matter. Dates are ISO 8601 with the site's zone. */
export interface FrontMatter {
  readonly title: string;
  readonly description: string | null;
  readonly date: string;
  readonly updated: string | null;
  /** Ids in `_data/people`. */
  readonly authors: readonly string[];
  readonly reviewedBy: string | null;
  /** ISO date without time. */
  readonly reviewed: string | null;
  readonly tags: readonly string[];
  /** Ids in `_data/therapies`; what the writer says, added to what the title names. */
  readonly therapies: readonly string[];
  readonly conditions: readonly string[];
  readonly benefits: BenefitCorrections;
  readonly alsoRead: AlsoReadSettings;
  readonly sources: readonly Source[];
  readonly image: Image | null;
  readonly draft: boolean;
  readonly permalink: string | null;
  readonly redirectFrom: readonly string[];
  /** Identifier in feeds, of an article that feed readers know by another than its address. */
  readonly guid?: string | null;
  /** Title for result lists, where it is another. */
  readonly seoTitle?: string | null;
  /** Absolute address of the original, where it is another page. */
  readonly canonical?: string | null;
  /** True keeps it out of result lists and the sitemap. */
  readonly noindex?: boolean;
  /** BCP 47. */
  readonly lang: string;
  /** Name of who paid for the article. */
  readonly sponsor: string | null;
  /** ≤ 5 statements shown before the prose. */
  readonly keyFacts: readonly string[];
  /** Rules of `vervain review` silenced here, each with the writer's reason. */
  readonly silence: Readonly<Record<string, string>>;
  /** What the article says of AI assistance; null when nothing is declared. */
  readonly madeWithAi: string | null;
  /** When to get help at once; shown before the text. Only the writer says so. */
  readonly emergency: string | null;
  /** What to do before trying, in place of the site's words; false leaves the note out, null means the site's. */
  readonly actionNote: string | false | null;
  /** What it adds to its schema.org graph, as written; checked by the schema stage. */
  readonly schema?: Readonly<Record<string, unknown>> | null;
}

export interface Article {
  /** Path below the articles folder without its ending: "sleep/massage-for-insomnia". Unique in a site. */
  readonly id: string;
  /** Source path for messages, relative to the project. */
  readonly file: string;
  readonly lang: string;
  readonly title: string;
  readonly titleFacts: TitleFacts;
  /** Text of the first paragraph of running text; "" when there is none. */
  readonly lead: string;
  /** In document order; index 0 is the lead-in before the first heading (always there, may be empty). */
  readonly sections: readonly Section[];
  /** In document order. */
  readonly blocks: readonly Block[];
  readonly alsoRead: readonly AlsoReadLine[];
  readonly sources: readonly Source[];
  readonly frontMatter: FrontMatter;
  readonly wordCount: number;
  /** Reading time, whole minutes, at least 1. */
  readonly minutes: number;
}

/** Names by which therapies and conditions are recognised. */
export interface Term {
  readonly id: string;
  readonly label: string;
  /** Other names, lower case. */
  readonly aliases: readonly string[];
  /** Phrases that hold a name and mean something else ("peanut butter"). */
  readonly not?: readonly string[];
}
