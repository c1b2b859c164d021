import english from "../../_includes/texts/en.json" with { type: "json" };
import { validateFrontMatter } from "../../plugins/article/front-matter.ts";
import { parseArticle } from "../../plugins/article/parse.ts";
import { parseSite, type SiteOptions } from "../../plugins/corpus/site.ts";
import type {
  ArticleBenefit,
  ArticleRecord,
  BenefitEntry,
  Person,
  Topic,
  TopicEntry,
} from "../../plugins/corpus/types.ts";
import type { ViewInput } from "../../plugins/page/context.ts";
import { languageFrom, type TextsFile } from "../../plugins/page/texts.ts";

/** A record as the article plugin would make it. */
export function record(
  id: string,
  frontMatter: object,
  body = "Text.",
  benefits: readonly ArticleBenefit[] = [],
): ArticleRecord {
  const checked = validateFrontMatter(
    { title: id, date: "2026-01-01", ...frontMatter },
    { timeZone: "UTC", lang: "en" },
  );
  if ("problems" in checked) throw new Error(JSON.stringify(checked.problems));
  const article = parseArticle(body, { id, file: `${id}.md`, frontMatter: checked.frontMatter, bodyLine: 1 });
  return {
    article,
    url: `/${id}/`,
    benefits,
    proposals: [],
    against: [],
    related: [],
    offers: [],
    callouts: [],
    isHidden: false,
  };
}

export function person(id: string, change: Partial<Person> = {}): Person {
  return {
    id,
    type: "Person",
    name: id,
    jobTitle: null,
    honorificSuffix: null,
    description: null,
    credentials: [],
    sameAs: [],
    image: null,
    ...change,
  };
}

export function benefit(canonical: string, heading: string, line: number, anchor: string): ArticleBenefit {
  return {
    canonicals: [canonical],
    kind: "explicit",
    heading,
    evidence: heading,
    line,
    anchor,
    hedged: false,
    grade: null,
    rule: "test",
    confidence: 1,
    byWriter: false,
  };
}

export function benefitEntry(id: string, label: string, records: readonly ArticleRecord[]): BenefitEntry {
  const [, target = ""] = id.split(":");
  const mentions = records.flatMap((item) =>
    item.benefits
      .filter(({ canonicals }) => canonicals.includes(id))
      .map((found) => ({
        articleId: item.article.id,
        benefit: found,
        therapies: item.article.frontMatter.therapies,
        conditions: [],
      })),
  );
  const slug = id.replace(":", "-");
  const url = `/benefits/${slug}/`;
  return {
    id,
    slug,
    url,
    label,
    direction: "reduce",
    target,
    targetLabel: target,
    definition: null,
    mentions,
    against: [],
    therapies: [],
    neighbours: [],
    hasPage: true,
  };
}

export function topicEntry(
  kind: TopicEntry["kind"],
  id: string,
  label: string,
  articleIds: readonly string[],
): TopicEntry {
  const topic: Topic = { id, label, aliases: [], description: null, codes: [], sameAs: [], treatments: [] };
  const folder = kind === "therapy" ? "therapies" : "conditions";
  return {
    id,
    kind,
    slug: id,
    url: `/${folder}/${id}/`,
    label,
    topic,
    articleIds,
    benefits: [],
    notes: [],
    hasPage: true,
  };
}

/** A whole input from its few interesting parts. */
export function viewInput(change: Partial<ViewInput> = {}, site: SiteOptions = {}): ViewInput {
  const { language } = languageFrom("en", english as TextsFile, english as TextsFile);
  return {
    site: parseSite({ title: "Site", description: "A site.", publisher: "pub", pageSize: 2, ...site }),
    people: [person("pub", { type: "Organization", name: "Pub" })],
    records: [],
    benefits: [],
    topics: [],
    matrix: { therapies: [], benefits: [], cells: [] },
    pages: [],
    comments: new Map(),
    languageOf: () => language,
    today: "2026-06-01",
    without: new Set(),
    imageSizeOf: () => null,
    cardOf: () => null,
    ...change,
  };
}
