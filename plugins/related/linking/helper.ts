import type { Article } from "../../article/types.ts";
import { primaryLanguage } from "../site.ts";
import { phraseTestFor } from "./phrase-tests.ts";
import type { LinkPlace } from "./set-link.ts";
import { indexSubjects } from "./subjects.ts";
import { suggestIn } from "./suggest.ts";
import { textReader } from "./text-words.ts";

/** One article as the helper reads it. */
export interface LinkingArticle {
  readonly article: Article;
  /** Its Markdown as it stands in the file, and the 1-based line on which it begins. */
  readonly source: () => { readonly body: string; readonly bodyLine: number };
  /** Ids of articles that its text, its lines or its boxes lead to. */
  readonly linked: ReadonlySet<string>;
  /** Id of the article that a link of its text leads to; null: none. */
  readonly leadsTo: (href: string) => string | null;
  /** Ids that are never suggested here. */
  readonly excluded?: ReadonlySet<string>;
  /** True: no other article is led here. */
  readonly isHidden?: boolean;
}

/** A phrase of an article's text that could lead to another article. */
export interface LinkSuggestion {
  /** Article that holds the phrase. */
  readonly id: string;
  /** Article it could lead to. */
  readonly target: string;
  readonly phrase: string;
  /** 1-based line of the file on which the phrase begins. */
  readonly line: number;
  /** The sentence, parted at the phrase. */
  readonly before: string;
  readonly after: string;
  /** 0..1: how much of the target's subject the phrase names where it stands. */
  readonly fit: number;
  readonly why: LinkWhy;
  /** Where the phrase stands, for writing it. */
  readonly place: LinkPlace;
}

/** Why a phrase could lead to an article, as data. */
export interface LinkWhy {
  /** Share of the target's subject that the phrase itself holds, 0..1. */
  readonly named: number;
  /** Words of the target's title that stand around the phrase, or that this article is on too, most telling first. */
  readonly around: readonly string[];
  /** True where no other text leads to the target. */
  readonly isOrphan: boolean;
}

/** Suggests links for the articles of a site, one at a time; what all need is read once. */
export interface LinkHelper {
  /** Suggestions for one article in the order of its text; empty for one that is not known. */
  readonly suggestFor: (id: string) => readonly LinkSuggestion[];
}

/** Reads the articles of a site. A phrase is suggested for an article of its own language alone. */
export function linkHelper(articles: readonly LinkingArticle[]): LinkHelper {
  const groups = new Map<string, LinkingArticle[]>();
  for (const one of articles) {
    const lang = primaryLanguage(one.article.lang);
    groups.set(lang, [...(groups.get(lang) ?? []), one]);
  }
  const inbound = new Set(articles.flatMap(({ linked }) => [...linked]));
  const helpers = new Map<string, LinkHelper["suggestFor"]>();
  for (const [lang, members] of groups) {
    const suggest = languageHelper(lang, members, inbound);
    for (const { article } of members) helpers.set(article.id, suggest);
  }
  return { suggestFor: (id) => helpers.get(id)?.(id) ?? [] };
}

function languageHelper(
  lang: string,
  members: readonly LinkingArticle[],
  inbound: ReadonlySet<string>,
): LinkHelper["suggestFor"] {
  const read = textReader(lang);
  const index = indexSubjects(
    members.map(({ article }) => article),
    read,
  );
  const isWhole = phraseTestFor(lang, index, read);
  const places = new Map(members.map(({ article }, at) => [article.id, at]));
  return (id) => suggestIn(places.get(id)!, { members, index, read, isWhole, inbound });
}
