import type { Article } from "../article/types.ts";
import type { ArticleBenefit, Denial, Person, Proposal } from "../corpus/types.ts";
import type { Severity } from "../problem.ts";
import type { Marks } from "./marks.ts";
import type { Prose } from "./prose.ts";

/** How a site sets a rule: its level, or off. */
export type RuleLevel = Severity | "off";

/** What every rule says of itself; the table in docs/review.md is made of these. */
export interface RuleFacts {
  /** Name by which it is configured and silenced. */
  readonly name: string;
  /** Number among the 28 trust signals that the docs list. */
  readonly number: number;
  /** Level of its findings unless the site or the finding says otherwise. */
  readonly level: Severity;
  /** What is read: one article, the whole site or a built page. */
  readonly scope: "article" | "site" | "page";
  /** `en`: word lists are English, so articles in other languages pass. */
  readonly language: "en" | "any";
  /** What is expected, as it follows "expected" in a message. */
  readonly expected: string;
  /** Why readers need it, one sentence without full stop. */
  readonly why: string;
  /** Where the rule comes from. */
  readonly source: string;
  /** What to do, one sentence. */
  readonly todo: string;
}

/** A place where a rule fires, before level, file and reasons are added. */
export interface Hit {
  /** The article's words, or what stands in place of the words that are missing. */
  readonly words: string;
  /** 1-based line; 0 when none can be named. */
  readonly line?: number;
  /** Front matter field whose line is meant. */
  readonly field?: string;
  readonly level?: Severity;
  readonly expected?: string;
  readonly todo?: string;
}

/** One open point of an article, of a page or of the site. */
export interface Finding {
  readonly rule: string;
  readonly level: Severity;
  /** Path as the writer knows it, relative to the project. */
  readonly file: string;
  /** 1-based; 0 when no line can be named. */
  readonly line: number;
  /** The article's words. */
  readonly words: string;
  /** What was expected, as it follows "expected" in a message. */
  readonly expected: string;
  /** Why it matters, with the source of the rule in brackets. */
  readonly why: string;
  readonly todo: string;
}

/** A finding that the writer silenced, with the reason given. */
export interface SilencedFinding extends Finding {
  readonly reason: string;
}

/** What a review of one article finds. */
export interface ArticleReview {
  readonly findings: readonly Finding[];
  readonly silenced: readonly SilencedFinding[];
}

/** How strict a site is. */
export interface ReviewOptions {
  /** Level per rule name. */
  readonly rules?: Readonly<Record<string, RuleLevel>>;
  /** Hosts of primary sources beside the known ones: "example.edu" stands for its subdomains too. */
  readonly primaryHosts?: readonly string[];
  /** Words that the site explains elsewhere: never called jargon. */
  readonly knownWords?: readonly string[];
  /** Rules of the site's own, asked after the package's; configured and silenced by name as those are. */
  readonly ownRules?: readonly OwnRule[];
}

/** What a rule may know beside the article. */
export interface ReviewContext extends ReviewOptions {
  /** Time of the build, ISO 8601. */
  readonly now: string;
  /** Months after which a review is due again; 24 unless the site says otherwise. */
  readonly reviewMonths?: number;
  readonly people: ReadonlyMap<string, Person>;
  /** What the article says a therapy does, as the benefits stage found it. */
  readonly benefits?: readonly ArticleBenefit[];
  /** What it says besides and no page shows, because it waits for the writer's word. */
  readonly proposals?: readonly Proposal[];
  /** Listed benefits of which the writer dropped all that was read. */
  readonly droppedCount?: number;
  /** What it denies or doubts. */
  readonly against?: readonly Denial[];
  /** What only the source text tells: images, comments, raw HTML. */
  readonly marks?: Marks;
  /** Line of a front matter field. */
  readonly lineOf?: (field: string) => number;
  /** Readers' comments that the page shows. */
  readonly comments?: readonly { readonly author: string; readonly date: string }[];
}

/** An article with its text cut into sentences, made once for all rules. */
export interface Reading {
  readonly article: Article;
  readonly prose: Prose;
  readonly marks: Marks;
  /** Names of the rules there are. */
  readonly ruleNames: readonly string[];
}

/** A rule that needs one article only. Pure. */
export interface ArticleRule extends RuleFacts {
  readonly scope: "article";
  readonly check: (reading: Reading, context: ReviewContext) => readonly Hit[];
}

/** What a built page shows, as far as the rules ask; made from its HTML by whoever reads that. */
export interface PageFacts {
  /** Path of the file in the output. */
  readonly file: string;
  /** Text that a reader sees; white space folded. */
  readonly text: string;
  readonly links: readonly {
    /** As in the HTML or absolute. */
    readonly href: string;
    readonly rel: string;
    /** True inside the page's footer. */
    readonly isFooter: boolean;
  }[];
  /** Values of `datetime` of the `<time>` elements that are shown. */
  readonly times: readonly string[];
  /** Addresses of scripts and frames, as in the HTML. */
  readonly embeds: readonly string[];
}

/** What the rules for pages know beside the page. */
export interface PageContext extends ReviewContext {
  /** Absolute origin of the site. */
  readonly siteUrl: string;
  /** The site's disclaimer as its pages print it; null: known wordings are looked for. */
  readonly disclaimer: string | null;
  /** Paths of the site's own pages by part: `{ privacy: "/privacy/" }`. */
  readonly sitePages: Readonly<Record<string, string>>;
}

/** A rule that needs the built page of an article. Pure. */
export interface PageRule extends RuleFacts {
  readonly scope: "page";
  readonly check: (page: PageFacts, article: Article, context: PageContext) => readonly Hit[];
}

/** One article as the rules for the whole site see it. */
export interface SiteArticle {
  readonly article: Article;
  readonly benefits: readonly ArticleBenefit[];
  readonly proposals?: readonly Proposal[];
  /** Listed benefits of which the writer dropped all that was read. */
  readonly droppedCount?: number;
  readonly against?: readonly Denial[];
  readonly marks?: Marks;
  readonly lineOf?: (field: string) => number;
  /** Kept out of the site (draft, dated in the future): reviewed on request only. */
  readonly isHidden?: boolean;
}

/** A page of the site that is no article. */
export interface SitePage {
  readonly file: string;
  readonly url: string;
  readonly title: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** What the rules for the whole site read. */
export interface SiteFacts {
  /** In the site's order. */
  readonly articles: readonly SiteArticle[];
  /** null: not known, so nothing is said of them. */
  readonly pages: readonly SitePage[] | null;
  /** Pages that are written and not shown yet, with their files. */
  readonly draftPages?: readonly SitePage[];
  /** File named by findings about the site as a whole. */
  readonly file: string;
  /** What the last accepted review knew of each text; null: no lock is kept. */
  readonly lock: FreshnessLock | null;
}

/** By article id: what the text was when its dates were last right. */
export type FreshnessLock = Readonly<Record<string, { readonly hash: string; readonly updated: string }>>;

/** A hit of a rule for the site, in the file it belongs to. */
export interface SiteHit extends Hit {
  readonly file: string;
  /** Article whose silences and lines count; null for the site as a whole. */
  readonly article: SiteArticle | null;
}

/** A rule of whatever scope, as an owner adds one. */
export type OwnRule = ArticleRule | SiteRule | PageRule;

/** A rule that needs other articles or pages. Pure. */
export interface SiteRule extends RuleFacts {
  readonly scope: "site";
  readonly check: (site: SiteFacts, context: ReviewContext) => readonly SiteHit[];
}
