import { resolve } from "node:path";
import fc from "fast-check";
import { openArticle, readArticle } from "../../plugins/article/read.ts";
import { hasRun, type MadePage, NUNJUCKS, PEOPLE, sites } from "../safety/site.ts";

/** What 1,000 made-up headers came to; all of it must be nothing. */
export interface FuzzResult {
  readonly count: number;
  readonly builtCount: number;
  readonly ranCount: number;
  /** Paths outside the output folder. */
  readonly outside: readonly string[];
  /** Headers that threw, with what. */
  readonly thrown: readonly string[];
  /** Longest time that one header took to read, ms. */
  readonly longestMs: number;
}

/** Names that Eleventy reads, ours, and what neither knows. */
const OURS = ["title", "date", "author", "tags", "permalink", "redirectFrom", "image", "schema", "benefits"];
const THEIRS = [
  ...[
    "templateEngineOverride",
    "eleventyComputed",
    "permalinkBypassOutputDir",
    "pagination",
    "dynamicPermalink",
  ],
  ...["eleventyExcludeFromCollections", "eleventyDataSchema", "eleventyImport", "eleventyNavigation", "page"],
  ...["collections", "content", "pkg", "eleventy", "env", "toString", "hasOwnProperty", "render", "engine"],
];
const KEYS = [...OURS, ...THEIRS, "layout", "__proto__", "constructor"];
const PREFIXES = ["", "", "", "override:", "eleventy", "permalink", "__"];
const FENCES = [
  "---",
  "---",
  "---",
  "---more",
  "--- ",
  "----",
  "+++",
  "---js",
  "---json",
  "---\r",
  "\uFEFF---",
  " ---",
  "***",
];

const scalar = fc.oneof(
  fc.constantFrom(
    NUNJUCKS,
    "njk",
    "/x/",
    "../../x.html",
    "/_headers",
    "/../x",
    "false",
    "null",
    "2026-01-01",
    "*a",
    "&a x",
  ),
  fc.constantFrom("!!js/function 'x'", "|", ">", "@", "`", "{", "[", '"', "'", "#", "%"),
  fc.string({ maxLength: 12 }),
  fc.string({ unit: "binary", maxLength: 8 }),
  fc.double(),
);
const value: fc.Arbitrary<string> = fc.oneof(
  scalar.map((one) => JSON.stringify(one)),
  scalar.map(String),
  fc.array(scalar, { maxLength: 3 }).map((list) => JSON.stringify(list)),
  fc.dictionary(fc.constantFrom(...KEYS), scalar, { maxKeys: 3 }).map((map) => JSON.stringify(map)),
);
const line = fc
  .tuple(fc.constantFrom(...PREFIXES), fc.constantFrom(...KEYS), value, fc.boolean())
  .map(
    ([prefix, key, text, isQuoted]) =>
      `${isQuoted || prefix.includes(":") ? JSON.stringify(prefix + key) : prefix + key}: ${text}`,
  );
const write = (open: string, lines: readonly string[], close: string, end: string): string =>
  [open, ...lines, close, "", NUNJUCKS, ""].join(end);
const WHOLE = ["title: Words", "date: 2026-01-01", "author: pub"];

/** Anything at all; most are refused. */
const wild = fc
  .tuple(
    fc.constantFrom(...FENCES),
    fc.boolean(),
    fc.array(line, { maxLength: 6 }),
    fc.constantFrom(...FENCES),
    fc.constantFrom("\n", "\n", "\r\n"),
  )
  .map(([open, isWhole, lines, close, end]) =>
    write(open, [...(isWhole ? WHOLE : []), ...lines], close, end),
  );

/** A sound article that gives orders; most are built. */
const sound = fc
  .tuple(
    fc.uniqueArray(
      fc
        .tuple(fc.constantFrom("", "override:", "eleventy"), fc.constantFrom(...THEIRS), scalar)
        .map(([prefix, key, text]) => [prefix + key, JSON.stringify(text)] as const),
      { maxLength: 5, selector: ([key]) => key },
    ),
    fc.constantFrom("---", "---", "---  "),
    fc.constantFrom("\n", "\n", "\r\n"),
  )
  .map(([fields, close, end]) =>
    write("---", [...WHOLE, ...fields.map(([key, text]) => `${JSON.stringify(key)}: ${text}`)], close, end),
  );
const header = fc.oneof(wild, sound);

/** Reads and builds `count` headers of one seed, those that are refused left out of a second build. */
export async function fuzzHeaders(count: number): Promise<FuzzResult> {
  const headers = fc.sample(header, { seed: 11, numRuns: count });
  const thrown: string[] = [];
  let longestMs = 0;
  for (const source of headers) {
    const started = performance.now();
    try {
      const opened = openArticle(new TextEncoder().encode(source), "a.md");
      if (!("problem" in opened)) readArticle(opened, { id: "a", timeZone: "UTC", lang: "en" });
    } catch (error) {
      thrown.push(`${JSON.stringify(source)}: ${(error as Error).message}`);
    }
    longestMs = Math.max(longestMs, performance.now() - started);
  }
  const { build, clean } = sites();
  try {
    const pages = await buildHeld(headers, build);
    const outside = pages
      .map(({ outputPath }) => resolve(outputPath))
      .filter((path) => !/\/site\d+\/out\//.test(path));
    const builtCount = pages.filter(({ inputPath }) => /\/f\d+\.md$/.test(inputPath)).length;
    return { count, builtCount, ranCount: hasRun() ? 1 : 0, outside, thrown, longestMs };
  } finally {
    clean();
  }
}

async function buildHeld(
  headers: readonly string[],
  build: ReturnType<typeof sites>["build"],
): Promise<readonly MadePage[]> {
  const all = Object.entries(headers).map(
    ([index, source]) => [`src/articles/f${index}.md`, source] as const,
  );
  const first = await build({ ...PEOPLE, ...Object.fromEntries(all) });
  const refused = new Set((first.refused ?? []).map((text) => /src\/articles\/f\d+\.md/.exec(text)?.[0]));
  const second = await build({
    ...PEOPLE,
    ...Object.fromEntries(all.filter(([path]) => !refused.has(path))),
  });
  if (second.refused !== null) throw new Error(second.refused.slice(0, 5).join("\n"));
  return second.pages;
}
