import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { ROOT } from "../project.ts";

const namesIn = (folder: string, pattern: RegExp): readonly string[] =>
  readdirSync(join(ROOT, folder)).flatMap((name) => pattern.exec(name)?.[1] ?? []);

const partials = namesIn("_includes/partials", /^(.+)\.njk$/);
const styles = namesIn("_includes/styles/parts", /^_(.+)\.scss$/);

/** Styles of what is no partial: what authors write, a page's title, a mark on drafts, boxes the Markdown makes. */
const OTHER_STYLES = ["callout", "draft", "head", "prose"];

const types = ["parts", "types"]
  .map((name) => readFileSync(join(ROOT, `plugins/page/${name}.ts`), "utf8"))
  .join("\n");

for (const name of partials) {
  test(`component: ${name} is one partial with a style file, a test and a documented, typed view`, () => {
    assert.ok(styles.includes(name), "style");
    assert.ok(existsSync(join(ROOT, `test/theme/parts/${name}.test.ts`)), "test");
    const source = readFileSync(join(ROOT, `_includes/partials/${name}.njk`), "utf8");
    const [comment = ""] = /^\{#-[\s\S]*?-#\}/.exec(source) ?? [];
    assert.match(comment, /Data: /);
    for (const [, type = ""] of comment.matchAll(/\(([A-Z]\w+)/g))
      assert.match(types, new RegExp(`interface ${type}\\b`), type);
    assert.ok(source.split("\n").length <= 40, "at most 40 lines");
  });
}

test("docs/theme.md: names every component, and no other", () => {
  const [, part = ""] = readFileSync(join(ROOT, "docs/theme.md"), "utf8").split("\n## Components\n");
  const table = part.split("\n## ")[0] ?? "";
  const rows = table.split("\n").filter((line) => line.startsWith("| `"));
  const named = rows.flatMap((row) =>
    [...(row.split("|")[1] ?? "").matchAll(/`([^`]+)`/g)].map(([, name]) => name),
  );
  assert.equal(named.sort(), [...partials].sort());
});

test("component: no style file is left without one", () => {
  const left = styles.filter((name) => !partials.includes(name));
  assert.equal(left.sort(), OTHER_STYLES);
});

test.run();
