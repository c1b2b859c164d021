import { readdirSync, readFileSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { readPage } from "../../plugins/import/read-page.ts";

const folder = new URL("../fixtures/import/", import.meta.url);
const sources = readdirSync(folder).filter((name) => !name.endsWith(".expected.md"));

/** Title, body and offers of a fixture, as its expected file holds them. */
function outcome(name: string): string {
  const { title, markdown, alsoRead } = readPage(readFileSync(new URL(name, folder), "utf8"), name);
  const offers = alsoRead.map((offer) => `${offer.title} <${offer.href ?? ""}>`);
  return [`title: ${title}`, ...offers.map((offer) => `offer: ${offer}`), "", markdown, ""].join("\n");
}

for (const name of sources) {
  test(`readPage: ${name} becomes what was checked by eye`, () => {
    const expected = readFileSync(new URL(`${name}.expected.md`, folder), "utf8");
    assert.fixture(outcome(name), expected);
  });

  test(`readPage: ${name} read twice gives the same`, () => assert.is(outcome(name), outcome(name)));

  test(`readPage: ${name} says a source line for every line of Markdown`, () => {
    const source = readFileSync(new URL(name, folder), "utf8");
    const { markdown, lines } = readPage(source, name);
    assert.is(lines.length, markdown === "" ? 0 : markdown.split("\n").length);
    assert.ok(lines.every((line) => line >= 1 && line <= source.split("\n").length));
  });
}

test.run();
