import type { ArticleRecord, RelatedLink } from "../corpus/types.ts";
import { articleBenefits, contentsOf } from "./benefits-of-article.ts";
import { commentThreads } from "./comment-threads.ts";
import type { ViewContext } from "./context.ts";
import { datesOfArticle } from "./dates-of-article.ts";
import { imageView } from "./image.ts";
import type { MadeOf } from "./made-of.ts";
import type { CommentFormView, CommentView, LinkRef, PersonView, RelatedView, TermRef } from "./parts.ts";
import { personView } from "./person.ts";
import { outlineOf, type PagePlan, type PlanTools } from "./plan.ts";
import type { PageSeed } from "./seed.ts";
import { sourceViews } from "./sources.ts";
import { tagUrl } from "./tags.ts";
import { conditionRefs, therapyRefs } from "./terms.ts";
import type { Language } from "./texts.ts";
import { splitTitle } from "./title.ts";
import type { ArticlePage, PageCommon } from "./types.ts";
import { whyText } from "./why.ts";

/** Characters from which on a title fills more than three lines of a desktop. */
const WORDY_TITLE = 90;

/** Plans the page of one article. */
export function articlePlan(
  { context, common }: PlanTools,
  record: ArticleRecord,
  madeOf: MadeOf,
): PagePlan<ArticlePage> {
  context.languageOf(record.article.lang);
  const outline = outlineOf({
    url: record.url,
    isDraft: record.isHidden,
    isIndexed: record.article.frontMatter.noindex !== true,
    modified: modifiedOf(record),
  });
  return {
    kind: "article",
    ...outline,
    make: () => articlePage(context, common, record),
    madeOf: () => madeOf(record),
  };
}

function modifiedOf({ article: { frontMatter } }: ArticleRecord): string {
  return frontMatter.updated ?? frontMatter.date;
}

/** What it asks the context for, {@link articlesMadeOf} names. */
function articlePage(
  context: ViewContext,
  common: (seed: PageSeed) => PageCommon,
  record: ArticleRecord,
): ArticlePage {
  const { article, url } = record;
  const { frontMatter } = article;
  const language = context.languageOf(article.lang);
  const benefits = articleBenefits(context, record, language);
  const sources = sourceViews(article, language, context.citations.get(url));
  const therapies = therapyRefs(context, aboutOf(record, "therapies"), language);
  const conditions = conditionRefs(context, aboutOf(record, "conditions"), language);
  const comments = commentThreads(context.comments.get(article.id) ?? [], context.datesOf(article.lang));
  const commentCount = context.comments.get(article.id)?.length ?? 0;
  const lede = frontMatter.description ?? "";
  return {
    ...common({
      url,
      title: article.title,
      description: lede === "" ? article.lead : lede,
      lang: article.lang,
      trail: trailOf(language, therapies, conditions),
      seoTitle: frontMatter.seoTitle,
      original: frontMatter.canonical,
      isIndexed: frontMatter.noindex !== true,
      card: context.cardOf(url, record),
      isDraft: record.isHidden,
      modified: modifiedOf(record),
    }),
    kind: "article",
    id: article.id,
    feedId: frontMatter.guid ?? "",
    ...splitTitle(article.title),
    isWordy: article.title.length > WORDY_TITLE,
    lede,
    authors: people(context, frontMatter.authors),
    ...datesOfArticle(context, record),
    minutes: article.minutes,
    minutesText: language.count("minutes", article.minutes),
    wordCount: article.wordCount,
    sponsor: frontMatter.sponsor,
    sponsorText:
      frontMatter.sponsor === null ? "" : language.say("sponsoredBy", { name: frontMatter.sponsor }),
    madeWithAi: frontMatter.madeWithAi,
    emergency: frontMatter.emergency ?? "",
    actionNote: actionNoteOf(record, benefits.length > 0, language),
    keyFacts: frontMatter.keyFacts,
    contents: contentsOf(record, benefits),
    benefits,
    therapies: linked(therapies),
    conditions: linked(conditions),
    tags: tagRefs(context, frontMatter.tags),
    image: imageView(context, frontMatter.image, article.file),
    related: relatedViews(context, record.related, language),
    offered: relatedViews(
      context,
      [...record.offers.flatMap(({ id }) => (id === null ? [] : [offerOf(record, id)])), ...record.callouts],
      language,
    ),
    sources,
    comments,
    commentCount,
    commentsText: commentCount === 0 ? "" : language.count("replies", commentCount),
    commentForm: formOf(context, article.id, comments),
    share: shareLinks(context, record, language),
  };
}

