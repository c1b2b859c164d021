import type { Corpus } from "../corpus/corpus.ts";
import type { ArticleRecord, Proposal } from "../corpus/types.ts";
import type { Views } from "../page/pages.ts";
import type { Problem } from "../problem.ts";

/** What the last build decided, and what is known beside it; all that the desk and the panel show comes from here. */
export interface DeskFacts {
  readonly corpus: Corpus;
  /** Null on a site without the theme. */
  readonly views: Views | null;
  /** Path of the input folder in the project: links in texts may be meant from it. */
  readonly input: string;
  /** A benefit in readers' words. */
  readonly labelOf: (canonical: string) => string;
  /** Why a proposal waits, in words for its writer. */
  readonly waitOf: (proposal: Proposal, record: ArticleRecord) => string;
  /** When a file was last saved, ms since 1970; null for one that is gone. */
  readonly savedAt: (file: string) => number | null;
  /** What the page was made from: a write names it, and is refused when the file has changed. */
  readonly stampOf: (file: string) => string;
  /** Path at which the article of a file that cannot be read was shown last; null when it never was. */
  readonly lastPathOf: (file: string) => string | null;
  /** Articles that say nearly the same, as the review finds them. */
  readonly nearDuplicates: readonly DuplicatePair[];
  /** What the links of the site come to, and which more there could be; read when it is asked for. */
  readonly linking: () => Linking;
  /** What stopped the last build; empty when it went through. */
  readonly stopped: readonly StopFault[];
  /** Secret of this start of the server, without which nothing is written. */
  readonly token: string;
}

/** Two articles that say nearly the same. */
export interface DuplicatePair {
  readonly id: string;
  /** The one it repeats. */
  readonly of: string;
  /** 0..1. */
  readonly similarity: number;
}

/** What is known of the links between articles. */
export interface Linking {
  /** 0 to 100. */
  readonly score: number;
  readonly suggestions: readonly ProposedLink[];
}

/** Words of an article that could lead to another. */
export interface ProposedLink {
  /** Ids of the article that holds the words, and of the one they could lead to. */
  readonly id: string;
  readonly target: string;
  readonly line: number;
  /** The sentence, parted at the words. */
  readonly before: string;
  readonly phrase: string;
  readonly after: string;
  readonly why: string;
}

/** Why a build stopped: a fault of content, or what was said of anything else. */
export type StopFault = Problem | { readonly message: string };

/** Addresses of the desk; they are asked for on the server alone. */
export const DESK = "/_vervain/";
