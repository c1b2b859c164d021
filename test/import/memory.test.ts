import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { fileLines } from "../../plugins/cli/file-lines.ts";
import { writeIfChanged } from "../../plugins/cli/import-writer.ts";
import { earlierFromLines, earlierOf } from "../../plugins/import/earlier.ts";
import { type Ledger, ledgerPieces } from "../../plugins/import/ledger.ts";
import { releaser } from "../../plugins/import/released.ts";

const NONE = { in: 0, out: 0, named: 0 };
const LEDGER: Ledger = {
  version: 1,
  source: "a WordPress export (WXR 1.2)",
  site: "https://old.example",
  balance: { item: NONE, author: NONE, comment: NONE, field: NONE, term: NONE },
  redirects: { "/?p=1": "/tea/", '/a "b"/': "/b/" },
  remote: [{ address: "https://x.example/a.jpg", neededBy: ["post 1"] }],
  parts: [{ kind: "text", what: "],", outcome: "changed", why: "  ]" }],
  items: [
    { key: "post 1", title: "睡眠 {", at: "x:1", outcome: "imported", to: "src/articles/tea.md", parts: [] },
    { key: "post 2", title: "b", at: "x:2", outcome: "left-out", why: "spam", parts: [] },
  ],
  untouched: {},
  written: { "src/articles/tea.md": "ab12", "src/comments/tea/wp-1.json": "cd34" },
};

const textOf = (ledger: Ledger): string => [...ledgerPieces(ledger)].join("");

test("ledgerPieces: JSON of the ledger, whatever it holds", () => {
  assert.equal(JSON.parse(textOf(LEDGER)), LEDGER);
  const empty: Ledger = { ...LEDGER, redirects: {}, remote: [], parts: [], items: [], written: {} };
  assert.equal(JSON.parse(textOf(empty)), empty);
});

test("earlierFromLines: what a ledger's lines say is what the whole says", () => {
  const earlier = earlierFromLines(textOf(LEDGER).split("\n"));
  assert.equal(earlier, earlierOf(LEDGER));
  assert.equal([...earlier!.files], [["post 1", "src/articles/tea.md"]]);
  assert.equal(earlier!.written, LEDGER.written);
});

test("earlierFromLines: a ledger that somebody laid out anew is left to be read as a whole", () => {
  assert.is(earlierFromLines([JSON.stringify(LEDGER)]), null);
  assert.is(earlierFromLines(JSON.stringify(LEDGER, null, 4).split("\n")), null);
  assert.is(earlierFromLines(JSON.stringify(LEDGER, null, 2).split("\n")), null);
  assert.is(earlierFromLines([]), null);
});

test("earlierFromLines: a ledger with a damaged line is left to be read, and refused, as a whole", () => {
  assert.is(earlierFromLines(textOf(LEDGER).replace('"ab12"', '"ab12').split("\n")), null);
});

test("releaser: a list that many have alike is held once, one that is another's is not", () => {
  const release = releaser();
  const fields = (what: string): object => ({ parts: [{ kind: "field", what, outcome: "kept" }] });
  const one = release(fields("_wp_attached_file")) as { readonly parts: unknown };
  assert.is((release(fields("_wp_attached_file")) as typeof one).parts, one.parts);
  assert.equal(release(fields("_other")), fields("_other"));
});

test("releaser: the same values, of which none holds what it was cut from", () => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const release = releaser();
  const cut = (index: number): string => `${index}`.padEnd(2_000_000, "x").slice(0, 100);
  const value = { key: cut(0), parts: [{ why: null, count: 3, list: [cut(1)] }] };
  assert.equal(release(value), value);
  collect();
  const before = process.memoryUsage().heapUsed;
  const kept = Array.from({ length: 50 }, (_, index) => release({ text: cut(index) }));
  collect();
  assert.ok(process.memoryUsage().heapUsed - before < 20_000_000, "50 pieces of 2 MB are held");
  assert.is(kept.length, 50);
});

const folder = mkdtempSync(join(tmpdir(), "vervain-import-memory-"));
test.after(() => rmSync(folder, { recursive: true, force: true }));

test("fileLines: lines that end between two pieces of a file, in the middle of a letter too", () => {
  const path = join(folder, "lines");
  for (const text of ["", "a", "a\n", `${"睡".repeat(30_000)}\n${"x".repeat(200_000)}\n\nend`]) {
    writeFileSync(path, text);
    assert.equal([...fileLines(path)], text.split("\n"));
  }
});

test("writeIfChanged: a file in pieces is written once, and again only where a letter differs", () => {
  const path = join(folder, "deep/report.json");
  const pieces = (last: string): string[] => [...Array.from({ length: 9 }, () => "x".repeat(20_000)), last];
  assert.is(writeIfChanged(path, pieces("a")), true);
  const { mtimeMs } = statSync(path);
  assert.is(writeIfChanged(path, pieces("a")), false);
  assert.is(statSync(path).mtimeMs, mtimeMs);
  assert.is(writeIfChanged(path, pieces("b")), true);
  assert.ok(readFileSync(path, "utf8").endsWith("xb"));
  assert.is(existsSync(`${path}.part`), false);
});

test.run();
