import type { Article } from "../../article/types.ts";
import { isExternal, isPrimary } from "../hosts.ts";
import { isHealthArticle } from "../topics.ts";
import type { ArticleRule, Hit } from "../types.ts";

/** Headings under which writers list sources. */
const SOURCES_HEADING =
  /^\W*(?:sources?|references?|bibliography|citations?|works cited|literature|further reading|bronnen|quellen|literatur|références|fuentes|referencias|fonti)\b/i;

export const sources: ArticleRule = {
  name: "sources",
  number: 7,
  level: "warning",
  scope: "article",
  language: "any",
  expected: "at least one source",
  why: "Health advice without a source cannot be checked",
  source: "JAMA benchmarks, attribution; HONcode, attribution",
  todo: "List what you read under sources in front matter, each with title and url.",
  check: (reading, context) => {
    const { article } = reading;
    const cited = citedUrls(article);
    if (article.sources.length === 0 && cited.length === 0) {
      const isCited = article.blocks.some(({ links }) =>
        links.some(({ href }) => isPrimary(href, context.primaryHosts)),
      );
      return isCited || !isHealthArticle(reading, context) ? [] : [{ words: "", line: 1 }];
    }
    return [...unlinked(article), ...secondary(article, cited, context.primaryHosts)];
  },
};

/** Addresses in a section of sources at the end of the text. */
function citedUrls({ sections, blocks }: Article): readonly string[] {
  return sections
    .filter(({ heading }) => SOURCES_HEADING.test(heading))
    .flatMap((section) => blocks.slice(...section.blocks))
    .flatMap(({ links, text }) => {
      const linked = links.filter(isExternal).map(({ href }) => href);
      return linked.length > 0 ? linked : (text.match(/https?:\/\/[^\s)>\]]{3,500}/g) ?? []);
    });
}

function unlinked({ sources: listed }: Article): readonly Hit[] {
  return listed
    .filter(({ url }) => url === null)
    .map(({ title }) => ({
      words: title,
      field: "sources",
      expected: "a source with a link",
      todo: "Add its url (a DOI is best: https://doi.org/…).",
    }));
}

function secondary(
  article: Article,
  cited: readonly string[],
  more: readonly string[] | undefined,
): readonly Hit[] {
  const urls = [...article.sources.flatMap(({ url }) => url ?? []), ...cited];
  if (urls.length === 0 || urls.some((url) => isPrimary(url, more))) return [];
  return [
    {
      words: urls[0] ?? "",
      expected: `a primary source among ${urls.length === 1 ? "the one listed" : `the ${urls.length} listed`}`,
      todo: "Add research or a health service's own page: doi.org, pubmed, nih.gov, nhs.uk, who.int, cochranelibrary.com.",
      ...(article.sources.length > 0 ? { field: "sources" } : { line: 1 }),
    },
  ];
}
