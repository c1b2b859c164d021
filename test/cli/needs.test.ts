import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { ALL_NEEDS, needFault, packagesFor } from "../../plugins/needs.ts";
import { joinedPackage } from "../bundle-package.ts";
import { article, ROOT, smallProject } from "../project.ts";

/** Everything that is an optional peer but for a bucket's. */
const OPTIONAL = Object.keys(packagesFor(ALL_NEEDS));

const project = smallProject();
const modules = join(project.folder, "node_modules");
test.after(() => project.clean());

/** The packages of an installation in which nothing optional was asked for but `brought`. */
function install(brought: readonly string[] = []): void {
  rmSync(modules, { recursive: true, force: true });
  const link = (from: string, to: string, prefix: string): void => {
    mkdirSync(to, { recursive: true });
    for (const name of readdirSync(from)) {
      const full = prefix + name;
      if (name.startsWith(".") || full === "vervain" || (OPTIONAL.includes(full) && !brought.includes(full)))
        continue;
      if (name.startsWith("@")) link(join(from, name), join(to, name), `${name}/`);
      else symlinkSync(join(from, name), join(to, name));
    }
  };
  link(join(ROOT, "node_modules"), modules, "");
  cpSync(joinedPackage(), join(modules, "vervain"), { recursive: true });
}

function configure(options: string, plugin = "vervain"): void {
  project.remove("eleventy.config.ts");
  project.write(
    "eleventy.config.js",
    `import { ${plugin} } from "vervain";
export default function (config) {
  config.addPlugin(${plugin}, { site: { title: "Small", description: "A small site.", url: "https://small.example", publisher: "journal", ${options} } });
  return { dir: { input: "src", data: "../_data", includes: "../_includes" }, markdownTemplateEngine: false };
}
`,
  );
}

function vervain(...values: readonly string[]): { readonly code: number | null; readonly said: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(modules, "vervain/dist/cli/main.js"), ...values],
    { cwd: project.folder, encoding: "utf8", env: { ...process.env, CI: "true", NO_COLOR: "1" } },
  );
  return { code: status, said: stdout + stderr };
}

/** The sentence and nothing else: no stack, and no second one. */
function assertSaid({ code, said }: ReturnType<typeof vervain>, expected: RegExp): void {
  assert.is(code, 1, said);
  assert.match(said, expected);
  assert.is(said.match(/^error /gm)?.length, 1, said);
  assert.not.match(said, /^\s+at /m);
}

test("needs: a site that has all features and none of their packages is told all at once, with the command", () => {
  install();
  configure("");
  assertSaid(
    vervain("build"),
    /^error vervain: expected @11ty\/eleventy-img, satori, @resvg\/resvg-js, pagefind beside it for pictures, social cards, search, received none\. Run npm install @11ty\/eleventy-img@\^\S+ satori@\^\S+ @resvg\/resvg-js@\^\S+ pagefind@\^\S+\.$/m,
  );
});

test("needs: what is there is not named", () => {
  install(["satori", "@resvg/resvg-js", "@11ty/eleventy-img"]);
  assertSaid(
    vervain("build"),
    /^error vervain: expected pagefind beside it for search, received none\. Run npm install pagefind@\^\S+\.$/m,
  );
});

test("needs: a site without those features builds, and a style of its own asks for its compilers", () => {
  install();
  configure("features: { search: false, socialCards: false }, images: { responsive: false }");
  const built = vervain("build");
  assert.is(built.code, 0, built.said);
  project.write("src/styles/site.scss", ".a { color: red; }\n");
  assertSaid(
    vervain("build"),
    /^error assets: expected sass, esbuild beside it for styles and scripts of your own, received none\. Run npm install sass@\^\S+ esbuild@\^\S+\.$/m,
  );
  project.remove("src/styles");
});

test("needs: related alone builds with none of them; in another language it asks for its stems", () => {
  configure("", "related");
  const built = vervain("build");
  assert.is(built.code, 0, built.said);
  project.write(
    "src/articles/rust.md",
    article({ title: "Rust", date: "2026-01-02" }, "Rusten is goed voor wie moe is.\n"),
  );
  configure('lang: "nl"', "related");
  assertSaid(
    vervain("build"),
    /^error related: expected @orama\/stemmers beside it for Also Read in your language, received none\. Run npm install @orama\/stemmers@\^\S+\.$/m,
  );
});

test("needs: import asks for what it reads with", () => {
  project.write("old.html", "<!doctype html><title>Old</title><article><h1>Old</h1><p>Words.</p></article>");
  assertSaid(
    vervain("import", "old.html", "--plan"),
    /^error vervain: expected linkedom, .*for import, received none\. Run npm install /m,
  );
});

test("needFault: other modules that are not found are not ours to explain", () => {
  assert.is(needFault("Cannot find package 'left-pad' imported from /a.js"), null);
  assert.is(needFault("fetch failed"), null);
});

test.run();
