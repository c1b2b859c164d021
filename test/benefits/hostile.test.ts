import { test } from "uvu";
import * as assert from "uvu/assert";
import { extractBenefits } from "../../plugins/benefits/extract.ts";
import { titleReader } from "../../plugins/benefits/languages.ts";
import { readLeniently } from "../../plugins/import/lenient.ts";
import { effortMs } from "../effort.ts";
import { headings, lexicon, read } from "./reader.ts";

for (const [what, body] of [
  ["an empty article", ""],
  ["white space", "\n \n\t\n"],
  ["only headings", "## Benefits\n\n## Benefits\n\n## Benefits"],
  ["emoji", "## 🌿🌿\n\n😀😀😀 ✅ ❤️"],
  ["right-to-left text", "## فوائد التدليك\n\nيقلل التدليك من التوتر.\n\n- النوم\n- الألم"],
  ["a lone surrogate", "## \ud83d\n\n\udc00 reduces"],
  ["nothing but marks", "?!.,;:()[]—–/+|"],
] as const) {
  test(`extractBenefits: ${what} gives nothing`, () => assert.equal(headings(read("X", body)), []));
}

test("extractBenefits: 10,000 headings are read", () => {
  const body = Array.from({ length: 10_000 }, (_, index) => `## Eases pain ${index}\n`).join("\n");
  assert.is(headings(read("Benefits of Massage", body)).length, 10_000);
});

test("extractBenefits: thousands of numbers before a name are read", () => {
  assert.equal(headings(read("Massage", `## Benefits\n\n${"I. ".repeat(10_000)}Eases stress: x\n`)), []);
});

test("extractBenefits: two articles in one file keep their own lists", () => {
  const body = "## Benefits\n\n- Eases stress\n\n---\ntitle: Myths\n---\n\n## Does it cure cancer?\n\nNo.\n";
  assert.equal(headings(read("Massage", body)), ["Eases stress"]);
});

test("extractBenefits: an article of 10 MB is read", () => {
  const { benefits } = read("Massage", "Massage reduces stress. ".repeat(430_000));
  assert.equal(
    benefits.map(({ canonicals }) => canonicals),
    [["reduce:stress"]],
  );
});

/** Four times 50 kB may take at most so many times as long: 4 is linear, 16 quadratic. */
const LINEAR = 8;
const LEAST_ROUNDS = 3;
const MOST_ROUNDS = 16;
for (const [what, unit] of [
  ["letters", "a"],
  ["brackets", "[("],
  ["spaces", " "],
  ["digits", "1"],
  ["claims", "reduces stress, "],
  ["denials", "not reduce pain no evidence "],
  ["lists", "- reduces stress\n"],
  ["headings", "## Benefits\n\n"],
  ["bold leads", "**Less pain** x\n\n"],
  ["breaks", "less pain<br>\n"],
] as const) {
  test(`extractBenefits: time is linear in ${what}`, () => {
    const small = reader(unit.repeat(Math.ceil(50_000 / unit.length)));
    const large = reader(unit.repeat(Math.ceil(200_000 / unit.length)));
    let [shortest, longest] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    // The shortest of some rounds, one beside the other: a busy machine makes a round longer, none shorter.
    for (let round = 0; round < MOST_ROUNDS; round++) {
      [shortest, longest] = [Math.min(shortest, small()), Math.min(longest, large())];
      // What takes next to no time has no ratio worth the name.
      if (round >= LEAST_ROUNDS && (longest < 20 || longest / shortest <= LINEAR)) return;
    }
    assert.unreachable(`${shortest.toFixed(1)} ms, then ${longest.toFixed(1)} ms for four times as much`);
  });
}

/** How many milliseconds of processor time it takes to read a text once. */
function reader(text: string): () => number {
  const { article } = readLeniently("x.md", text, titleReader(lexicon.terms));
  return () => {
    const start = effortMs();
    extractBenefits(article, lexicon);
    return effortMs() - start;
  };
}

test.run();
