import { test } from "uvu";
import * as assert from "uvu/assert";
import { unseenShare } from "../../plugins/benefits/english/confidence.ts";
import { tokenize } from "../../plugins/benefits/english/tokens.ts";
import { isUnasserted } from "../../plugins/benefits/english/unasserted.ts";
import { read } from "./reader.ts";

for (const [clause, verb, expected] of [
  ["A review evaluated the effectiveness of cupping in easing neck pain", "easing", true],
  ["Several trials examined whether cupping eases neck pain", "eases", true],
  ["Cupping was tested and eases neck pain", "eases", false],
  ["Cupping aims to ease neck pain", "ease", true],
  ["Our team is dedicated to easing neck pain", "easing", true],
  ["The body may be trying to raise its energy", "raise", true],
  ["Cupping helps to ease neck pain", "ease", false],
  ["We will show you ways to ease neck pain", "ease", true],
  ["Cupping is one of the best ways to ease neck pain", "ease", false],
  ["Cupping offers a gentle way to ease neck pain", "ease", false],
  ["It is important to keep a regular sleep schedule", "keep", true],
  ["It is quite essential to reduce stress", "reduce", true],
  ["Cupping is essential to reduce stress", "reduce", false],
  ["It is known to reduce stress", "reduce", false],
] as const) {
  test(`isUnasserted: ${clause}`, () => {
    const tokens = tokenize(clause);
    const at = tokens.findIndex(({ start, end }) => clause.slice(start, end) === verb);
    assert.is(isUnasserted(clause, tokens, 0, at), expected);
  });
}

test("unasserted: what another noun is, and what the signs of an illness are, the subject does not bring about", () => {
  const found = (body: string): string[] =>
    read("The benefits of chamomile tea", `${body}\n`).benefits.flatMap(({ canonicals }) => canonicals);
  assert.equal(found("It makes you crave foods that are nutritious."), []);
  assert.equal(found("The tea is nutritious."), ["improve:nutrition"]);
  assert.equal(
    found("## Common symptoms\n\nA cold brings reduced appetite. The tea lowers blood pressure."),
    [],
  );
  assert.equal(found("## In short\n\nThe tea lowers blood pressure."), ["reduce:blood-pressure"]);
});

test("unasserted: what is only asked or intended waits for the writer", () => {
  const surest = (sentence: string): number =>
    Math.max(0, ...read("Acupuncture", `${sentence}\n`).benefits.map(({ confidence }) => confidence));
  const sure = unseenShare(0.95);
  assert.ok(surest("Studies have shown acupuncture to be effective in treating neck pain.") >= sure);
  assert.ok(surest("Acupuncture reduces neck pain.") >= sure);
  assert.ok(surest("Studies evaluated the effectiveness of acupuncture in treating neck pain.") <= 0.5);
  assert.ok(surest("Acupuncture aims to reduce neck pain.") <= 0.5);
});

test("unasserted: what does something itself, and what was seen in mice, waits for the writer", () => {
  const surest = (sentence: string, canonical: string): number =>
    Math.max(
      0,
      ...read("Acupuncture", `${sentence}\n`)
        .benefits.filter(({ canonicals }) => canonicals.includes(canonical as "reduce:stress"))
        .map(({ confidence }) => confidence),
    );
  assert.ok(surest("Acupuncture helps you by maintaining a healthy weight.", "regulate:weight") > 0.5);
  assert.ok(
    surest("Changes such as maintaining a healthy weight can help reduce toe pain.", "regulate:weight") <=
      0.5,
  );
  assert.ok(surest("Acupuncture reduces inflammation and leads to less pain.", "reduce:inflammation") > 0.5);
  assert.ok(
    surest("Acupuncture reduces inflammation, leading to less pain in mice.", "reduce:inflammation") <= 0.5,
  );
});

test.run();
