import { test } from "uvu";
import * as assert from "uvu/assert";
import { parseLexicon } from "../../plugins/benefits/lexicon-files.ts";
import { addTarget } from "../../plugins/desk/lexicon-line.ts";

const nobody = (): boolean => false;
const added = 'sleep-debt: { label: "Sleep debt", usual: reduce }';

for (const [name, source, expected] of [
  ["a file of entries", "# ours\nstress: # kept\n  label: 'Stress'\n  usual: reduce\n", null],
  ["a file whose last line is not ended", "stress: { label: Stress, usual: reduce }", "\n"],
  ["an empty file", "", null],
  ["a file of comments", "# nothing yet\n", null],
] as const) {
  test(`lexicon line: ${name} gets one line at its end, and keeps every other byte`, () => {
    const written = addTarget(source, "sleep debt", "reduce", nobody);
    assert.equal(written, { text: `${source}${expected ?? ""}${added}\n`, id: "sleep-debt" });
  });
}

test("lexicon line: a file of Windows lines with a mark at its beginning keeps both", () => {
  const source = "\uFEFFstress: { label: Stress, usual: reduce }\r\n";
  assert.equal(addTarget(source, "sleep debt", "reduce", nobody), {
    text: `${source}${added}\r\n`,
    id: "sleep-debt",
  });
});

test("lexicon line: a new file says what it is, and reads as a lexicon without a fault", () => {
  const written = addTarget(null, 'a "good" thing: really', "improve", nobody);
  assert.ok("text" in written);
  const { data, problems } = parseLexicon({
    "targets.yaml": written.text,
    "directions.yaml": "",
    "therapies.yaml": "",
    "conditions.yaml": "",
    "cues.yaml": "",
    "grave.yaml": "",
  });
  assert.equal(problems, []);
  assert.equal(data.targets, {
    "a-good-thing-really": { label: 'A "good" thing: really', usual: "improve" },
  });
});

for (const [name, source, words, expected] of [
  ["an id that is taken", "", "stress", /expected a target that is not there yet, received "stress"/],
  ["a file that is no YAML", "a: [", "sleep debt", /Mend the file first/],
  ["a file that is one map in braces", "{ a: { label: A, usual: reduce } }\n", "sleep debt", /./],
  [
    "a file that ends within a text",
    "a:\n  label: |\n    words\n  usual: reduce\nb: |\n  open",
    "sleep debt",
    null,
  ],
  ["words without a letter of an id", "", "睡眠", /./],
] as const) {
  test(`lexicon line: ${name}${expected === null ? " is added to" : " is refused"}, and nothing is lost`, () => {
    const written = addTarget(source, words, "reduce", (id) => id === "stress");
    if (expected === null) assert.ok("text" in written && written.text.startsWith(source));
    else assert.match("fault" in written ? written.fault : "", expected);
  });
}

test.run();
