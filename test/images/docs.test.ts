import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { parseSite } from "../../plugins/corpus/site.ts";
import { ROOT } from "../project.ts";

const doc = readFileSync(join(ROOT, "docs/images.md"), "utf8");

test("docs/images.md: each of its table's defaults is the real one", () => {
  const site = parseSite();
  for (const [, path = "", value = ""] of doc.matchAll(
    /^\| `((?:images|features)\.\w+)` \| `([^`]+)` \|/gm,
  )) {
    const [group, key] = path.split(".") as ["images", keyof typeof site.images];
    assert.equal(site[group][key], JSON.parse(value), path);
  }
});

test("docs/images.md: its table names every option of images", () => {
  const told = [...doc.matchAll(/^\| `images\.(\w+)`/gm)].map(([, name]) => name);
  assert.equal(told.sort(), Object.keys(parseSite().images).sort());
});

test.run();
