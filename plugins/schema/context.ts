import type { Corpus } from "../corpus/corpus.ts";
import type { Additions } from "./additions.ts";
import { absolute } from "./ids.ts";
import { isNamed } from "./named.ts";
import { organizationNode } from "./nodes/organization.ts";
import { websiteNode } from "./nodes/website.ts";
import {
  POLICIES,
  type Policy,
  type ResolvedOptions,
  resolveOptions,
  type SchemaOptions,
} from "./options.ts";
import type { GraphNode } from "./types.ts";

/** The part of the corpus that graphs read. */
export type SchemaCorpus = Pick<Corpus, "site" | "people" | "therapies" | "conditions" | "records">;

/** What is the same for every graph of a build, worked out once. */
export interface SchemaContext extends SchemaCorpus {
  /** Without a slash at the end. */
  readonly origin: string;
  readonly options: ResolvedOptions;
  /** The stub of the site that every page carries. */
  readonly website: GraphNode;
  /** The publisher as every page carries it; null when the site names none. */
  readonly publisher: GraphNode | null;
  /** Absolute addresses of policies whose pages are in the build. */
  readonly policies: Readonly<Partial<Record<Policy, string>>>;
  /** What front matter adds, by article id. */
  readonly additions: ReadonlyMap<string, Additions>;
  /** Articles in lists as far as they are the same on every page, by their entry. */
  readonly entries: WeakMap<object, GraphNode>;
  /** The same without authors. */
  readonly unsignedEntries: WeakMap<object, GraphNode>;
  /** Whether a page that a view links to is there. */
  hasPage(path: string): boolean;
  /** Whether the build is known to have a page at this path. */
  isBuilt(path: string): boolean;
}

/** What a build knows beside the corpus. */
export interface BuildFacts {
  /** Paths of all pages; without it the views are trusted to link only to pages that exist, and policies are left out unless set. */
  readonly pages?: ReadonlySet<string>;
  /** What front matter adds to an article's graph, by article id; see {@link readAdditions}. */
  readonly additions?: ReadonlyMap<string, Additions>;
}

/**
 * Works out once what all graphs of a build share.
 *
 * @throws {RangeError | TypeError} for an option that is wrong
 */
export function schemaContext(
  { site, people, therapies, conditions, records }: SchemaCorpus,
  options: SchemaOptions = {},
  { pages, additions = new Map() }: BuildFacts = {},
): SchemaContext {
  const resolved = resolveOptions(options);
  const hasPage = (path: string): boolean => path !== "" && (pages === undefined || pages.has(path));
  const isBuilt = (path: string): boolean => pages?.has(path) ?? false;
  const policies = policyUrls(
    site.url,
    pages === undefined ? (options.policies ?? {}) : resolved.policies,
    hasPage,
  );
  const person = people.get(site.publisher);
  const publisher =
    person === undefined || !isNamed(person)
      ? null
      : organizationNode(person, { origin: site.url, policies, isBuilt });
  return {
    site,
    people,
    therapies,
    conditions,
    records,
    origin: site.url,
    options: resolved,
    website: websiteNode(site, publisher),
    publisher,
    policies,
    additions,
    entries: new WeakMap(),
    unsignedEntries: new WeakMap(),
    hasPage,
    isBuilt,
  };
}

function policyUrls(
  origin: string,
  policies: Readonly<Partial<Record<Policy, string | null>>>,
  hasPage: (path: string) => boolean,
): Readonly<Partial<Record<Policy, string>>> {
  const urls: Partial<Record<Policy, string>> = {};
  for (const policy of POLICIES) {
    const path = policies[policy];
    if (path && hasPage(path.split("#")[0] as string)) urls[policy] = absolute(origin, path);
  }
  return urls;
}
