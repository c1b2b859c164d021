import { resolve } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { watchBuilds } from "../../plugins/build/watchers.ts";
import type { Template, TemplateEntry, TemplateWriter } from "../../plugins/engine/internals.ts";
import { keepLean } from "../../plugins/engine/lean.ts";
import type { Writer } from "../../plugins/engine/writer.ts";

/** What of Eleventy's inside a build leans on; each may be missing in another version. */
const PARTS = [
  "_createTemplate",
  "templateMap",
  "getMapEntryForInputPath",
  "generateMapEntry",
  "renderPageEntry",
  "_write",
  "fsManager",
  "createDirectoryForFileSync",
  "writeFileSync",
  "_inputCache",
  "_compileCache",
] as const;
type Part = (typeof PARTS)[number];

interface FakePage {
  readonly template: FakeTemplate;
  readonly data: object;
  readonly outputPath: string;
}

interface FakeTemplate extends Template {
  generateMapEntry(entry: TemplateEntry, to: string): Promise<void>;
}

/** A site of `entryCount` templates of `pageCount` pages each, as far as the build leans on Eleventy, and what was seen of it. */
function fakeSite(entryCount: number, pageCount: number, missing: readonly Part[] = []) {
  const seen = {
    underWay: 0,
    mostUnderWay: 0,
    scans: 0,
    mostPending: 0,
    written: [] as string[],
    flushes: 0,
    foldersMade: 0,
  };
  let pending = 0;
  const writer: Writer = {
    get pendingCount() {
      return pending;
    },
    write: (path) => {
      seen.written.push(path);
      seen.mostPending = Math.max(seen.mostPending, ++pending);
    },
    flush: async () => {
      seen.flushes++;
      pending = 0;
    },
  };
  class FileSystem {
    createDirectoryForFileSync(): void {
      seen.foldersMade++;
    }
    writeFileSync(path: string): void {
      seen.written.push(path);
    }
  }
  class Base {
    static _inputCache = new Map([["a", "text"]]);
    static _compileCache = new Map<string, string>();
    readingPromise: unknown = "read";
    inputContent: unknown = "text";
    _cacheRenderedTransformsAndLayoutsPromise: unknown = "html";
    fsManager? = new FileSystem();
    readonly inputPath: string;
    constructor(inputPath: string) {
      this.inputPath = inputPath;
      Base._compileCache?.set(inputPath, "compiled");
    }
    async generateMapEntry(entry: TemplateEntry): Promise<void> {
      seen.mostUnderWay = Math.max(seen.mostUnderWay, ++seen.underWay);
      for (const page of (entry._pages ?? []) as FakePage[])
        await this._write(page, await this.renderPageEntry(page));
      seen.underWay--;
    }
    async renderPageEntry(page: FakePage): Promise<string> {
      await new Promise((resume) => setImmediate(resume));
      return page.outputPath;
    }
    async _write(page: FakePage, content: unknown): Promise<{ outputPath: string; content: unknown }> {
      this.fsManager?.createDirectoryForFileSync?.();
      this.fsManager?.writeFileSync?.(page.outputPath);
      return { outputPath: page.outputPath, content };
    }
  }
  const templateMap = {
    map: [] as TemplateEntry[],
    getMapEntryForInputPath(path: string): TemplateEntry | undefined {
      seen.scans++;
      return this.map.find(({ inputPath }) => inputPath === path);
    },
  };
  const templateWriter = {
    templateMap,
    _createTemplate: (path: string) => ({ template: new Base(path) as unknown as Template }),
  };
  for (const part of missing) {
    for (const owner of [templateWriter, templateMap, Base, Base.prototype, FileSystem.prototype])
      if (Object.hasOwn(owner, part)) Reflect.deleteProperty(owner, part);
  }
  const run = async () => {
    const create = (path: string): Template =>
      (templateWriter as { _createTemplate?(path: string): { template: Template } })._createTemplate?.(path)
        .template ?? (new Base(path) as unknown as Template);
    const lean = keepLean(
      { writer: templateWriter as TemplateWriter },
      Number.POSITIVE_INFINITY,
      () => writer,
    );
    const entries = Array.from({ length: entryCount }, (_, at) => {
      const template = create(`./${at}.md`) as FakeTemplate;
      if (missing.includes("fsManager")) (template as { fsManager?: unknown }).fsManager = undefined;
      const _pages = Array.from({ length: pageCount }, (_, page) => ({
        template,
        data: {},
        outputPath: `${at}/${page}.html`,
      }));
      const entry = { inputPath: `./${at}.md`, _pages, template };
      templateMap.map.push(entry);
      return entry;
    });
    const pages = entries.flatMap(({ _pages }) => _pages);
    lean.gathered(pages);
    const caches = { input: Base._inputCache?.size, read: pages[0]?.template.readingPromise };
    lean.decided();
    const lookUp = (templateMap as Partial<typeof templateMap>).getMapEntryForInputPath;
    for (const { inputPath } of entries) lookUp?.call(templateMap, inputPath);
    await Promise.all(entries.map((entry) => entry.template.generateMapEntry?.(entry, "fs")));
    return { seen, pages, caches, compiledCount: Base._compileCache?.size };
  };
  return { run, templateMap };
}

