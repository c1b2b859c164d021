import type { Severity } from "../problem.ts";
import type { MainNodes } from "./graph/main.ts";
import type { Graph } from "./graph/types.ts";
import type { PageFacts } from "./page/facts.ts";
import type { SiteFacts } from "./site/facts.ts";

/** Groups of rules, as the documentation lists them. */
export type Family =
  | "json"
  | "vocabulary"
  | "values"
  | "identity"
  | "google"
  | "honesty"
  | "visible"
  | "page"
  | "site";

/** An example: what stands in the page, small enough to read. Tests run each one. */
export interface Example {
  /** Nodes of the page's graph: one node, or the members of `@graph`. */
  readonly graph?: object;
  /** The JSON-LD as text, where the JSON itself is the point. */
  readonly json?: string;
  /** HTML in `<main>`. */
  readonly html?: string;
  /** HTML in `<head>`; replaces what it repeats (title, description, canonical, viewport). */
  readonly head?: string;
  /** The whole page, where head and main are not enough. */
  readonly document?: string;
  /** Other files of the site, by path. */
  readonly files?: Readonly<Record<string, string>>;
}

/** All that a rule may look at on one page. */
export interface PageContext {
  readonly page: PageFacts;
  /** Address of the page on the web; null when neither an option nor a canonical link tells. */
  readonly url: string | null;
  readonly graph: Graph;
  readonly main: MainNodes;
  readonly options: RuleOptions;
}

export interface RuleOptions {
  /** ISO date of the check; null: nothing is called future. */
  readonly today: string | null;
  /** Absolute address of the folder that is checked, with "/" at the end; null when not known. */
  readonly siteUrl: string | null;
}

export type Report = (message: string, written?: string) => void;
/** Reports on one page of the site, named by its path. `written`: the address at fault, as the page has it. */
export type SiteReport = (path: string, message: string, written?: string) => void;

interface RuleBase {
  /** Unique, in kebab case. */
  readonly name: string;
  readonly severity: Severity;
  /** What is asked, one sentence. */
  readonly what: string;
  /** Why, with its source. */
  readonly why: string;
  readonly good: Example;
  readonly bad: Example;
}

export interface PageRule extends RuleBase {
  readonly check: (context: PageContext, report: Report) => void;
}

export interface SiteRule extends RuleBase {
  readonly checkSite: (site: SiteFacts, report: SiteReport) => void;
}

export type Rule = (PageRule | SiteRule) & { readonly family: Family };

/** A rule of an owner's: as the package's are, without the examples that the package's documentation is made of. */
export type OwnRule =
  | (Pick<RuleBase, "name" | "severity" | "what" | "why"> & Pick<PageRule, "check">)
  | (Pick<RuleBase, "name" | "severity" | "what" | "why"> & Pick<SiteRule, "checkSite">);

/** Puts rules of one family into the table. */
export function family(name: Family, rules: readonly (PageRule | SiteRule)[]): readonly Rule[] {
  return rules.map((rule) => ({ ...rule, family: name }));
}
