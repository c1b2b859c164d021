import { test } from "uvu";
import * as assert from "uvu/assert";
import type { Corpus } from "../../plugins/corpus/corpus.ts";
import type { ArticleRecord } from "../../plugins/corpus/types.ts";
import { pageKeys } from "../../plugins/page/page-keys.ts";
import type { Views } from "../../plugins/page/pages.ts";
import type { PageView } from "../../plugins/page/types.ts";
import { toGraph } from "../../plugins/schema/graph.ts";
import { type TestArticle, type TestSite, testSite } from "../schema/fixture.ts";

const ARTICLES: readonly TestArticle[] = [
  {
    id: "walk",
    front: "tags: [air]",
    body: "A walk.\n\n## Calms\n\nIt calms.\n",
    benefits: { Calms: "reduce:stress" },
  },
  { id: "rest", front: "tags: [bed]", body: "Rest.\n", related: ["walk"] },
  { id: "tea", front: "tags: [bed]\nauthor: reviewer", body: "Tea.\n" },
];

interface KeyParts {
  readonly site?: TestSite;
  readonly common?: string;
  readonly hashOf?: (file: string) => string | null;
  /** A record in the place of the one that was decided; views are those of before. */
  readonly recordOf?: (record: ArticleRecord) => ArticleRecord;
  /** A view in the place of the one that was decided. */
  readonly viewOf?: (view: PageView) => PageView;
}

const SAME = (view: PageView): PageView => view;

/** Keys of all pages of a site, by address. */
function keysOf({
  site = {},
  common = "common",
  hashOf = () => "hash",
  viewOf = SAME,
  recordOf = (record) => record,
}: KeyParts) {
  const { views, records } = testSite({ articles: ARTICLES, pages: ["/about/"], ...site });
  const byId = new Map(records.map((record) => [record.article.id, recordOf(record)]));
  const corpus = { records: byId, pages: [{ url: "/about/", file: "src/about.md" }] } as unknown as Corpus;
  const get = (url: string): PageView | undefined => {
    const view = views.byUrl.get(url);
    return view && viewOf(view);
  };
  // Where a view is given, it alone tells.
  const madeOf = (url: string) => (viewOf === SAME ? views.byUrl.madeOf(url) : undefined);
  const keyOf = pageKeys({ byUrl: { get, madeOf } } as unknown as Views, corpus, { common, hashOf });
  return new Map([...views.byUrl.keys()].map((url) => [url, keyOf(url)]));
}

/** Addresses whose keys differ, in order. */
function changed(parts: KeyParts): readonly string[] {
  const [before, after] = [keysOf(parts.viewOf ? { viewOf: (view) => view } : {}), keysOf(parts)];
  return [...after.keys()].filter((url) => before.get(url) !== after.get(url)).sort();
}

const ALL = [...keysOf({}).keys()].sort();
const OF_FILES = ["/about/", "/rest/", "/tea/", "/walk/"];

test("page keys: the same for the same, another for each page, none without a view", () => {
  assert.equal(changed({}), []);
  assert.is(new Set(keysOf({}).values()).size, ALL.length);
  const keyOf = pageKeys(
    { byUrl: { get: () => undefined, madeOf: () => undefined } } as unknown as Views,
    { records: new Map(), pages: [] } as unknown as Corpus,
    {
      common: "",
      hashOf: () => "",
    },
  );
  assert.is(keyOf("/none/"), null);
});

test("page keys: what is common to all changes all", () => {
  assert.equal(changed({ common: "other" }), ALL);
});

test("page keys: the bytes of a file change the page that is made of it; without them it has no key", () => {
  assert.equal(changed({ hashOf: () => "other" }), OF_FILES);
  const keys = keysOf({ hashOf: () => null });
  assert.equal([...keys].flatMap(([url, key]) => (key === null ? [url] : [])).sort(), OF_FILES);
});

test("page keys: an article that is decided otherwise changes its page and those that list it", () => {
  const articles = ARTICLES.map((one) =>
    one.id === "walk" ? { ...one, front: 'tags: [air]\ntitle: "A walk"' } : one,
  );
  const urls = changed({ site: { articles } });
  for (const url of ["/", "/walk/", "/rest/", "/tags/air/"]) assert.ok(urls.includes(url), url);
  for (const url of ["/tea/", "/about/", "/tags/bed/"]) assert.not.ok(urls.includes(url), url);
});