test("lean: at most four templates are rendered at once, and all are written", async () => {
  const { seen } = await fakeSite(20, 1).run();
  assert.is(seen.mostUnderWay, 4);
  assert.is(seen.written.length, 20);
  assert.ok(seen.flushes >= 1, "the last to end waits for the disk");
});

test("lean: a template of many pages waits for the disk before it renders more than that", async () => {
  const { seen } = await fakeSite(1, 300).run();
  assert.is(seen.written.length, 300);
  assert.ok(seen.mostPending <= 64, `${seen.mostPending} pages waited to be written`);
});

test("lean: folders are made where files are written, not while pages are rendered", async () => {
  const { seen } = await fakeSite(3, 1).run();
  assert.is(seen.foldersMade, 0);
});

test("lean: templates are looked up by an index, not by going through all", async () => {
  const { seen } = await fakeSite(20, 1).run();
  assert.is(seen.scans, 0);
});

test("lean: a template is found by its path and by its absolute one, as Eleventy does", async () => {
  const { run, templateMap } = fakeSite(1, 1);
  await run();
  const entry = { inputPath: resolve("./late.md"), _pages: [] };
  templateMap.map.push(entry);
  assert.is(templateMap.getMapEntryForInputPath("./late.md"), entry);
  assert.is(templateMap.getMapEntryForInputPath(resolve("./late.md")), entry);
  assert.is(templateMap.getMapEntryForInputPath("./none.md"), undefined);
});

test("lean: each page is told of once, in the second build of a process too", async () => {
  const { run } = fakeSite(3, 2);
  let toldCount = 0;
  const unwatch = watchBuilds({ rendered: () => toldCount++ });
  await run();
  assert.is(toldCount, 6);
  await run();
  assert.is(toldCount, 12);
  unwatch();
});

test("lean: what was read, compiled and rendered is let go", async () => {
  const { caches, compiledCount, pages } = await fakeSite(3, 1).run();
  assert.equal(caches, { input: 0, read: undefined });
  assert.is(compiledCount, 0);
  for (const { template } of pages) {
    assert.is(template._cacheRenderedTransformsAndLayoutsPromise, undefined);
    assert.is(template.inputContent, undefined);
  }
});

for (const part of PARTS) {
  // Without it nothing may be written by us that Eleventy would not have written itself.
  const isNeeded = ["generateMapEntry", "renderPageEntry", "_write"].includes(part);
  test(`lean: an Eleventy without ${part} builds as it would alone`, async () => {
    const { run } = fakeSite(6, 2, [part]);
    if (isNeeded) {
      await run().then(
        ({ seen }) => assert.is(seen.written.length, 0),
        (error: Error) => assert.match(error.message, `this.${part} is not a function`),
      );
      return;
    }
    const { seen } = await run();
    const isAside = !["fsManager", "createDirectoryForFileSync", "writeFileSync"].includes(part);
    if (isAside) assert.is(seen.written.length, 12);
  });
}

test.run();
