import { test } from "uvu";
import * as assert from "uvu/assert";
import { reviewFully } from "../../plugins/review/review.ts";
import { ARTICLE_RULES } from "../../plugins/review/rules/all.ts";
import { type Given, write } from "./article.ts";
import { CASES } from "./cases.ts";

function findingsOf(rule: string, given: Given): readonly string[] {
  const { article, context } = write(given);
  return reviewFully(article, context)
    .findings.filter((finding) => finding.rule === rule)
    .map(({ words, expected }) => `${expected}: ${words}`);
}

test("rules: each has an article on which it fires, and a twin on which it is quiet", () => {
  const untested = ARTICLE_RULES.map(({ name }) => name).filter((name) => {
    const cases = CASES[name];
    return !cases || Object.keys(cases.fires).length === 0 || Object.keys(cases.quiet).length === 0;
  });
  assert.equal(untested, []);
  assert.equal(
    Object.keys(CASES).filter((name) => !ARTICLE_RULES.some((rule) => rule.name === name)),
    [],
  );
});

for (const [rule, { fires, quiet }] of Object.entries(CASES)) {
  for (const [name, given] of Object.entries(fires)) {
    test(`${rule}: fires on: ${name}`, () => assert.ok(findingsOf(rule, given).length > 0));
  }
  for (const [name, given] of Object.entries(quiet)) {
    test(`${rule}: is quiet on: ${name}`, () => assert.equal(findingsOf(rule, given), []));
  }
}

test("rules: an article in order has no finding but the note that it was not reviewed", () => {
  const { article, context } = write({ facts: { therapies: ["yoga"] } });
  assert.equal(
    reviewFully(article, context).findings.map(({ rule, level }) => [rule, level]),
    [["not-reviewed", "note"]],
  );
});

test("rules: word lists are English and leave other languages alone", () => {
  const { article, context } = write({
    front: { lang: "nl" },
    body: "Massage cures insomnia. Studies show it.",
  });
  assert.equal(
    reviewFully(article, context).findings.map(({ rule }) => rule),
    ["not-reviewed"],
  );
});

test("rules: what English words would excuse is no fault where the text is in another language", () => {
  const paid = "[koop](https://amzn.to/1)";
  const frame = '<iframe src="https://video.example/1"></iframe>';
  const picture = "![Een hand](/hand.jpg)\n\nBeeld van Jan Smit";
  const body = `Wie via deze link koopt betaalt ons: ${paid}\n\nDit filmpje volgt u: ${frame}\n\n${picture}`;
  const found = (lang: string): readonly string[] => {
    const { article, context } = write({ front: { lang }, facts: { therapies: ["yoga"] }, body });
    return reviewFully(article, context).findings.map(({ rule }) => rule);
  };
  assert.equal(found("nl"), ["not-reviewed"]);
  for (const rule of ["disclosure", "embeds", "images"]) assert.ok(found("en-GB").includes(rule), rule);
});

test.run();
