import { readdirSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { watchBuilds } from "../../plugins/build/watchers.ts";
import { createEleventy } from "../../plugins/engine/eleventy.ts";
import { keepLean, type LeanBuild } from "../../plugins/engine/lean.ts";
import { tagPieces } from "../../plugins/tagger.ts";
import { article, ROOT, smallProject } from "../project.ts";

const { cache } = createRequire(import.meta.url);

const project = smallProject();
project.write(
  "eleventy.config.js",
  `import { vervain } from ${JSON.stringify(join(ROOT, "plugins/index.ts"))};
export default function (config) {
  config.addPlugin(vervain, {
    site: {
      title: "Small", url: "https://small.example", publisher: "journal",
      features: { search: false, socialCards: false },
    },
  });
  config.on("eleventy.after", ({ results }) => {
    const text = (source) => (typeof source === "string" ? source : typeof source);
    globalThis.told = results.map(({ url, content, rawInput }) => [url, content, text(rawInput)]).sort();
  });
  return { dir: { input: "src", data: "../_data", includes: "../_includes" }, markdownTemplateEngine: false };
}
`,
);
// Reads other pages' texts in its own text, before they are rendered, as a page of excerpts does.
project.write(
  "src/all.njk",
  `---
permalink: /all.txt
eleventyExcludeFromCollections: true
---
{% for item in collections.all %}{{ item.url }} {{ item.templateContent | safe }} {% if item.data.tags[0] != 'code' %}{{ item.rawInput | safe }} {{ item.data.page.rawInput | length }}{% endif %}
{% endfor %}`,
);
// Of a template in JavaScript the source is no text, in a collection or not.
project.write(
  "src/code.11ty.js",
  `export const data = { permalink: "/code.txt", eleventyExcludeFromCollections: true };
export default () => "made by code";
`,
);
project.write(
  "src/shown.11ty.js",
  `export default class {
  data() { return { permalink: "/shown.txt", tags: ["code"] }; }
  render({ collections }) { return "shown beside " + collections.code.length + " ${"made ".repeat(200)}"; }
}
`,
);
for (const name of ["sleep", "stress", "walks", "tea"])
  project.write(
    `src/articles/${name}.md`,
    article(
      { title: `3 Benefits of ${name}`, date: "2026-02-01", sources: [{ title: "A source of it" }] },
      `Lead of “${name}” 睡眠 🌿 [1].\n\n${["Calm", "Rest", "Ease"]
        .map((word, index) => `## ${index + 1}. ${word} “${name}”\n\n${`${word} comes. `.repeat(40)}\n`)
        .join("\n")}`,
    ),
  );
const cwd = process.cwd();
test.before(() => process.chdir(project.folder));
test.after(() => {
  process.chdir(cwd);
  project.clean();
});

/** The getters of a property that objects have; a getter of its own makes each object a table. */
function gettersOf(objects: readonly object[], name: string): ReadonlySet<unknown> {
  const getters = objects.map((one) => Object.getOwnPropertyDescriptor(one, name)?.get);
  return new Set(getters.filter((getter) => getter !== undefined));
}

const shared = globalThis as { told?: unknown };

async function build(output: string, largeSite: number | null): Promise<Record<string, string>> {
  let lean: LeanBuild | null = null;
  let pages: readonly object[] = [];
  const unwatch = watchBuilds({
    gathered: (found) => {
      lean?.gathered(found);
      pages = found;
    },
    decided: () => lean?.decided(),
  });
  const eleventy = createEleventy({ configPath: undefined, output, runMode: "build" });
  await eleventy.init();
  if (largeSite !== null) lean = keepLean(eleventy, largeSite);
  eleventy.disableLogger?.();
  tagPieces("Tea calms.");
  await eleventy.write();
  unwatch();
  const isTaggerThere = Object.keys(cache).some((file) => /[\\/]wink-/.test(file));
  assert.is(isTaggerThere, largeSite === null, "the tagger of a large site is let go once all is decided");
  for (const name of ["_templateContent", "rawInput"])
    assert.is(
      pages.some((page) => Object.getOwnPropertyDescriptor(page, name)?.get !== undefined),
      largeSite !== null,
      `${name} lies in a file`,
    );
  if (largeSite !== null)
    for (const [what, ones] of [
      ["a page", pages],
      ["a page's data", pages.map((page) => (page as { data: { page: object } }).data.page)],
    ] as const)
      assert.is(gettersOf(ones, "rawInput").size, 1, `the source of ${what} is read by one getter for all`);
  const files = readdirSync(output, { recursive: true, encoding: "utf8" }).filter((name) =>
    statSync(join(output, name)).isFile(),
  );
  return Object.fromEntries(files.sort().map((name) => [name, readFileSync(join(output, name), "utf8")]));
}

test("lean: a large site's pages, and what is told of them, are those of plain Eleventy", async () => {
  const plain = await build("plain", null);
  const { told } = shared;
  const lean = await build("lean", 1);
  assert.match(plain["all.txt"] as string, /\/tea\/ <p>Lead of “tea” 睡眠 🌿 <sup/);
  assert.match(plain["all.txt"] as string, / \nLead of “tea” 睡眠 🌿 \[1\]\./);
  assert.match(plain["tea/index.html"] as string, 'href="#v_cite_1"');
  assert.equal(Object.keys(lean), Object.keys(plain));
  for (const [name, text] of Object.entries(plain)) assert.is(lean[name], text, name);
  assert.equal(shared.told, told);
});

test.run();
