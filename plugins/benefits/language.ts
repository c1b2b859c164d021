import type { Article, TitleFacts } from "../article/types.ts";
import type { ArticleBenefit, Denial, TopicEntry, TopicNote, UnknownTarget } from "../corpus/types.ts";
import type { Problem } from "../problem.ts";
import type { ExtractionRule } from "./extraction-rule.ts";
import type { Lexicon } from "./lexicon.ts";
import type { Model } from "./model.ts";

/** A language whose articles can be read for benefits: all that is known of its words lies behind this. */
export interface Language {
  /** Primary subtag of BCP 47. */
  readonly code: string;
  /** Names of all ways in which benefits are found, as `vervain benefits --without` takes them. */
  readonly ruleNames: readonly string[];
  /**
   * What a careful reader finds in an article; null where its text is plainly
   * written in another language, whatever its front matter says. Pure; cost
   * linear in the article's length.
   */
  readonly extract: (article: Article, lexicon: Lexicon, options: ExtractOptions) => Extraction | null;
  /** The benefits, each with the sentence of its passage that readers are shown. */
  readonly withSentences: (
    article: Article,
    lexicon: Lexicon,
    benefits: readonly ArticleBenefit[],
  ) => readonly ArticleBenefit[];
  /** Of which of the therapies that its title or front matter names an article says something; null: of all of them. */
  readonly therapiesSaid: (article: Article, lexicon: Lexicon, passage: Passage) => readonly string[] | null;
  /** The number of benefits that a title promises; null for none. */
  readonly countInTitle: (title: string) => TitleFacts["benefitCount"];
  /** What an article itself says of risks (for its therapies) or of seeing a doctor (for its conditions). */
  readonly notesOf: (article: Article, kind: TopicEntry["kind"]) => readonly TopicNote[];
}

/** Where an article says or denies a benefit. */
export interface Passage extends Pick<ArticleBenefit, "canonicals" | "evidence" | "line"> {
  /** The words that present it; null where a sentence says it. */
  readonly heading: string | null;
  /** It is denied or doubted there. */
  readonly isDenial: boolean;
}

export interface ExtractOptions {
  /** Names of rules to leave out. */
  readonly without?: readonly string[];
  /** Front matter as parsed, for blogs that list benefits there. */
  readonly fields?: Readonly<Record<string, unknown>>;
  /** The site's own, asked after the language's. */
  readonly ownRules?: readonly ExtractionRule[];
  /** Other weights than those that come with the package, to measure what is learnt without an article's source. */
  readonly models?: Models;
}

/** What was learnt from labelled articles. */
export interface Models {
  /** Whether a group of headings, items or lines lists benefits. */
  readonly lists: Model;
  /** Whether a sentence that names a benefit asserts it of the article's subject. */
  readonly sentences: Model;
  /** The share right among listed benefits, and among sentences, of articles that were not learnt from. */
  readonly listed: Model;
  readonly said: Model;
}

/** Something that looked like a benefit and was not taken for one. */
export interface NearMiss {
  readonly heading: string;
  readonly line: number;
  readonly canonicals: readonly string[];
  readonly reason: string;
}

/** What a careful reader finds in one article. */
export interface Extraction {
  /** Explicit benefits in order, then prose claims in order. */
  readonly benefits: readonly ArticleBenefit[];
  /** Explicit benefits whose target the lexicon does not know; their `canonicals` are empty. */
  readonly unnamed: readonly ArticleBenefit[];
  readonly nearly: readonly NearMiss[];
  /** Benefits that the article itself denies or doubts, in order. */
  readonly against: readonly Denial[];
  readonly unknownTargets: readonly UnknownTarget[];
  /** Number of benefits promised by the title, or else by an umbrella line. */
  readonly promised: {
    readonly count: number;
    readonly from: "title" | "umbrella";
    readonly line: number;
  } | null;
  /** That number alone. */
  readonly promisedCount: number | null;
  /** What is wrong with what rules of the site's own found, each with its line. */
  readonly ruleFaults: readonly Problem[];
}
