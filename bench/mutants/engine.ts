import type { Mutant } from "./mutant.ts";

const TAKEN = "plugins/engine/taken.ts";
const LEAN = "plugins/engine/lean.ts";
const ENTRIES = "plugins/engine/entries.ts";
const SPILLED = "plugins/engine/spilled-pages.ts";
const ENGINE_TESTS = [
  "engine/spilled-pages.test.ts",
  "engine/wraps.test.ts",
  "engine/internals.test.ts",
  "engine/lean.test.ts",
  "tagger.test.ts",
];

/** A wrap around Eleventy taken away: what it is for, and how. */
const WRAPS: readonly (readonly [what: string, file: string, from: string, to: string])[] = [
  [
    "templates are not counted as they are made",
    LEAN,
    "const create = name && writer?.[name];",
    "const create = undefined;",
  ],
  [
    "templates are looked up by going through all",
    LEAN,
    "if (count === 1) indexEntries",
    "if (count === 0) indexEntries",
  ],
  ["an absolute path is not looked up", ENTRIES, " ?? byPath.get(resolve(inputPath))", ""],
  ["files that were read are kept", LEAN, "      forgetFiles(pages, classOf(template));\n", ""],
  ["what was read is kept in Eleventy's cache", LEAN, "  _inputCache?.clear();\n", ""],
  ["a template keeps the promise of its text", LEAN, "    template.readingPromise = undefined;\n", ""],
  ["a template keeps its text", LEAN, "    template.inputContent = undefined;\n", ""],
  ["compiled templates are kept", LEAN, "_compileCache?.delete(template.inputPath)", "template.inputPath"],
  ["all pages are rendered at once", LEAN, "limiter(PAGES_AT_ONCE)", "limiter(10_000)"],
  ["a second build of a process is wrapped twice", LEAN, "  known.add(prototype);\n", ""],
  [
    "nobody waits for the last pages to be written",
    LEAN,
    "if (--openCount === 0) await writer?.flush();",
    "--openCount;",
  ],
  [
    "rendering does not wait for a slow disk",
    LEAN,
    "writer.pendingCount >= PAGES_PENDING",
    "writer.pendingCount < 0",
  ],
  [
    "a page that was written keeps its HTML",
    LEAN,
    "    if (page.template) page.template._cacheRenderedTransformsAndLayoutsPromise = undefined;\n",
    "",
  ],
  [
    "nobody is told how many pages are written",
    LEAN,
    "    announceRendered(++writtenCount, pageCount);\n",
    "",
  ],
  [
    "what is told of a page holds its texts",
    LEAN,
    "return written && withoutTexts(written, page);",
    "return written;",
  ],
  [
    "what is told of a page has no content",
    TAKEN,
    'return existsSync(this.outputPath) ? readFileSync(this.outputPath, "utf8") : "";',
    "return undefined;",
  ],
  ["what is told of a page has no source", LEAN, "return this[OF_PAGE].rawInput;", "return undefined;"],
  [
    "folders are made on the rendering thread",
    LEAN,
    "  prototype.createDirectoryForFileSync = () => undefined;\n",
    "",
  ],
  [
    "files are written on the rendering thread",
    LEAN,
    "  prototype.writeFileSync = (path, content) => writer.write(path, content);\n",
    "",
  ],
  [
    "rendered texts of a large site stay in memory",
    LEAN,
    "if (spill !== null) spillContents(",
    "if (spill === undefined) spillContents(",
  ],
  [
    "sources of a large site stay in memory",
    LEAN,
    "        for (const page of pages) spillSource(page, spill);\n",
    "",
  ],
  ["the heap of a large site doubles before it is collected", LEAN, "    collector = openCollector();\n", ""],
  ["nothing is collected once all was read", LEAN, "      });\n      collector.now();\n", "      });\n"],
  ["nothing is collected once all is decided", LEAN, "      }\n      collector.now();\n", "      }\n"],
  ["nothing is collected before pages are written", LEAN, "          collector.whenGrown();\n", ""],
  ["modules of an owner are taken for the tagger's", "plugins/tagger.ts", "/node_modules.wink-/", "/wink-/"],
  ["the tagger stays while pages are written", LEAN, "        forgetTagger();\n", ""],
  [
    "a page keeps its source",
    SPILLED,
    "if (SOURCE in owner) owner[SOURCE] = held;",
    "if (SOURCE in owner) continue;",
  ],
  [
    "the source of a template in JavaScript is taken for a text",
    SPILLED,
    'typeof source !== "string" || source.length < WORTH_SPILLING',
    "source === undefined || source === null",
  ],
  ["a source cannot be set", SPILLED, "    this[SOURCE] = { value };\n", ""],
  [
    "nothing is collected while pages are written",
    LEAN,
    "        written: () => collector.whenGrown(),\n",
    "        written: () => undefined,\n",
  ],
  [
    "a page's Markdown is kept as HTML",
    SPILLED,
    "    if (page.template) page.template._cacheRenderedPromise = undefined;\n",
    "",
  ],
  ["nothing is collected while texts are rendered", SPILLED, "    rendered();\n", ""],
  [
    "a text that is read and given back is written twice",
    SPILLED,
    "if (last?.page === this && last.value === value) return;",
    "",
  ],
  ["short texts are spilled too", SPILLED, "value.length >= WORTH_SPILLING", "value.length >= 0"],
];

/** Names of Eleventy's inside, and the file of ours that uses each. */
const INTERNALS: readonly (readonly [name: string, file: string])[] = [
  ["_createTemplate", LEAN],
  ["templateMap", LEAN],
  ["getMapEntryForInputPath", ENTRIES],
  ["generateMapEntry", LEAN],
  ["renderPageEntry", LEAN],
  ["_write", LEAN],
  ["fsManager", LEAN],
  ["createDirectoryForFileSync", LEAN],
  ["writeFileSync", LEAN],
  ["_inputCache", LEAN],
  ["_compileCache", LEAN],
  ["_pages", LEAN],
  ["readingPromise", LEAN],
  ["inputContent", LEAN],
  ["_cacheRenderedTransformsAndLayoutsPromise", LEAN],
  ["_cacheRenderedPromise", SPILLED],
  ["renderPageEntryWithoutLayout", SPILLED],
  ["augmentWithTemplateContentProperty", SPILLED],
  ["_templateContent", SPILLED],
];

export const ENGINE: readonly Mutant[] = [
  ...WRAPS.map(
    ([what, file, from, to]): Mutant => ({
      name: `engine: ${what}`,
      file,
      change: { from, to },
      tests: ENGINE_TESTS,
      why: "A large site takes a multiple of the memory or the time, and nothing says so.",
    }),
  ),
  ...INTERNALS.flatMap(([rename, file]): readonly Mutant[] => [
    {
      name: `engine: we call Eleventy's ${rename} otherwise`,
      file,
      change: { rename },
      tests: ENGINE_TESTS,
      why: "The wrap is there and takes hold of nothing.",
    },
    {
      name: `engine: Eleventy calls its ${rename} otherwise`,
      file: "node_modules/@11ty/eleventy/src",
      change: { rename },
      tests: ENGINE_TESTS,
      why: "An upgrade of Eleventy switches the wrap off without a word.",
    },
  ]),
];
