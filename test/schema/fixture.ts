import { readFileSync } from "node:fs";
import { openArticle, readArticle } from "../../plugins/article/read.ts";
import type { Article, TitleFacts } from "../../plugins/article/types.ts";
import { buildMatrix, gatherBenefits, gatherTopics } from "../../plugins/benefits/gather.ts";
import { parseSite } from "../../plugins/corpus/site.ts";
import type { ArticleBenefit, ArticleRecord, Direction, Person, Topic } from "../../plugins/corpus/types.ts";
import { buildViews } from "../../plugins/page/build.ts";
import type { Comment } from "../../plugins/page/comments.ts";
import type { Views } from "../../plugins/page/pages.ts";
import { languageFrom } from "../../plugins/page/texts.ts";
import { type BuildFacts, type SchemaContext, schemaContext } from "../../plugins/schema/context.ts";
import type { SchemaOptions } from "../../plugins/schema/index.ts";

/** An article of a test site: its file, and what was found in it. */
export interface TestArticle {
  readonly id: string;
  /** YAML between the fences; title, date and author have defaults. */
  readonly front?: string;
  readonly body?: string;
  /** Words of headings or blocks and the canonical each presents. */
  readonly benefits?: Readonly<Record<string, string>>;
  readonly related?: readonly string[];
  readonly offers?: readonly string[];
}

export interface TestSite {
  readonly articles?: readonly TestArticle[];
  readonly options?: SchemaOptions;
  readonly people?: Readonly<Record<string, Partial<Person>>>;
  readonly therapies?: Readonly<Record<string, Partial<Topic>>>;
  readonly conditions?: Readonly<Record<string, Partial<Topic>>>;
  readonly comments?: Readonly<Record<string, readonly Comment[]>>;
  readonly pages?: readonly string[];
  readonly site?: Parameters<typeof parseSite>[0];
  readonly without?: readonly string[];
  readonly additions?: BuildFacts["additions"];
  /** Articles from which on a therapy or condition has a page. */
  readonly topicPageFrom?: number;
}

const english = JSON.parse(readFileSync(new URL("../../_includes/texts/en.json", import.meta.url), "utf8"));

const PERSON: Omit<Person, "id" | "name"> = {
  type: "Person",
  jobTitle: null,
  honorificSuffix: null,
  description: null,
  credentials: [],
  sameAs: [],
  image: null,
};
const TOPIC: Omit<Topic, "id" | "label"> = {
  aliases: [],
  description: null,
  codes: [],
  sameAs: [],
  treatments: [],
};

/** People of the test site: its publisher, a writer and a reviewer. Placeholders, as in the reference graphs. */
export const PEOPLE: Readonly<Record<string, Partial<Person>>> = {
  press: { type: "Organization", name: "Rest Press" },
  writer: { name: "Sample Author", jobTitle: "Health writer" },
  reviewer: { name: "Sample Reviewer", honorificSuffix: "RMT", jobTitle: "Massage therapist" },
};
export const THERAPIES: Readonly<Record<string, Partial<Topic>>> = {
  "massage-therapy": {
    label: "Massage therapy",
    aliases: ["massage"],
    codes: [{ system: "MeSH", value: "D008405" }],
    sameAs: ["https://id.nlm.nih.gov/mesh/D008405"],
  },
};
export const CONDITIONS: Readonly<Record<string, Partial<Topic>>> = {
  insomnia: { label: "Insomnia", codes: [{ system: "MeSH", value: "D007319" }] },
};

