import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { rowFacts } from "../../bench/row-facts.ts";
import type { Section } from "../../plugins/article/types.ts";
import { groupFacts } from "../../plugins/benefits/english/group-facts.ts";
import { oddsOfWords } from "../../plugins/benefits/english/group-words.ts";
import { groupsOf } from "../../plugins/benefits/english/groups.ts";
import { LISTS_MODEL } from "../../plugins/benefits/english/lists-model.ts";
import { isTitle, openReading } from "../../plugins/benefits/english/reading.ts";
import { titleReader } from "../../plugins/benefits/languages.ts";
import { oddsBy } from "../../plugins/benefits/model.ts";
import { readLeniently } from "../../plugins/import/lenient.ts";
import { lexicon } from "./reader.ts";

/** Rows of all articles of the sample site. */
const rows = readdirSync(join("src", "articles"))
  .filter((name) => name.endsWith(".md"))
  .flatMap((name) => {
    const text = readFileSync(join("src", "articles", name), "utf8");
    const { article } = readLeniently(name, text, titleReader(lexicon.terms));
    const reading = openReading(article, lexicon);
    return groupsOf(reading).map((group) => ({ reading, group }));
  });

test("oddsOfWords: a row is judged by the words that are learnt from", () => {
  const places = new Set<string>();
  for (const { reading, group } of rows) {
    const facts = rowFacts(reading, group);
    for (const name of Object.keys(facts)) if (name[1] === " ") places.add(name.slice(0, 1));
    const told = oddsBy(LISTS_MODEL, facts);
    const judged = oddsBy(LISTS_MODEL, groupFacts(reading, group)) + oddsOfWords(reading, group, LISTS_MODEL);
    assert.ok(Math.abs(told - judged) < 1e-9, `${group.items[0]?.candidate.heading}: ${told}, ${judged}`);
  }
  assert.equal([...places].sort(), ["b", "f", "h", "i", "x"]);
});

test("rowFacts: a word that an item says twice counts once, one that all items say as 1", () => {
  for (const { reading, group } of rows)
    for (const [name, value] of Object.entries(rowFacts(reading, group)))
      if (name[1] === " ") assert.ok(value > 0 && value < 1 + 1e-9, `${name}: ${value}`);
});

test("rowFacts: of an item the first words count, of the same words as a heading all", () => {
  const words = Array.from({ length: 20 }, (_, at) => `${"abcdefghijklmnopqrst"[at]}ump`);
  const text = `## ${words.join(" ")}\n\n- ${words.join(" ")}\n- Calmer evenings\n`;
  const { article } = readLeniently("x.md", text, titleReader(lexicon.terms));
  const reading = openReading({ ...article, title: "Other" }, lexicon);
  const facts = groupsOf(reading).map((group) => rowFacts(reading, group));
  const row = facts.find((one) => one["h tump"] === 1);
  assert.ok(row);
  assert.is(row["i nump"], 0.5);
  assert.is(row["i oump"], undefined);
});

test("isTitle: each article's own title", () => {
  const said = (title: string, heading: string): boolean => {
    const { article } = readLeniently(
      "x.md",
      `---\ntitle: ${title}\n---\n\n## ${heading}\n`,
      titleReader(lexicon.terms),
    );
    return isTitle({ article }, article.sections.at(-1) as Section);
  };
  assert.ok(said("Rest", "Rest!"));
  assert.ok(said("Walks", "Walks"));
  assert.not(said("Walks", "Rest"));
});

test.run();
