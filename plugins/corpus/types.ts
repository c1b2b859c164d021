import type { Article } from "../article/types.ts";
import type { Picture } from "./picture.ts";

export type { Site } from "./site.ts";

/** What people do to a target. */
export type Direction = "reduce" | "improve" | "regulate" | "prevent";

/** One benefit as one article presents it. */
export interface ArticleBenefit {
  /** `direction:target`, most certain first; empty where the lexicon does not know the target. */
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
  /** Source that the writer named beside the confirmation; absent or null for none. */
  readonly source?: string | null;
  /** Ids of those of the article's therapies that this is said of; absent: of all. */
  readonly therapies?: readonly string[];
}

/** What is too grave to be published on an extraction's word alone. */
export interface Grave {
  readonly id: string;
  /** As the writer is told of it: "heart disease". */
  readonly label: string;
  /** Why, one sentence. */
  readonly why: string;
}

/** A claim that waits for the writer's word; one canonical each, none where the lexicon knows no target. */
export interface Proposal extends ArticleBenefit {
  /**
   * What it waits for. `unsure`: too likely misread. `grave`: a confirmation, its subject is grave.
   * `source`: it is confirmed and grave, and no source is named. `against`: the article denies it elsewhere.
   * `label`: readers' words for it would say the reverse ("Helps prevent mobility"); no confirmation publishes it.
   */
  readonly wait: "unsure" | "grave" | "source" | "against" | "label";
  /** What is grave about it; null where nothing is. */
  readonly grave: Grave | null;
}

/** A sentence in which an article itself denies or doubts a benefit of its subject. */
export interface Denial {
  /** `direction:target` of the benefit that is denied or doubted. */
  readonly canonical: string;
  /** The sentence, in the article's words. */
  readonly evidence: string;
  /** 1-based line in the source file. */
  readonly line: number;
  /** Id on the article's page where the passage stands; "" until it has one. */
  readonly anchor: string;
  /** `denied`: said not to be so. `doubted`: said to be unproven, unclear or contested. */
  readonly kind: "denied" | "doubted";
  /** Ids of those of the article's therapies that this is said of; absent: of all. */
  readonly therapies?: readonly string[];
}

/** Words that stand where a target should and that the lexicon does not know. */
export interface UnknownTarget {
  readonly words: string;
  readonly line: number;
}

export type ReasonKind = "series" | "benefit" | "condition" | "therapy" | "section" | "pinned" | "fill";

/** Why one article is offered beside another, as data. */
export interface Reason {
  readonly kind: ReasonKind;
  /**
   * Canonicals or ids shared, the most telling first; of a `section` its heading, of a `series`
   * "next" or "before".
   */
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
  /** What the ranking says the two share; none where it would not have offered it. */
  readonly reasons?: readonly Reason[];
}

/** A box placed where the author wrote no "Also Read" line. */
export interface PlacedCallout {
  /** Index of the section after which it stands (after all sections inside it). */
  readonly section: number;
  readonly id: string;
  readonly reasons: readonly Reason[];
}

/** Everything decided about one article before the first page renders. Stages fill their own part and read the others'. */
export interface ArticleRecord {
  /** The benefits stage puts one with stable benefit anchors in its place. */
  article: Article;
  /** Path on the site, "/massage-for-insomnia/". */
  readonly url: string;
  /** What is published: sure enough, or the writer's word. Whatever prints benefits prints these. */
  benefits: readonly ArticleBenefit[];
  /** Claims that wait for the writer's word, in the order of the text; no page shows them. */
  proposals: readonly Proposal[];
  /** Listed benefits of which the writer dropped all that was read. */
  droppedCount?: number;
  /** Benefits that the article itself denies or doubts, in the order of the text. */
  against: readonly Denial[];
  /** Words that stand where a target should and that no lexicon knows; kept while a writer is told of them. */
  unknownTargets?: readonly UnknownTarget[];
  related: readonly RelatedLink[];
  offers: readonly ResolvedOffer[];
  /** Boxes beside the author's own; at most two. Nothing stands here, in `offers` and in `related` twice. */
  callouts: readonly PlacedCallout[];
  /** Hidden from a production build (draft or dated in the future) but shown by `vervain serve`. */
  readonly isHidden: boolean;
}

