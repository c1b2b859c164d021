/** A link or title offered to the reader. */
export interface Offer {
  readonly title: string;
  /** As on the page, made absolute where the page names its own address; null when there is no link. */
  readonly href: string | null;
}

/** Something of the page that is not the article and was left out. */
export interface Stripped {
  /** Name of the rule in chrome.ts (or of the step) that left it out. */
  readonly rule: string;
  /** What was left out, on one line. */
  readonly text: string;
  /** 1-based line in the source file. */
  readonly line: number;
}

/** A heading that the source does not mark and that was inferred. */
export interface InferredHeading {
  /** Name of the rule in headings.ts. */
  readonly rule: string;
  readonly heading: string;
  readonly level: number;
  /** 1-based line in the source file. */
  readonly line: number;
}

/** What the page says of itself in its head, its JSON-LD or its byline; never guessed. */
export interface PageFacts {
  readonly description: string | null;
  /** Name of the author as the page gives it; not an id. */
  readonly author: string | null;
  /** Publication date as the page's metadata gives it, ISO 8601 where it is one. */
  readonly date: string | null;
  /** BCP 47. */
  readonly lang: string | null;
  readonly image: { readonly src: string; readonly alt: string } | null;
  /** What the page's relative addresses are meant from: its own address or its base. */
  readonly url: string | null;
  /** The address that the page calls its own, absolute. */
  readonly canonical: string | null;
}

/** An article read from somebody's page or text dump. */
export interface Imported extends PageFacts {
  /** The body in Markdown, without the title; "" when there is none. */
  readonly markdown: string;
  /** For each line of {@link markdown}, the 1-based line of the source that it comes from. */
  readonly lines: readonly number[];
  readonly title: string | null;
  /** Plain text of the first paragraph of running text; "" when there is none. */
  readonly lead: string;
  readonly alsoRead: readonly Offer[];
  readonly links: readonly Offer[];
  /** In order of line. */
  readonly stripped: readonly Stripped[];
  /** In order of line; empty where the source marks its headings. */
  readonly inferred: readonly InferredHeading[];
}