/** The writer's words, else the site's where benefits are listed. */
function actionNoteOf({ article }: ArticleRecord, hasBenefits: boolean, language: Language): string {
  const { actionNote } = article.frontMatter;
  if (actionNote === false) return "";
  return actionNote ?? (hasBenefits ? language.say("actionNote") : "");
}

/** Ids from front matter and from the title, in that order. */
function aboutOf({ article }: ArticleRecord, kind: "therapies" | "conditions"): readonly string[] {
  return [...article.frontMatter[kind], ...article.titleFacts[kind]];
}

/** Home → conditions → the condition → article, or the same by therapy; an article about neither stands under home. */
function trailOf(language: Language, therapies: readonly TermRef[], conditions: readonly TermRef[]) {
  const [condition] = linked(conditions);
  const [therapy] = linked(therapies);
  const term = condition ?? therapy;
  if (term === undefined) return [];
  const index =
    condition === undefined
      ? { name: language.texts.therapies ?? "", url: "/therapies/" }
      : { name: language.texts.conditions ?? "", url: "/conditions/" };
  return [index, { name: term.text, url: term.url }];
}

function linked(terms: readonly TermRef[]): readonly TermRef[] {
  return terms.filter(({ url }) => url !== "");
}

function people(context: ViewContext, ids: readonly string[]): readonly PersonView[] {
  return ids.flatMap((id) => {
    const person = context.personById.get(id);
    return person === undefined ? [] : [personView(person)];
  });
}

function tagRefs(context: ViewContext, tags: readonly string[]): readonly TermRef[] {
  if (context.without.has("tag")) return [];
  const refs = tags.map((tag) => ({ id: tag, url: tagUrl(tag), text: tag, articleCount: -1, countText: "" }));
  return refs.filter(({ url }, index) => refs.findIndex((other) => other.url === url) === index);
}

/** An article the author offers, with the reasons the ranking found for it, if any. */
function offerOf({ offers }: ArticleRecord, id: string): Pick<RelatedLink, "id" | "reasons"> {
  return { id, reasons: offers.find((offer) => offer.id === id)?.reasons ?? [] };
}

function relatedViews(
  context: ViewContext,
  links: readonly Pick<RelatedLink, "id" | "reasons">[],
  language: Language,
): readonly RelatedView[] {
  return links.flatMap(({ id, reasons }) => {
    const other = context.recordById.get(id);
    if (other === undefined) return [];
    const { article, url } = other;
    const minutesText = language.count("minutes", article.minutes);
    return [{ id, url, text: article.title, why: whyText(context, reasons, language, other), minutesText }];
  });
}

function formOf(
  { site }: ViewContext,
  articleId: string,
  comments: readonly CommentView[],
): CommentFormView | null {
  const { endpoint } = site.comments;
  if (endpoint === null) return null;
  // Without a script a reader can only choose from a list whom to answer.
  const parents = comments
    .flatMap((comment) => [comment, ...comment.replies])
    .map(({ id, author, date }) => ({ id, text: `${author}, ${date.text}` }));
  return { endpoint, articleId, parents };
}

/** Links that share without a script and without telling anybody before the click. */
function shareLinks(
  { site }: ViewContext,
  { article, url }: ArticleRecord,
  language: Language,
): readonly LinkRef[] {
  const address = encodeURIComponent(site.url + encodeURI(url));
  const title = encodeURIComponent(article.title);
  return [
    { url: `mailto:?subject=${title}&body=${address}`, text: language.say("shareMail") },
    { url: `https://bsky.app/intent/compose?text=${address}`, text: "Bluesky" },
    { url: `https://www.facebook.com/sharer/sharer.php?u=${address}`, text: "Facebook" },
    { url: `https://wa.me/?text=${address}`, text: "WhatsApp" },
  ];
}
