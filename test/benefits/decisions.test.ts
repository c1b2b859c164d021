import { test } from "uvu";
import * as assert from "uvu/assert";
import { splitFrontMatter } from "../../plugins/article/split.ts";
import { parseYaml } from "../../plugins/article/yaml.ts";
import { type Decisions, writeDecisions } from "../../plugins/benefits/decisions/write.ts";

const STRESS: Decisions = { confirm: [{ benefit: "reduce:stress", source: null }], drop: [] };
const PAIN: Decisions = { confirm: [], drop: ["reduce:pain"] };
const BOTH: Decisions = { ...STRESS, drop: ["reduce:pain"] };
const GRAVE: Decisions = {
  confirm: [{ benefit: "reduce:stroke", source: 'A review, 2020: "yes"' }],
  drop: [],
};

const written = (source: string, decisions: Decisions): string => {
  const result = writeDecisions(source, decisions);
  if ("fault" in result) throw new Error(result.fault);
  return result.text;
};

// What stands before and what must stand after; every other byte is kept.
for (const [what, front, decisions, expected] of [
  [
    "no key: at the end, below comments",
    "title: A # a\n# last words\n",
    BOTH,
    'title: A # a\n# last words\nbenefits:\n  confirm:\n    - "reduce:stress"\n  drop:\n    - "reduce:pain"\n',
  ],
  [
    "a source goes beside it, in quotes",
    "title: A\n",
    GRAVE,
    'title: A\nbenefits:\n  confirm:\n    - { benefit: "reduce:stroke", source: "A review, 2020: \\"yes\\"" }\n',
  ],
  [
    "a block of corrections grows at its end",
    "title: A\nbenefits:\n    drop:\n        - 'improve:mood' # no\nauthor: b\n",
    STRESS,
    "title: A\nbenefits:\n    drop:\n        - 'improve:mood' # no\n    confirm:\n      - \"reduce:stress\"\nauthor: b\n",
  ],
  [
    "a list in a block grows at its end",
    "benefits:\n  confirm:\n  - improve:mood\n  - improve:focus # sure\n\n# after\ntitle: A\n",
    STRESS,
    'benefits:\n  confirm:\n  - improve:mood\n  - improve:focus # sure\n  - "reduce:stress"\n\n# after\ntitle: A\n',
  ],
  [
    "a list on one line grows in its brackets",
    "benefits:\n  drop: [improve:mood, ]   # two\ntitle: A\n",
    PAIN,
    'benefits:\n  drop: [improve:mood, "reduce:pain" ]   # two\ntitle: A\n',
  ],
  [
    "an empty list",
    "benefits: { drop: [] }\ntitle: A\n",
    PAIN,
    'benefits: { drop: ["reduce:pain"] }\ntitle: A\n',
  ],
  [
    "a map on one line",
    "benefits: { drop: [improve:mood], hedged: [improve:focus] }\ntitle: A\n",
    BOTH,
    'benefits: { drop: [improve:mood, "reduce:pain"], hedged: [improve:focus], confirm: ["reduce:stress"] }\ntitle: A\n',
  ],
  [
    "a map over several lines in braces",
    "benefits: {\n  drop: [improve:mood],\n}\ntitle: A\n",
    STRESS,
    'benefits: {\n  drop: [improve:mood], confirm: ["reduce:stress"]\n}\ntitle: A\n',
  ],
  [
    "a key without a value",
    "benefits: # none yet\ntitle: A\n",
    STRESS,
    'benefits: { confirm: ["reduce:stress"] } # none yet\ntitle: A\n',
  ],
  ["a key with ~", "benefits: ~\ntitle: A\n", STRESS, 'benefits: { confirm: ["reduce:stress"] }\ntitle: A\n'],
  [
    "a field without a value",
    "benefits:\n  drop:\n  hedged: []\n",
    PAIN,
    'benefits:\n  drop: ["reduce:pain"]\n  hedged: []\n',
  ],
  [
    "words with commas",
    "benefits:\n  drop: improve:mood, improve:focus\n",
    PAIN,
    'benefits:\n  drop: ["improve:mood", "improve:focus", "reduce:pain"]\n',
  ],
  [
    "a list of added ones on one line",
    "benefits: [improve:mood]\ntitle: A\n",
    STRESS,
    'benefits: { add: [improve:mood], confirm: ["reduce:stress"] }\ntitle: A\n',
  ],
  [
    "a list of added ones in a block",
    "benefits:\n  - improve:mood # up\n  - Better sleep\ntitle: A\n",
    STRESS,
    'benefits:\n  add:\n  - improve:mood # up\n  - Better sleep\n  confirm:\n    - "reduce:stress"\ntitle: A\n',
  ],
  [
    "a list of added ones at the margin",
    "benefits:\n- improve:mood\n- Better sleep\ntitle: A\n",
    STRESS,
    'benefits:\n  add:\n  - improve:mood\n  - Better sleep\n  confirm:\n    - "reduce:stress"\ntitle: A\n',
  ],
  [
    "front matter in braces",
    '{ "title": "A", "date": "2026-01-01" }\n',
    STRESS,
    '{ "title": "A", "date": "2026-01-01", benefits: { confirm: ["reduce:stress"] } }\n',
  ],
  [
    "front matter in braces with corrections",
    '{\n "title": "A",\n "benefits": { "drop": ["improve:mood"] }\n}\n',
    BOTH,
    '{\n "title": "A",\n "benefits": { "drop": ["improve:mood", "reduce:pain"], confirm: ["reduce:stress"] }\n}\n',
  ],
  ["none at all", "", STRESS, 'benefits:\n  confirm:\n    - "reduce:stress"\n'],
  ["nothing but a comment", "# soon\n", STRESS, '# soon\nbenefits:\n  confirm:\n    - "reduce:stress"\n'],
  [
    "fields set in",
    "  title: A\n  date: 2026-01-01\n",
    STRESS,
    '  title: A\n  date: 2026-01-01\n  benefits:\n    confirm:\n      - "reduce:stress"\n',
  ],
  [
    "a text block at the end",
    "title: A\ndescription: |\n  Two\n  lines\n",
    STRESS,
    'title: A\ndescription: |\n  Two\n  lines\nbenefits:\n  confirm:\n    - "reduce:stress"\n',
  ],
  [
    "a confirmation that waited for its source",
    "benefits:\n  confirm: [improve:mood, reduce:stroke]\n",
    GRAVE,
    'benefits:\n  confirm: [improve:mood, { benefit: "reduce:stroke", source: "A review, 2020: \\"yes\\"" }]\n',
  ],
] as const) {
  for (const [form, bytes] of [
    ["", (text: string) => text],
    [", Windows lines", (text: string) => text.replaceAll("\n", "\r\n")],
    [", a mark before it", (text: string) => `\uFEFF${text}`],
  ] as const) {
    test(`writeDecisions: ${what}${form}`, () => {
      const body = "\nText --- and [more](x).  \n\n---\n";
      const source = bytes(`---\n${front}---\n${body}`);
      assert.is(written(source, decisions), bytes(`---\n${expected}---\n${body}`));
    });
  }
}

