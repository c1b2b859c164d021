import type { Article } from "../article/types.ts";
import type { Topic } from "../corpus/types.ts";
import type { AboutTopic } from "./article-parts.ts";
import type { SchemaContext } from "./context.ts";
import type { ArticleFacts, TopicFact } from "./facts.ts";
import { type TopicKind, topicNode } from "./nodes/topic.ts";
import { nameFinder } from "./says-name.ts";

/**
 * What an article is about: the therapies and conditions its page links to,
 * and those without a page of their own that its title or text names.
 */
export function aboutTopics(context: SchemaContext, view: ArticleFacts): readonly AboutTopic[] {
  const article = context.records.get(view.id)?.article;
  return (["therapy", "condition"] as const).flatMap((kind) => {
    const linked = kind === "therapy" ? view.therapies : view.conditions;
    const topics = kind === "therapy" ? context.therapies : context.conditions;
    const named = article === undefined ? [] : unlinked(article, kind, linked, topics);
    return [...linked, ...named].map((fact) =>
      aboutTopic(context, view.canonical, kind, fact, topics.get(fact.id)),
    );
  });
}

function aboutTopic(
  context: SchemaContext,
  page: string,
  kind: TopicKind,
  fact: TopicFact,
  topic: Topic | undefined,
): AboutTopic {
  const isNamedBy = nameFinder([fact.text, ...(topic?.aliases ?? [])]);
  return { kind, isNamedBy, node: topicNode(context, page, kind, fact) };
}

function unlinked(
  article: Article,
  kind: TopicKind,
  linked: readonly TopicFact[],
  topics: ReadonlyMap<string, Topic>,
): readonly TopicFact[] {
  const key = kind === "therapy" ? "therapies" : "conditions";
  const ids = new Set([...article.frontMatter[key], ...article.titleFacts[key]]);
  for (const { id } of linked) ids.delete(id);
  return [...ids].flatMap((id) => {
    const topic = topics.get(id);
    if (topic === undefined || !isNamedIn(article, topic)) return [];
    return [{ id, url: "", text: topic.label }];
  });
}

/** Whether a reader meets the topic on the page, by its label or another name. */
function isNamedIn({ title, blocks, sections }: Article, topic: Topic): boolean {
  const isSaid = nameFinder([topic.label, ...topic.aliases]);
  return (
    isSaid(title) ||
    sections.some(({ heading }) => isSaid(heading)) ||
    blocks.some(({ text }) => isSaid(text))
  );
}
