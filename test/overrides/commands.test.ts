import { spawnSync } from "node:child_process";
import {
  cpSync,
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
import { readTheme, themePath } from "../../plugins/cli/theme-files.ts";
import { bundlePackage } from "../bundle-package.ts";
import { article, ROOT } from "../project.ts";

/** A package that can be upgraded, and a site that uses it. */
const root = mkdtempSync(join(tmpdir(), "vervain-theme-"));
const site = join(root, "site");
const installed = join(root, "package");
test.after(() => rmSync(root, { recursive: true, force: true }));

const put = (path: string, text: string): void => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
};
const edit = (path: string, from: string, to: string): void => {
  const text = readFileSync(path, "utf8");
  assert.ok(text.includes(from), `${path}: ${from}`);
  writeFileSync(
    path,
    text.replace(from, () => to),
  );
};
const own = (path: string): string => join(site, "_includes", path);
const theme = (path: string): string => join(installed, "_includes", path);

function vervain(...values: readonly string[]): { readonly code: number | null; readonly output: string } {
  const env = { ...process.env, CI: "true", NO_COLOR: "1", FORCE_COLOR: "0" };
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(installed, "dist/cli/main.js"), ...values],
    { cwd: site, env, encoding: "utf8" },
  );
  return { code: status, output: stdout + stderr };
}

test.before(() => {
  mkdirSync(installed, { recursive: true });
  bundlePackage(installed);
  for (const part of ["_includes", "_data", "package.json"])
    cpSync(join(ROOT, part), join(installed, part), { recursive: true });
  symlinkSync(join(ROOT, "node_modules"), join(root, "node_modules"));
  edit(join(installed, "package.json"), '"version": "0.1.0"', '"version": "1.0.0"');
  put(join(site, "package.json"), '{ "type": "module" }');
  put(join(site, "_data/people.json"), '{ "journal": { "type": "Organization", "name": "The Journal" } }');
  put(
    join(site, "src/articles/rest.md"),
    article({ title: "Rest", date: "2026-01-01", tags: ["calm"] }, "Rest is good.\n"),
  );
  put(
    join(site, "eleventy.config.js"),
    `import { vervain } from "../package/dist/index.js";
export default function (config) {
  config.addPlugin(vervain, {
    site: { title: "Small", description: "A small site.", url: "https://small.example", publisher: "journal", features: { search: false, socialCards: false } },
  });
  return { dir: { input: "src", data: "../_data", includes: "../_includes" }, markdownTemplateEngine: false };
}
`,
  );
});

test("theme eject: the file, what it was made from and the lock are there; a second time nothing is written", () => {
  for (const path of ["partials/footer.njk", "partials/topics.njk", "styles/parts/_footer.scss"]) {
    const { code, output } = vervain("theme", "eject", path);
    assert.is(code, 0, output);
    assert.is(readFileSync(own(path), "utf8"), readFileSync(theme(path), "utf8"));
    assert.is(
      readFileSync(join(site, ".vervain/theme/1.0.0", path), "utf8"),
      readFileSync(theme(path), "utf8"),
    );
  }
  const lock = JSON.parse(readFileSync(join(site, ".vervain/theme.json"), "utf8")) as {
    files: Record<string, { version: string }>;
  };
  assert.equal(Object.keys(lock.files), [
    "partials/footer.njk",
    "partials/topics.njk",
    "styles/parts/_footer.scss",
  ]);
  edit(own("partials/footer.njk"), '<p class="disclaimer">', '<p class="disclaimer mine">');
  const again = vervain("theme", "eject", "partials/footer.njk");
  assert.is(again.code, 1);
  assert.match(
    again.output,
    'error theme: expected no file of yours yet, received "_includes/partials/footer.njk", which is there. Nothing was written;',
  );
  assert.match(readFileSync(own("partials/footer.njk"), "utf8"), "disclaimer mine");
});

for (const path of [
  "../package.json",
  "partials/../../package.json",
  "/etc/hostname",
  "@theme/../x",
  "partials/foter.njk",
]) {
  test(`theme: ${path} names no file of the theme's`, () =>
    assert.throws(
      () => themePath(path, readTheme()),
      (error: Error) => error.message.startsWith("theme: expected the path of a theme's file, received "),
    ));
}

test("theme eject: a path that leads elsewhere is one sentence, and nothing is written", () => {
  const { code, output } = vervain("theme", "eject", "../escaped.njk");
  assert.is(code, 1);
  assert.is(
    output.trim(),
    'error theme: expected the path of a theme\'s file, received "../escaped.njk". `vervain theme list` names them.',
  );
  assert.is(existsSync(join(site, "escaped.njk")), false);
});

test("theme list and doctor: what is replaced, and that all is well", () => {
  const list = vervain("theme", "list").output;
  assert.match(list, "partials/footer.njk · yours, safe\n");
  assert.match(list, "partials/topics.njk · yours, identical\n");
  assert.match(list, "\npages/matrix\n");
  const { code, output } = vervain("theme", "doctor");
  assert.is(code, 0, output);
  assert.match(output, "3 overrides of 1.0.0: 1 safe, 2 identical.");
});