// The view of an article shows less than is decided about it, and its graph and text read the rest.
test("page keys: all that is decided of an article is in its own", () => {
  const recordOf = (record: ArticleRecord): ArticleRecord =>
    record.article.id === "tea" ? { ...record, callouts: [{ id: "walk" } as never] } : record;
  assert.equal(changed({ recordOf }), ["/tea/"]);
});

for (const name of new Set([...testSite({ articles: ARTICLES }).views.byUrl.values()].flatMap(Object.keys)))
  test(`page keys: ${name} of a view changes ${name === "graph" ? "nothing, as it is made of the rest" : "its page"}`, () => {
    const urls = changed({
      viewOf: (view) =>
        name in view
          ? ({
              ...view,
              [name]: [{ id: "other", article: {}, passages: [{ article: {} }] }],
            } as unknown as PageView)
          : view,
    });
    const { views } = testSite({ articles: ARTICLES, pages: ["/about/"] });
    const theirs = [...views.byUrl.values()].filter((view) => name in view).map(({ url }) => url);
    assert.equal(urls, name === "graph" ? [] : theirs.sort());
  });

test("page keys: all that is said of a passage and of a group is in the key", () => {
  const { views } = testSite({ articles: ARTICLES, pages: ["/about/"] });
  let count = 0;
  for (const { kind, url, ...view } of views.byUrl.values()) {
    const groups: readonly object[] = "groups" in view ? view.groups : [];
    for (const key of groups.flatMap((group) => Object.keys(group))) {
      const other = groups.map((group) => (key in group ? { ...group, [key]: [{ article: {} }] } : group));
      assert.equal(changedBy(url, { groups: other }), [url], `${key} of a group of the ${kind}`);
      count++;
    }
    const passages: readonly object[] = "passages" in view ? view.passages : [];
    for (const key of passages.flatMap((passage) => Object.keys(passage))) {
      const other = passages.map((passage) => ({ ...passage, [key]: { id: "other" } }));
      assert.equal(changedBy(url, { passages: other }), [url], `${key} of a passage of the ${kind}`);
      count++;
    }
  }
  assert.ok(count > 20, String(count));
});

/** Addresses whose keys differ when the view of one page has other parts. */
function changedBy(url: string, parts: object): readonly string[] {
  return changed({ viewOf: (view) => (view.url === url ? ({ ...view, ...parts } as PageView) : view) });
}

test("page keys: JSON says all of views, and of what is decided of articles", () => {
  const { views, records } = testSite({ articles: ARTICLES, pages: ["/about/"] });
  for (const value of [...views.byUrl.values(), ...records])
    assert.equal(JSON.parse(JSON.stringify(value)), value);
});

test("page keys: graphs read of other articles what is in the key, their authors", () => {
  const { views, context } = testSite({ articles: ARTICLES, pages: ["/about/"] });
  for (const view of views.byUrl.values()) {
    const own = view.kind === "article" ? view.id : "";
    const get = (id: string): unknown => {
      const record = context.records.get(id);
      if (id === own || record === undefined) return record;
      return { article: { frontMatter: { authors: record.article.frontMatter.authors } } };
    };
    const limited = { ...context, records: { get } } as unknown as typeof context;
    assert.equal(toGraph(view, limited), toGraph(view, context), view.url);
  }
});

test("page keys: the authors of listed articles are in the key of the list", () => {
  const recordOf = (record: ArticleRecord): ArticleRecord => {
    const { article } = record;
    const frontMatter = { ...article.frontMatter, authors: ["reviewer"] };
    return article.id === "walk" ? { ...record, article: { ...article, frontMatter } } : record;
  };
  const { views } = testSite({ articles: ARTICLES, pages: ["/about/"] });
  const lists = [...views.byUrl.values()].filter((view) =>
    ("entries" in view ? view.entries : []).some(({ id }) => id === "walk"),
  );
  assert.ok(lists.length > 2);
  assert.equal(changed({ recordOf }), [...lists.map(({ url }) => url), "/walk/"].sort());
});

test.run();
