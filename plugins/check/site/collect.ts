import { definitionIn } from "../graph/definition.ts";
import { all } from "../graph/main.ts";
import type { Graph } from "../graph/types.ts";
import { isNoIndex, type PageFacts } from "../page/facts.ts";
import { isIndexed } from "../page/kind.ts";
import { type SiteAddresses, siteAddresses, sitePathOf } from "./address.ts";
import type { PageSummary, SiteDefinition, SiteFacts, SiteFile, Target } from "./facts.ts";

/** Gathers, page by page, what the rules about the whole site need, and lets the pages themselves go. */
export interface SiteCollector {
  add(page: PageFacts, graph: Graph): void;
  facts(): SiteFacts;
}

export function collectSite(siteUrl: string | null, files: Iterable<SiteFile> | null): SiteCollector {
  const addresses = siteAddresses(siteUrl);
  const pages = new Map<string, PageSummary>();
  const targets = new Map<string, Target>();
  const definitions = new Map<string, SiteDefinition[]>();
  const known = files === null ? null : new Map([...files].map((file) => [file.path, file] as const));
  return {
    add(page, graph) {
      pages.set(page.path, summaryOf(page, graph));
      addTargets(targets, page, siteUrl === null ? null : graph, addresses);
      for (const node of graph.nodes) {
        const definition = definitionIn(node);
        if (definition !== null) addDefinition(definitions, page.path, definition);
      }
    },
    facts: () => ({
      url: siteUrl,
      addresses,
      pages,
      files: known,
      targets: [...targets.values()],
      definitions,
      redirects: redirectsOf(known?.get("_redirects")?.text ?? "", addresses),
    }),
  };
}

function summaryOf(page: PageFacts, graph: Graph): PageSummary {
  return {
    path: page.path,
    sitePath: sitePathOf(page.path),
    title: copied(page.titles[0] ?? ""),
    description: copied(page.metas.get("description")?.[0]?.trim() ?? ""),
    canonicals: page.canonicals.map(copied),
    isIndexed: isIndexed(page),
    isNoIndex: isNoIndex(page),
    hasGraph: page.jsonBlocks.length > 0,
    hasPageNode: all(graph, "WebPage").some((node) => node.isTop),
    refreshTo: page.refreshTo === null ? null : copied(page.refreshTo),
    ids: [...page.ids.keys(), ...namedAnchors(page)].join("\n"),
    isDocument: page.isDocument,
  };
}

/** `<a name="x">` is an anchor too. */
function namedAnchors(page: PageFacts): readonly string[] {
  return page.elements.flatMap(({ tag, attributes }) =>
    tag === "a" && attributes.name !== undefined ? [attributes.name] : [],
  );
}

/** `graph`: null when the site's address is not known; its addresses are absolute. */
function addTargets(
  targets: Map<string, Target>,
  page: PageFacts,
  graph: Graph | null,
  addresses: SiteAddresses,
): void {
  const add = (kind: Target["kind"], as: string, where: string) => {
    const address = addresses.onSite(as, page.path, kind === "graph" ? null : page.base);
    if (address === null) return;
    const key = `${kind} ${address}`;
    const target = targets.get(key);
    if (target === undefined) {
      targets.set(copied(key), {
        address: copied(address),
        kind,
        from: [{ path: page.path, as: copied(as), where }],
      });
    } else if (target.from.at(-1)!.path !== page.path) {
      const first = target.from[0]!.as;
      target.from.push({ path: page.path, as: first === as ? first : copied(as), where });
    }
  };
  for (const { href } of page.links) if (!isNowhere(href)) add("link", href, "a href");
  for (const { address, where } of page.resources) if (!isNowhere(address)) add("resource", address, where);
  if (page.refreshTo !== null) add("link", page.refreshTo, "meta refresh");
  for (const { value, key, node } of graph?.entries ?? []) {
    const isAddress = typeof value === "string" && value.startsWith("http");
    if (isAddress) add("graph", value, `${node.path}.${key}`);
  }
}

/** The text in memory of its own: a piece of a page keeps the whole page alive otherwise. */
function copied(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string;
}

/** Addresses that other rules speak of. */
function isNowhere(address: string): boolean {
  const trimmed = address.trim();
  return trimmed === "" || trimmed === "#" || trimmed.startsWith("data:");
}

function addDefinition(
  definitions: Map<string, SiteDefinition[]>,
  path: string,
  definition: SiteDefinition["definition"],
): void {
  const known = definitions.get(definition.id);
  if (known === undefined) definitions.set(definition.id, [{ path, definition }]);
  else if (!known.some((other) => isEqual(other.definition, definition))) known.push({ path, definition });
}

/** Most pages repeat one stub word for word; one of them is enough. */
function isEqual(a: SiteDefinition["definition"], b: SiteDefinition["definition"]): boolean {
  const keys = Object.keys(a.values);
  if (keys.length !== Object.keys(b.values).length || a.types.join() !== b.types.join()) return false;
  return keys.every((key) => a.values[key] === b.values[key]);
}

/** Netlify's and Cloudflare's form: `from to [status]` on each line; by the path on the site that leads on. */
function redirectsOf(text: string, addresses: SiteAddresses): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const line of text.split("\n")) {
    const [path, ...words] = line
      .replace(/(^|\s)#.*$/, "")
      .trim()
      .split(/\s+/);
    // Netlify: what the query must hold stands between the two paths.
    const target = words.findIndex((word) => /^(?:\/|https?:)/.test(word));
    const query = words.slice(0, Math.max(0, target)).join("&");
    const from = query === "" ? path : `${path}?${query}`;
    const to = words[Math.max(0, target)];
    if (from === undefined || to === undefined || !from.startsWith("/")) continue;
    found.set(addresses.onSite(from, "_redirects", null) ?? from, to);
  }
  return found;
}
