import { execFileSync, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { LIMIT_BYTES, START_LIMIT_BYTES } from "../bench/package/limits.ts";
import { ROOT } from "./project.ts";

/** Bytes of the package as npm sends it. */
let packedBytes = 0;

/** A site of somebody else's: bare Eleventy, configuration in JavaScript, layouts of its own. */
const site = mkdtempSync(join(tmpdir(), "vervain-adopter-"));

test.before(() => {
  const packed = execFileSync("npm", ["pack", "--silent", "--pack-destination", site], {
    cwd: ROOT,
    encoding: "utf8",
  })
    .trim()
    .split("\n")
    .at(-1) as string;
  packedBytes = statSync(join(site, packed)).size;
  const modules = join(site, "node_modules");
  mkdirSync(join(modules, "vervain"), { recursive: true });
  execFileSync("tar", ["-xzf", join(site, packed), "-C", join(modules, "vervain"), "--strip-components=1"]);
  // What `npm install` would bring beside it; linked, so that the test needs no network.
  for (const name of readdirSync(join(ROOT, "node_modules")))
    if (!name.startsWith(".")) symlinkSync(join(ROOT, "node_modules", name), join(modules, name));
  write("package.json", '{ "type": "module" }');
  write("src/posts/posts.json", '{ "layout": "post.njk", "tags": "post" }');
  write(
    "src/posts/rest.md",
    "---\ntitle: 3 benefits of rest for stress\ndate: 2026-01-01\nauthor: Ann\ntags: [calm]\n---\n## Benefits of rest\n\n### Reduces stress\n\nAn hour of rest may reduce stress.\n\n### Improves mood\n\nRest may lift your mood.\n\n### Improves sleep\n\nThose who rest sleep better.\n",
  );
  write(
    "src/posts/walks.md",
    '---\ntitle: Walks for stress\ndate: 2026-01-02\nauthor: Ann\nbenefits:\n  confirm: ["reduce:stress"]\n---\n\nWalking reduces stress for many people.\n',
  );
  write(
    "src/index.njk",
    "---\ntitle: Home\n---\n{% for post in collections.post %}{{ post.data.title }};{% endfor %}|{% for benefit in collections.benefits %}{{ benefit.label }};{% endfor %}",
  );
});

test.after(() => rmSync(site, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(site, path)), { recursive: true });
  writeFileSync(join(site, path), text);
}

/** Builds the adopter's site with Eleventy's own command. */
function build(body: string, layout: string): Readonly<Record<string, string>> {
  rmSync(join(site, "_site"), { recursive: true, force: true });
  write("src/_includes/post.njk", layout);
  write("eleventy.config.js", `${body}\nreturn { dir: { input: "src" } };\n}\n`);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, "node_modules/@11ty/eleventy/cmd.cjs"), "--quiet"],
    { cwd: site, encoding: "utf8" },
  );
  if (status !== 0) throw new Error(stdout + stderr);
  const names = readdirSync(join(site, "_site"), { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".html"),
  );
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(site, "_site", name), "utf8")]));
}

/** What a call throws. */
function failed(call: () => unknown): Error {
  try {
    call();
  } catch (error) {
    return error as Error;
  }
  throw new Error("nothing was thrown");
}

test("package: what npm sends is within its limit", () => {
  assert.ok(packedBytes <= LIMIT_BYTES, `${packedBytes} bytes, at most ${LIMIT_BYTES}`);
});

test("package: a configuration loads two files, and not what only a build or the check needs", () => {
  const own = join(site, "node_modules/vervain/dist");
  const loaded = new Map<string, number>();
  const load = (path: string): void => {
    if (loaded.has(path)) return;
    const code = readFileSync(path, "utf8");
    loaded.set(path, code.length);
    for (const [, name = ""] of code.matchAll(/(?:\bfrom|\bimport)\s*"(\.[^"]+)"/g))
      load(join(dirname(path), name));
  };
  load(join(own, "index.js"));
  assert.is(loaded.size, 2, [...loaded.keys()].join(", "));
  const bytes = [...loaded.values()].reduce((sum, size) => sum + size, 0);
  assert.ok(bytes <= START_LIMIT_BYTES, `${bytes} bytes, at most ${START_LIMIT_BYTES}`);
});

