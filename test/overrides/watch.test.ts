import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { joinedPackage } from "../bundle-package.ts";
import { article, ended, ROOT } from "../project.ts";

/** Far beyond what a rebuild takes, so that a slow machine fails nothing. */
const PATIENCE_MS = 60_000;
/** Eleventy gathers changes that come close together. */
const SETTLE_MS = 700;

/** Where a server says that it answers. */
const ADDRESS = /(?:Server|Desk) at (http:\/\/localhost:\d+)/;

/** A file in the place of one of the theme's: as it is added, as it is changed, and where both are seen. */
interface Override {
  readonly kind: string;
  readonly path: string;
  readonly text: (mark: string) => string;
  /** The built file that shows it. */
  readonly shows: string | RegExp;
}

const OVERRIDES: readonly Override[] = [
  {
    kind: "layout",
    path: "_includes/layouts/article.njk",
    text: (mark) =>
      `{% extends "@theme/layouts/article.njk" %}{% block afterArticle %}<p>${mark}</p>{% endblock %}`,
    shows: "rest/index.html",
  },
  {
    kind: "partial",
    path: "_includes/partials/footer.njk",
    text: (mark) => `<footer>${mark}</footer>`,
    shows: "rest/index.html",
  },
  {
    kind: "style",
    path: "_includes/styles/parts/_footer.scss",
    text: (mark) => `.${mark} { color: red; }`,
    shows: /^assets\/theme\.\w+\.css$/,
  },
  {
    kind: "script",
    path: "_includes/scripts/theme.ts",
    text: (mark) => `document.documentElement.dataset.mark = "${mark}";`,
    shows: /^assets\/theme\.\w+\.js$/,
  },
  {
    kind: "page",
    path: "src/404.njk",
    text: (mark) => `---\npermalink: /404.html\ntitle: Lost\n---\n<p>${mark}</p>`,
    shows: "404.html",
  },
  {
    kind: "text",
    path: "_includes/texts/en.json",
    text: (mark) => JSON.stringify({ texts: { disclaimer: mark } }),
    shows: "rest/index.html",
  },
  {
    kind: "data",
    path: "_data/redirects.json",
    text: (mark) => JSON.stringify({ [`/${mark}/`]: "/rest/" }),
    shows: "_redirects",
  },
];

/** A package as npm puts it below `folder`: ours as it is packed, what it needs linked. */
function install(folder: string): void {
  const modules = join(folder, "node_modules");
  mkdirSync(modules, { recursive: true });
  for (const name of readdirSync(join(ROOT, "node_modules")))
    if (!name.startsWith(".") && name !== "vervain")
      symlinkSync(join(ROOT, "node_modules", name), join(modules, name));
  cpSync(joinedPackage(), join(modules, "vervain"), { recursive: true });
}

const FILES = {
  "package.json": '{ "type": "module" }',
  "_data/people.json": '{ "journal": { "type": "Organization", "name": "The Journal" } }',
  "src/articles/rest.md": article({ title: "Rest", date: "2026-01-01" }, "Rest is good.\n"),
  "eleventy.config.js": `import { vervain } from "vervain";
export default function (config) {
  config.addPlugin(vervain, {
    site: { title: "Small", url: "https://small.example", publisher: "journal", features: { search: false, socialCards: false } },
  });
  return { dir: { input: "src", data: "../_data", includes: "../_includes" }, markdownTemplateEngine: false };
}
`,
};

for (const { mode, command, packages } of [
  { mode: "vervain serve", command: "vervain/dist/cli/main.js serve", packages: "." },
  { mode: "eleventy --serve", command: "@11ty/eleventy/cmd.cjs --serve", packages: "." },
  // As a workspace has it: what lies outside the project may not change how its files are called.
  {
    mode: "eleventy --serve in a workspace",
    command: "@11ty/eleventy/cmd.cjs --serve",
    packages: "..",
  },
]) {
  const root = mkdtempSync(join(tmpdir(), "vervain-watch-"));
  const project = join(root, "site");
  let server: ChildProcess;
  let said = "";
  const write = (path: string, content: string): void => {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    writeFileSync(join(project, path), content);
  };

  test(`watch: ${mode} begins`, async () => {
    for (const [path, content] of Object.entries(FILES)) write(path, content);
    install(join(project, packages));
    const [script = "", ...values] = command.split(" ");
    server = spawn(
      process.execPath,
      [join(project, packages, "node_modules", script), ...values, "--port=0"],
      {
        cwd: project,
        env: { ...process.env, NO_COLOR: "1" },
        stdio: ["ignore", "pipe", "pipe"],
      },
    );
    for (const stream of [server.stdout, server.stderr])
      stream?.on("data", (piece) => {
        said += String(piece);
      });
    await until(async () => ADDRESS.test(said), "it serves");
    await settle();
  });

  for (const { kind, path, text, shows } of OVERRIDES) {
    const seen = async (): Promise<string> => {
      if (typeof shows === "string") return get(`/${shows.replace(/index\.html$/, "")}`);
      // Of a style or script the one that pages name: older ones lie beside it.
      const named = (await get("/rest/")).match(/assets\/[\w.-]+/g) ?? [];
      const name = named.find((one) => shows.test(one));
      return name === undefined ? "" : get(`/${name}`);
    };

    test(`watch: ${mode} sees a ${kind} that is added, changed and removed`, async () => {
      const before = await seen();
      assert.not.match(before, "added-one");
      write(path, text("added-one"));
      await until(async () => (await seen()).includes("added-one"), `the added ${kind} shows`);
      await settle();
      write(path, text("changed-one"));
      await until(async () => {
        const text = await seen();
        return text.includes("changed-one") && !text.includes("added-one");
      }, `the changed ${kind} shows`);
      await settle();
      rmSync(join(project, path));
      await until(async () => (await seen()) === before, `the theme's ${kind} is back`);
      await settle();
    });
  }

  test(`watch: ${mode} ends`, async () => {
    await ended(server);
    rmSync(root, { recursive: true, force: true });
  });

  /** What is answered at an address; "" for what is not there. Asked as a browser does: a page may be made for it. */
  async function get(path: string): Promise<string> {
    const response = await fetch(new URL(path, ADDRESS.exec(said)?.[1])).catch(() => null);
    return response?.ok ? response.text() : "";
  }

  async function until(isSo: () => Promise<boolean>, what: string): Promise<void> {
    const started = Date.now();
    while (!(await isSo())) {
      if (Date.now() - started > PATIENCE_MS) assert.unreachable(`${what}\n${said.slice(-2000)}`);
      await new Promise((resume) => setTimeout(resume, 50));
    }
  }
}

function settle(): Promise<void> {
  return new Promise((resume) => setTimeout(resume, SETTLE_MS));
}

test.run();
