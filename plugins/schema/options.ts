import { z } from "zod/mini";
import { ARTICLE_OPTIONS } from "../build/options.ts";
import { type Given, parseOptions, type Taken } from "../options.ts";
import type { PageKind, PageView } from "../page/types.ts";
import { HEALTH_ASPECTS } from "./aspect.ts";
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

const NAMES = Object.keys(KINDS) as [PageKind, ...PageKind[]];
const builder = z.custom<Extend<PageKind>>((value) => typeof value === "function", {
  error: "expected a function",
});
const pattern = z.instanceof(RegExp, { error: "expected a pattern such as /benefits/i" });
const sitePath = z.string().check(z.minLength(1));

/** What graphs say and leave out. */
export const SCHEMA = z.strictObject({
  /** `audienceType` of pages about health; null says none. */
  audience: z._default(z.nullable(z.string()), "General public"),
  /** Member of schema.org's MedicalSpecialty for every page about health ("Psychiatric"). */
  specialty: z._default(z.nullable(z.string()), null),
  /** Path of the page that states a policy; said only when that page is in the build. */
  policies: z.prefault(
    z.strictObject({
      /** How articles are made. */
      publishingPrinciples: z._default(z.nullable(sitePath), "/editorial-policy/"),
      /** How mistakes are mended. */
      correctionsPolicy: z._default(z.nullable(sitePath), "/corrections/"),
      /** Who pays. */
      ownershipFundingInfo: z.optional(z.nullable(sitePath)),
    }),
    {},
  ),
  /** Type of a page of text by its path; `/about/` and `/contact/` have theirs. */
  pageTypes: z._default(
    z.record(z.string(), z.enum(["WebPage", "AboutPage", "ContactPage", "MedicalWebPage"])),
    {},
  ),
  /** Further headings and the health aspect they stand for, tried before the known English ones. */
  aspects: z._default(z.array(z.tuple([pattern, z.enum(HEALTH_ASPECTS)])), []),
  /** Headings of sections that hold questions and answers, beside "FAQ" and its like. */
  faqHeadings: z._default(z.array(pattern), []),
  /** Builders of the site's own, by page kind ([docs/health-markup.md](health-markup.md)). */
  extend: z._default(z.partialRecord(z.enum(NAMES), builder), {}),
});

/** Options of the schema.org graphs. */
export type SchemaOptions = Omit<Given<typeof SCHEMA>, "extend"> & { readonly extend?: Extensions };

/** Options with every default filled in. */
export type ResolvedOptions = Omit<Taken<typeof SCHEMA>, "extend"> & { readonly extend: Extensions };

const DEFAULT_PAGE_TYPES = { "/about/": "AboutPage", "/contact/": "ContactPage" } as const;

/**
 * Checks the options once and fills in defaults.
 *
 * @throws {RangeError} naming every option that is wrong
 */
export function resolveOptions(options: SchemaOptions = {}): ResolvedOptions {
  const parsed = parseOptions("schema", SCHEMA, options) as ResolvedOptions;
  return { ...parsed, pageTypes: { ...DEFAULT_PAGE_TYPES, ...parsed.pageTypes } };
}

const shown = z._default(z.boolean(), false);

/** What a site's own layouts show of an article. */
export const FACTS = z.strictObject({
  /** What the layout shows beside title and text. What is not shown is not said. */
  shows: z.prefault(
    z.strictObject({
      /** Names of the authors; default: as `credentials`. */
      author: z.optional(z.boolean()),
      /** Job titles and letters after the names. */
      credentials: shown,
      /** Dates of publishing and of the last change. */
      dates: shown,
      /** Therapies and conditions of the front matter, by name; those that title or text name are shown anyway. */
      topics: shown,
      /** "Reviewed by", the reviewer's name and the date. */
      reviewer: shown,
      /** The image of the front matter, with its caption and credit. */
      image: shown,
      /** The list of sources, linked. */
      sources: shown,
      /** The list of related articles, linked. */
      related: shown,
      /** "Also Read" lines of the text as links. */
      offers: shown,
      /** Tags, by name. */
      tags: shown,
      /** Reading time in minutes. */
      readingTime: shown,
      /** Who paid for the article. */
      sponsor: shown,
      /** Headings and benefits carry the ids of the article model: sections, questions and the list of benefits. */
      anchors: shown,
    }),
    {},
  ),
  /** Functions that give the path of a person, therapy, condition or benefit on this site; null where it has no page. */
  pages: z._default(
    z.partialRecord(
      z.enum(["person", "therapy", "condition", "benefit"]),
      z.custom<(id: string) => string | null>((value) => typeof value === "function", {
        error: "expected a function",
      }),
    ),
    {},
  ),
  /** The steps the layout shows, from home to the article. */
  breadcrumb: z._default(
    z.array(z.strictObject({ name: z.string().check(z.minLength(1)), url: sitePath })),
    [],
  ),
});

export type ArticleFactsOptions = Given<typeof FACTS>;

/** Parts of an article that a layout may or may not show. */
export type ShownParts = NonNullable<ArticleFactsOptions["shows"]>;

/** Where things have pages of their own on this site; null where they have none. */
export type OwnPages = NonNullable<ArticleFactsOptions["pages"]>;

type SchemaTable = typeof SCHEMA;
type FactsTable = typeof FACTS;
/** Interfaces, as of the site: declarations call them by name. */
interface SchemaPart extends SchemaTable {}
interface FactsPart extends FactsTable {}

/** Options of the plugin `schema`. */
export const SCHEMA_OPTIONS = z.object({
  ...ARTICLE_OPTIONS.shape,
  /** What graphs say and leave out. */
  schema: z.optional(SCHEMA as SchemaPart),
  /** On a site with its own layouts: what they show of an article. */
  facts: z.optional(FACTS as FactsPart),
});

export type SchemaPluginOptions = Omit<Given<typeof SCHEMA_OPTIONS>, "schema"> & {
  readonly schema?: SchemaOptions;
};
