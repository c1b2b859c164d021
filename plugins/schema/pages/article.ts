import type { BlogPosting, MedicalWebPage } from "schema-dts";
import { aboutTopics } from "../about.ts";
import type { AboutTopic } from "../article-parts.ts";
import { articleParts } from "../article-parts.ts";
import type { SchemaContext } from "../context.ts";
import type { ArticleFacts } from "../facts.ts";
import { absolute, partId } from "../ids.ts";
import { citationNode } from "../nodes/citation.ts";
import { commentNode } from "../nodes/comment.ts";
import { imageNode } from "../nodes/image.ts";
import { healthFacts, pageNode } from "../nodes/page.ts";
import { personNode } from "../nodes/person.ts";
import { termNode } from "../nodes/term.ts";
import { type GraphNode, oneOrMany, present, type Reference, refer, type Value } from "../types.ts";

/** Nodes that page and article node both refer to. */
interface ArticleNodes {
  readonly authors: readonly GraphNode[];
  readonly reviewer: GraphNode | null;
  readonly topics: readonly AboutTopic[];
  readonly image: GraphNode | null;
}

/** A page with one article: WebPage (MedicalWebPage where it is about health) and BlogPosting, joined both ways. */
export function articleNodes(context: SchemaContext, view: ArticleFacts): readonly (GraphNode | null)[] {
  const { canonical } = view;
  const authors = view.authors.flatMap((person) => personNode(context, canonical, person, "byline") ?? []);
  const nodes: ArticleNodes = {
    authors,
    reviewer: reviewerNode(context, view, authors),
    topics: aboutTopics(context, view),
    image: imageNode(canonical, view.image, context.origin),
  };
  return [
    articlePageNode(context, view, nodes),
    postNode(context, view, nodes),
    ...nodes.topics.map(({ node }) => node),
    ...authors,
    nodes.reviewer,
    nodes.image,
  ];
}

/** Who reviewed the article: only with a date, and never one of its authors. */
function reviewerNode(
  context: SchemaContext,
  { canonical, reviewer, reviewed, authors }: ArticleFacts,
  authorNodes: readonly GraphNode[],
): GraphNode | null {
  if (reviewer === null || reviewed === null) return null;
  const node = personNode(context, canonical, reviewer, "byline");
  const isAuthor =
    authors.some(({ id }) => id === reviewer.id) ||
    authorNodes.some((author) => author["@id"] === node?.["@id"] || author.name === node?.name);
  return isAuthor ? null : node;
}

function articlePageNode(context: SchemaContext, view: ArticleFacts, nodes: ArticleNodes): GraphNode {
  const { published, updated, reviewed } = view;
  const { reviewer, topics, image } = nodes;
  const dates = {
    primaryImageOfPage: image === null ? undefined : idOf(image),
    datePublished: published?.iso,
    dateModified: (updated ?? published)?.iso,
    // A day: the vocabulary has no time for a review.
    lastReviewed: reviewer === null ? undefined : reviewed?.iso.slice(0, 10),
    reviewedBy: reviewer === null ? undefined : idOf(reviewer),
    mainEntity: refer(partId(view.canonical, "article")),
  } satisfies Partial<Exclude<MedicalWebPage, string>>;
  const said = {
    ...dates,
    about: aboutRefs(topics),
    ...(topics.length > 0 ? healthFacts(context) : {}),
    speakable: speakable(view),
    relatedLink: relatedLinks(context, view),
  };
  return pageNode(context, view, { type: isAboutHealth(view, nodes) ? "MedicalWebPage" : "WebPage", said });
}

/** "We have moved our office" is on a health blog and not about health: no topic, no benefit, nothing reviewed. */
function isAboutHealth(
  { benefits, isAboutHealth = false }: ArticleFacts,
  { topics, reviewer }: ArticleNodes,
): boolean {
  return isAboutHealth || topics.length > 0 || benefits.length > 0 || reviewer !== null;
}

/** What a voice may read first: the line under the title and the key facts, as the theme marks them. */
function speakable({ lede, keyFacts }: ArticleFacts): Value {
  const cssSelector = [
    ...(lede === "" ? [] : ["#v_summary"]),
    ...(keyFacts.length > 0 ? [".key-facts"] : []),
  ];
  return { "@type": "SpeakableSpecification", cssSelector };
}

/** Articles that lines in the text offer, then those listed at the end; each once. */
function relatedLinks({ origin }: SchemaContext, { offered, related }: ArticleFacts): readonly string[] {
  return [...new Set([...offered, ...related].map(({ url }) => absolute(origin, url)))];
}

function postNode(context: SchemaContext, view: ArticleFacts, nodes: ArticleNodes): GraphNode {
  const { canonical, title, description, lang, published, updated, tags, comments } = view;
  const parts = articleParts(context, view, nodes.topics);
  const said = {
    headline: title,
    description: present(description),
    inLanguage: lang,
    datePublished: published?.iso,
    dateModified: (updated ?? published)?.iso,
  } satisfies Partial<Exclude<BlogPosting, string>>;
  return {
    "@type": view.sponsor === null ? "BlogPosting" : ["BlogPosting", "AdvertiserContentArticle"],
    "@id": partId(canonical, "article"),
    mainEntityOfPage: refer(canonical),
    isPartOf: refer(context.website["@id"] as string),
    ...said,
    author: oneOrMany(nodes.authors.map(idOf)),
    publisher: context.publisher === null ? undefined : idOf(context.publisher),
    sponsor: view.sponsor === null ? undefined : { "@type": "Organization", name: view.sponsor },
    image: nodes.image === null ? undefined : idOf(nodes.image),
    articleSection: tags[0]?.text,
    keywords: [...benefitTerms(context, view), ...tags.map(({ text }) => text)],
    wordCount: view.wordCount > 0 ? view.wordCount : undefined,
    timeRequired: view.minutes > 0 ? `PT${view.minutes}M` : undefined,
    isAccessibleForFree: true,
    about: aboutRefs(nodes.topics),
    publishingPrinciples: context.policies.publishingPrinciples,
    citation: view.sources.map(citationNode),
    mainEntity: parts.list ?? undefined,
    hasPart: parts.hasPart,
    commentCount: comments.length > 0 ? view.commentCount : undefined,
    comment: comments.map((comment) => commentNode(canonical, comment)),
  };
}

/** The benefits that have pages, as terms of the site's list. */
function benefitTerms(context: SchemaContext, { benefits }: ArticleFacts): readonly GraphNode[] {
  const terms = new Map(benefits.flatMap(({ term }) => (term === null ? [] : [[term.url, term] as const])));
  return [...terms.values()].flatMap((term) => termNode(context, term) ?? []);
}

function aboutRefs(topics: readonly AboutTopic[]): Value {
  return oneOrMany(topics.map(({ node }) => idOf(node)));
}

function idOf(node: GraphNode): Reference {
  return refer(node["@id"] as string);
}
