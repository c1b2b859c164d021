import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { type Corpus, STAGE_ORDER, type Stage } from "../../plugins/corpus/corpus.ts";
import { openCorpus, runStages } from "../../plugins/corpus/state.ts";
import { article, ROOT, smallProject } from "../project.ts";
import { write } from "../review/article.ts";

const BODY = "First words.\n\nMore words.\n\nLast words.";

function corpusOf(body = BODY): Corpus {
  const { article: model } = write({ body });
  const site = {} as Corpus["site"];
  const none = new Map();
  return openCorpus({
    site,
    now: "2026-01-01",
    people: none,
    therapies: none,
    conditions: none,
    articles: [{ article: model, url: "/calm/", isHidden: false }],
    pages: [],
    problems: [],
  });
}

/** What each stage sees of the text, in the order in which they run. */
async function seen(stages: readonly Omit<Stage, "run">[], isLast: boolean): Promise<Record<string, string>> {
  const texts: Record<string, string> = {};
  const watching = stages.map((stage) => ({
    ...stage,
    run: ({ records }: Corpus): void => {
      const [record] = records.values();
      texts[stage.name] = record?.article.blocks.map(({ text }) => text).join("|") ?? "";
    },
  }));
  await runStages(corpusOf(), watching, isLast);
  return texts;
}

const WHOLE = "First words.|More words.|Last words.";
const SLIM = "First words.||";

test("runStages: text that no stage reads any more is let go in a last build, and only there", async () => {
  const stages = [
    { name: "ranks", order: 20 },
    { name: "shows", order: 40, isTextless: true },
  ];
  assert.equal(await seen(stages, true), { ranks: WHOLE, shows: SLIM });
  assert.equal(await seen(stages, false), { ranks: WHOLE, shows: WHOLE });
});

test("runStages: a stage that does not say it reads no text is given whole articles wherever it stands", async () => {
  const stages = [
    { name: "shows", order: 40, isTextless: true },
    { name: "owner's", order: 55 },
    { name: "links", order: 60, isTextless: true },
  ];
  assert.equal(await seen(stages, true), { shows: WHOLE, "owner's": WHOLE, links: SLIM });
});

test("runStages: they run by order, then by name", async () => {
  const stages = [
    { name: "b", order: 5 },
    { name: "a", order: 5 },
    { name: "c", order: 1 },
  ];
  assert.equal(Object.keys(await seen(stages, false)), ["c", "a", "b"]);
});

test("build: the text under questions is in the page's graph", () => {
  const project = smallProject();
  const faq =
    "Rest, asked about.\n\n## FAQ\n\n### How long?\n\nHalf an hour is enough.\n\n### How often?\n\nDaily.\n";
  project.write("src/articles/asked.md", article({ title: "Rest, asked", date: "2026-01-02" }, faq));
  const { code, output } = project.vervain("build");
  assert.is(code, 0, output);
  const html = project.read("_site/asked/index.html");
  const graph = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? "";
  assert.match(graph, "Half an hour is enough.");
  assert.match(graph, "Daily.");
  project.clean();
});

test("docs/stages.md: its table is STAGE_ORDER", () => {
  const docs = readFileSync(join(ROOT, "docs/stages.md"), "utf8");
  const rows = [...docs.matchAll(/^\| `(\w+)` \| (\d+) \|/gm)].map(([, name, order]) => [
    name,
    Number(order),
  ]);
  assert.equal(Object.fromEntries(rows), STAGE_ORDER);
});

test("article: the configuration itself is told to ask in a plugin, where it would set every option", () => {
  const project = smallProject();
  project.edit("eleventy.config.js", (text) =>
    text
      .replace("import { vervain }", "import { article, vervain }")
      .replace("  return {", "  article(config);\n  return {"),
  );
  const { code, output } = project.vervain("build");
  assert.is(code, 1);
  assert.match(
    output,
    "article: expected to be asked by a plugin, received a call from the configuration itself",
  );
  project.clean();
});

test.run();
