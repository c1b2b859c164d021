import type { GraphNode } from "./graphs.ts";
import { ARTICLE, filesOf, type SmallSite, smallSite } from "./site.ts";

/** One fault seeded in the small site, and the rules that must speak: the first names it, the others follow from it. */
export interface Fault {
  readonly what: string;
  readonly rules: readonly string[];
  readonly seed: (site: Faulty) => void;
}

/** The small site with handles for breaking it. */
export interface Faulty {
  readonly site: SmallSite;
  /** First node of that type on the article's page, or on another, at any depth. */
  node(type: string, path?: string): GraphNode;
  /** Replaces in the HTML of the article's page, or of another; must change something. */
  replace(from: string | RegExp, to: string, path?: string): void;
  /** Replaces in one of the other files. */
  replaceIn(path: string, from: string, to: string): void;
}

/** Files of the small site with the fault in it. */
export function seeded(fault: Fault): Record<string, string> {
  const site = smallSite();
  fault.seed({
    site,
    node: (type, path = ARTICLE) => findNode(site.graphs[path], type) ?? missing(`a ${type} on ${path}`),
    replace: (from, to, path = ARTICLE) => {
      site.html[path] = changed(site.html[path] ?? missing(path), from, to);
    },
    replaceIn: (path, from, to) => {
      site.files[path] = changed(site.files[path] ?? missing(path), from, to);
    },
  });
  return filesOf(site);
}

function changed(text: string, from: string | RegExp, to: string): string {
  const result = text.replace(from, to);
  return result === text ? missing(String(from)) : result;
}

function missing(what: string): never {
  throw new Error(`the small site has no ${what}`);
}

function findNode(value: unknown, type: string): GraphNode | null {
  if (typeof value !== "object" || value === null) return null;
  const node = value as GraphNode;
  if (node["@type"] === type || (Array.isArray(node["@type"]) && node["@type"].includes(type))) return node;
  for (const inner of Object.values(node)) {
    const found = findNode(inner, type);
    if (found !== null) return found;
  }
  return null;
}
