import { folded } from "../escape.ts";
import { articleNode, jsonLdNodes, type Node } from "../json-ld.ts";

/** What a saved page says of itself that its article does not show. */
export interface PageSigns {
  /** Address that the page calls its own, as written; null where it names none. */
  readonly canonical: string | null;
  /** Further addresses of it, as written: "/?p=77". */
  readonly shortlink: string | null;
  /** Where a page that holds nothing leads on to, as written. */
  readonly leadsTo: string | null;
  /** ISO 8601 as the page gives it. */
  readonly updated: string | null;
  readonly noindex: boolean;
  readonly categories: readonly string[];
  readonly tags: readonly string[];
  readonly siteName: string | null;
  readonly kind: PageKind;
}

/** What a page is by its own marks; "unmarked" where it bears none. */
export type PageKind = "article" | "page" | "list" | "unmarked";

/** Names that WordPress gives the bodies of lists (`get_body_class`), and others after it. */
const LIST_BODY =
  /^(?:archive|blog|category|tag|author|date|search|search-results|paged|error404|attachment|post-type-archive|page-(?:archive|list|taxonomy|term)|kind-(?:taxonomy|term|section|home))$/;
const ARTICLE_TYPES = /(?:Article|BlogPosting|MedicalWebPage)$/;
const LIST_TYPES = /^(?:CollectionPage|ProfilePage|SearchResultsPage|ItemList|Blog)$/;
/** Links in headings from which a page without marks is a list of others. */
const LIST_MINIMUM = 3;

/** Reads them; before the page's head and chrome are taken out. */
export function signsOf(document: Document): PageSigns {
  const nodes = jsonLdNodes(document);
  const article = articleNode(nodes);
  const attribute = (selector: string, name: string): string | null =>
    document.querySelector(selector)?.getAttribute(name)?.trim() || null;
  const meta = (name: string): string | null =>
    attribute(`meta[property="${name}"], meta[name="${name}"]`, "content");
  return {
    canonical: attribute("link[rel=canonical]", "href") ?? meta("og:url"),
    shortlink: attribute("link[rel=shortlink]", "href"),
    leadsTo: refreshOf(attribute('meta[http-equiv="refresh" i]', "content")),
    updated: meta("article:modified_time") ?? wordsOf(article.dateModified),
    noindex: /\bnoindex\b/i.test(meta("robots") ?? ""),
    ...termsOf(document, article),
    siteName: meta("og:site_name"),
    kind: kindOf(document, nodes, article),
  };
}

function wordsOf(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}

/** "0; url=/next/" → "/next/". */
function refreshOf(content: string | null): string | null {
  return /^\s*[\d.]*\s*[;,]\s*url\s*=\s*["']?([^"'\s]+)/i.exec(content ?? "")?.[1] ?? null;
}

function kindOf(document: Document, nodes: readonly Node[], article: Node): PageKind {
  const bodyNames = (document.querySelector("body")?.getAttribute("class") ?? "").split(/\s+/);
  const types = nodes.flatMap((node) => [node["@type"]].flat()).filter((type) => typeof type === "string");
  const articleCount = types.filter((type) => ARTICLE_TYPES.test(type)).length;
  if (bodyNames.some((name) => LIST_BODY.test(name)) || articleCount > 1) return "list";
  const hasDate = document.querySelector('meta[property="article:published_time"]') !== null;
  if (bodyNames.includes("page") && !hasDate) return "page";
  const isPost = bodyNames.some((name) => /^single(?:-post)?$/.test(name));
  const isNamed = document.querySelector('meta[property="og:type"]')?.getAttribute("content") === "article";
  if (isPost || isNamed || hasDate || article["@type"] !== undefined) return "article";
  return types.some((type) => LIST_TYPES.test(type)) || isListed(document) ? "list" : "unmarked";
}

/** Whether the page shows headings that lead to others, as lists of texts do. */
function isListed(document: Document): boolean {
  const links = [
    ...document.querySelectorAll("h1 a[href], h2 a[href], h3 a[href], h4 a[href], a[href] h2, a[href] h3"),
  ];
  const shown = links.filter((link) => {
    const href = (link.closest("a") ?? link).getAttribute("href") ?? "";
    return (
      !href.startsWith("#") && !/^https?:/i.test(href) && link.closest("header, footer, nav, aside") === null
    );
  });
  return shown.length >= LIST_MINIMUM;
}

function termsOf(document: Document, article: Node): Pick<PageSigns, "categories" | "tags"> {
  const metas = (name: string): string[] =>
    [...document.querySelectorAll(`meta[property="${name}"]`)].map(
      (one) => one.getAttribute("content") ?? "",
    );
  const categories: string[] = metas("article:section");
  const tags: string[] = metas("article:tag");
  for (const link of document.querySelectorAll("article a[href], main a[href], a[rel~=tag]")) {
    const rel = (link.getAttribute("rel") ?? "").toLowerCase().split(/\s+/);
    const place = /\/(tags?|categor(?:y|ies))\/[^/?#]+\/?(?:index\.html?)?$/i.exec(
      link.getAttribute("href") ?? "",
    )?.[1];
    if (link.closest("nav, aside, footer") !== null || (place === undefined && !rel.includes("tag")))
      continue;
    const isCategory = rel.includes("category") || /^c/i.test(place ?? "");
    (isCategory ? categories : tags).push((link.textContent ?? "").replace(/^\s*#/, ""));
  }
  const { keywords } = article;
  const named = Array.isArray(keywords) ? keywords : typeof keywords === "string" ? keywords.split(",") : [];
  return {
    categories: distinct(categories),
    tags: distinct([...tags, ...named.filter((one) => typeof one === "string")]),
  };
}

/** Longest name of a tag, in characters: more is a sentence. */
const TERM_LIMIT = 60;

function distinct(terms: readonly string[]): readonly string[] {
  const byKey = new Map<string, string>();
  for (const term of terms.map(folded))
    if (term !== "" && term.length <= TERM_LIMIT && !byKey.has(term.toLowerCase()))
      byKey.set(term.toLowerCase(), term);
  return [...byKey.values()];
}