test("writeDecisions: what it wrote is read as meant, whatever stood beside it", () => {
  const text = written('---\ntitle: "A: b"\nbenefits:\n  add: [improve:mood]\n---\nText\n', BOTH);
  const parsed = parseYaml(splitFrontMatter(text).raw ?? "");
  assert.equal("data" in parsed && JSON.parse(JSON.stringify(parsed.data)), {
    title: "A: b",
    benefits: { add: ["improve:mood"], confirm: ["reduce:stress"], drop: ["reduce:pain"] },
  });
});

for (const [what, source, fault] of [
  ["no front matter", "Text\n", "received no front matter"],
  ["no closing line", "---\ntitle: A\n", "received no closing line"],
  ["TOML", '+++\ntitle = "A"\n+++\n', "received TOML"],
  ["broken YAML", "---\ntitle: [a\n---\n", "Mend the front matter first."],
  ["an alias", "---\na: &x { drop: [b] }\nbenefits: *x\n---\n", "Write the decision by hand."],
  [
    "an anchor that others use",
    "---\nbenefits: &x { drop: [b] }\na: *x\n---\n",
    "Write the decision by hand.",
  ],
  [
    "words in place of corrections",
    "---\nbenefits: many\n---\n",
    'received "many". Write the decision by hand.',
  ],
] as const) {
  test(`writeDecisions: ${what} is left alone and said`, () => {
    const result = writeDecisions(source, STRESS);
    assert.ok("fault" in result && result.fault.includes(fault), JSON.stringify(result));
  });
}

test.run();
