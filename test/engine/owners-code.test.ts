import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { createEleventy } from "../../plugins/engine/eleventy.ts";
import { followOwners } from "../../plugins/engine/owners-code.ts";
import { ROOT } from "../root.ts";

const folder = mkdtempSync(join(tmpdir(), "vervain-owners-"));
test.after(() => rmSync(folder, { recursive: true }));

let fileCount = 0;

/** What is said of a configuration of those lines; our plugin is `ours`. */
async function said(code: string): Promise<string | null> {
  const path = join(folder, `${++fileCount}.config.mjs`);
  const mark = JSON.stringify(join(ROOT, "plugins/own-plugin.ts"));
  writeFileSync(
    path,
    `import { markOwn } from ${mark};
const ours = (config) => { config.addFilter("ours", () => "by the plugin"); };
markOwn(ours);
export default function (config) { ${code} }
`,
  );
  let asked = (): string | null => null;
  const eleventy = createEleventy({
    configPath: path,
    runMode: "build",
    configure: () => {
      asked = followOwners(eleventy);
    },
  });
  eleventy.disableLogger?.();
  await eleventy.initializeConfig?.();
  return asked();
}

const PLAIN = 'config.addPlugin(ours, { title: "A" });';

test("owners: our plugin and data are known, and the same again", async () => {
  const once = await said(PLAIN);
  assert.ok(once);
  assert.is(await said(PLAIN), once);
});

// Each says something of its own: a page that may show it is made when it changes.
for (const code of [
  'config.addPlugin(ours, { title: "B" });',
  'config.addPlugin(ours, { title: "A", list: [1, null, true] });',
  `${PLAIN} config.addPassthroughCopy({ public: "/" });`,
  `${PLAIN} config.addGlobalData("word", "plain");`,
  `${PLAIN} config.globalData.word = { deep: ["plain"] };`,
  `${PLAIN} config.addLayoutAlias("a", "b.njk");`,
  `${PLAIN} config.setDataDeepMerge(false);`,
  `${PLAIN} config.ignores.add("drafts/**");`,
  `${PLAIN} return { dir: { input: "src" } };`,
  `${PLAIN} return { pathPrefix: "/blog/" };`,
  `${PLAIN} delete config.universal.filters.slug;`,
  `${PLAIN} const { filters } = config.universal; [filters.slug, filters.url] = [filters.url, filters.slug];`,
])
  test(`owners: ${code.replace(PLAIN, "…")} is data, and said`, async () => {
    const text = await said(code);
    assert.ok(text);
    assert.is.not(text, await said(PLAIN));
  });

for (const code of [
  'config.addFilter("own", () => "");',
  'config.addFilter("slug", () => "");',
  'config.universal.filters.slug = () => "";',
  'config.addShortcode("own", () => "");',
  'config.addPairedShortcode("own", () => "");',
  'config.addNunjucksGlobal("own", () => "");',
  'config.addTransform("own", (content) => content);',
  'config.addPreprocessor("own", "md", () => undefined);',
  'config.addCollection("own", () => []);',
  'config.addGlobalData("own", () => "");',
  'config.addGlobalData("own", new Date(0));',
  'config.addGlobalData("own", { deep: [{ deeper: () => "" }] });',
  'config.addTemplate("own.11ty.js", () => "");',
  'config.addExtension("own", { compile: () => () => "" });',
  'config.addDataExtension("own", () => ({}));',
  'config.addUrlTransform(() => "/");',
  "config.addDateParsing(() => undefined);",
  'config.setLibrary("md", { render: () => "" });',
  'config.amendLibrary("md", () => undefined);',
  'config.on("eleventy.before", () => undefined);',
  'config.once("eleventy.after", () => undefined);',
  'config.events.prependListener("eleventy.after", () => undefined);',
  "config.addPlugin(() => undefined);",
  "config.addPlugin(ours, { rule: () => undefined });",
  "config.addPlugin(ours, { pattern: /a/ });",
  "config.setFrontMatterParsingOptions({ engines: { own: () => ({}) } });",
  "config.addFilter = () => undefined;",
  'return { own: () => "" };',
])
  test(`owners: ${code} is code`, async () => {
    assert.is(await said(`${PLAIN} ${code}`), null);
  });

test("owners: an Eleventy that reads in another way, and a configuration that was not read", () => {
  assert.is(followOwners({} as Parameters<typeof followOwners>[0])(), null);
});

test.run();
