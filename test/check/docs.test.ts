import { readFileSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { rules } from "../../plugins/check/index.ts";
import { checksDocs } from "../../scripts/checks-docs.ts";

const made = checksDocs();

test("docs/checks.md: it is what the rules make (npx tsx scripts/checks-docs.ts)", () => {
  const docs = readFileSync(new URL("../../docs/checks.md", import.meta.url), "utf8");
  assert.ok(docs === made, "run npx tsx scripts/checks-docs.ts");
});

test("docs/checks.md: names every rule with a good and a bad example", () => {
  for (const { name } of rules) assert.ok(made.includes(`\n### ${name}\n`));
  assert.is(made.split("\nGood:\n").length, rules.length + 1);
  assert.is(made.split("\nBad:\n").length, rules.length + 1);
});

test.run();
