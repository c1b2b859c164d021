import { test } from "uvu";
import * as assert from "uvu/assert";
import { readMarks } from "../../plugins/review/marks.ts";
import { reviewFully } from "../../plugins/review/review.ts";
import { reviewSite } from "../../plugins/review/site.ts";
import { effortMs } from "../effort.ts";
import { type Given, NOW, PEOPLE, write } from "./article.ts";
import { randomWords } from "./words.ts";

/** Time of the review alone, in ms; the Markdown is parsed before. */
function timeOf(given: Given): number {
  const { article, context } = write(given);
  const started = effortMs();
  const findings = reviewFully(article, context).findings;
  const ms = effortMs() - started;
  assert.ok(findings.length < 2000, "the report stays readable");
  return ms;
}

const TIMES = 40_000;
const HOSTILE: Readonly<Record<string, string>> = {
  "one word": "a".repeat(TIMES * 10),
  "one sentence of words": "massage cures stop taking your medication ".repeat(TIMES / 5),
  "claims, one a sentence": "Studies show that massage cures 90% of people. ".repeat(TIMES / 5),
  "claims, one a paragraph": "Studies show it cures.\n\n".repeat(TIMES / 4),
  "claims in a section on myths": `## Myths\n\n${"It cures pain forever.\n\n".repeat(TIMES / 4)}`,
  negations: "not ".repeat(TIMES),
  "straight quotation marks": '" '.repeat(TIMES),
  "opening quotation marks": "“ word ".repeat(TIMES),
  "full stops": ". ".repeat(TIMES),
  "line breaks": "word\\\n".repeat(TIMES / 4),
  brackets: "[( ".repeat(TIMES),
  headings: "## Sleep\n\n".repeat(10_000),
  "medicine words": "your the your the all any ".repeat(TIMES / 4),
  "some people say": "some people say who say they ".repeat(TIMES / 4),
  capitals: "STOP ".repeat(TIMES),
  "digits and percent": "1% 2% 3% ".repeat(TIMES / 3),
  vowels: "ioueaeioua".repeat(TIMES / 2),
  frames: "Skip to content. ".repeat(TIMES / 4),
};

for (const [name, body] of Object.entries(HOSTILE)) {
  test(`reviewFully: ${name} take under a second`, () => {
    const ms = timeOf({ body, facts: { therapies: ["yoga"] } });
    assert.ok(ms < 1000, `${Math.round(ms)} ms`);
  });
}

for (const [name, body] of Object.entries({
  "unclosed comments": "<!-- ".repeat(20_000),
  "unclosed tags": "<img alt=".repeat(20_000),
  "a long tag": `<img ${"a ".repeat(100_000)}>`,
  "attributes without value": `<div>\n${"<img src src src >".repeat(10_000)}`,
})) {
  test(`readMarks: ${name} take under two seconds`, () => {
    const started = effortMs();
    readMarks(body, 1);
    assert.ok(effortMs() - started < 2000);
  });
}

test("reviewSite: 3,000 copies of one article take time in proportion", () => {
  const body = randomWords(200, 7);
  const { entry } = write({ body });
  const articles = Array.from({ length: 3000 }, (_, index) => ({
    ...entry,
    article: { ...entry.article, id: `copy-${index}` },
  }));
  const context = {
    now: NOW,
    people: PEOPLE,
    rules: { "reading-level": "off", "sentence-length": "off" },
  } as const;
  const started = effortMs();
  const { articles: reviews } = reviewSite({ articles, pages: null, file: "site", lock: null }, context);
  const copies = [...reviews.values()].filter(({ findings }) =>
    findings.some(({ rule }) => rule === "near-duplicate"),
  );
  assert.is(copies.length, 2999);
  assert.ok(effortMs() - started < 6000);
});

test.run();
