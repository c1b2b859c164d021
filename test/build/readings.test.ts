import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { openArticle, readArticle } from "../../plugins/article/read.ts";
import { extractForReaders } from "../../plugins/benefits/extract.ts";
import { compileLexicon } from "../../plugins/benefits/lexicon.ts";
import { composeLexicon, LEXICON_FILES, type LexiconTexts } from "../../plugins/benefits/lexicon-files.ts";
import { openReadings } from "../../plugins/build/readings.ts";
import { openKept } from "../../plugins/files/kept.ts";
import { ROOT } from "../root.ts";

const folder = mkdtempSync(join(tmpdir(), "vervain-readings-"));
test.after(() => rmSync(folder, { recursive: true }));

const FILE = "src/articles/rest.md";
const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
const bytesOf = (text: string): Uint8Array => Buffer.from(text);
const PLAIN = bytesOf("---\ntitle: Rest\ntags: [calm]\n---\n\nRest é.\n");
const OPTIONS = { id: "rest", timeZone: "UTC", lang: "en" };

function read(bytes: Uint8Array, file = FILE) {
  const opened = openArticle(bytes, file);
  if ("problem" in opened) throw new Error(opened.problem.message);
  return { opened, result: readArticle(opened, OPTIONS) };
}

function keepIn(place: string, bytes: Uint8Array, setting: string): void {
  const readings = openReadings(openKept(place, "1"));
  const { opened, result } = read(bytes);
  readings.rememberOpened(opened, hashOf(bytes), bytes);
  readings.rememberModel(FILE, setting, result);
  readings.finish(FILE, "lexicon", () => "made");
  readings.save();
}

test("readings: a file of the same bytes is neither opened nor read again", () => {
  const place = join(folder, "same");
  keepIn(place, PLAIN, "setting");
  const readings = openReadings(openKept(place, "1"));
  const { opened, result } = read(PLAIN);
  assert.equal(readings.recallOpened(FILE, hashOf(PLAIN), PLAIN), { ...opened, stray: null });
  assert.equal(readings.recallModel(FILE, "setting"), result);
  assert.is(
    readings.finish(FILE, "lexicon", () => "made anew"),
    "made",
  );
});

test("readings: a process that builds again does not open what was not written to", () => {
  const place = join(folder, "unwritten");
  keepIn(place, PLAIN, "setting");
  const readings = openReadings(openKept(place, "1"));
  const { opened } = read(PLAIN);
  readings.rememberUnwritten(FILE, "stamp", opened, hashOf(PLAIN));
  assert.is(readings.recallUnwritten(FILE, "stamp"), null, "a process that builds once holds nothing");
  readings.hold();
  readings.rememberUnwritten(FILE, null, opened, hashOf(PLAIN));
  assert.is(readings.recallUnwritten(FILE, null), null);
  readings.rememberUnwritten(FILE, "stamp", opened, hashOf(PLAIN));
  assert.is(readings.recallUnwritten(FILE, "another"), null);
  assert.is(readings.recallUnwritten(FILE, null), null);
  const known = readings.recallUnwritten(FILE, "stamp");
  assert.is(known?.opened, opened);
  assert.is(known?.hash, hashOf(PLAIN));
  const model = readings.recallModel(FILE, "setting");
  assert.is(
    readings.finish(FILE, "lexicon", () => "made anew"),
    "made",
    "it is known as one that was opened",
  );
  readings.save();
  readings.recallUnwritten(FILE, "stamp");
  assert.is(
    readings.recallModel(FILE, "setting")?.article,
    model?.article,
    "the same model, not another like it",
  );
});

test("readings: what is of the whole site is kept for as long as builds ask for it", () => {
  const place = join(folder, "of-site");
  const open = () => openReadings(openKept(place, "1"));
  const first = open();
  assert.is(first.recallOfSite("words"), undefined);
  first.rememberOfSite("words", ["rest"]);
  first.save();
  const second = open();
  assert.equal(second.recallOfSite("words"), ["rest"]);
  assert.is(second.recallOfSite("others"), undefined);
  second.save();
  assert.equal(open().recallOfSite("words"), ["rest"]);
});

test("readings: other bytes, another setting, another lexicon: made anew", () => {
  const place = join(folder, "other");
  keepIn(place, PLAIN, "setting");
  const other = openReadings(openKept(place, "1"));
  assert.is(
    other.recallOpened(FILE, hashOf(bytesOf("---\ntitle: Rest\n---\n")), bytesOf("---\ntitle: Rest\n---\n")),
    null,
  );
  const readings = openReadings(openKept(place, "1"));
  assert.ok(readings.recallOpened(FILE, hashOf(PLAIN), PLAIN));
  assert.is(readings.recallModel(FILE, "another"), null);
  assert.is(
    readings.finish(FILE, "another", () => "made anew"),
    "made anew",
  );
});

test("readings: what was made of another model is not taken", () => {
  const place = join(folder, "model");
  keepIn(place, PLAIN, "setting");
  const readings = openReadings(openKept(place, "1"));
  readings.recallOpened(FILE, hashOf(PLAIN), PLAIN);
  readings.rememberModel(FILE, "another", read(PLAIN).result);
  assert.is(
    readings.finish(FILE, "lexicon", () => "made anew"),
    "made anew",
  );
});

for (const [what, text] of [
  ["a number that JSON does not know", "---\ntitle: Rest\nrank: .inf\n---\n\nRest.\n"],
  ["a character that was left out", "---\ntitle: Rest\n---\n\nRest\u0007.\n"],
] as const)
  test(`readings: a file with ${what} is not kept`, () => {
    const place = join(folder, what.replaceAll(" ", "-"));
    keepIn(place, bytesOf(text), "setting");
    assert.is(
      openReadings(openKept(place, "1")).recallOpened(FILE, hashOf(bytesOf(text)), bytesOf(text)),
      null,
    );
  });

test("readings: JSON says all of every model and of what is found in it", () => {
  const texts = LEXICON_FILES.map((name) => [name, readFileSync(join(ROOT, "_data/lexicon", name), "utf8")]);
  const lexicon = compileLexicon(
    composeLexicon(Object.fromEntries(texts) as LexiconTexts, null, "lexicon").data,
  );
  const names = readdirSync(join(ROOT, "src/articles")).filter((name) => name.endsWith(".md"));
  assert.ok(names.length > 10);
  for (const name of names) {
    const { opened, result } = read(readFileSync(join(ROOT, "src/articles", name)), name);
    const extraction = extractForReaders(result.article, lexicon, { fields: opened.data });
    const { article, problems } = result;
    assert.equal(
      JSON.parse(JSON.stringify({ article, problems, extraction })),
      { article, problems, extraction },
      name,
    );
  }
});

test.run();
