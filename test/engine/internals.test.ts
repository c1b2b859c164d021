import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { watchBuilds } from "../../plugins/build/watchers.ts";
import type { Collector } from "../../plugins/engine/collector.ts";
import { createEleventy, type EleventyRun } from "../../plugins/engine/eleventy.ts";
import type {
  Page as AnyPage,
  Template,
  TemplateClass,
  TemplateMap,
} from "../../plugins/engine/internals.ts";
import { keepLean, type LeanBuild } from "../../plugins/engine/lean.ts";
import { createWriter, type Writer } from "../../plugins/engine/writer.ts";
import { article, ROOT, smallProject } from "../project.ts";

/** A page of the Eleventy that is installed. */
type Page = AnyPage & { readonly template: Template };

const NAMES = ["rest", "sleep", "stress", "tea", "walks"];
const project = smallProject();
project.write(
  "eleventy.config.js",
  `import { vervain } from ${JSON.stringify(join(ROOT, "plugins/index.ts"))};
export default function (config) {
  config.addPlugin(vervain, {
    site: { title: "Small", url: "https://small.example", features: { search: false, socialCards: false } },
  });
  config.on("eleventy.after", ({ results }) => { globalThis.told = results; });
  return { dir: { input: "src", data: "../_data", includes: "../_includes" }, markdownTemplateEngine: false };
}
`,
);
for (const name of NAMES)
  project.write(
    `src/articles/${name}.md`,
    article({ title: `On ${name}`, date: "2026-02-01" }, `${`About ${name}. `.repeat(60)}\n`),
  );
const cwd = process.cwd();
test.before(() => process.chdir(project.folder));
test.after(() => {
  process.chdir(cwd);
  project.clean();
});

/** Names of the parts that a build of Eleventy's own came past. */
const met = new Set<string>();

/** Notes when a method is called, and leaves it as it is. */
function notice(owner: object, name: string): void {
  const method = Reflect.get(owner, name) as unknown;
  assert.type(method, "function", `Eleventy has ${name}`);
  Reflect.set(owner, name, function noticed(this: unknown, ...values: unknown[]) {
    met.add(name);
    return Reflect.apply(method as () => unknown, this, values);
  });
}

const classOf = (template: Template): TemplateClass & Record<string, unknown> =>
  Object.getPrototypeOf(template).constructor;

test("internals: the Eleventy that is installed has each part that a build leans on, and comes past it", async () => {
  const eleventy = createEleventy({ configPath: undefined, output: "alone", runMode: "build" });
  await eleventy.init();
  const writer = eleventy.writer as NonNullable<EleventyRun["writer"]> & object;
  let first: Template | undefined;
  const create = writer._createTemplate;
  assert.type(create, "function", "Eleventy has _createTemplate");
  writer._createTemplate = function createAndNotice(...values) {
    const made = (create as NonNullable<typeof create>).apply(this, values);
    if (first === undefined && made.template !== undefined) {
      first = made.template;
      const { prototype } = classOf(first);
      for (const name of ["generateMapEntry", "renderPageEntry", "renderPageEntryWithoutLayout", "_write"])
        notice(prototype, name);
      notice(classOf(first), "augmentWithTemplateContentProperty");
      for (const name of ["createDirectoryForFileSync", "writeFileSync"])
        notice(Object.getPrototypeOf(first.fsManager), name);
      notice(this.templateMap as object, "getMapEntryForInputPath");
    }
    return made;
  };
  let pages: readonly Page[] = [];
  const unwatch = watchBuilds({
    gathered: (found) => {
      pages = found as readonly Page[];
    },
  });
  eleventy.disableLogger?.();
  await eleventy.write();
  unwatch();
  assert.equal([...met].sort(), [
    "_write",
    "augmentWithTemplateContentProperty",
    "createDirectoryForFileSync",
    "generateMapEntry",
    "getMapEntryForInputPath",
    "renderPageEntry",
    "renderPageEntryWithoutLayout",
    "writeFileSync",
  ]);
  const page = pages.find(({ template }) => template.inputPath.endsWith("tea.md")) as Page;
  const { template } = page;
  const kept = [
    "readingPromise",
    "inputContent",
    "_cacheRenderedPromise",
    "_cacheRenderedTransformsAndLayoutsPromise",
  ];
  for (const name of kept) assert.ok(Reflect.get(template, name), `a template keeps ${name}`);
  const { _inputCache, _compileCache } = classOf(template);
  assert.ok((_inputCache?.size ?? 0) > 0, "Eleventy keeps what it read in _inputCache");
  assert.ok(_compileCache?.has(template.inputPath), "and what it compiled in _compileCache");
  assert.ok("_templateContent" in page, "a page has its text in _templateContent");
  assert.match(page.rawInput ?? "", /About tea/);
  assert.is(page.data.page?.rawInput, page.rawInput);
  const { map = [] } = writer.templateMap as TemplateMap;
  const entry = map.find(({ inputPath }) => inputPath === template.inputPath);
  assert.is(entry?._pages?.length, 1);
  _inputCache?.clear();
  _compileCache?.clear();
});

