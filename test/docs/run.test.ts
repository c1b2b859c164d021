import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { article, ROOT } from "../project.ts";
import { type Block, DOCS, inlineCodeOf } from "./blocks.ts";
import { runCommands } from "./commands.ts";
import { articleFile, BODY, idOf, nameOf, of, overrides } from "./shown.ts";
import { cleanSites, emptySite, newSite, PEOPLE, type Site } from "./site.ts";

test.after(cleanSites);

/** What the configurations of the docs are for, where building alone would not show it; by document. */
const PROOFS: Readonly<Record<string, RegExp>> = {
  "docs/benefits.md": /id="improve-sleep-quality"[^>]*>Good for: sleep, stress\./,
  "docs/review.md": /no-miracles: expected sober words, received "miracle"/,
  "docs/stages.md": /rest\.md:1: minutes: expected at most 20 minutes, received 2\d\./,
};

for (const block of of("configuration")) {
  test(`${nameOf(block)}: the configuration builds a site`, () => {
    const site = emptySite(idOf(block));
    const text = asConfiguration(block.text);
    const input = text.includes('input: "src"') ? "src/" : "";
    site.write("package.json", '{ "type": "module" }');
    site.write(`eleventy.config.${block.language}`, text);
    site.write("_data/people.json", PEOPLE);
    site.write("_includes/own.njk", "<h1>{{ title }}</h1>{{ content | safe }}");
    const isGuest = !/addPlugin\(vervain/.test(text);
    const body = `A small miracle. ${"calm and slow words ".repeat(1600)}\n\nGood for: sleep, stress.\n`;
    const fields = {
      title: "Rest",
      date: "2026-01-01",
      author: "me",
      ...(isGuest ? { layout: "own.njk" } : {}),
    };
    site.write(`${input}articles/rest.md`, article(fields, body));
    const { code, output } = isGuest
      ? site.run(
          join(ROOT, "node_modules/@11ty/eleventy/cmd.cjs"),
          `--config=eleventy.config.${block.language}`,
        )
      : site.run(loader(block).concat(CLI), "build", "--verbose");
    assert.is(code, 0, output);
    const page = site.read(`_site/${isGuest ? "articles/" : ""}rest/index.html`);
    assert.match(page, "A small miracle.");
    assert.match(output + page, PROOFS[block.doc] ?? "");
  });
}

const CLI = "node_modules/vervain/dist/cli/main.js";

/** A configuration in TypeScript is read as README says. */
const loader = ({ language }: Block): readonly string[] =>
  language === "ts" ? ["--import", import.meta.resolve("tsx")] : [];

test("docs: a configuration in TypeScript is said to need a newer Node or tsx, without a stack", () => {
  const site = newSite("typed");
  site.write("typed.config.ts", "export default function () {}\n");
  const { code, output } = site.vervain("build", "--config", "typed.config.ts");
  if (Number(process.versions.node.split(".")[0]) > 20) return assert.is(code, 0, output);
  assert.is(code, 1);
  assert.match(
    output,
    /^error typed\.config\.ts: expected JavaScript, or a Node that reads TypeScript \(22\.18 or newer\), received Node 20\./m,
  );
  assert.not.match(output, /^ {4}at /m);
});

/** A piece that a reader puts into a configuration, with the rest of one around it. */
function asConfiguration(text: string): string {
  if (text.includes("export default")) return text;
  const isImport = (line: string): boolean => line.startsWith("import ");
  const lines = text.split("\n");
  return [
    'import { vervain } from "vervain";',
    ...lines.filter(isImport),
    'const site = { title: "My blog", description: "Reading.", url: "https://blog.example", publisher: "me" };',
    "export default function (config) {",
    ...lines.filter((line) => !isImport(line)),
    'return { dir: { input: "src", data: "../_data", includes: "../_includes" }, markdownTemplateEngine: false };',
    "}",
  ].join("\n");
}

for (const block of of("commands")) {
  test(`${nameOf(block)}: each command does what it says`, () => {
    const site = emptySite(idOf(block));
    site.write("wordpress.xml", EXPORT);
    blogBeside(site);
    // What the page has its reader write is there when it has them look at it.
    site.write("_data/people.json", PEOPLE);
    for (const written of of("article"))
      if (written.doc === block.doc) site.write(articleFile(written), written.text);
    runCommands(block, site, (folder) => ({ ...site, folder }));
  });
}

/** A made-up export of one post. */
const EXPORT = `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Old</title><link>https://old.example</link><wp:wxr_version>1.2</wp:wxr_version><wp:base_site_url>https://old.example</wp:base_site_url><item><title>Rest</title><link>https://old.example/rest/</link><dc:creator>me</dc:creator><content:encoded><![CDATA[<p>An hour without tasks.</p>]]></content:encoded><wp:post_id>1</wp:post_id><wp:post_date>2020-01-02 03:04:05</wp:post_date><wp:post_name>rest</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item></channel></rss>`;

/** The Jekyll blog beside a new site. */
function blogBeside(site: Site): void {
  site.write("../old-blog/_config.yml", "title: Old\nurl: https://old.example\n");
  site.write(
    "../old-blog/_posts/2020-01-02-rest.md",
    "---\ntitle: Rest\nlayout: post\n---\n\nAn hour without tasks.\n",
  );
}

/** Templates of the docs: blocks, and what sentences and tables show. */
function templates(): readonly {
  readonly name: string;
  readonly text: string;
  readonly isLiquid: boolean;
}[] {
  const inline = DOCS.filter((doc) => doc !== "docs/checks.md" && doc !== "docs/import.md").flatMap((doc) =>
    inlineCodeOf(doc)
      .filter(({ text }) => /\{[{%]/.test(text))
      .map(({ text, line }) => ({ name: `${doc}:${line}: ${text}`, text: text.replaceAll("\\|", "|") })),
  );
  const shown = of("template").filter((block) => !overrides().includes(block));
  return [...inline, ...shown.map((block) => ({ name: nameOf(block), text: block.text }))].map(
    ({ name, text }) => ({
      name,
      text: printing(text),
      isLiquid: text.includes("assign ") || /\| jsonLd \}\}/.test(text),
    }),
  );
}

/** With what a piece of a template leaves to its reader. */
function printing(text: string): string {
  const [, list] = /^\{% assign (\w+) =/.exec(text) ?? [];
  const loop = list === undefined ? text : `${text}{% for link in ${list} %}`;
  return /\{% for /.test(loop) ? `${loop}{{ link.title }}{% endfor %}` : loop;
}

test("docs: each template that is shown prints something, in Nunjucks or Liquid as it says", () => {
  const site = emptySite("templates");
  const all = templates();
  assert.ok(all.some(({ isLiquid }) => isLiquid) && all.length > 8);
  const layout = (isLiquid: boolean): string =>
    all.map((one, at) => (one.isLiquid === isLiquid ? `<b id="t${at}">${one.text}</b>\n` : "")).join("");
  site.write("package.json", '{ "type": "module" }');
  site.write("_data/people.json", PEOPLE);
  site.write("_includes/njk.njk", `{{ content | safe }}${layout(false)}`);
  site.write("_includes/liquid.liquid", `{{ content }}${layout(true)}`);
  for (const engine of ["njk.njk", "liquid.liquid"])
    site.write(
      `posts/${engine.replace(".", "-")}.md`,
      article(
        {
          title: `Rest ${engine}`,
          date: "2026-01-01",
          author: "me",
          layout: engine,
          image: { src: "/dot.svg", alt: "A dot" },
        },
        BODY,
      ),
    );
  site.write("dot.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
  site.write(
    "posts/title.md",
    article({ title: "An id or title", date: "2026-01-03", author: "me", layout: "njk.njk" }, BODY),
  );
  const plugins = ["related", "schema", "assets", "images", "theme"];
  site.write(
    "eleventy.config.js",
    `import * as vervain from "vervain";\nexport default function (config) {\nfor (const name of ${JSON.stringify(plugins)}) config.addPlugin(vervain[name], { site: { title: "T", url: "https://blog.example" } });\n}\n`,
  );
  const { code, output } = site.run(join(ROOT, "node_modules/@11ty/eleventy/cmd.cjs"));
  assert.is(code, 0, output);
  const pages = ["njk-njk", "liquid-liquid"]
    .map((name) => site.read(`_site/posts/${name}/index.html`))
    .join("\n");
  for (const [at, { name, text }] of all.entries()) {
    const printed = new RegExp(`<b id="t${at}">([\\s\\S]*?)</b>`).exec(pages)?.[1] ?? "";
    assert.ok(printed.trim() !== "" && printed !== text && !printed.includes("{{"), `${name}: ${printed}`);
  }
});

const blog = newSite("named");

test("docs: every command and script that is named in a sentence exists", () => {
  const help = (values: readonly string[]): string => blog.vervain(...values, "--help").output;
  const commands = new Set([...help([]).matchAll(/^ {2}([a-z]+)/gm)].map(([, name]) => name));
  const scripts = [ROOT, blog.folder].flatMap((folder) =>
    Object.keys(
      (JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { scripts: object }).scripts,
    ),
  );
  for (const doc of DOCS) {
    for (const { text, line } of inlineCodeOf(doc)) {
      const [, command] = /^(?:npx |npm run --silent )?vervain (?:-- )?([a-z]+)/.exec(text) ?? [];
      if (command !== undefined) assert.ok(commands.has(command), `${doc}:${line}: ${text}`);
      const [, script] = /^npm run (?:--silent )?([\w:]+)/.exec(text) ?? [];
      if (script !== undefined) assert.ok(scripts.includes(script), `${doc}:${line}: ${text}`);
    }
  }
});

test.run();
