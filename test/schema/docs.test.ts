import { readFileSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { parseYaml } from "../../plugins/article/yaml.ts";
import { unwrapped } from "../../plugins/options.ts";
import { articleFacts, gatherAdditions, schemaContext, toGraph } from "../../plugins/schema/index.ts";
import { FACTS, resolveOptions } from "../../plugins/schema/options.ts";
import { testSite } from "./fixture.ts";
import { say } from "./say.ts";

const docs = readFileSync(new URL("../../docs/health-markup.md", import.meta.url), "utf8");
const snippets = (language: string) =>
  [...docs.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, "g"))].map(([, code = ""]) => code);

/** Names in the first column of the table under a heading or phrase. */
function tableAfter(phrase: string): readonly string[] {
  const table = docs.slice(docs.indexOf(phrase)).match(/\n\|[\s\S]*?\n\n/)?.[0] ?? "";
  return [...table.matchAll(/^\| `(\w+)` \|/gm)].map(([, name = ""]) => name);
}

/** Runs a configuration of the docs and gives the options it hands to the plugin. */
function optionsOf(code: string): Record<string, never> {
  const body = code.replace(/^import .*$/m, "").replace("export default function", "return function");
  const configure = new Function("vervain", "schema", body)("vervain", "schema");
  const given = {};
  configure({ addPlugin: (_: unknown, options: object) => Object.assign(given, options) });
  return given as Record<string, never>;
}

const [own = "", alone = ""] = snippets("js");

test("docs: the table of options names every option and no other", () => {
  assert.equal([...tableAfter("## Options")].sort(), Object.keys(resolveOptions()).sort());
});

test("docs: the table of shown parts names every part and no other", () => {
  const { shape } = unwrapped(FACTS.shape.shows) as typeof FACTS;
  assert.equal([...tableAfter("in `shows`")].sort(), Object.keys(shape).sort());
});

test("docs: the builder of one's own does what is said of it", () => {
  const { context, views } = testSite({ articles: [{ id: "a" }], options: optionsOf(own).schema });
  const text = say(toGraph(views.byUrl.get("/a/") as never, context));
  assert.match(text, /audience: → \/a\/#audience\n/);
  assert.match(text, /Audience \/a\/#audience\n {2}audienceType: Night workers\n/);
});

test("docs: the front matter is accepted and said", () => {
  const parsed = parseYaml(snippets("yaml")[0] ?? "");
  assert.ok("data" in parsed);
  const { records } = testSite({ articles: [{ id: "a" }] });
  const [record] = records;
  assert.ok(record);
  const frontMatter = { ...record.article.frontMatter, schema: parsed.data.schema as never };
  const { additions, problems } = gatherAdditions([
    { ...record, article: { ...record.article, frontMatter } },
  ]);
  assert.equal(problems, []);
  const site = testSite({ articles: [{ id: "a", body: "## An evening at home\n" }], additions });
  const text = say(toGraph(site.views.byUrl.get("/a/") as never, site.context));
  for (const words of [
    "alternativeHeadline: How to wind down",
    "VideoObject /a/#video",
    "schema:SelfCareHealthAspect",
    "audienceType: Night workers",
  ])
    assert.ok(text.includes(words), words);
});

test("docs: the configuration without the theme says what it is told is shown", () => {
  const { context, records } = testSite({
    articles: [{ id: "a", front: "reviewedBy: reviewer\nreviewed: 2026-02-01" }],
  });
  const [record] = records;
  assert.ok(record);
  const graph = toGraph(articleFacts(record, context, optionsOf(alone).facts), schemaContext(context));
  assert.match(say(graph), /reviewedBy: → \/team\/reviewer\/#person\n/);
});

test.run();
