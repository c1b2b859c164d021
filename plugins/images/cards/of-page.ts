import type { Corpus } from "../../corpus/corpus.ts";
import type { ArticleRecord } from "../../corpus/types.ts";
import { splitTitle } from "../../page/title.ts";
import type { PageView } from "../../page/types.ts";
import { type CardText, fitText } from "./text.ts";

/** Words between topics. */
const BETWEEN = " · ";

/**
 * What the card of a page says: only what the page says too. Null for pages that
 * nobody shares (search, 404, redirects) and for those that have the site's card.
 */
export function cardOfPage(view: PageView): CardText | null {
  const site = view.chrome.siteTitle;
  switch (view.kind) {
    case "article":
      return fitText({
        site,
        number: view.titleNumber,
        title: view.titleText,
        topic: joined([...view.therapies, ...view.conditions].map(({ text }) => text)),
        note: joined(view.authors.map(({ name }) => name).filter((name) => name !== site)),
      });
    case "benefit":
    case "condition":
    case "therapy":
      return fitText({
        site,
        number: "",
        title: view.label,
        topic: view.breadcrumb.at(-2)?.name ?? "",
        // Not how many articles: one more would make another card of each of its terms.
        note: "",
      });
    case "matrix":
    case "page":
      return fitText({ site, number: "", title: view.title, topic: "", note: "" });
    default:
      return null;
  }
}

/** The card of the site itself: of its front page, and of every page without one of its own. */
export function siteCard({ title, description }: Corpus["site"]): CardText {
  return fitText({ site: "", number: "", title, topic: description, note: "" });
}

/** What an article's card says on a site with layouts of its own. */
export function cardOfRecord({ article }: ArticleRecord, corpus: Corpus): CardText {
  const { frontMatter, titleFacts } = article;
  const { titleNumber, titleText } = splitTitle(article.title);
  const labels = (kind: "therapies" | "conditions"): readonly string[] =>
    [...new Set([...frontMatter[kind], ...titleFacts[kind]])].flatMap(
      (id) => corpus[kind].get(id)?.label ?? [],
    );
  return fitText({
    site: corpus.site.title,
    number: titleNumber,
    title: titleText,
    topic: joined([...labels("therapies"), ...labels("conditions")]),
    note: joined(frontMatter.authors.flatMap((id) => corpus.people.get(id)?.name ?? [])),
  });
}

/** As many as there is room for, the first ones. */
function joined(words: readonly string[]): string {
  const kept: string[] = [];
  for (const word of words.slice(0, 3)) if (!kept.includes(word)) kept.push(word);
  return kept.join(BETWEEN);
}
