import { test } from "uvu";
import * as assert from "uvu/assert";
import type { ArticleRecord, Reason, RelatedLink } from "../../plugins/corpus/types.ts";
import { buildViews } from "../../plugins/page/build.ts";
import type { Comment } from "../../plugins/page/comments.ts";
import type { ViewInput } from "../../plugins/page/context.ts";
import { benefit, benefitEntry, person, record, topicEntry, viewInput } from "../theme/corpus.ts";

// What an article's page says beside its record is known by what it is made of, without making it.
// Each change below is one of something that a page can ask for: where a view differs, so must what it is made of.

const link = (id: string, kind: Reason["kind"], ...shared: readonly string[]): RelatedLink => ({
  id,
  score: 1,
  reasons: [{ kind, shared }],
});
const SAYS = [benefit("reduce:stress", "Calmer days", 3, "reduce-stress")];
const BODY = "A walk.\n\n## Calmer days\n\nIt calms.\n";

interface Parts {
  readonly input?: Partial<ViewInput>;
  /** Another form of a record. */
  readonly recordOf?: (one: ArticleRecord) => ArticleRecord;
  readonly label?: string;
  readonly hasPage?: boolean;
}

/** Three articles: one that offers the others for their benefit, their therapy and their condition, and names all there is. */
function siteOf({ input = {}, recordOf = (one) => one, label = "", hasPage = true }: Parts = {}): ViewInput {
  const given = [
    {
      ...record(
        "walk",
        {
          author: "ann",
          reviewedBy: "rita",
          reviewed: "2026-01-02",
          therapies: ["walking"],
          conditions: ["insomnia"],
          image: { src: "/walk.jpg", alt: "A walk" },
        },
        BODY,
        SAYS,
      ),
      related: [link("rest", "benefit", "reduce:stress")],
      offers: [
        {
          line: 9,
          phrase: "Also Read",
          title: "Tea",
          id: "tea",
          by: "title" as const,
          closeness: 1,
          reasons: [{ kind: "therapy" as const, shared: ["yoga"] }],
        },
      ],
      callouts: [{ section: 0, id: "nap", reasons: [{ kind: "condition" as const, shared: ["stress"] }] }],
    },
    record("rest", { author: "ann" }, BODY, SAYS),
    record("tea", { author: "ann" }, "Tea.\n"),
    record("nap", { author: "ann" }, "A nap.\n"),
    record("alone", { author: "bob" }, "Alone.\n"),
  ];
  const records = given.map(recordOf);
  return viewInput({
    people: [person("pub", { type: "Organization" }), person("ann"), person("bob"), person("rita")],
    records,
    benefits: [{ ...benefitEntry("reduce:stress", `Reduces stress${label}`, records), hasPage }],
    topics: [
      topicEntry("therapy", "walking", `Walking${label}`, ["walk"]),
      topicEntry("therapy", "yoga", `Yoga${label}`, ["tea"]),
      topicEntry("condition", "insomnia", `Insomnia${label}`, ["walk"]),
      topicEntry("condition", "stress", `Stress${label}`, ["nap"]),
    ],
    ...input,
  });
}

const of = (id: string, change: (one: ArticleRecord) => ArticleRecord) => (one: ArticleRecord) =>
  one.article.id === id ? change(one) : one;
const withArticle = (id: string, change: Partial<ArticleRecord["article"]>) =>
  of(id, (one) => ({ ...one, article: { ...one.article, ...change } }));
const comment: Comment = {
  id: "c",
  parent: null,
  author: "Eve",
  url: null,
  date: "2026-01-03",
  body: "Thanks.",
};

/** Of each article what its page shows, and what that is made of. */
function pagesOf(
  input: ViewInput,
): ReadonlyMap<string, { readonly view: string; readonly record: string; readonly madeOf: string }> {
  const { byUrl } = buildViews(input);
  const pages = input.records.map((one) => {
    const madeOf = byUrl.madeOf(one.url);
    assert.type(madeOf, "string", one.url);
    const view = JSON.stringify(byUrl.get(one.url));
    return [one.article.id, { view, record: JSON.stringify(one), madeOf: String(madeOf) }] as const;
  });
  return new Map(pages);
}

