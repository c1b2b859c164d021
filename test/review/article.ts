import { fieldLineOf, openArticle, readArticle } from "../../plugins/article/read.ts";
import type { Article, TitleFacts } from "../../plugins/article/types.ts";
import type { ArticleBenefit, Person, Proposal } from "../../plugins/corpus/types.ts";
import { readMarks } from "../../plugins/review/marks.ts";
import type { ReviewContext, SiteArticle } from "../../plugins/review/types.ts";

export const NOW = "2026-09-01T12:00:00.000+00:00";

/** Front matter of an article that no rule finds fault with. */
const FRONT_MATTER = {
  title: "What a calm evening looks like",
  date: "2026-03-01",
  author: "field-notes",
  sources: [{ title: "Sleep problems", url: "https://www.nhs.uk/conditions/insomnia/" }],
};

export interface Written {
  readonly article: Article;
  readonly context: ReviewContext;
  readonly entry: SiteArticle;
}

export interface Given {
  /** Laid over front matter that is in order; `undefined` takes a field out. */
  readonly front?: Readonly<Record<string, unknown>>;
  readonly body?: string;
  readonly benefits?: readonly Partial<ArticleBenefit>[];
  readonly facts?: Partial<TitleFacts>;
  readonly id?: string;
  readonly context?: Partial<ReviewContext>;
}

/** Writes an article file and reads it as a build does. */
export function write({
  front = {},
  body = "An hour without a screen.",
  benefits = [],
  facts = {},
  id = "calm",
  context = {},
}: Given = {}): Written {
  const source = `---\n${JSON.stringify({ ...FRONT_MATTER, ...front }, null, 1)}\n---\n\n${body}\n`;
  const file = `src/articles/${id}.md`;
  const opened = openArticle(new TextEncoder().encode(source), file);
  if ("problem" in opened) throw new Error(opened.problem.message);
  const readTitle = (): TitleFacts => ({ benefitCount: null, therapies: [], conditions: [], ...facts });
  const { article, problems } = readArticle(opened, { id, timeZone: "UTC", lang: "en", readTitle });
  if (!article) throw new Error(problems.map(({ message }) => message).join("\n"));
  const lineOf = (field: string): number => fieldLineOf(opened, [field]);
  const marks = readMarks(opened.body, opened.bodyLine);
  const found = benefits.map(benefit);
  const full: ReviewContext = { now: NOW, people: PEOPLE, benefits: found, marks, lineOf, ...context };
  return { article, context: full, entry: { article, benefits: found, marks, lineOf } };
}

/** One that waits because it may be misread. */
export function waiting(given: Partial<ArticleBenefit>): Proposal {
  return { ...benefit(given), wait: "unsure", grave: null };
}

export function benefit(given: Partial<ArticleBenefit>): ArticleBenefit {
  return {
    canonicals: ["reduce:stress"],
    kind: "explicit",
    heading: "Eases stress",
    evidence: "Eases stress",
    line: 12,
    anchor: "eases-stress",
    hedged: false,
    grade: null,
    rule: "section",
    confidence: 1,
    byWriter: false,
    ...given,
  };
}

export function person(given: Partial<Person> & { readonly id: string }): Person {
  return {
    type: "Person",
    name: "A writer for the tests",
    jobTitle: null,
    honorificSuffix: null,
    description: null,
    credentials: [],
    sameAs: [],
    image: null,
    ...given,
  };
}

const CREDENTIALS = [{ name: "A test credential", recognizedBy: null, number: null }];

export const PEOPLE: ReadonlyMap<string, Person> = new Map(
  [
    person({
      id: "field-notes",
      type: "Organization",
      name: "Field Notes",
      description: "A publication for the tests.",
    }),
    person({ id: "bare-house", type: "Organization", name: "Bare House" }),
    person({ id: "writer", name: "Test Writer", jobTitle: "Writer" }),
    person({ id: "bare-writer", name: "Bare Writer" }),
    person({ id: "checker", name: "Test Checker", credentials: CREDENTIALS }),
    person({ id: "bare-checker", name: "Bare Checker" }),
    person({ id: "admin", name: "Admin" }),
  ].map((one) => [one.id, one]),
);