/** A person or an organisation in `_data/people.json`, keyed by id. */
export interface Person {
  readonly id: string;
  readonly type: "Person" | "Organization";
  readonly name: string;
  readonly jobTitle: string | null;
  readonly honorificSuffix: string | null;
  readonly description: string | null;
  readonly credentials: readonly {
    readonly name: string;
    readonly recognizedBy: string | null;
    readonly number: string | null;
  }[];
  readonly sameAs: readonly string[];
  /** Where a picture was made of it, `src` is the picture's. */
  readonly image: { readonly src: string; readonly alt: string } | null;
  readonly picture?: Picture;
}

/** A therapy or condition in `_data/therapies.json` / `_data/conditions.json`, keyed by id. */
export interface Topic {
  readonly id: string;
  readonly label: string;
  /** Other names, lower case. */
  readonly aliases: readonly string[];
  readonly description: string | null;
  /** Checked codes: `{ system: "MeSH", value: "D008405" }`. */
  readonly codes: readonly { readonly system: string; readonly value: string }[];
  readonly sameAs: readonly string[];
  /** On a condition: therapies named as a treatment, each with its source. */
  readonly treatments: readonly { readonly therapy: string; readonly source: string }[];
}

/** One place where one article says one benefit; more than one of an article only where they are on other therapies. */
export interface Mention {
  readonly articleId: string;
  readonly benefit: ArticleBenefit;
  /** Those of the article's therapies that it says the benefit of. */
  readonly therapies: readonly string[];
  readonly conditions: readonly string[];
}

/** One place where one article denies or doubts a benefit. */
export interface Objection {
  readonly articleId: string;
  readonly denial: Denial;
  readonly therapies: readonly string[];
}

/** A section in which an article says who should take care, or when to see a doctor, in its own words. */
export interface TopicNote {
  readonly articleId: string;
  readonly heading: string;
  /** Id of the heading on the article's page. */
  readonly anchor: string;
  /** Whole sentences and items of the section's beginning. */
  readonly words: string;
  /** False where the section goes on. */
  readonly isWhole: boolean;
}

/** `collections.benefits`: one benefit gathered across articles. */
export interface BenefitEntry {
  /** Canonical, "reduce:stress". */
  readonly id: string;
  /** Stable page slug, "reduces-stress". */
  readonly slug: string;
  readonly url: string;
  /** Paths its page had under former ids; they lead to `url`. */
  readonly formerUrls?: readonly string[];
  /** Words for it: "Reduces stress". */
  readonly label: string;
  readonly direction: Direction;
  readonly target: string;
  readonly targetLabel: string;
  readonly definition: string | null;
  /** One an article; total order: newer article first, then id. */
  readonly mentions: readonly Mention[];
  /** Where articles speak against it, one an article, in the same order. */
  readonly against: readonly Objection[];
  /** Therapy ids said to bring it, most articles first, then id. */
  readonly therapies: readonly { readonly id: string; readonly articleCount: number }[];
  /** Ids of benefits often said beside it. */
  readonly neighbours: readonly string[];
  /** False below the threshold: no page is made, claims show at their articles. */
  readonly hasPage: boolean;
}

/** `collections.therapies` and `collections.conditions`. */
export interface TopicEntry {
  readonly id: string;
  readonly kind: "therapy" | "condition";
  readonly slug: string;
  readonly url: string;
  readonly label: string;
  readonly topic: Topic;
  readonly articleIds: readonly string[];
  readonly benefits: readonly { readonly id: string; readonly articleCount: number }[];
  /** Of a therapy: who should take care. Of a condition: when to see a doctor. In the articles' order. */
  readonly notes: readonly TopicNote[];
  readonly hasPage: boolean;
}

/** One cell of the therapies × benefits matrix. */
export interface MatrixCell {
  readonly therapy: string;
  readonly benefit: string;
  /** Articles that say so; empty where articles only speak against it. */
  readonly articleIds: readonly string[];
  /** Articles that deny or doubt it. */
  readonly againstIds: readonly string[];
  readonly isHedged: boolean;
}

export interface Matrix {
  readonly therapies: readonly string[];
  readonly benefits: readonly string[];
  readonly cells: readonly MatrixCell[];
}
