import type { PageKind, PageView } from "../page/types.ts";
import { quote } from "../problem.ts";
import type { HealthAspect } from "./aspect.ts";
import type { ArticleFacts } from "./facts.ts";
import type { Graph, GraphNode } from "./types.ts";

/** The view a builder of this page kind is given. */
export type ViewOf<Kind extends PageKind> = Kind extends "article"
  ? ArticleFacts
  : PageView & { readonly kind: Kind };

/**
 * An adopter's builder: gets the page's graph (a copy) and view. Returns nodes
 * to add (a node with the `@id` of one that is there changes that one's
 * properties), or a whole new graph, or nothing. What it returns passes the
 * same pruning as our own nodes.
 */
export type Extend<Kind extends PageKind> = (
  graph: Graph,
  view: ViewOf<Kind>,
) => Graph | readonly GraphNode[] | undefined;

export type Extensions = { readonly [Kind in PageKind]?: Extend<Kind> };

/** Pages on which the publisher says how it works. */
export const POLICIES = ["publishingPrinciples", "correctionsPolicy", "ownershipFundingInfo"] as const;
export type Policy = (typeof POLICIES)[number];

/** Types of a page of text. */
export type TextPageType = "WebPage" | "AboutPage" | "ContactPage" | "MedicalWebPage";

/** Options of the schema.org graphs. */
export interface SchemaOptions {
  /** `audienceType` of pages about health; null says none. Default "General public". */
  readonly audience?: string | null;
  /** Member of schema.org's MedicalSpecialty for every page about health ("Psychiatric"); default none. */
  readonly specialty?: string | null;
  /** Path of the page that states a policy; said only when that page is in the build. */
  readonly policies?: Readonly<Partial<Record<Policy, string | null>>>;
  /** Type of a page of text by its path, added to `/about/` and `/contact/`. */
  readonly pageTypes?: Readonly<Record<string, TextPageType>>;
  /** Further headings and the health aspect they stand for, tried before the known English ones. */
  readonly aspects?: readonly (readonly [heading: RegExp, aspect: HealthAspect])[];
  /** Headings of sections that hold questions and answers, beside "FAQ" and its like. */
  readonly faqHeadings?: readonly RegExp[];
  /** Builders of the site's own, by page kind. */
  readonly extend?: Extensions;
}

/** Options with every default filled in. */
export interface ResolvedOptions {
  readonly audience: string | null;
  readonly specialty: string | null;
  readonly policies: Readonly<Partial<Record<Policy, string | null>>>;
  readonly pageTypes: Readonly<Record<string, TextPageType>>;
  readonly aspects: readonly (readonly [RegExp, HealthAspect])[];
  readonly faqHeadings: readonly RegExp[];
  readonly extend: Extensions;
}

const DEFAULT_POLICIES = { publishingPrinciples: "/editorial-policy/", correctionsPolicy: "/corrections/" };
const DEFAULT_PAGE_TYPES = { "/about/": "AboutPage", "/contact/": "ContactPage" } as const;

const KINDS: Readonly<Record<PageKind, true>> = {
  article: true,
  home: true,
  benefit: true,
  condition: true,
  therapy: true,
  benefits: true,
  conditions: true,
  therapies: true,
  tags: true,
  matrix: true,
  author: true,
  authors: true,
  tag: true,
  page: true,
  search: true,
  notFound: true,
  redirect: true,
};

/**
 * Checks the options once and fills in defaults.
 *
 * @throws {RangeError} for a page kind or policy that does not exist
 * @throws {TypeError} for a builder that is no function
 */
export function resolveOptions({
  audience = "General public",
  specialty = null,
  policies = {},
  pageTypes = {},
  aspects = [],
  faqHeadings = [],
  extend = {},
}: SchemaOptions = {}): ResolvedOptions {
  requireKnown("policies", Object.keys(policies), POLICIES);
  requireKnown("extend", Object.keys(extend), Object.keys(KINDS));
  for (const [kind, builder] of Object.entries(extend))
    if (builder !== undefined && typeof builder !== "function")
      throw new TypeError(`schema: extend.${kind}: expected a function, received ${quote(builder)}.`);
  return {
    audience,
    specialty,
    policies: { ...DEFAULT_POLICIES, ...policies },
    pageTypes: { ...DEFAULT_PAGE_TYPES, ...pageTypes },
    aspects,
    faqHeadings,
    extend,
  };
}

function requireKnown(option: string, names: readonly string[], known: readonly string[]): void {
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new RangeError(`schema: ${option}: expected ${known.join(", ")}, received ${quote(unknown)}.`);
}
