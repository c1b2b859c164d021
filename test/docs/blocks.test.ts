import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { parseYaml } from "../../plugins/article/yaml.ts";
import { SITE } from "../../plugins/corpus/site.ts";
import { parseOptions } from "../../plugins/options.ts";
import { VERVAIN_OPTIONS } from "../../plugins/vervain/options.ts";
import { picture } from "../images/made.ts";
import { article, ROOT } from "../project.ts";
import type { Block } from "./blocks.ts";
import { EXEMPT, kindOf } from "./kinds.ts";
import { articleFile, BODY, blocks, fileOf, idOf, nameOf, of, overrides, tried } from "./shown.ts";
import { cleanSites, newSite, type Site } from "./site.ts";

test.after(cleanSites);

test("docs: every code block is of a kind that is tried here, or exempt by name", () => {
  assert.ok(tried.length > 25);
  assert.equal(tried.filter((block) => kindOf(block) === null).map(nameOf), []);
});

test("docs: what is exempt is read by the test that is named, and is no more than that reads", () => {
  for (const { why, fits, count, heldBy } of EXEMPT) {
    const found = blocks.filter(fits).length;
    assert.ok(found > 0 && found <= count, `${why}: ${found}`);
    assert.ok(readFileSync(join(ROOT, heldBy[0]), "utf8").includes(heldBy[1]), heldBy.join(": "));
  }
});

for (const [language, text] of [
  ["python", "print()\n"],
  ["", "anything\n"],
  ["yaml", "colour: green\n"],
  ["json", '{ "a": 1 }\n'],
  ["html", "<p>No template.</p>\n"],
] as const) {
  test(`docs: a block ${JSON.stringify(text)} in "${language}" would be red until something tries it`, () =>
    assert.is(kindOf({ doc: "docs/new.md", line: 1, language, text, before: "" }), null));
}

const pageOf = (file: string): string =>
  file.replace("src/articles/", "_site/").replace(/\.md$/, "/index.html");

/** One new site with every article, header, comment and template of the docs in it. */
const blog = newSite("my-blog");

function fill(site: Site): void {
  for (const block of of("article")) site.write(articleFile(block), block.text);
  for (const block of of("front matter"))
    site.write(
      articleFile(block),
      `---\ntitle: ${idOf(block)}\ndate: 2026-05-01\n${block.text}---\n\n${BODY}`,
    );
  for (const block of of("text"))
    site.write(
      articleFile(block),
      article({ title: idOf(block), date: "2026-05-01", author: "me" }, block.text),
    );
  for (const title of offered())
    site.write(
      `src/articles/${title.replace(/\W+/g, "-")}.md`,
      article({ title, date: "2026-04-01", author: "me" }, BODY),
    );
  for (const block of of("comment")) {
    const { id } = JSON.parse(block.text) as { readonly id: string };
    site.write(`src/comments/rest/${id}.json`, block.text);
  }
  for (const block of of("redirects")) site.write("_data/redirects.json", block.text);
  for (const block of overrides()) site.write(fileOf(block, "none"), block.text);
}

/** Titles that the docs' lines "Also Read" name. */
function offered(): readonly string[] {
  return of("text").flatMap(({ text }) =>
    [...text.matchAll(/^Also Read: (.+)$/gm)].map(([, title = ""]) => title),
  );
}

/** Faults that the docs show, each made as its reader would make it. */
const FAULTS: readonly ((site: Site) => void)[] = [
  (site) =>
    site.write(
      "src/articles/rest.md",
      site.read("src/articles/rest.md").replace("author: vervain-journal", "author: vervain-jornal"),
    ),
  (site) =>
    site.write(
      "src/articles/tea.md",
      article({ title: "漢 tea", date: "2026-05-01", author: "me" }, "Tea.\n").replace(
        /^(---\n)(.*\n)(title.*\n)/,
        "$1$3$2",
      ),
    ),
];

test("docs: each fault that is shown is said so by a build", () => {
  fill(blog);
  for (const make of FAULTS) make(blog);
  const { code, output } = blog.vervain("build", "--verbose");
  assert.is(code, 1, output);
  const lines = new Set(output.split("\n"));
  for (const block of of("output").filter(({ text }) => !text.startsWith("$ ")))
    for (const line of block.text.trim().split("\n"))
      assert.ok(lines.has(line), `${nameOf(block)}: ${line}\n\n${output}`);
});

