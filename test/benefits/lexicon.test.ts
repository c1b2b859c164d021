import { test } from "uvu";
import * as assert from "uvu/assert";
import { compileLexicon } from "../../plugins/benefits/lexicon.ts";
import { mergeLexicons, parseLexicon } from "../../plugins/benefits/lexicon-files.ts";
import { lexicon, texts } from "./reader.ts";

test("parseLexicon: the project's own files have no fault", () => {
  assert.equal(parseLexicon(texts).problems, []);
  assert.ok(lexicon.targets.size >= 132);
});

test("parseLexicon: codes of therapies and conditions name their system", () => {
  const coded = [...lexicon.terms.therapies, ...lexicon.terms.conditions].filter(
    ({ codes }) => codes.length > 0,
  );
  assert.ok(coded.length > 150);
  for (const { id, codes } of coded) for (const { system, value } of codes) assert.ok(system && value, id);
});

for (const [what, file, text, message] of [
  ["a broken file", "targets.yaml", "a: [", "targets.yaml"],
  [
    "an unknown direction",
    "targets.yaml",
    "x:\n  label: X\n  usual: heal\n",
    'usual: expected reduce, improve, regulate, prevent, received "heal".',
  ],
  ["a missing label", "therapies.yaml", "x:\n  aliases: [y]\n", "label: expected text, received"],
  [
    "aliases that are no list",
    "conditions.yaml",
    "x:\n  label: X\n  aliases: y\n",
    'aliases: expected a list of words, received "y".',
  ],
] as const) {
  test(`parseLexicon: ${what} is a problem, the rest is read`, () => {
    const { problems, data } = parseLexicon({ ...texts, [file]: text });
    assert.is(problems.length, 1);
    assert.ok(`${problems[0]?.file} ${problems[0]?.message}`.includes(message), problems[0]?.message);
    assert.ok(compileLexicon(data));
  });
}

test("mergeLexicons: a site's entry replaces the package's, its cues are added", () => {
  const site = parseLexicon({
    ...Object.fromEntries(Object.keys(texts).map((name) => [name, ""])),
    "targets.yaml":
      "stress:\n  label: Spanning\n  usual: reduce\nviolin:\n  label: Violin\n  usual: improve\n",
    "cues.yaml": "umbrella: [voordelen]\n",
  } as typeof texts).data;
  const merged = compileLexicon(mergeLexicons(parseLexicon(texts).data, site));
  assert.is(merged.targets.get("stress")?.label, "Spanning");
  assert.is(merged.targets.get("violin")?.usual, "improve");
  assert.is(merged.targets.get("pain")?.label, "Pain");
});

test.run();