const before = pagesOf(siteOf());

const languageOf = siteOf().languageOf;
for (const [what, parts] of Object.entries({
  "the title of a related article": { recordOf: withArticle("rest", { title: "Rest well" }) },
  "the length of an offered article": { recordOf: withArticle("tea", { minutes: 9 }) },
  "the address of an article in a box": { recordOf: of("nap", (one) => ({ ...one, url: "/naps/" })) },
  "the words of the part that a reason quotes": {
    recordOf: of("rest", ({ article, benefits, ...one }) => ({
      ...one,
      article: {
        ...article,
        sections: article.sections.map((part) => ({ ...part, heading: part.heading && "Calmer nights" })),
      },
      benefits: benefits.map((found) => ({ ...found, heading: "Calmer nights" })),
    })),
  },
  "the benefits of an article offered for one": { recordOf: of("rest", (one) => ({ ...one, benefits: [] })) },
  "an article that goes": {
    input: { records: siteOf().records.filter(({ article }) => article.id !== "rest") },
  },
  "the labels of benefits, therapies and conditions": { label: " (new)" },
  "the label that a reason names": {
    input: {
      topics: siteOf().topics.map((one) => (one.id === "yoga" ? { ...one, label: "Yoga at home" } : one)),
    },
  },
  "a benefit without a page": { hasPage: false },
  "how many articles say a benefit": {
    input: {
      benefits: [
        benefitEntry("reduce:stress", "Reduces stress", [
          ...siteOf().records,
          record("more", {}, BODY, SAYS),
        ]),
      ],
    },
  },
  "a person": {
    input: { people: [person("pub"), person("ann", { name: "Ann B." }), person("bob"), person("rita")] },
  },
  "the reviewer": {
    input: { people: [person("pub"), person("ann"), person("bob"), person("rita", { jobTitle: "Nurse" })] },
  },
  "a reader's comment": { input: { comments: new Map([["walk", [comment]]]) } },
  "the size of its image": { input: { imageSizeOf: () => ({ width: 3, height: 4 }) } },
  "the forms of its image": {
    input: { pictureOf: () => ({ src: "/x.webp", width: 1, height: 1, srcset: "", sources: [] }) as never },
  },
  "its card": { input: { cardOf: () => ({ url: "https://x.example/c.png", alt: "", width: 1, height: 1 }) } },
  "the navigation": { input: { topics: [] } },
  "the texts": {
    input: {
      languageOf: (lang: string) => {
        const language = languageOf(lang);
        return { ...language, texts: { ...language.texts, home: "Start" } };
      },
    },
  },
  "a page in the footer": {
    input: {
      pages: [
        {
          id: "about",
          url: "/about/",
          title: "About",
          description: "",
          lang: "en",
          isIndexed: true,
          footer: 1,
        },
      ],
    },
  },
} satisfies Record<string, Parts>)) {
  test(`made of: ${what} is in what each page is made of that shows it`, () => {
    const after = pagesOf(siteOf(parts));
    const differing = [...after].flatMap(([id, { view, record: own }]) =>
      view !== before.get(id)?.view && own === before.get(id)?.record ? [id] : [],
    );
    assert.ok(differing.length > 0, "no page shows it");
    for (const id of differing) assert.is.not(after.get(id)?.madeOf, before.get(id)?.madeOf, id);
  });
}

test("made of: what no page but its own shows of an article changes no other", () => {
  const after = pagesOf(siteOf({ recordOf: withArticle("rest", { lead: "Other words.", wordCount: 77 }) }));
  for (const [id, { madeOf }] of after) assert.is(madeOf, before.get(id)?.madeOf, id);
});

test("made of: what a later stage adds is in it", () => {
  const { byUrl } = buildViews(siteOf());
  byUrl.amend(
    () => undefined,
    (url) => `card of ${url}`,
  );
  assert.ok(byUrl.madeOf("/walk/")?.endsWith("card of /walk/"));
  assert.is(byUrl.madeOf("/"), undefined, "of a list only its view tells");
});

test.run();
