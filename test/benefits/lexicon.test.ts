import { test } from "uvu";
import * as assert from "uvu/assert";
import { readClaims } from "../../plugins/benefits/english/claims.ts";
import { tokenize } from "../../plugins/benefits/english/tokens.ts";
import { compileLexicon } from "../../plugins/benefits/lexicon.ts";
import { composeLexicon, mergeLexicons, parseLexicon } from "../../plugins/benefits/lexicon-files.ts";
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
  [
    "an id with spaces",
    "targets.yaml",
    "deep sleep:\n  label: Deep sleep\n  usual: improve\n",
    'expected an id of small letters, digits and hyphens, received "deep sleep". Write "deep-sleep".',
  ],
  [
    "a field that does not exist",
    "targets.yaml",
    "x:\n  label: Xyz\n  usual: improve\n  colour: red\n",
    'expected a known field, received "colour". Known: label, definition, aliases',
  ],
  [
    "a field a letter away",
    "therapies.yaml",
    "x:\n  label: Xyz\n  aliasses: [y]\n",
    'expected a known field, received "aliasses". Did you mean "aliases"?',
  ],
  [
    "a word of two targets",
    "targets.yaml",
    "a: { label: Aa, usual: improve, aliases: [same] }\nb: { label: Bb, usual: improve, aliases: [Sames] }\n",
    'expected words of one target, received "Sames" of "a" too. It means "a"; remove it from one.',
  ],
  [
    "a grave thing without its reason",
    "grave.yaml",
    "x:\n  label: Xyz\n",
    "why: expected text, received undefined.",
  ],
  [
    "words of a direction that is none",
    "targets.yaml",
    "x: { label: Xyz, usual: improve, says: { heal: [y] } }\n",
    'says: expected reduce, improve, regulate, prevent, received "heal".',
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

const NONE = Object.fromEntries(Object.keys(texts).map((name) => [name, ""])) as typeof texts;

test("parseLexicon: a fault is said with its file and line", () => {
  const { problems } = parseLexicon(
    { ...texts, "therapies.yaml": "a:\n  label: Aa\nb:\n  aliases: [x]\n" },
    "data/words",
  );
  assert.equal(
    problems.map(({ file, line, field }) => `${file}:${line}: ${field}`),
    ["data/words/therapies.yaml:3: b"],
  );
});

test("composeLexicon: an owner's word beats the package's, and the clash is reported with its line", () => {
  const site = {
    ...NONE,
    "targets.yaml": "# own\nviolin: { label: Violin, usual: improve, aliases: [memory] }\n",
  };
  const { data, problems } = composeLexicon(texts, site, "_data/lexicon");
  assert.equal(
    problems.map(({ file, line, message, severity }) => `${severity} ${file}:${line} ${message}`),
    [
      'warning _data/lexicon/targets.yaml:2 expected words of one target, received "memory" of the package\'s "memory" too. Here it means "violin".',
    ],
  );
  const tokens = tokenize("improves memory");
  const read = readClaims(tokens, 0, tokens.length, compileLexicon(data), {
    isHeading: true,
    subject: new Set(),
  });
  assert.equal(
    read.map(({ canonical }) => canonical),
    ["improve:violin"],
  );
});

test("composeLexicon: whether a therapy is one of every day is true or false", () => {
  const of = (everyday: string) =>
    composeLexicon(texts, {
      ...NONE,
      "therapies.yaml": `elixir: { label: Elixir, aliases: [], everyday: ${everyday} }\n`,
    });
  assert.equal(
    of("often").problems.map(({ line, message }) => `${line} ${message}`),
    ['1 everyday: expected true or false, received "often".'],
  );
  assert.equal(of("true").problems, []);
  assert.ok(compileLexicon(of("true").data).everyday.has("elixir"));
  assert.not.ok(compileLexicon(of("false").data).everyday.has("elixir"));
});

test("composeLexicon: a lone file is enough, the package's others stay", () => {
  const site = { ...NONE, "targets.yaml": "violin: { label: Violin, usual: improve }\n" };
  const { data, problems } = composeLexicon(texts, site);
  assert.equal(problems, []);
  const composed = compileLexicon(data);
  assert.ok(composed.targets.has("violin") && composed.targets.has("stress"));
  assert.ok(composed.graves.byTarget.has("cancer"));
});

test("composeLexicon: the package's own files over themselves report nothing", () => {
  assert.equal(composeLexicon(texts, texts).problems, []);
});

test.run();
