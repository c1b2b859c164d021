import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { HELD, readHeld } from "../../bench/held.ts";
import { shownOf } from "../../bench/published.ts";
import { readRows } from "../../bench/rows.ts";
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
test("held: judged rows name commits, and none is of a source that is closed", () => {
  const rows = JSON.parse(readFileSync("bench/labels/rows/judged.json", "utf8")) as Record<
    string,
    Record<string, Record<string, 0 | 1>>
  >;
  const closed = new Set(
    Object.values(
      JSON.parse(readFileSync("bench/labels/held-g.json", "utf8")) as Record<string, { source: string }>,
    ).map(({ source }) => source.split("@")[0]),
  );
  const sources = Object.keys(rows);
  assert.ok(sources.length > 300);
  for (const source of sources) {
    assert.match(source, /^[\w.-]+\/[\w.-]+@[0-9a-f]{40}$/);
    assert.not.ok(closed.has(source.split("@")[0]), source);
    for (const judged of Object.values(rows[source]!))
      for (const [key, value] of Object.entries(judged)) {
        assert.match(key, /^(?:sections|list|table|lines|leads|headlines|nested) \d+ \d+$/);
        assert.ok(value === 0 || value === 1);
      }
  }
});

test("readRows: a row is found again by what it is made of, its line and its length; one that is gone is counted", () => {
  const texts = join(folder, "rows");
  mkdirSync(join(texts, "some/blog"), { recursive: true });
  writeFileSync(
    join(texts, "some/blog/tea.md"),
    `# Tea\n\n## Benefits\n\nDrinkers say:\n- Calms the mind\n- **Improves sleep:** a cup before bed does it${" so".repeat(20)} zebra\n\n## Steps\n\n- Boil water\n- Pour it\n`,
  );
  const file = join(folder, "judged.json");
  const judged = { "list 6 2": 1, "list 11 2": 0, "list 30 2": 1 };
  writeFileSync(file, JSON.stringify({ [`some/blog@${"a".repeat(40)}`]: { "tea.md": judged } }));
  const [rows] = readRows(texts, loadLexicon(undefined, []), file);
  assert.is(rows!.source, "some/blog");
  assert.is(rows!.lostCount, 1);
  assert.equal(
    rows!.examples.map(({ isTrue }) => isTrue),
    [true, false],
  );
  const [benefits, steps] = rows!.examples.map(({ facts }) => facts);
  assert.is(benefits!["h benefit"], 1);
  assert.is(benefits!["i sleep"], 0.5);
  assert.is(benefits!["f calm"], 0.5);
  assert.is(benefits!["f mind"], undefined);
  assert.is(benefits!["b drinker"], 1);
  assert.is(benefits!["x cup"], 0.5);
  assert.is(benefits!["x sleep"], undefined);
  assert.is(benefits!["x zebra"], undefined, "only the first twenty words of an item's own text");
  assert.is(steps!["i boil"], 0.5);
  assert.ok(rows!.texts.some((words) => words.join(" ") === "boil water"));
});

test.run();
