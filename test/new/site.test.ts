import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { ROOT } from "../project.ts";

/** What a new site is made with here: the repository's own code, under the package's name. */
const root = mkdtempSync(join(tmpdir(), "vervain-new-"));
const site = join(root, "my-blog");
test.after(() => rmSync(root, { recursive: true, force: true }));

function vervain(
  cwd: string,
  ...values: readonly string[]
): { readonly code: number | null; readonly output: string } {
  const env = { ...process.env, CI: "true", NO_COLOR: "1", FORCE_COLOR: "0" };
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", import.meta.resolve("tsx"), join(ROOT, "plugins/cli/main.ts"), ...values],
    { cwd, env, encoding: "utf8" },
  );
  return { code: status, output: stdout + stderr };
}

const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(site, path)), { recursive: true });
  writeFileSync(join(site, path), text);
};
const read = (path: string): string => readFileSync(join(site, path), "utf8");
const edit = (path: string, change: (text: string) => string): void => write(path, change(read(path)));
/** Every address of the site that a page of it links to and that is not there. */
function deadLinks(): readonly string[] {
  const pages = readdirSync(join(site, "_site"), { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".html"),
  );
  const targets = pages.flatMap((name) =>
    [...read(`_site/${name}`).matchAll(/href="(\/[^"#?]*)/g)].map(([, path]) => path as string),
  );
  return [...new Set(targets)].filter(
    (path) => !existsSync(join(site, "_site", path.endsWith("/") ? `${path}index.html` : path)),
  );
}

test("vervain new: makes a site of plain JavaScript, with the answers of the command line", () => {
  const { code, output } = vervain(
    root,
    "new",
    "my-blog",
    "--yes",
    "--no-install",
    "--author",
    "Ann Example",
    "--host",
    "github",
    "--url",
    "https://ann.example/",
  );
  assert.is(code, 0, output);
  assert.match(output, /made my-blog · \d+ files[\s\S]*cd my-blog\n {2}npm install\n {2}npm start/);
  assert.match(read("_data/site.js"), 'title: "My blog"');
  assert.match(read("_data/site.js"), 'url: "https://ann.example",');
  assert.equal(JSON.parse(read("_data/people.json")), {
    "ann-example": { type: "Person", name: "Ann Example" },
  });
  assert.ok(existsSync(join(site, ".github/workflows/pages.yml")));
  const names = readdirSync(site, { recursive: true, encoding: "utf8" });
  assert.equal(
    names.filter((name) => /\.ts$|_includes/.test(name)),
    [],
  );
  const manifest = JSON.parse(read("package.json")) as { dependencies: Record<string, string> };
  assert.equal(Object.keys(manifest.dependencies), [
    "@11ty/eleventy",
    "@11ty/eleventy-img",
    "pagefind",
    "satori",
    "@resvg/resvg-js",
    "vervain",
  ]);
});

test("vervain new: its workflow is that of this repository, word for word where they do the same", () => {
  const own = readFileSync(join(ROOT, ".github/workflows/pages.yml"), "utf8");
  const uses = (text: string): string[] =>
    [...text.matchAll(/uses: (.*)/g)].map(([, action]) => action as string);
  assert.equal(uses(read(".github/workflows/pages.yml")), uses(own));
});

test("create-vervain: is of the package's version, and asks for what the package is tested with", () => {
  const own = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  const made = JSON.parse(readFileSync(join(ROOT, "create-vervain/package.json"), "utf8"));
  assert.is(made.version, own.version);
  assert.equal(made.dependencies, {
    "@11ty/eleventy": own.devDependencies["@11ty/eleventy"],
    vervain: own.version,
  });
  const site = JSON.parse(read("package.json")).dependencies as Record<string, string>;
  for (const [name, version] of Object.entries(made.dependencies)) assert.is(site[name], version, name);
});

test("vervain new: a folder that holds something is refused, and nothing in it is touched", () => {
  const before = readdirSync(site, { recursive: true, encoding: "utf8" }).sort();
  const { code, output } = vervain(root, "new", "my-blog", "--yes", "--no-install");
  assert.is(code, 1);
  assert.match(
    output,
    'error new: expected an empty folder, received "my-blog", which holds .github, .gitignore, README.md, …. Nothing was written; name another folder.',
  );
  assert.equal(readdirSync(site, { recursive: true, encoding: "utf8" }).sort(), before);
});

test("vervain new: every answer that cannot be is said, and no folder is made", () => {
  const { code, output } = vervain(
    root,
    "new",
    "other",
    "--yes",
    "--no-install",
    "--url",
    "blog",
    "--lang",
    "not a tag",
    "--host",
    "ftp",
  );
  assert.is(code, 1);
  assert.equal(output.trim().split("\n"), [
    'error new: --host: expected one of github, netlify, cloudflare, other, received "ftp".',
    'new: --url: expected an address such as https://blog.example, received "blog".',
    'new: --lang: expected a language tag such as en or pt-BR, received "not a tag".',
  ]);
  assert.is(existsSync(join(root, "other")), false);
});

test("a new site: builds before anything is written, with no draft, no page unfilled, no dead link, nothing of the sample", () => {
  // As `npm install` leaves it: the package by its name, and what it needs.
  mkdirSync(join(site, "node_modules"));
  for (const name of readdirSync(join(ROOT, "node_modules")))
    if (!name.startsWith("."))
      symlinkSync(join(ROOT, "node_modules", name), join(site, "node_modules", name));
  mkdirSync(join(site, "node_modules/vervain"));
  write(
    "node_modules/vervain/package.json",
    '{ "name": "vervain", "type": "module", "exports": "./index.js" }',
  );
  write(
    "node_modules/vervain/index.js",
    `export * from ${JSON.stringify(join(ROOT, "plugins/index.ts"))};\n`,
  );
  // A link to a page of one's own that is a draft is left out.
  edit("_data/site.js", (text) =>
    text.replace(
      'description: "",',
      'description: "",\n  navigation: [{ label: "About us", url: "/about/" }],',
    ),
  );
  const { code, output } = vervain(site, "build", "--check");
  assert.is(code, 0, output);
  assert.not.match(read("_site/index.html"), "About us");
  assert.is(existsSync(join(site, "_site/welcome")), false);
  assert.is(existsSync(join(site, "_site/about")), false);
  assert.equal(deadLinks(), []);
  const warnings = output.split("\n").filter((line) => line.startsWith("warning"));
  assert.equal(
    warnings.map((line) => line.replace(/\. Why:.*/, "")),
    [
      'warning index.html: description: expected <meta name="description">, received none. Say in a sentence what the page holds.',
      'warning _data/site.js: site-pages: expected pages that say who is responsible to be shown, received "draft: true". Fill in src/pages/about.md, src/pages/contact.md, src/pages/editorial-policy.md, src/pages/privacy.md and take out that line; until then nothing links to them',
    ],
  );
  const text = readdirSync(join(site, "_site"), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(?:html|xml|json|txt)$/.test(name) && !name.startsWith("pagefind"))
    .map((name) => read(`_site/${name}`))
    .join("\n");
  assert.not.match(text, /vervain-journal|vervain\.example|Vervain Journal|fill in:/);
});

test("a new site: a first article of title, date and prose builds, then a second, and no article at all", () => {
  write("src/articles/first.md", "---\ntitle: My first\ndate: 2026-01-05\n---\n\nRest helps me sleep.\n");
  const first = vervain(site, "build", "--check");
  assert.is(first.code, 0, first.output);
  assert.match(read("_site/first/index.html"), "Rest helps me sleep.");
  assert.equal(deadLinks(), []);
  const made = vervain(site, "article", "9 benefits of a warm bath");
  assert.is(made.code, 0, made.output);
  assert.match(
    read("src/articles/9-benefits-of-a-warm-bath.md"),
    /^---\ntitle: "9 benefits of a warm bath"\n[\s\S]*\nauthor: ann-example\ndraft: true\n[\s\S]*\[fill in: /,
  );
  assert.is(vervain(site, "article", "9 benefits of a warm bath").code, 1);
  edit("src/articles/9-benefits-of-a-warm-bath.md", (text) => text.replace("draft: true\n", ""));
  const open = vervain(site, "build");
  assert.is(open.code, 1, open.output);
  assert.match(
    open.output,
    /error src\/articles\/9-benefits-of-a-warm-bath\.md:\d+: text: expected your own words, received "\[fill in: what it is, and for whom\]"\. Replace it, or say draft: true until you have\./,
  );
  edit("src/articles/9-benefits-of-a-warm-bath.md", (text) =>
    text.replace(/\[fill in: [^\]]*\]/g, "A bath may help."),
  );
  edit("src/pages/about.md", (text) =>
    text.replace(/draft: true\n/, "").replace(/\[fill in: [^\]]*\]/g, "Words."),
  );
  const second = vervain(site, "build");
  assert.is(second.code, 0, second.output);
  assert.match(read("_site/first/index.html"), 'href="/about/"');
  assert.match(
    second.output,
    "Fill in src/pages/contact.md, src/pages/editorial-policy.md, src/pages/privacy.md and take out that line",
  );
  assert.equal(deadLinks(), []);
  rmSync(join(site, "src/articles"), { recursive: true });
  const none = vervain(site, "build", "--check");
  assert.is(none.code, 0, none.output);
  assert.equal(deadLinks(), []);
});

test("a new site: entries of the navigation without a page are left out and said in one line", () => {
  edit("_data/site.js", (text) =>
    text.replace(
      "publisher:",
      'navigation: [{ label: "Benefits", url: "/benefits/" }, { label: "About", url: "/about/" }, { label: "Therapies", url: "/therapies/" }, { label: "Elsewhere", url: "https://other.example/" }],\n  publisher:',
    ),
  );
  const { code, output } = vervain(site, "build");
  assert.is(code, 0, output);
  assert.is(output.match(/navigation: /g)?.length, 1, output);
  assert.match(
    output,
    "warning site: navigation: expected pages that are made, received /benefits/, /therapies/. Left out until there are some.",
  );
  assert.equal(deadLinks(), []);
  assert.match(read("_site/index.html"), "https://other.example/");
});

test.run();
