import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { joinedPackage } from "../bundle-package.ts";
import { article, ROOT, smallProject } from "../project.ts";

/**
 * What `vervain build` knows of Eleventy's inside, each with what a build says
 * when it is called otherwise there: a part that hides others is said for all.
 */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  writer: ["writer"],
  _createTemplate: ["_createTemplate"],
  templateMap: ["templateMap"],
  getMapEntryForInputPath: ["getMapEntryForInputPath"],

  template: ["template"],
  _templateContent: ["_templateContent"],
  fsManager: ["fsManager"],
  readingPromise: ["readingPromise"],
  inputContent: ["inputContent"],
  generateMapEntry: ["generateMapEntry"],
  renderPageEntry: ["renderPageEntry"],
  renderPageEntryWithoutLayout: ["renderPageEntryWithoutLayout"],
  _write: ["_write"],
  _inputCache: ["_inputCache"],
  _compileCache: ["_compileCache"],
  augmentWithTemplateContentProperty: ["augmentWithTemplateContentProperty"],
  createDirectoryForFileSync: ["createDirectoryForFileSync"],
  writeFileSync: ["writeFileSync"],
  // Counted for the progress that is shown, or only let go of: nothing is asked of them that could be missed.
  _pages: [],
  _cacheRenderedPromise: [],
  _cacheRenderedTransformsAndLayoutsPromise: [],
  // Of its class and of its configuration: what is known without them is asked for in the documented way.
  initializeConfig: [],
  disableLogger: [],
  outputDir: [],
  frontMatterParsingOptions: [],
};

const project = smallProject();
project.write(
  "eleventy.config.js",
  `import { vervain } from ${JSON.stringify(join(joinedPackage(), "dist/index.js"))};
export default function (config) {
  config.addPlugin(vervain, {
    site: { title: "Small", url: "https://small.example", publisher: "journal", features: { search: false, socialCards: false } },
    now: "2026-03-01T12:00:00Z",
  });
  return { dir: { input: "src", data: "../_data", includes: "../_includes" }, markdownTemplateEngine: false };
}
`,
);
// Reads texts of other pages while they are made, as a page of excerpts does.
project.write(
  "src/all.njk",
  `---
permalink: /all.txt
eleventyExcludeFromCollections: true
---
{% for item in collections.all %}{{ item.url }} {{ item.templateContent | safe }} {{ item.rawInput | safe }}
{% endfor %}`,
);
for (const name of ["sleep", "tea", "walks"])
  project.write(
    `src/articles/${name}.md`,
    article({ title: `On ${name}`, date: "2026-02-01" }, `${`About “${name}”. `.repeat(60)}\n`),
  );
project.write("renames.mjs", renamer());
project.write(
  "builds.mjs",
  `import "./renames.mjs";
for (const part of process.argv.slice(2)) {
  const { build } = await import("./renamed-build.mjs?renamed=" + part);
  const found = await build("made-" + part).then((missing) => ({ missing }), (error) => ({ fault: error.stack }));
  console.log(JSON.stringify({ part, ...found }));
}
`,
);
buildSync({
  entryPoints: [join(ROOT, "test/engine/renamed-build.ts")],
  outfile: join(project.folder, "renamed-build.mjs"),
  bundle: true,
  format: "esm",
  platform: "node",
  packages: "external",
});
test.after(() => project.clean());

/**
 * A hook by which an Eleventy that is asked for with `?renamed=NAME`, or with
 * the variable RENAMED, has another name for NAME wherever it says it. Each is
 * an Eleventy of its own; all else is loaded once.
 */
