import { readFileSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { ruleSet } from "../../plugins/review/rule-set.ts";
import { reviewDocs } from "../../scripts/review-docs.ts";

const docs = readFileSync(new URL("../../docs/review.md", import.meta.url), "utf8");

const { article, site, page } = ruleSet({});
const RULES = [...article, ...site, ...page];

test("docs/review.md: its table is that of the rules (npx tsx scripts/review-docs.ts)", () => {
  for (const { name } of RULES) assert.ok(docs.includes(`| \`${name}\` |`), `${name} is not there`);
  assert.is(docs, reviewDocs(docs));
});

test("rules: all 28 checks are covered, each rule has a name of its own", () => {
  const numbers = new Set(RULES.map(({ number }) => number).filter((number) => number > 0));
  assert.equal(
    [...numbers].sort((a, b) => a - b),
    // 25, that a graph says what its page shows, is held by the rules of plugins/check.
    Array.from({ length: 28 }, (_, index) => index + 1).filter((number) => number !== 25),
  );
  assert.is(new Set(RULES.map(({ name }) => name)).size, RULES.length);
});

test("rules: every text can follow the others in one message", () => {
  for (const { name, expected, why, todo, source } of RULES) {
    assert.ok(!/\.$/.test(expected) && !/\.$/.test(why) && source !== "", name);
    assert.match(todo, /^[A-Z].*\.”?$/, name);
  }
});

test("docs/review.md: names every option of the command", () => {
  const names = [
    ["review.ts", "ReviewCommandOptions extends ConfiguredOptions"],
    ["configured.ts", "ConfiguredOptions"],
  ].flatMap(([file, name]) => {
    const text = readFileSync(new URL(`../../plugins/cli/${file}`, import.meta.url), "utf8");
    const block = text.split(`export interface ${name} {`)[1]?.split("\n}")[0] ?? "";
    return [...block.matchAll(/readonly (\w+)\?:/g)].map(([, option]) => option);
  });
  assert.ok(names.length > 8);
  assert.equal(
    names.filter((name) => !docs.includes(`| \`--${name}`)),
    [],
  );
});

test.run();
