import { readFileSync, writeFileSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { catalogue } from "../../plugins/check/catalogue.ts";
import { rules } from "../../plugins/check/index.ts";

const file = new URL("../../docs/checks.md", import.meta.url);
const made = catalogue(rules);
// `WRITE_DOCS=1 npx tsx test/check/docs.test.ts` writes the page anew.
if (process.env.WRITE_DOCS === "1") writeFileSync(file, made);

test("docs/checks.md: is the table of rules", () => {
  assert.ok(readFileSync(file, "utf8") === made, "run WRITE_DOCS=1 npx tsx test/check/docs.test.ts");
});

test("catalogue: names every rule with a good and a bad example", () => {
  for (const { name } of rules) assert.ok(made.includes(`\n### ${name}\n`));
  assert.is(made.split("\nGood:\n").length, rules.length + 1);
  assert.is(made.split("\nBad:\n").length, rules.length + 1);
});

test.run();
