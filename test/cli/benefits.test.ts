import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { article, type Project, ROOT, smallProject } from "../project.ts";

const BODY = `## Benefits of massage

### Eases stress

It may take the edge off stress.

### Lifts depression

Sessions relieve depression.

A massage soothes aches and eases pain.
`;
const FILE = "src/articles/a.md";

const project: Project = smallProject();
test.before(() => project.remove("src/articles/rest.md"));
test.after(() => project.clean());
test.before.each(() =>
  project.write(
    FILE,
    article({ title: "2 benefits of massage", date: "2026-01-01" }, BODY).replaceAll("\n", "\r\n"),
  ),
);

test("vervain benefits: readers' words beside ids, and what the site will show", () => {
  const { code, output } = project.vervain("benefits", FILE);
  assert.is(code, 0, output);
  assert.match(output, /the site shows 1, \d+ waits?/);
  assert.match(output, /The site shows\n {4}Reduces stress \(reduce:stress\) {2}Eases stress/);
  assert.match(output, /Waits for your word/);
  assert.match(output, "Reduces depression (reduce:depression)  Lifts depression");
  assert.match(output, "it speaks of depression, so it needs your word and a source.");
});

test("vervain benefits: ends without a word when nobody reads on", () => {
  const command = `node --import tsx ${join(ROOT, "plugins/cli/main.ts")} benefits ${`${FILE} `.repeat(400)} | head -1`;
  const { stdout, stderr } = spawnSync("bash", ["-o", "pipefail", "-c", command], {
    cwd: project.folder,
    encoding: "utf8",
  });
  assert.is(stderr, "");
  assert.is(stdout.trim(), "");
});

test("vervain benefits: a lone targets.yaml adds to the package's lexicon, as in a build", () => {
  project.write(
    "_data/lexicon/targets.yaml",
    "violin: { label: Violin playing, usual: improve, aliases: [stress] }\n",
  );
  const { code, output } = project.vervain("benefits", FILE);
  assert.is(code, 0, output);
  assert.match(output, "(reduce:depression)");
  assert.match(
    output,
    '_data/lexicon/targets.yaml:1: violin: expected words of one target, received "stress" of the package\'s "stress" too. Here it means "violin".',
  );
  project.remove("_data/lexicon");
});

test("vervain benefits --confirm --json: what waits, with what it needs", () => {
  const { code, output } = project.vervain("benefits", "--confirm", "--json");
  assert.is(code, 0, output);
  const listed = JSON.parse(output) as Record<string, unknown>[];
  assert.equal(
    listed.filter(({ id }) => id === "reduce:depression"),
    [
      {
        file: FILE,
        line: 13,
        id: "reduce:depression",
        says: "Reduces depression",
        heading: "Lifts depression",
        sentence: "Sessions relieve depression.",
        hedged: false,
        confidence: listed.find(({ id }) => id === "reduce:depression")?.confidence,
        wait: "grave",
        why: "it speaks of depression, so it needs your word and a source. It can end in suicide, and treatment that works exists.",
        needsSource: true,
      },
    ],
  );
});

test("vervain benefits --accept --drop: writes the answers and nothing else", () => {
  const before = project.read(FILE);
  const { code, output } = project.vervain(
    "benefits",
    "--accept",
    "reduce:depression",
    "--source",
    "A review, 2020",
    "--drop",
    "Reduces stress",
    FILE,
  );
  assert.is(code, 0, output);
  assert.is(output, `${FILE}: confirmed Reduces depression; dropped Reduces stress\n`);
  const added =
    'benefits:\r\n  confirm:\r\n    - { benefit: "reduce:depression", source: "A review, 2020" }\r\n  drop:\r\n    - "reduce:stress"\r\n';
  assert.is(project.read(FILE), before.replace("\r\n---\r\n\r\n##", `\r\n${added}---\r\n\r\n##`));
  assert.match(project.vervain("benefits", FILE).output, /The site shows\n {4}Reduces depression/);
});

for (const [what, values, message] of [
  [
    "a grave one without a source",
    ["--accept", "reduce:depression", FILE],
    `${FILE}:13: --accept: expected a source for "reduce:depression", because it speaks of depression, received none. Add --source, or sources in the front matter.`,
  ],
  ["an unknown one", ["--accept", "reduce:boredom", FILE], 'received "reduce:boredom".'],
  ["one that is shown already", ["--accept", "reduce:stress", FILE], 'received "reduce:stress".'],
  [
    "one twice",
    ["--accept", "reduce:depression", "--source", "A", "--drop", "reduce:depression", FILE],
    '--drop: expected "reduce:depression" to be accepted or dropped, received both.',
  ],
  [
    "no file",
    ["--accept", "reduce:depression", "src/articles", "src/articles"],
    "expected one article with --accept or --drop, received 2. Name it.",
  ],
  [
    "no terminal",
    ["--confirm", FILE],
    "--confirm: expected a terminal to ask on, received none. List them with --json, answer with --accept ID, --drop ID and one file.",
  ],
] as const) {
  test(`vervain benefits: ${what} is one line, exit 1, and nothing is written`, () => {
    const before = project.read(FILE);
    const { code, output } = project.vervain("benefits", ...values);
    assert.is(code, 1);
    assert.ok(output.includes(message), output);
    assert.is(output.trim().split("\n").length, 1, output);
    assert.is(project.read(FILE), before);
  });
}

test("vervain benefits: --without leaves out what a rule finds, and a rule that does not exist is an error", () => {
  const left = project.vervain("benefits", "--without", "by-heading, prose-claim", FILE);
  assert.is(left.code, 0, left.output);
  assert.not.match(left.output, "reduce:depression");
  const { code, output } = project.vervain("benefits", "--without", "by-headng", FILE);
  assert.is(code, 1);
  assert.match(
    output,
    '--without: expected one of by-heading, by-sentence, by-sibling, by-title, by-items, front-matter-list, title-claim, prose-claim, received "by-headng". Did you mean "by-heading"?',
  );
});

test("vervain build: says how many proposals wait, and where", () => {
  const { code, output } = project.vervain("build");
  assert.is(code, 0, output);
  assert.match(
    output,
    /\d proposals? waits? in 1 article: no page shows them until you say so \(vervain benefits --confirm src\/articles\/a\.md\)|\d proposals wait in 1 article: /,
  );
});

test("vervain build: a confirmed grave benefit without a source stops it, with file and line", () => {
  project.write(
    FILE,
    article(
      { title: "2 benefits of massage", date: "2026-01-01", benefits: { confirm: ["reduce:depression"] } },
      BODY,
    ),
  );
  const { code, output } = project.vervain("build");
  assert.is(code, 1);
  assert.match(
    output,
    `${FILE}:5: benefits.confirm: expected a source for "reduce:depression", because it speaks of depression, received none.`,
  );
});

test.run();
