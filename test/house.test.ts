import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, posix } from "node:path";
import ts from "typescript";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { ROOT } from "./project.ts";

const files = readdirSync(join(ROOT, "plugins"), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .sort()
  .map((name) => ({ name, source: readFileSync(join(ROOT, "plugins", name), "utf8") }));

/** Files that may know Eleventy, the file system and the clock; every one says so in its name or lies with the commands. */
const ADAPTERS = [/(?:^|\/)plugin\.ts$/, /^cli\//, /^engine\//, /^publish\//];
/** Pure but for one thing, each named with what it may have. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  "build/begin.ts": ["node:fs"],
  "build/guard.ts": ["node:fs"],
  "build/layouts.ts": ["node:fs"],
  "files/plain-file.ts": ["node:fs"],
  "files/kept.ts": ["node:fs"],
  "files/stamp.ts": ["node:fs"],
  "files/code-version.ts": ["node:fs"],
  "related/workers.ts": ["node:worker_threads"],
  "related/worker.ts": ["node:worker_threads"],
  "related/cache-file.ts": ["node:fs"],
  "images/cache-folder.ts": ["node:fs"],
  "images/cards/threads.ts": ["node:worker_threads"],
  "theme/appeared.ts": ["node:fs"],
  "theme/vanished.ts": ["node:fs"],
  "images/cards/worker.ts": ["node:worker_threads"],
};

const isPure = (name: string): boolean => !ADAPTERS.some((pattern) => pattern.test(name));
const importsOf = (source: string): string[] =>
  [...source.matchAll(/(?:from|import\()\s*"([^"]+)"/g)].map((match) => match[1] as string);
const codeOf = (source: string): string => source.replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, "");

test("house: pure modules know no Eleventy, no file system, no processes", () => {
  const outside = [
    "@11ty/eleventy",
    "node:fs",
    "node:fs/promises",
    "node:child_process",
    "node:worker_threads",
    "node:net",
    "node:http",
  ];
  const found = files
    .filter(({ name }) => isPure(name))
    .flatMap(({ name, source }) =>
      importsOf(source)
        .filter((path) => outside.includes(path) && !ALLOWED[name]?.includes(path))
        .map((path) => `${name} imports ${path}`),
    );
  assert.equal(found, []);
});

test("house: pure modules know no clock, no chance and no console", () => {
  const found = files
    .filter(({ name }) => isPure(name))
    .flatMap(({ name, source }) =>
      (
        codeOf(source).match(
          /\bDate\.now\(|new Date\(\)|DateTime\.(?:now|local)\(\)|Math\.random\(|\bconsole\./g,
        ) ?? []
      ).map((word) => `${name}: ${word}`),
    );
  assert.equal(found, []);
});

test("house: one adapter in each capability that Eleventy loads", () => {
  const folders = new Set(
    files.flatMap(({ name }) => (name.includes("/") ? [name.split("/")[0] as string] : [])),
  );
  const without = [...folders].filter((folder) => !files.some(({ name }) => name === `${folder}/plugin.ts`));
  // What the command line alone uses, and the floors that all stand on.
  assert.equal(without.sort(), [
    "article",
    "cli",
    "corpus",
    "desk",
    "engine",
    "files",
    "import",
    "new",
    "overrides",
    "page",
  ]);
});

/** What each floor may stand on beside the files directly in `plugins/`; a folder that is not named is a capability. */
const FLOORS: Readonly<Record<string, readonly string[]>> = {
  files: [],
  article: ["files"],
  corpus: ["files", "article"],
  build: ["files", "article", "corpus"],
  page: ["files", "article", "corpus"],
  engine: ["files", "article", "corpus", "build"],
};
/** They put capabilities together and may know all of them. */
const TOPS: ReadonlySet<string> = new Set(["cli", "vervain", ""]);
const UNDER_CAPABILITIES = ["files", "article", "corpus", "build", "page"];

const roomOf = (name: string): string => (name.includes("/") ? (name.split("/")[0] as string) : "");
const localImportsOf = ({ name, source }: (typeof files)[number]): string[] =>
  importsOf(source)
    .filter((path) => path.startsWith("."))
    .map((path) => posix.normalize(posix.join(dirname(name), path)));

test("house: no capability knows another; every room stands on the floors below it", () => {
  const found = files.flatMap((file) => {
    const room = roomOf(file.name);
    if (TOPS.has(room)) return [];
    const below = FLOORS[room] ?? UNDER_CAPABILITIES;
    return localImportsOf(file)
      .filter((path) => ![room, "", ...below].includes(roomOf(path)))
      .map((path) => `${file.name} imports ${path}`);
  });
  assert.equal(found, []);
});

test("house: the ground floor stands on nothing", () => {
  const ground = files.filter(({ name }) => !name.includes("/") && name !== "index.ts");
  const found = ground.flatMap((file) =>
    localImportsOf(file)
      .filter((path) => path.includes("/"))
      .map((path) => `${file.name} imports ${path}`),
  );
  assert.equal(found, []);
});

test("house: no file imports itself over others, not even for a type", () => {
  const imports = new Map(files.map((file) => [file.name, localImportsOf(file)]));
  const circles: string[] = [];
  const done = new Set<string>();
  const visit = (name: string, trail: readonly string[]): void => {
    const at = trail.indexOf(name);
    if (at >= 0) circles.push([...trail.slice(at), name].join(" > "));
    if (at >= 0 || done.has(name)) return;
    for (const next of imports.get(name) ?? []) visit(next, [...trail, name]);
    done.add(name);
  };
  for (const { name } of files) visit(name, []);
  assert.equal(circles, []);
});

test("house: one file decides what was probably meant", () => {
  const measuring = files.filter(({ source }) => importsOf(source).includes("fastest-levenshtein"));
  assert.equal(
    measuring.map(({ name }) => name),
    // A slip of the pen in a title that an article names is no suggestion: it is taken.
    ["closest.ts", "related/titles.ts"],
  );
});

test("house: what English is to the reader of claims lies behind one language", () => {
  const found = files.flatMap((file) =>
    file.name.startsWith("benefits/english/")
      ? []
      : localImportsOf(file)
          .filter((path) => path.startsWith("benefits/english/"))
          .map((path) => `${file.name} imports ${path.slice("benefits/english/".length)}`),
  );
  assert.equal(found, [
    // The lexicon's phrases are looked up by the words of English.
    "benefits/grave.ts imports phrase-index.ts",
    "benefits/grave.ts imports tokens.ts",
    "benefits/languages.ts imports language.ts",
    "benefits/languages.ts imports title.ts",
    "benefits/lexicon-faults.ts imports tokens.ts",
    "benefits/lexicon.ts imports inflect.ts",
    "benefits/lexicon.ts imports phrase-index.ts",
    "benefits/lexicon.ts imports title.ts",
    // A writer's benefit "in words" is read as a heading is.
    "benefits/resolve.ts imports claims.ts",
    "benefits/resolve.ts imports tokens.ts",
  ]);
});

/** Words that no English list or pattern about texts does without, and code hardly has. */
const TELLTALES = new Set(
  "the your you our their who what how when are of not never should could about because".split(" "),
);

/** Every string that an expression is made of: "a" + "b". */
function textsIn(node: ts.Node): readonly string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isParenthesizedExpression(node)) return textsIn(node.expression);
  return ts.isBinaryExpression(node) ? [...textsIn(node.left), ...textsIn(node.right)] : [];
}

