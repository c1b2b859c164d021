import { test } from "uvu";
import * as assert from "uvu/assert";
import { rules } from "../../plugins/check/index.ts";
import { checkExample } from "./pages.ts";

const names = (findings: readonly { rule: string }[]) =>
  [...new Set(findings.map((finding) => finding.rule))].sort();

for (const rule of rules) {
  test(`${rule.name}: is quiet on its good example`, () => {
    assert.not.ok(names(checkExample(rule.good)).includes(rule.name));
  });
  test(`${rule.name}: speaks on its bad example`, () => {
    const found = checkExample(rule.bad);
    assert.ok(names(found).includes(rule.name), `only ${names(found).join(", ")}`);
    const own = found.find((finding) => finding.rule === rule.name)!;
    assert.match(own.message, /expected .+\. ?.*[.?:…}]$/s);
    assert.is(own.severity, rule.severity);
  });
}

test("rules: have names of their own, in kebab case", () => {
  assert.is(new Set(rules.map((rule) => rule.name)).size, rules.length);
  for (const { name } of rules) assert.match(name, /^[a-z0-9]+(-[a-z0-9]+)*$/);
});

test.run();
