import { decodeHTML } from "entities";
import { folded } from "../escape.ts";
import type { Part } from "../model.ts";
import type { WxrItem, WxrTerm } from "./item.ts";

/** Categories and tags of an item, its language, and what became of each term. */
export interface ItemTerms {
  readonly tags: readonly string[];
  /** From the root of the tree down. */
  readonly categories: readonly (readonly string[])[];
  readonly lang: string | null;
  readonly parts: readonly Part[];
}

/** A term that was left out. */
export function termFate({ domain, name, slug }: WxrTerm, why: string): Part {
  return { kind: "term", what: `${domain} ${folded(name) || slug}`, outcome: "left-out", why };
}

type Categories = ReadonlyMap<string, { readonly name: string; readonly parent: string }>;

/** Sorts the terms of an item; a category that stands twice (WXR 1.0 does so) counts once. */
export function itemTerms({ terms }: WxrItem, known: Categories): ItemTerms {
  const tags: string[] = [];
  const categories: string[][] = [];
  const parts: Part[] = [];
  const seen = new Set<string>();
  let lang: string | null = null;
  for (const term of terms) {
    const name = folded(decodeHTML(term.name));
    const identity = `${term.domain}|${name.toLowerCase()}`;
    if (seen.has(identity) || (name === "" && term.slug === "")) {
      parts.push(termFate(term, "stands twice"));
      continue;
    }
    seen.add(identity);
    if (term.domain === "post_tag") {
      tags.push(name || term.slug);
      parts.push({ kind: "term", what: `tag ${name}`, outcome: "kept", to: "tags" });
    } else if (term.domain === "category") {
      if (term.slug === "uncategorized") parts.push(termFate(term, "WordPress's word for no category"));
      else {
        categories.push(categoryPath(term, name, known));
        parts.push({ kind: "term", what: `category ${name}`, outcome: "kept", to: "tags" });
      }
    } else if (term.domain === "language") {
      lang = term.slug.replace("_", "-") || null;
      parts.push({ kind: "term", what: `language ${name}`, outcome: "kept", to: "lang" });
    } else parts.push(termFate(term, reasonOf(term.domain)));
  }
  return { tags, categories, lang, parts };
}

function reasonOf(domain: string): string {
  if (domain === "post_format") return "all articles have one format here";
  if (domain === "post_translations") return "the translations of a text are not linked here";
  return `a taxonomy of the site's own, "${domain}"`;
}

/** Names from the root down; a ring of parents is cut. */
function categoryPath({ slug }: WxrTerm, name: string, known: Categories): string[] {
  const path: string[] = [name || slug];
  const seen = new Set([slug]);
  for (let at = known.get(slug)?.parent ?? ""; at !== "" && !seen.has(at); at = known.get(at)?.parent ?? "") {
    seen.add(at);
    path.unshift(folded(decodeHTML(known.get(at)?.name ?? at)));
  }
  return path;
}
