import { test } from "uvu";
import * as assert from "uvu/assert";
import { spellOutSharedHead } from "../../plugins/benefits/english/shared-head.ts";
import { lexicon, read } from "./reader.ts";

for (const [text, expected] of [
  ["Joint and muscle pain", "Joint pain and muscle pain"],
  ["Eases neck & back pain", "Eases neck pain & back pain"],
  ["Bone and joint health", "Bone health and joint health"],
  // "Better health" and "rest health" are no names.
  ["Better rest and more health", "Better rest and more health"],
  ["Stress and pain", "Stress and pain"],
] as const) {
  test(`spellOutSharedHead: ${text}`, () => assert.is(spellOutSharedHead(text, lexicon), expected));
}

test("shared heads: each of the two is a benefit of its own", () => {
  const { benefits } = read("Aloe", "## Benefits\n\n### Joint and muscle pain\n\nx\n\n### Less stress\n");
  assert.equal(benefits[0]?.canonicals, ["reduce:joint-pain", "reduce:muscle-pain"]);
});

test("shared heads: what is named behind them is found at its own place", () => {
  const found = (heading: string): readonly string[] | undefined =>
    read("Aloe", `## Benefits\n\n### ${heading}\n\nx\n\n### Less stress\n`).benefits[0]?.canonicals;
  assert.equal(found("Joint and muscle pain, mood"), [
    "reduce:joint-pain",
    "reduce:muscle-pain",
    "improve:mood",
  ]);
  assert.equal(found("Bone and joint health, (deep) sleep"), [
    "improve:bone-health",
    "improve:joint-health",
    "improve:sleep-quality",
  ]);
});

test.run();
