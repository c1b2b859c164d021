import { test } from "uvu";
import * as assert from "uvu/assert";
import { isSureList, type Listed } from "../../plugins/benefits/english/listed.ts";
import { LISTED_MODEL } from "../../plugins/benefits/english/listed-model.ts";
import { SAID_MODEL } from "../../plugins/benefits/english/said-model.ts";
import { SENTENCES_MODEL } from "../../plugins/benefits/english/sentences-model.ts";
import { headings, read } from "./reader.ts";

/** Weights for which everything is a list of benefits: what is still refused, no likeness outweighs. */
const EVERYTHING = {
  models: {
    lists: { bias: 20, weights: {} },
    sentences: SENTENCES_MODEL,
    listed: LISTED_MODEL,
    said: SAID_MODEL,
  },
};
const ITEMS = "### Better sleep\n\nNights grow calm.\n\n### Less stress\n\nDays do too.\n";

test("listed: a list is one for weights to which everything is", () => {
  assert.equal(headings(read("Yoga", `## Benefits of yoga\n\n${ITEMS}`, EVERYTHING)), [
    "Better sleep",
    "Less stress",
  ]);
});

test("listed: what the sentence behind a list takes back is none", () => {
  const list = "Yoga is said to give:\n\n- Better sleep\n- Less stress\n\n";
  assert.is(headings(read("Yoga", `${list}Those who try it like it.\n`, EVERYTHING)).length, 2);
  assert.equal(headings(read("Yoga", `${list}I found no such benefits.\n`, EVERYTHING)), []);
});

test("listed: ills that something brings about are not relieved", () => {
  const ills = "- Asthma\n- Cough\n- Infections\n";
  assert.equal(
    headings(read("Diesel fumes", `## What diesel fumes do to your body\n\n${ills}`, EVERYTHING)),
    [],
  );
  assert.equal(headings(read("Thyme tea", `## What it helps with\n\n${ills}`, EVERYTHING)), [
    "Asthma",
    "Cough",
    "Infections",
  ]);
});

test("listed: the bare name of an ill is relieved only where relief was announced", () => {
  const list = "- Neck strain\n- Back pain\n- Better balance\n";
  assert.equal(headings(read("Yoga", `Common pitfalls:\n\n${list}`, EVERYTHING)), ["Better balance"]);
  assert.equal(headings(read("Yoga", `## Yoga helps with\n\n${list}`, EVERYTHING)), [
    "Neck strain",
    "Back pain",
    "Better balance",
  ]);
});

test("listed: benefits that others tell of, or whose name may mean something else, wait for the writer", () => {
  const list = "- Increased energy levels\n- Improved overall mood\n- Better sleep quality\n";
  const surest = (title: string, body: string): number =>
    Math.max(...read(title, body).benefits.map(({ confidence }) => confidence));
  const heading = "## What are the benefits of barefoot walking?\n\n";
  assert.ok(surest("Barefoot walking", `${heading}Some benefits include:\n\n${list}`) >= 0.95);
  for (const told of [
    "Fans of bare feet claim much. Some benefits include:",
    "Some reported benefits include:",
    "The supposed health benefits are these:",
  ])
    assert.ok(surest("Barefoot walking", `${heading}${told}\n\n${list}`) <= 0.5, told);
});

test("listed: a bare name joined to one that nobody knows waits, unless its own text says it again", () => {
  const sure = (heading: string, text: string): number | undefined => {
    const rest = "## Reduced stress\n\nDays grow calm.\n\n## Improved mood\n\nIt lifts.\n\n";
    const { benefits } = read(
      "The benefits of yoga",
      `Here are the benefits:\n\n${rest}## ${heading}\n\n${text}\n`,
    );
    return benefits.find(({ heading: own }) => own === heading)?.confidence;
  };
  assert.ok((sure("Flexibility", "Any hour will do.") ?? 0) >= 0.95);
  assert.ok((sure("Thrift and Flexibility", "Any hour will do.") ?? 1) <= 0.7);
  assert.ok((sure("Thrift and Flexibility", "Yoga improves flexibility.") ?? 0) >= 0.95);
});

test("isSureList: one heading, and headings that may be none, leave the sentences to be read", () => {
  const listed = (...likely: number[]): Listed[] =>
    likely.map((probability) => ({ probability }) as unknown as Listed);
  assert.is(isSureList(listed(0.9)), false);
  assert.is(isSureList(listed(0.9, 0.9)), true);
  assert.is(isSureList(listed(0.55, 0.58)), false);
  assert.is(isSureList([]), false);
});

test.run();
