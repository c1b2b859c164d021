import { test } from "uvu";
import * as assert from "uvu/assert";
import { parseJson } from "../../plugins/files/json.ts";

for (const [text, fault, line] of [
  ['{"__proto__": {"x": 1}}', 'the key "__proto__" is not allowed', 1],
  ['{\n "a": {\n  "constructor": 1 } }', 'the key "constructor" is not allowed', 3],
  ['{"a": [{"prototype": 1}]}', 'the key "prototype" is not allowed', 1],
  ['{"a": 1,\n "a": 2}', 'the key "a" stands twice', 2],
  ["[".repeat(65) + "]".repeat(65), "more than 64 levels", 1],
] as const) {
  test(`parseJson: ${text.slice(0, 40)} is a fault with its line`, () =>
    assert.equal(parseJson(text), { fault, line }));
}

for (const text of [
  '{"a": {"b": 1}, "c": {"b": 1}}',
  "[".repeat(64) + "]".repeat(64),
  '"__proto__"',
  "null",
]) {
  test(`parseJson: ${text.slice(0, 40)} is read`, () =>
    assert.equal(parseJson(text), { value: JSON.parse(text) }));
}

test.run();
