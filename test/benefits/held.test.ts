import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { HELD, readHeld } from "../../bench/held.ts";
import { shownOf } from "../../bench/published.ts";
import { loadLexicon } from "../../plugins/cli/benefits.ts";

const lexicon = loadLexicon(undefined, []);
const folder = mkdtempSync(join(tmpdir(), "vervain-held-"));
const articles = join(folder, "articles");
const labels = join(folder, "labels");
mkdirSync(join(articles, "somebody", "blog", "posts"), { recursive: true });
mkdirSync(labels);
writeFileSync(
  join(articles, "somebody", "blog", "posts", "rest.md"),
  "# Benefits of massage therapy\n\nMassage has benefits.\n\n## Benefits\n\n### **Reduces stress**\n\nMassage eases it.\n\n### Improves mood\n\nMassage lifts it.\n\n### Improves circulation\n\nBlood flows.\n",
);
writeLabels({ path: "posts/rest.md" });

function writeLabels(change: object): void {
  const label = {
    source: "somebody/blog@0000000000000000000000000000000000000000",
    path: "posts/rest.md",
    split: "dev",
    class: "sections",
    trap: false,
    count: null,
    benefits: [{ at: [7, 4, 22], canonical: ["reduce:stress"] }],
    optional: [[15, 4, 24]],
    prose: null,
    forbidden: ["improve:mood"],
    ...change,
  };
  writeFileSync(join(labels, "mine.json"), JSON.stringify({ a: label }));
}

test("held: a place is read as the words that stand there, without marks", () => {
  const [one] = readHeld(articles, "dev", labels);
  assert.is(one?.id, "mine/a");
  assert.is(one?.source, "somebody/blog");
  assert.equal(one?.label.benefits, [{ heading: "Reduces stress", canonical: ["reduce:stress"] }]);
  assert.equal(readHeld(articles, "held", labels), []);
});

test("held: what is published is right, wrong or left open by the labels", () => {
  const [one] = readHeld(articles, "dev", labels);
  assert.ok(one);
  const shown = shownOf(one, lexicon).map(({ canonical, isRight }) => [canonical, isRight]);
  assert.equal(shown, [
    ["reduce:stress", true],
    ["improve:mood", false],
    ["improve:circulation", null],
  ]);
});

test("held: an article that is not there is named", () => {
  writeLabels({ path: "posts/gone.md" });
  assert.throws(() => readHeld(articles, "dev", labels), /gone\.md/);
});

test("held: the labels kept here name commits, places in order and benefits of the lexicon", () => {
  const files = readdirSync(HELD).filter((name) => name.endsWith(".json"));
  assert.ok(files.length > 0);
  const faults = files
    .flatMap((name) => Object.entries(JSON.parse(readFileSync(join(HELD, name), "utf8"))))
    .flatMap(([id, label]) => faultsOf(label as Record<string, unknown>).map((fault) => `${id}: ${fault}`));
  assert.equal(faults, []);
});

function faultsOf(label: Record<string, unknown>): string[] {
  const text = JSON.stringify(label);
  const places = [...text.matchAll(/\[(\d+),(\d+),(\d+)\]/g)].map(([, ...three]) => three.map(Number));
  const known = [...text.matchAll(/"(?:reduce|improve|regulate|prevent):([^"]+)"/g)];
  return [
    ...(/^[^/]+\/[^@]+@[0-9a-f]{40}$/.test(String(label.source)) ? [] : ["source without a commit"]),
    ...places
      .filter(([line = 0, from = 0, to = 0]) => line < 1 || to <= from)
      .map((place) => `no place: ${place}`),
    ...known.filter(([, target = ""]) => !lexicon.targets.has(target)).map(([name]) => `unknown: ${name}`),
  ];
}

test.after(() => rmSync(folder, { recursive: true, force: true }));
test.run();