test("package: Eleventy's own command says a wrong option with the plugin's name, once and without a stack", () => {
  const body = (plugin: string): string =>
    `import { ${plugin} } from "vervain";\nexport default function (config) {\nconfig.addPlugin(${plugin}, { sitte: {} });`;
  for (const plugin of ["vervain", "related", "theme"]) {
    const { message } = failed(() => build(body(plugin), PLAIN));
    assert.match(message, `the \`${plugin}\` plugin`);
    assert.is(message.match(/expected an option that exists, received "sitte"/g)?.length, 1, message);
    assert.not.match(message, /^.*\s+at .*\.js:\d/m);
  }
});

test("package: what is loaded when it is needed is there", () => {
  const own = join(site, "node_modules/vervain/dist");
  const missing = readdirSync(own, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".js"))
    .flatMap((name) =>
      [...readFileSync(join(own, name), "utf8").matchAll(/\bimport\([`"](\.[^`"]+)[`"]\)/g)]
        .map(([, path = ""]) => join(own, dirname(name), path))
        .filter((path) => !existsSync(path)),
    );
  assert.equal(missing, []);
});

const PLAIN = "<main>{{ content | safe }}</main>";

test("package: benefits alone gives collections, and leaves the site's own as they are", () => {
  const pages = build(
    'import { benefits } from "vervain";\nexport default function (config) {\nconfig.addPlugin(benefits, { anchors: true });',
    PLAIN,
  );
  assert.match(pages["index.html"] ?? "", /3 benefits of rest for stress;Walks for stress;\|/);
  assert.match(pages["index.html"] ?? "", "Reduces stress;");
  assert.match(pages["posts/rest/index.html"] ?? "", 'id="reduce-stress"');
});

test("package: related alone gives a filter", () => {
  const layout =
    '{% for link in page.url | alsoRead %}<a href="{{ link.url }}">{{ link.title }}</a>{% endfor %}';
  const pages = build(
    'import { related } from "vervain";\nexport default function (config) {\nconfig.addPlugin(related, {});',
    layout,
  );
  assert.is(pages["posts/rest/index.html"], '<a href="/posts/walks/">Walks for stress</a>');
});

test("package: a box placed by hand, by title", () => {
  const pages = build(
    'import { related } from "vervain";\nexport default function (config) {\nconfig.addPlugin(related, {});',
    '{% alsoRead "walks for stress" %}',
  );
  assert.is(
    pages["posts/rest/index.html"],
    '<p class="also"><b>Also read</b> <a href="/posts/walks/">Walks for stress</a></p>',
  );
});

test("package: schema alone gives a graph that says what the layout is known to show", () => {
  const layout =
    '<h1>{{ title }}</h1><script type="application/ld+json">{{ page.url | jsonLd | safe }}</script>';
  const pages = build(
    'import { schema } from "vervain";\nexport default function (config) {\nconfig.addPlugin(schema, { site: { url: "https://ann.example" } });',
    layout,
  );
  const json = /ld\+json">(.*?)<\/script>/.exec(pages["posts/rest/index.html"] ?? "")?.[1] ?? "{}";
  const graph = JSON.parse(json) as { "@graph": { "@type": string; headline?: string }[] };
  assert.is(
    graph["@graph"].find((node) => node["@type"] === "BlogPosting")?.headline,
    "3 benefits of rest for stress",
  );
});

test("package: the theme alone lays out pages that ask for it", () => {
  write("src/posts/posts.json", '{ "layout": "layouts/article.njk", "tags": "post" }');
  const pages = build(
    'import { theme } from "vervain";\nexport default function (config) {\nconfig.addPlugin(theme, { site: { title: "Ann" } });',
    PLAIN,
  );
  assert.match(pages["posts/rest/index.html"] ?? "", /<h1[\s\S]*3[\s\S]*benefits of rest for stress/);
  write("src/posts/posts.json", '{ "layout": "post.njk", "tags": "post" }');
});

test("package: all together makes a whole blog, and the adopter's partial wins", () => {
  write("src/_includes/partials/footer.njk", "<footer>My own footer</footer>");
  write("src/posts/posts.json", "{}");
  rmSync(join(site, "src/index.njk"));
  const config =
    'import { vervain } from "vervain";\nexport default function (config) {\nconfig.addPlugin(vervain, { site: { title: "Ann", description: "Ann writes.", url: "https://ann.example" } });';
  const pages = build(config, PLAIN);
  assert.match(pages["rest/index.html"] ?? "", "My own footer");
  assert.match(pages["rest/index.html"] ?? "", "application/ld+json");
  assert.match(pages["benefits/reduce-stress/index.html"] ?? "", "Walks for stress");
  assert.ok(existsSync(join(site, "_site/assets")));
});