test("theme: after an upgrade that moved and changed files, the build shows the owner's under their old paths and says so", () => {
  edit(own("partials/topics.njk"), '<dl class="topics">', '<dl class="topics mine">');
  edit(own("styles/parts/_footer.scss"), "6px solid", "7px solid");
  upgrade();
  const { code, output } = vervain("build");
  assert.is(code, 0, output);
  assert.match(
    output,
    "warning _includes/partials/topics.njk: theme: the theme moved it to partials/article/about.njk in 1.1.0; the old path counts until the next major version. Rename it.",
  );
  assert.match(
    output,
    "warning _includes/styles/parts/_footer.scss: theme: the theme moved it to styles/parts/_foot.scss in 1.1.0;",
  );
  const html = readFileSync(join(site, "_site/rest/index.html"), "utf8");
  assert.match(html, "disclaimer mine");
  assert.match(html, "topics mine");
  const styles = readdirSync(join(site, "_site/assets")).filter((name) => /^theme\..*\.css$/.test(name));
  assert.match(readFileSync(join(site, "_site/assets", styles[0] as string), "utf8"), "7px solid");
});

/** The invented release 1.1.0. */
function upgrade(): void {
  edit(join(installed, "package.json"), '"version": "1.0.0"', '"version": "1.1.0"');
  edit(theme("partials/footer.njk"), '<p class="owner">', '<p class="owner" translate="no">');
  move("partials/topics.njk", "partials/article/about.njk");
  edit(theme("layouts/article.njk"), "partials/topics.njk", "partials/article/about.njk");
  move("styles/parts/_footer.scss", "styles/parts/_foot.scss");
  for (const name of ["theme.scss", "index.scss"]) {
    const text = readFileSync(theme(`styles/${name}`), "utf8");
    writeFileSync(theme(`styles/${name}`), text.replaceAll("parts/footer", "parts/foot"));
  }
  edit(theme("styles/parts/_foot.scss"), "font-size: var(--s0);", "font-size: var(--s1);");
}

function move(from: string, to: string): void {
  put(theme(to), readFileSync(theme(from), "utf8"));
  rmSync(theme(from));
  const renames = JSON.parse(readFileSync(theme("renames.json"), "utf8")) as object[];
  put(theme("renames.json"), JSON.stringify([...renames, { from, to, since: "1.1.0" }]));
}

test("theme doctor: fails then, and names each with what changed", () => {
  const { code, output } = vervain("theme", "doctor");
  assert.is(code, 1);
  assert.match(
    output,
    /^stale _includes\/partials\/footer\.njk: since 1\.0\.0: 1 line came \(line 9 "<p class="owner" translate="no">.*`vervain theme merge partials\/footer\.njk` brings that into yours\.$/m,
  );
  assert.match(
    output,
    /^moved _includes\/partials\/topics\.njk: the theme moved it to partials\/article\/about\.njk in 1\.1\.0;/m,
  );
  const json = JSON.parse(vervain("theme", "doctor", "--json").output) as { overrides: { state: string }[] };
  assert.equal(
    json.overrides.map(({ state }) => state),
    ["stale", "moved", "stale"],
  );
});

test("theme merge: brings both together, to the new path, and after it all is well", () => {
  assert.match(
    vervain("theme", "merge", "partials/footer.njk").output,
    "merged _includes/partials/footer.njk · 1.0.0 → 1.1.0",
  );
  const { code, output } = vervain("theme", "merge", "partials/topics.njk");
  assert.is(code, 0, output);
  assert.match(
    output,
    "merged _includes/partials/article/about.njk · 1.0.0 → 1.1.0, moved from _includes/partials/topics.njk",
  );
  assert.is(vervain("theme", "merge", "styles/parts/_footer.scss").code, 0);
  const footer = readFileSync(own("partials/footer.njk"), "utf8");
  assert.match(footer, "disclaimer mine");
  assert.match(footer, 'translate="no"');
  assert.is(existsSync(own("partials/topics.njk")), false);
  assert.equal(readdirSync(join(site, ".vervain/theme")), ["1.1.0"]);
  const doctor = vervain("theme", "doctor");
  assert.is(doctor.code, 0, doctor.output);
  assert.match(doctor.output, "3 overrides of 1.1.0: 3 safe.");
});

test("theme: a lock that cannot be read is one sentence, and stays as it is", () => {
  const file = join(site, ".vervain/theme.json");
  const kept = readFileSync(file, "utf8");
  writeFileSync(file, "<<<<<<< yours\n");
  const { code, output } = vervain("theme", "doctor");
  assert.is(code, 1);
  assert.is(
    output.trim(),
    "error .vervain/theme.json: expected JSON, received something else. Take the file from your version control, or delete it: then no file's origin is known.",
  );
  assert.is(readFileSync(file, "utf8"), "<<<<<<< yours\n");
  writeFileSync(file, kept);
});

test("theme: a path in a template that leads out of the theme is refused, with the owner's file", () => {
  put(own("partials/share.njk"), '{% include "@theme/../../../../etc/hostname" %}\n');
  const { code, output } = vervain("build");
  assert.is(code, 1);
  assert.match(
    output,
    'theme: expected a path inside the theme, received "@theme/../../../../etc/hostname".',
  );
  assert.match(output, "_includes/partials/share.njk");
  rmSync(own("partials/share.njk"));
});

test("theme: in the theme's own repository there is nothing to eject", () => {
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      "--import",
      import.meta.resolve("tsx"),
      join(ROOT, "plugins/cli/main.ts"),
      "theme",
      "eject",
      "partials/footer.njk",
    ],
    { cwd: ROOT, encoding: "utf8", env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0" } },
  );
  assert.is(status, 1);
  assert.match(stderr, "theme: expected a site that uses the theme, received the theme's own folder");
});

test.run();