test("docs: articles, front matter, comments, redirects and templates do what is said of them in a new site", async () => {
  const png = await picture(40, 30).toFormat("png").toBuffer();
  const jpeg = await picture(40, 30).toFormat("jpeg").toBuffer();
  for (const { text } of of("article")) {
    for (const [, name = ""] of text.matchAll(/\]\((\w+\.png)\)/g)) blog.write(`src/articles/${name}`, png);
    for (const [, name = ""] of text.matchAll(/src: (\/\S+\.jpg)/g)) blog.write(`src${name}`, jpeg);
  }
  fill(blog);
  blog.write("src/articles/tea.md", article({ title: "Tea", date: "2026-05-01", author: "me" }, "Tea.\n"));
  const { code, output } = blog.vervain("build", "--verbose");
  assert.is(code, 0, output);
  for (const block of [...of("article"), ...of("front matter"), ...of("text")]) {
    assert.ok(existsSync(join(blog.folder, pageOf(articleFile(block)))), nameOf(block));
    const fields = [...headerOf(block), "silence"].join("|");
    const faults = output.match(
      new RegExp(`^(?:error|warning) ${articleFile(block)}:\\d+: (?:${fields})(?:\\.\\S+)?: .*`, "gm"),
    );
    assert.equal(
      faults?.filter((line) => !/ sources: expected (?:a|at least)/.test(line)) ?? [],
      [],
      nameOf(block),
    );
  }
  for (const title of offered()) {
    const text = of("text").find((block) => block.text.includes(title)) as Block;
    assert.match(blog.read(pageOf(articleFile(text))), new RegExp(`class="also"[\\s\\S]*?>${title}</a>`));
  }
  for (const { text } of of("comment"))
    assert.match(blog.read("_site/rest/index.html"), (JSON.parse(text) as { body: string }).body);
  for (const { text } of of("redirects")) {
    for (const [from, to] of Object.entries(JSON.parse(text) as Record<string, string>)) {
      assert.match(blog.read("_site/_redirects"), to);
      if (!from.includes("?")) assert.match(blog.read(`_site${from}index.html`), `url=${to}`);
    }
  }
  for (const block of overrides()) {
    const words = block.text.replace(/\{%[\s\S]*?%\}|\{\{[\s\S]*?\}\}/g, "").trim();
    assert.ok(words.length > 0 && blog.read("_site/rest/index.html").includes(words), nameOf(block));
  }
});

function headerOf(block: Block): readonly string[] {
  const text =
    kindOf(block) === "article" ? (/^---\n([\s\S]*?)\n---/.exec(block.text)?.[1] ?? "") : block.text;
  const read = parseYaml(text);
  return "data" in read ? Object.keys(read.data) : [];
}

test("docs: what a command is shown to print is what it prints", () => {
  const site = newSite("printed");
  site.write("src/articles/tea.md", shownTea());
  for (const block of of("output").filter(({ text }) => text.startsWith("$ "))) {
    const [command = "", ...expected] = block.text.trim().split("\n");
    const { output } = site.vervain(...command.replace(/^\$ npx vervain /, "").split(" "));
    assert.equal(output.trim().split("\n"), expected, nameOf(block));
  }
});

test("docs: words of a lexicon that is shown are read as what it says", () => {
  const site = newSite("words");
  for (const block of of("lexicon")) {
    site.write(fileOf(block, "none"), block.text);
    const entries = (
      parseYaml(block.text) as {
        readonly data: Readonly<Record<string, { readonly aliases: readonly string[] }>>;
      }
    ).data;
    for (const [id, { aliases }] of Object.entries(entries)) {
      const rows = aliases.map((alias) => `### Improves your ${alias}\n\nIt may.\n`).join("\n");
      site.write(
        "src/articles/hum.md",
        article({ title: "Humming", date: "2026-05-01", author: "me" }, `## Benefits of humming\n\n${rows}`),
      );
      const { code, output } = site.vervain("benefits", "src/articles/hum.md", "--json");
      assert.is(code, 0, output);
      assert.ok(output.includes(`"improve:${id}"`), output);
    }
  }
  assert.ok(of("lexicon").length > 0);
});

/** An article with everything that it owes its readers but a source beside a strong claim, on line 31. */
function shownTea(): string {
  const fields = {
    title: "A warm cup before bed",
    description: "What a warm cup before bed may do.",
    date: "2026-05-01",
    author: "vervain-journal",
    sources: [
      {
        title: "Relaxation Techniques for Stress?",
        url: "https://newsinhealth.nih.gov/2013/02/relaxation-techniques-stress",
      },
    ],
  };
  const calm = "A warm cup is a quiet end of the day. Sit down with it, and let it cool.";
  const start = article(fields, `${calm}\n`);
  return `${start}${"\n".repeat(31 - start.split("\n").length)}Studies show that tea improves sleep.\n`;
}

for (const block of of("options")) {
  test(`${nameOf(block)}: the options are taken`, () => {
    const given = new Function(`return { ${block.text.trim().replace(/^\{|\}$/g, "")} };`)() as object;
    const tables = [VERVAIN_OPTIONS, SITE].filter(({ shape }) =>
      Object.keys(given).every((name) => name in shape),
    );
    assert.is(tables.length, 1, "of one table");
    for (const table of tables) parseOptions("docs", table, given);
  });
}

for (const block of of("workflow step")) {
  test(`${nameOf(block)}: the step is pinned to a commit, and keeps what a build keeps`, () => {
    assert.match(block.text, /^- uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v[\d.]+\n/);
    const [, path = "none"] = /path: (\S+)/.exec(block.text) ?? [];
    assert.ok(existsSync(join(blog.folder, path)), path);
  });
}

test.run();