test("internals: each page of a lean build is written aside, told of once, and let go", async () => {
  const paths: string[] = [];
  const kept: string[] = [];
  const counts: (readonly [number, number])[] = [];
  const collected = { now: [] as string[], whenGrown: 0 };
  let phase = "reading";
  let lean: LeanBuild | null = null;
  let pages: readonly Page[] = [];
  let flushCount = 0;
  const unwatch = watchBuilds({
    gathered: (found) => {
      pages = found as readonly Page[];
      phase = "gathered";
      lean?.gathered(found);
      const { _inputCache } = classOf((pages[0] as Page).template);
      if ((_inputCache?.size ?? 1) > 0) kept.push("_inputCache");
      phase = "deciding";
    },
    decided: () => {
      phase = "decided";
      lean?.decided();
      phase = "rendering";
    },
    rendered: (count, of) => counts.push([count, of]),
  });
  const openWriter = (): Writer => {
    const { write, flush } = createWriter();
    return {
      pendingCount: 0,
      write: (path, content) => {
        paths.push(path);
        write(path, content);
      },
      flush: () => {
        flushCount++;
        return flush();
      },
    };
  };
  const collector: Collector = {
    now: () => void collected.now.push(phase),
    whenGrown: () => void collected.whenGrown++,
  };
  const eleventy = createEleventy({ configPath: undefined, output: "lean", runMode: "build" });
  await eleventy.init();
  lean = keepLean(eleventy, 1, openWriter, () => collector);
  eleventy.disableLogger?.();
  await eleventy.write();
  unwatch();
  const { told } = globalThis as unknown as { told: readonly { outputPath: string; content: string }[] };
  assert.equal([...paths].sort(), told.map(({ outputPath }) => outputPath).sort());
  assert.ok(NAMES.every((name) => paths.some((path) => path.endsWith(`${name}/index.html`))));
  assert.ok(flushCount > 0);
  assert.equal(counts.at(-1), [told.length, told.length]);
  assert.equal(
    counts.map(([count]) => count),
    told.map((_, index) => index + 1),
    "each page is told of once",
  );
  for (const one of told)
    for (const name of ["content", "rawInput"])
      assert.ok(
        Object.getOwnPropertyDescriptor(one, name)?.get,
        `${name} of what is told of a page is read when it is asked for`,
      );
  assert.match(told.find(({ outputPath }) => outputPath.includes("/tea/"))?.content ?? "", /About tea/);
  for (const { template } of pages.filter(({ template }) => template.inputPath.includes("/articles/"))) {
    for (const name of [
      "readingPromise",
      "inputContent",
      "_cacheRenderedPromise",
      "_cacheRenderedTransformsAndLayoutsPromise",
    ])
      if (Reflect.get(template, name) !== undefined) kept.push(`${name} of ${template.inputPath}`);
    if (classOf(template)._compileCache?.has(template.inputPath)) kept.push(`${template.inputPath} compiled`);
  }
  assert.equal(kept, []);
  for (const name of ["content", "rawInput"])
    assert.is(
      new Set(told.map((one) => Object.getOwnPropertyDescriptor(one, name)?.get)).size,
      1,
      `${name} of what is told is read by one getter for all`,
    );
  assert.equal(collected.now, ["gathered", "decided"]);
  // Before the first page is rendered with its layout, after a page's text is rendered, after the page is written.
  assert.is(collected.whenGrown, 1 + 2 * told.length, "asked whether there is enough to collect");
});

test.run();