/** A whole small site in memory: its corpus, its views and the context of its graphs. */
export function testSite({
  articles = [],
  options = {},
  people = PEOPLE,
  therapies = THERAPIES,
  conditions = CONDITIONS,
  comments = {},
  pages = [],
  site: siteOptions = {},
  without = [],
  additions,
  topicPageFrom = 1,
}: TestSite): {
  readonly context: SchemaContext;
  readonly views: Views;
  readonly records: readonly ArticleRecord[];
} {
  const site = parseSite({ title: "Rest", url: "https://example.org", publisher: "press", ...siteOptions });
  const records = articles.map(toRecord);
  const persons = withIds(people, (id, value) => ({ ...PERSON, name: id, ...value, id }));
  const topics = {
    therapies: withIds(therapies, (id, value) => ({ ...TOPIC, label: id, ...value, id })),
    conditions: withIds(conditions, (id, value) => ({ ...TOPIC, label: id, ...value, id })),
  };
  const gather = { pageFrom: 1, topicPageFrom, path: "/benefits/" };
  const benefits = gatherBenefits(records, new Map(), gather);
  const therapyEntries = gatherTopics("therapy", records, topics.therapies, gather);
  const conditionEntries = gatherTopics("condition", records, topics.conditions, gather);
  const views = buildViews({
    site,
    people: [...persons.values()],
    records,
    benefits,
    topics: [...therapyEntries, ...conditionEntries],
    matrix: buildMatrix(benefits, therapyEntries),
    pages: pages.map((url) => ({
      id: url,
      isIndexed: true,
      url,
      title: `Page ${url}`,
      description: "",
      lang: "en",
      footer: null,
    })),
    comments: new Map(Object.entries(comments)),
    languageOf: (lang) => languageFrom(lang, lang === "en" ? english : null, english).language,
    today: "2026-11-21",
    without: new Set(without),
    cardOf: () => null,
    imageSizeOf: () => null,
  });
  const byId = new Map(records.map((record) => [record.article.id, record]));
  const corpus = { site, people: persons, ...topics, records: byId };
  const context = schemaContext(corpus, options, { pages: new Set(views.byUrl.keys()), additions });
  return { context, views, records };
}

function toRecord({
  id,
  front = "",
  body = "",
  benefits = {},
  related = [],
  offers = [],
}: TestArticle): ArticleRecord {
  const defaults = [
    /^title:/m.test(front) ? "" : `title: ${id}\n`,
    /^date:/m.test(front) ? "" : "date: 2026-01-02\n",
    /^author:/m.test(front) ? "" : "author: writer\n",
  ].join("");
  const opened = openArticle(Buffer.from(`---\n${defaults}${front}\n---\n${body}`), `${id}.md`);
  if ("problem" in opened) throw new Error(opened.problem.message);
  const { article: read, problems } = readArticle(opened, { id, timeZone: "UTC", lang: "en", readTitle });
  if (read === null) throw new Error(problems.map(({ message }) => message).join("\n"));
  // As the benefits stage does, but for every block.
  const article = {
    ...read,
    blocks: read.blocks.map((block) => ({ ...block, anchor: `line-${block.line}` })),
  };
  return {
    article,
    url: `/${id}/`,
    isHidden: false,
    benefits: Object.entries(benefits).map(([words, canonical]) => toBenefit(article, words, canonical)),
    related: related.map((other) => ({ id: other, score: 1, reasons: [] })),
    proposals: [],
    against: [],
    callouts: [],
    offers: offers.map((other) => ({
      line: 1,
      phrase: "Also Read",
      title: other,
      id: other,
      by: "id",
      closeness: 1,
    })),
  };
}

/** The number a title begins with; therapies and conditions come from front matter here. */
function readTitle(title: string): TitleFacts {
  const [count] = title.match(/^\d+/) ?? [];
  return { benefitCount: count === undefined ? null : Number(count), therapies: [], conditions: [] };
}

function toBenefit({ sections, blocks }: Article, words: string, canonical: string): ArticleBenefit {
  const place =
    sections.find(({ heading }) => heading === words) ??
    blocks.find(({ lead, text }) => (lead ?? text) === words);
  if (place === undefined) throw new Error(`no heading or block says ${words}`);
  const direction = canonical.split(":")[0] as Direction;
  return {
    canonicals: [`${direction}:${canonical.split(":")[1]}`],
    kind: "explicit",
    heading: words,
    evidence: words,
    line: place.line,
    anchor: place.anchor,
    hedged: false,
    grade: null,
    rule: "test",
    confidence: 1,
    byWriter: false,
  };
}

function withIds<In, Out>(
  entries: Readonly<Record<string, In>>,
  make: (id: string, value: In) => Out,
): ReadonlyMap<string, Out> {
  return new Map(Object.entries(entries).map(([id, value]) => [id, make(id, value)]));
}