function renamer(): string {
  const hooks = `
export async function resolve(specifier, context, next) {
  const resolved = await next(specifier, context);
  const { searchParams } = new URL(context.parentURL ?? "file:///");
  const name = searchParams.get("renamed") ?? process.env.RENAMED;
  if (!name || !resolved.url.includes("/@11ty/eleventy/src/")) return resolved;
  return { ...resolved, url: resolved.url + "?renamed=" + name };
}
export async function load(url, context, next) {
  const loaded = await next(url, context);
  const name = new URL(url).searchParams.get("renamed");
  if (!name || !url.includes("/@11ty/eleventy/src/") || loaded.source == null) return loaded;
  // Node's own method of that name is called on its module.
  const said = new RegExp("(?<![A-Za-z0-9_$-]|[^A-Za-z.]fs[.])" + name + "(?![A-Za-z0-9_$-])", "g");
  return { ...loaded, source: String(loaded.source).replace(said, name + "Otherwise") };
}`;
  return `import { register } from "node:module";
register("data:text/javascript," + encodeURIComponent(\`${hooks}\`));
`;
}

/** Runs Node in the project; what it says in the end. */
function run(
  values: readonly string[],
  renamed: string,
): { readonly said: string; readonly code: number | null } {
  const { status, stdout, stderr } = spawnSync(process.execPath, values, {
    cwd: project.folder,
    env: { ...process.env, CI: "true", NO_COLOR: "1", RENAMED: renamed },
    encoding: "utf8",
    timeout: 300_000,
  });
  return { said: stdout + stderr, code: status };
}

/** The site in a folder; its mark tells when it was made. */
function filesIn(folder: string): Record<string, string> {
  const names = statSync(folder, { throwIfNoEntry: false })
    ? readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()
    : [];
  const files = names.filter((name) => name !== ".vervain" && statSync(join(folder, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(folder, name), "latin1")]));
}

const alone = run([join(ROOT, "node_modules/@11ty/eleventy/cmd.cjs"), "--quiet", "--output=alone"], "");
const wanted = filesIn(join(project.folder, "alone"));

test("fallbacks: Eleventy's own command builds the site", () => {
  assert.is(alone.code, 0, alone.said);
  assert.match(wanted["tea/index.html"] ?? "", "About");
  assert.match(wanted["all.txt"] ?? "", "/tea/ <p>About");
});

/** What came of a build, by the part that had another name. */
const builds = new Map(
  run(["builds.mjs", "nothing", ...Object.keys(PARTS)], "")
    .said.split("\n")
    .filter((line) => line.startsWith('{"part"'))
    .map((line) => JSON.parse(line) as { part: string; missing?: readonly string[]; fault?: string })
    .map((found) => [found.part, found]),
);

for (const [part, missing] of [["nothing", []] as const, ...Object.entries(PARTS)])
  test(`fallbacks: without ${part} inside Eleventy the site is the same as by its own command, and what is missing is known`, () => {
    const found = builds.get(part);
    assert.is(found?.fault, undefined);
    assert.equal(found?.missing, missing);
    assertSame(filesIn(join(project.folder, `made-${part}`)));
  });

const COMMAND = ["--import", "./renames.mjs", join(joinedPackage(), "dist/cli/main.js"), "build"];

test("fallbacks: vervain build says once what its Eleventy lacks, and builds the same site", () => {
  const { said, code } = run(COMMAND, "_write");
  assert.is(code, 0, said);
  assert.is(said.match(/^note /gm)?.length, 1, said);
  assert.match(
    said,
    /^note Eleventy \d[^ ]*: expected _write inside it, received none\. The site is the same; a large one takes more time and memory\./m,
  );
  assertSame(filesIn(join(project.folder, "_site")));
});

// Asked for by the command alone, before the build and at its beginning.
for (const name of ["", "initializeConfig", "disableLogger", "outputDir"])
  test(`fallbacks: vervain build has nothing to say of an Eleventy without ${name || "nothing"}, and builds the same site`, () => {
    const { said, code } = run(COMMAND, name);
    assert.is(code, 0, said);
    assert.not.match(said, /^note /m);
    assertSame(filesIn(join(project.folder, "_site")));
  });

function assertSame(files: Record<string, string>): void {
  assert.equal(Object.keys(files), Object.keys(wanted));
  for (const [name, text] of Object.entries(wanted)) assert.is(files[name], text, name);
}

test.run();