test("package: create-vervain, packed, makes a site that the packed vervain builds", () => {
  const packed = execFileSync("npm", ["pack", "--silent", "--pack-destination", site], {
    cwd: join(ROOT, "create-vervain"),
    encoding: "utf8",
  }).trim();
  const modules = join(site, "node_modules");
  mkdirSync(join(modules, "create-vervain"), { recursive: true });
  execFileSync("tar", [
    "-xzf",
    join(site, packed),
    "-C",
    join(modules, "create-vervain"),
    "--strip-components=1",
  ]);
  const made = spawnSync(
    process.execPath,
    [join(modules, "create-vervain/create.js"), "my-blog", "--yes", "--no-install"],
    { cwd: site, encoding: "utf8" },
  );
  assert.is(made.status, 0, made.stdout + made.stderr);
  const blog = join(site, "my-blog");
  symlinkSync(modules, join(blog, "node_modules"));
  const built = spawnSync(process.execPath, [join(modules, "vervain/dist/cli/main.js"), "build", "--check"], {
    cwd: blog,
    encoding: "utf8",
  });
  assert.is(built.status, 0, built.stdout + built.stderr);
  assert.match(readFileSync(join(blog, "_site/index.html"), "utf8"), "My blog");
  rmSync(blog, { recursive: true });
});

test("package: what is published can be imported as each export says", () => {
  const script = `for (const path of ["", "/article", "/assets", "/benefits", "/images", "/related", "/schema", "/theme", "/review", "/publish", "/check", "/new"]) await import("vervain" + path); console.log("all");`;
  assert.is(
    execFileSync(process.execPath, ["--input-type=module", "-e", script], {
      cwd: site,
      encoding: "utf8",
    }).trim(),
    "all",
  );
});

test("package: options have the types that they have here, strictly, without zod beside the package", () => {
  // From the modules that say them, not from the index: all of the sources would be checked with it.
  const places = {
    VervainOptions: "vervain/options",
    ArticleOptions: "build/options",
    BenefitsOptions: "benefits/options",
    CheckPluginOptions: "check/options",
    PublishOptions: "publish/options",
    RelatedPluginOptions: "related/options",
    ReviewPluginOptions: "review/options",
    SchemaPluginOptions: "schema/options",
    ThemeOptions: "theme/options",
    SiteOptions: "corpus/site",
  };
  const own = (place: string): string => JSON.stringify(join(ROOT, `plugins/${place}.ts`));
  write(
    "same.ts",
    `import type * as Packed from "vervain";
type Same<A, B> = 0 extends 1 & B ? "anything" : [A] extends [B] ? ([B] extends [A] ? true : "more") : "less";
${Object.entries(places)
  .map(
    ([name, place]) => `export const is${name}: Same<import(${own(place)}).${name}, Packed.${name}> = true;`,
  )
  .join("\n")}
// @ts-expect-error a number is no title
export const wrong: Packed.VervainOptions = { site: { title: 3 } };
// @ts-expect-error no such option
export const unknown: Packed.VervainOptions = { nonsense: true };
`,
  );
  write(
    "tsconfig.json",
    JSON.stringify({
      compilerOptions: {
        strict: true,
        exactOptionalPropertyTypes: true,
        noEmit: true,
        allowImportingTsExtensions: true,
        resolveJsonModule: true,
        module: "nodenext",
        target: "es2023",
        types: ["node"],
        typeRoots: [join(ROOT, "node_modules/@types")],
      },
      files: ["same.ts"],
    }),
  );
  const packed = join(site, "node_modules/vervain");
  const named = readdirSync(packed, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".d.ts"))
    .filter((name) => readFileSync(join(packed, name), "utf8").includes('"zod"'));
  assert.equal(named, []);
  const { status, stdout } = spawnSync(
    process.execPath,
    [join(ROOT, "node_modules/typescript/bin/tsc"), "-p", "."],
    {
      cwd: site,
      encoding: "utf8",
    },
  );
  assert.is(status, 0, stdout);
});

test("package: publint finds nothing to mend", () => {
  const { status, stdout } = spawnSync(
    process.execPath,
    [join(ROOT, "node_modules/publint/src/cli.js"), "--strict"],
    { cwd: ROOT, encoding: "utf8" },
  );
  assert.is(status, 0, stdout);
});

test.run();
