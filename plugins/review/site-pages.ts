import type { Severity } from "../problem.ts";
import type { SitePage } from "./types.ts";

/** A page that a health site owes its readers. */
export interface OwedPage {
  /** Name in front matter: `sitePage: privacy`. */
  readonly part: string;
  readonly label: string;
  readonly level: Severity;
  /** Words in its address or title. */
  readonly words: RegExp;
}

/** The pages of check 15: without the first three nobody can be held responsible. A new site owes them before it is shown, not before it builds. */
export const SITE_PAGES: readonly OwedPage[] = [
  {
    part: "about",
    label: "about who is behind the site",
    level: "warning",
    words: /\babout\b|\bwho we are\b|\bover ons\b|\büber uns\b|\bà propos\b|\bacerca\b|\bsobre\b/i,
  },
  {
    part: "contact",
    label: "with a way to make contact",
    level: "warning",
    words: /\bcontact\b|\bkontakt\b|\bcontacto\b|\bget in touch\b|\bimpressum\b/i,
  },
  {
    part: "privacy",
    label: "on privacy",
    level: "warning",
    words: /\bprivacy\b|\bdatenschutz\b|\bconfidentialit|\bprivacidad\b|\bdata protection\b/i,
  },
  {
    part: "editorial",
    label: "on how articles are written and checked",
    level: "note",
    words:
      /\beditorial\b|\bhow we (?:write|work|review|check)\b|\breview (?:policy|process)\b|\bredacti|\bstandards\b/i,
  },
  {
    part: "corrections",
    label: "on corrections",
    level: "note",
    words: /\bcorrections?\b|\berrata\b|\bcorrecties\b|\beditorial\b/i,
  },
  {
    part: "funding",
    label: "on who pays for the site",
    level: "note",
    words:
      /\bfund(?:ing|ed)\b|\bfinanc\w*|\bdisclosures?\b|\badvertis\w*|\bownership\b|\bwho pays\b|\babout\b/i,
  },
];

/** Address of each page that was found, by part. A page that covers two parts counts for both. */
export function findSitePages(pages: readonly SitePage[]): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const { part, words } of SITE_PAGES) {
    const said = pages.find(({ data }) => namesPart(data?.sitePage, part));
    const page =
      said ?? pages.find(({ url, title }) => words.test(url.replace(/[-_/]/g, " ")) || words.test(title));
    if (page) found[part] = page.url;
  }
  return found;
}

function namesPart(value: unknown, part: string): boolean {
  return value === part || (Array.isArray(value) && value.includes(part));
}