/** Telltale words in a file's patterns, word lists and lists in one string. */
function englishIn({ name, source }: (typeof files)[number]): readonly string[] {
  const tree = ts.createSourceFile(name, source, ts.ScriptTarget.Latest);
  const found: string[] = [];
  const take = (text: string): void => {
    found.push(...(text.toLowerCase().match(/[a-z']+/g) ?? []).filter((word) => TELLTALES.has(word)));
  };
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) take(node.text.replace(/\\[a-zA-Z]/g, " "));
    else if (ts.isArrayLiteralExpression(node) && node.elements.length > 1)
      for (const element of node.elements) {
        if (ts.isStringLiteral(element) && /^[a-z' -]+$/.test(element.text)) take(element.text);
      }
    else if (ts.isPropertyAccessExpression(node) && node.name.text === "split")
      take(textsIn(node.expression).join(" "));
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return [...new Set(found)];
}

/** Files outside of `benefits/english` whose patterns hold English, and why it decides nothing in another language. */
const ENGLISH_ELSEWHERE: Readonly<Record<string, string>> = {
  "article/also-read.ts": "labels of a line of links; other languages by the option",
  "benefits/lexicon-faults.ts": "names of fields",
  "check/rules/honest-review.ts": "names that are nobody's, said by schema markup",
  "check/rules/page-body.ts": "dates, asked of English pages alone",
  "cli/template-fault.ts": "words of Nunjucks",
  "import/also-read-phrases.ts": "what other people's pages print around a text",
  "import/chrome.ts": "what other people's pages print around a text",
  "import/folders/kind.ts": "names of files",
  "import/folders/state.ts": "values of fields",
  "import/headings.ts": "bold lines of other people's pages: not a heading where no word is known",
  "publish/output/disk-fault.ts": "words of the system",
  "related/small-words.ts": "one language of many (languages.ts)",
  "review/disowned.ts": "asked by rules for English",
  "review/hosts.ts": "names of hosts",
  "review/medicine.ts": "asked by rules for English",
  "review/options.ts": "values of an option",
  "review/rules/images.ts": "asked of English articles alone",
  "review/rules/page-notices.ts": "asked of English pages alone, but what the page must repeat word by word",
  "review/site-pages.ts": "names of pages in some languages, and the front matter's sitePage",
  "schema/aspect.ts": "asked of English headings alone",
  "schema/faq.ts": "headings that mark questions; others by the option",
  "schema/named.ts": "names that are nobody's",
};

test("house: English decides only where the text is English; a file that begins to is named here with its reason", () => {
  const speaking = files.filter(
    (file) => !file.name.startsWith("benefits/english/") && englishIn(file).length > 0,
  );
  // A rule of review says by itself what its words are for, and is silent elsewhere.
  const gated = speaking.filter(
    ({ name, source }) =>
      name.startsWith("review/rules/") &&
      source.includes('language: "en"') &&
      !source.includes('language: "any"'),
  );
  assert.ok(gated.length > 8);
  assert.equal(
    speaking.filter((file) => !gated.includes(file)).map(({ name }) => name),
    Object.keys(ENGLISH_ELSEWHERE),
  );
});

test("house: nothing is called utils or helpers", () => {
  assert.equal(
    files
      .filter(({ name }) => /^(?:utils?|helpers?|misc|common-utils)\.ts$/.test(basename(name)))
      .map(({ name }) => name),
    [],
  );
});

test("house: no default export, no enum (the linter sees to `any`)", () => {
  const found = files.flatMap(({ name, source }) =>
    (codeOf(source).match(/^export default|^(?:export )?(?:const )?enum /gm) ?? []).map(
      (word) => `${name}: ${word}`,
    ),
  );
  assert.equal(found, []);
});

// Eleventy calls all listeners in one expression: of one that throws, the promises of those before are heard by nobody, and Node ends in a stack.
test("house: what hears that a build has ended rejects and does not throw", () => {
  const throwing = files.flatMap(({ name, source }) =>
    (codeOf(source).match(/\.on\("eleventy\.after", (?!async )/g) ?? []).map(() => name),
  );
  assert.equal(throwing, []);
});

test("house: no order by locale, which differs from machine to machine", () => {
  assert.equal(
    files
      .filter(({ source }) => /localeCompare|toLocaleLowerCase\(\)/.test(codeOf(source)))
      .map(({ name }) => name),
    [],
  );
});

test.run();
