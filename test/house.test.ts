import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, posix } from "node:path";
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
  "related/workers.ts": ["node:worker_threads"],
  "related/worker.ts": ["node:worker_threads"],
  "related/cache-file.ts": ["node:fs"],
  "images/cache-folder.ts": ["node:fs"],
  "images/cards/threads.ts": ["node:worker_threads"],
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
