import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { parseModels } from "../../plugins/overrides/models.ts";
import { partsOf } from "../../plugins/overrides/template.ts";
import { keptRenames, lastOf, parseRenames } from "../../plugins/renames.ts";
import { themeModels } from "../../scripts/theme-models.ts";
import { ROOT } from "../project.ts";
import { firstRelease } from "./releases.ts";

const read = (name: string): string => readFileSync(join(ROOT, "_includes", name), "utf8");

test("models.json: it is what the types make (npx tsx scripts/theme-models.ts)", () => {
  assert.is(read("models.json"), themeModels());
});

test("models: every field of `view` that the theme's own templates read is one of a page's", () => {
  const models = parseModels(read("models.json"));
  const pages = new Set(
    Object.entries(models).flatMap(([name, fields]) => (name.endsWith("Page") ? fields : [])),
  );
  const { files } = firstRelease();
  const unknown = [...files]
    .filter(([path]) => path.endsWith(".njk"))
    .flatMap(([path, text]) =>
      [...partsOf(text).reads].flatMap((name) =>
        name.startsWith("view.") && !pages.has(name.slice(5)) ? [`${path}: ${name}`] : [],
      ),
    );
  assert.equal(unknown, []);
});

test("renames.json: every move ends at a file that the theme has, and none begins at one", () => {
  const renames = parseRenames(read("renames.json"));
  const { files } = firstRelease();
  for (const { from } of renames) {
    assert.ok(files.has(lastOf(from, renames)), from);
    assert.not.ok(files.has(from), from);
  }
});

test("renames: an old path leads over several moves, through its own major version only", () => {
  const renames = [
    { from: "a", to: "b", since: "1.2.0" },
    { from: "b", to: "c", since: "1.4.0" },
    { from: "d", to: "e", since: "2.0.0" },
  ];
  assert.equal(
    [...keptRenames(renames, "1.9.0")],
    [
      ["a", "c"],
      ["b", "c"],
    ],
  );
  assert.equal([...keptRenames(renames, "2.1.0")], [["d", "e"]]);
  assert.is(lastOf("a", [...renames, { from: "c", to: "a", since: "1.5.0" }]), "c");
});

test("partsOf: blocks in blocks, what a template uses and reads; no words in quotes, no comments", () => {
  const parts = partsOf(
    '{# {{ view.not }} #}{% extends "@theme/a.njk" %}{% block one %}{{ view.title }}{% block two %}{% include "b.njk" %}{% endblock %}{% endblock %}{% for p in view.people %}{{ loop.index }}{{ p.name | replace("x.y", "") }}{% endfor %}',
  );
  assert.equal([...parts.blocks.keys()], ["one", "two"]);
  assert.is(parts.blocks.get("two"), '{% include "b.njk" %}');
  assert.equal([...parts.uses], ["@theme/a.njk", "b.njk"]);
  assert.equal([...parts.reads], ["view.title", "view.people", "p.name"]);
});

test.run();
