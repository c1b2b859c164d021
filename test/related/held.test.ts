import { test } from "uvu";
import * as assert from "uvu/assert";
import type { Article } from "../../plugins/article/types.ts";
import type { Corpus } from "../../plugins/corpus/corpus.ts";
import { openCorpus } from "../../plugins/corpus/state.ts";
import type { ArticleRecord } from "../../plugins/corpus/types.ts";
import { decideLinks, type HeldMemory, type LinkSetting } from "../../plugins/related/stage.ts";
import { madeArticle } from "./made-article.ts";

const PARTS = ["A bath at night", "A walk at noon", "Light in the morning", "A dark room", "Late meals"];
/** Long enough for boxes. */
const BODY = PARTS.map(
  (part) =>
    `## ${part}\n\n${`${part} keeps the clock of the body, and sleep comes sooner night after night. `.repeat(12)}\n`,
).join("\n");

const articles = ["bath", "nap", "walk", "tea", "milk"].map((id) =>
  madeArticle(id, `On ${id} and sleep`, BODY.replaceAll("night", `night of ${id}`)),
);

/** A build over articles; what a benefit is said of differs where it is asked for. */
function decide(
  made: readonly Article[],
  held: HeldMemory | null,
  setting: {
    readonly callouts?: number;
    readonly benefits?: readonly string[];
    readonly count?: number;
  } = {},
): { readonly corpus: Corpus; readonly lists: unknown } {
  const corpus = openCorpus({
    site: { url: "https://example.org", lang: "en" } as Corpus["site"],
    now: `2026-01-01T00:00:${String(builds++ % 60).padStart(2, "0")}Z`,
    people: new Map(),
    therapies: new Map(),
    conditions: new Map(),
    articles: made.map((article) => ({ article, url: `/${article.id}/`, isHidden: false })),
    pages: [],
    problems: [],
  });
  for (const record of corpus.records.values())
    record.benefits = (setting.benefits ?? []).map(
      (canonical) =>
        ({ kind: "list", canonicals: [canonical] }) as unknown as ArticleRecord["benefits"][number],
    );
  const { ranked } = decideLinks(corpus, {
    lineOf: () => 1,
    marksText: true,
    callouts: setting.callouts ?? 1,
    cache: false,
    held,
    isName: () => true,
    ranking: { ...RANKING, count: setting.count ?? 2 },
  });
  return { corpus, lists: ranked.lists };
}

let builds = 0;
const RANKING = {
  minimum: 0.01,
  fill: false,
  rescue: true,
  maxInbound: null,
} as unknown as LinkSetting["ranking"];

const nothing = (): HeldMemory => ({ memory: null, articles: new Map(), decided: null });
/** What pages print, with why. */
const printed = ({ records }: Corpus): unknown =>
  Array.from(records.values(), ({ article, related, callouts, offers }) =>
    JSON.parse(JSON.stringify([article.id, related, callouts, offers])),
  );

test("decideLinks: what nothing changed of is not decided again, and printed as it was", () => {
  const held = nothing();
  const first = decide(articles, held);
  const second = decide(articles, held);
  assert.is(second.lists, first.lists);
  assert.equal(printed(second.corpus), printed(first.corpus));
  assert.equal(printed(second.corpus), printed(decide(articles, null).corpus));
  assert.ok(JSON.stringify(printed(second.corpus)).includes('"section"'), "no box stands in a text");
});

const [bath, ...others] = articles as [Article, ...Article[]];
const { frontMatter } = bath;
const without = {
  ...bath,
  frontMatter: { ...frontMatter, alsoRead: { ...frontMatter.alsoRead, exclude: ["nap"] } },
};
const CHANGES: Readonly<Record<string, readonly [readonly Article[], Parameters<typeof decide>[2]?]>> = {
  "an article of another text": [[madeArticle("bath", "Of rust on iron", "Iron rusts.\n"), ...others]],
  "an article more": [[...articles, madeArticle("rye", "On rye and sleep", BODY)]],
  "an article less": [others],
  "an article that is excluded": [[without, ...others]],
  "benefits that are found in them": [articles, { benefits: ["reduce-stress"] }],
  "longer lists": [articles, { count: 3 }],
  "more boxes": [articles, { callouts: 2 }],
};
for (const [name, [changed, setting]] of Object.entries(CHANGES))
  test(`decideLinks: decided again with ${name}, as from nothing`, () => {
    const held = nothing();
    const before = decide(articles, held);
    const after = decide(changed, held, setting);
    assert.is.not(after.lists, before.lists);
    assert.equal(printed(after.corpus), printed(decide(changed, nothing(), setting).corpus));
    assert.is(decide(changed, held, setting).lists, after.lists);
  });

test.run();
