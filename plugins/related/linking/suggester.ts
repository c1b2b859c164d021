import { primaryLanguage } from "../site.ts";
import { phraseTestFor } from "./phrase-tests.ts";
import { indexSubjects } from "./subjects.ts";
import { suggestIn } from "./suggest.ts";
import { textReader } from "./text-words.ts";
import type { LinkingArticle, LinkSuggestion } from "./types.ts";

/** Suggests links for the articles of a site, one at a time; what all need is read once. */
export interface LinkSuggester {
  /** Suggestions for one article in the order of its text; empty for one that is not known. */
  readonly suggestFor: (id: string) => readonly LinkSuggestion[];
}

/** Reads the articles of a site. A phrase is suggested for an article of its own language alone. */
export function linkSuggester(articles: readonly LinkingArticle[]): LinkSuggester {
  const groups = new Map<string, LinkingArticle[]>();
  for (const one of articles) {
    const lang = primaryLanguage(one.article.lang);
    groups.set(lang, [...(groups.get(lang) ?? []), one]);
  }
  const inbound = new Set(articles.flatMap(({ linked }) => [...linked]));
  const helpers = new Map<string, LinkSuggester["suggestFor"]>();
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
): LinkSuggester["suggestFor"] {
  const read = textReader(lang);
  const index = indexSubjects(
    members.map(({ article }) => article),
    read,
  );
  const isWhole = phraseTestFor(lang, index, read);
  const places = new Map(members.map(({ article }, at) => [article.id, at]));
  return (id) => suggestIn(places.get(id)!, { members, index, read, isWhole, inbound });
}
