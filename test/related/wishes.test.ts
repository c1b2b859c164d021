import { test } from "uvu";
import * as assert from "uvu/assert";
import type { Corpus } from "../../plugins/corpus/corpus.ts";
import { openCorpus } from "../../plugins/corpus/state.ts";
import { formatProblem } from "../../plugins/problem.ts";
import { documentsOf, indexCorpus } from "../../plugins/related/decide.ts";
import { madeArticle } from "./made-article.ts";

type Wishes = Partial<ReturnType<typeof madeArticle>["frontMatter"]["alsoRead"]>;

/** What is known of a site that these articles are all of. */
function corpusOf(articles: Parameters<typeof openCorpus>[0]["articles"]): Corpus {
  return openCorpus({
    site: { url: "https://example.org" } as Corpus["site"],
    now: "2026-01-01",
    people: new Map(),
    therapies: new Map(),
    conditions: new Map(),
    articles,
    pages: [],
    problems: [],
  });
}

const READING = { lineOf: () => 7, linksLines: true };

/** What is said of the wishes of "asking", among an article in Dutch, one that hides, and a plain one. */
function faults(wishes: Wishes): readonly string[] {
  const made = (id: string, lang: string, alsoRead: Wishes = {}) => {
    const article = madeArticle(id, `On ${id}`, "Words.\n");
    const frontMatter = {
      ...article.frontMatter,
      alsoRead: { ...article.frontMatter.alsoRead, ...alsoRead },
    };
    return { article: { ...article, lang, frontMatter }, url: `/${id}/`, isHidden: false };
  };
  const corpus = corpusOf([
    made("asking", "en", wishes),
    made("rust", "nl"),
    made("hides", "en", { hide: true }),
    made("tea", "en-GB"),
  ]);
  documentsOf(corpus, indexCorpus(corpus), READING);
  return corpus.problems.map(formatProblem);
}

const AT = "src/articles/asking.md:7: alsoRead";
for (const [name, wishes, expected] of [
  ["an article of the same language is pinned", { pin: ["tea"] }, []],
  [
    "an article in another language is no pin",
    { pin: ["rust"] },
    [
      `${AT}.pin: expected articles in "en", received "rust" in another language. Offer it by a line in the text: lists keep to one language.`,
    ],
  ],
  [
    "an article that hides is no pin",
    { pin: ["hides"] },
    [
      `${AT}.pin: expected articles that may be recommended, received "hides", whose alsoRead.hide keeps it out of every list. Remove the pin or the hide.`,
    ],
  ],
  [
    "one article is not pinned and excluded",
    { pin: ["tea"], exclude: ["tea"] },
    [
      `${AT}.exclude: expected articles that alsoRead.pin does not list, received "tea". Remove it from one of the two.`,
    ],
  ],
  [
    "nothing is pinned where there is no list",
    { pin: ["tea"], none: true },
    [`${AT}.pin: expected none where alsoRead.none is true, received a list. Remove one of the two.`],
  ],
] as const) {
  test(`documentsOf: ${name}`, () => assert.equal(faults(wishes as Wishes), expected));
}

test("documentsOf: headings with their levels, and nothing of what stands before the first", () => {
  const article = madeArticle("tea", "On tea", "Words.\n\n## Myths\n\n### Tea wakes\n\n## Facts\n");
  const corpus = corpusOf([{ article, url: "/tea/", isHidden: false }]);
  const [document] = documentsOf(corpus, indexCorpus(corpus), READING);
  assert.equal(document?.headings, ["Myths", "Tea wakes", "Facts"]);
  assert.equal(document?.levels, [2, 3, 2]);
});

test("documentsOf: texts are put together when they are read, by one getter for all, and go with a copy", () => {
  const corpus = corpusOf(
    ["tea", "rest"].map((id) => ({
      article: madeArticle(id, `On ${id}`, `All of ${id}.\n`),
      url: `/${id}/`,
      isHidden: false,
    })),
  );
  const documents = documentsOf(corpus, indexCorpus(corpus), READING);
  const getters = documents.map((one) => Object.getOwnPropertyDescriptor(one, "text")?.get);
  assert.ok(getters[0]);
  assert.is(new Set(getters).size, 1);
  assert.equal(documents.map(({ text }) => text.trim()).sort(), ["All of rest.", "All of tea."]);
  assert.equal(
    documents.map((one) => ({ ...one }).text),
    documents.map(({ text }) => text),
  );
});

test.run();
