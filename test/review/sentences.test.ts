import { test } from "uvu";
import * as assert from "uvu/assert";
import { isPrimary } from "../../plugins/review/hosts.ts";
import { readMarks } from "../../plugins/review/marks.ts";
import { readProse } from "../../plugins/review/prose.ts";
import { measureReadability } from "../../plugins/review/readability.ts";
import { isOverdue, nextReview } from "../../plugins/review/review-age.ts";
import { splitSentences } from "../../plugins/review/sentences.ts";
import { countSyllables } from "../../plugins/review/syllables.ts";
import { write } from "./article.ts";

for (const [text, sentences] of [
  ["One. Two! Three?", ["One.", "Two!", "Three?"]],
  ["Ask Dr. Smit. He knows.", ["Ask Dr. Smit.", "He knows."]],
  ["J. Smith wrote 2.5 pages. Read them.", ["J. Smith wrote 2.5 pages.", "Read them."]],
  ["Oils, e.g. Lavender, calm.", ["Oils, e.g. Lavender, calm."]],
  ["“Rest.” She slept.", ["“Rest.”", "She slept."]],
  ["Wait... then rest.", ["Wait... then rest."]],
  ["A line\nAnother line", ["A line", "Another line"]],
  ["", []],
] as const) {
  test(`splitSentences: ${JSON.stringify(text)}`, () => assert.equal(splitSentences(text), sentences));
}

const SYLLABLES: Readonly<Record<string, number>> = {
  massage: 2,
  insomnia: 4,
  relaxation: 4,
  people: 2,
  muscles: 2,
  wanted: 2,
  liked: 1,
  boxes: 2,
  table: 2,
  science: 2,
  patient: 2,
  anxiety: 4,
  medicine: 3,
  serious: 3,
  serotonin: 4,
  parasympathetic: 6,
  every: 2,
  quiet: 2,
  diet: 2,
  experience: 4,
  question: 2,
  temperature: 4,
  idea: 3,
  circulation: 4,
  breathing: 2,
  times: 1,
};

for (const [word, count] of Object.entries(SYLLABLES)) {
  test(`countSyllables: ${word}`, () => assert.is(countSyllables(word), count));
}

test("measureReadability: Flesch-Kincaid of running text only", () => {
  // 6 words, 6 syllables: 0.39 × 6 + 11.8 × 1 − 15.59 = −1.45.
  const prose = readProse(
    write({ body: "## A heading of many considerable words\n\nThe cat sat on the mat.\n\n- warm hands" })
      .article,
  );
  assert.equal(measureReadability(prose), { grade: -1.4, sentenceCount: 1, wordCount: 6, long: [] });
});

for (const [url, isKnown] of [
  ["https://doi.org/10.1000/1", true],
  ["https://www.nccih.nih.gov/health", true],
  ["https://health.gov.au/x", true],
  ["https://www.nhs.uk", true],
  ["https://nhs.uk.example/x", false],
  ["https://notnih.gov.example", false],
  ["https://user@doi.org:443/x", true],
  ["https://example.org/?u=https://doi.org", false],
  ["/doi.org/x", false],
] as const) {
  test(`isPrimary: ${url}`, () => assert.is(isPrimary(url), isKnown));
}

for (const [reviewed, months, due] of [
  ["2024-02-29", 12, "2025-02-28"],
  ["2024-08-31", 6, "2025-02-28"],
  ["2026-01-15", 24, "2028-01-15"],
  [null, 24, null],
] as const) {
  test(`nextReview: ${reviewed} and ${months} months`, () => assert.is(nextReview(reviewed, months), due));
}

test("isOverdue: from the day after the review was due", () => {
  assert.not(isOverdue("2024-09-01", "2026-09-01T23:59:00+02:00", 24));
  assert.ok(isOverdue("2024-09-01", "2026-09-02T00:00:00+02:00", 24));
});

test("readMarks: images, comments, links and embeds with their lines in the file", () => {
  const body = [
    'A ![hand](/a.png "Photo: A")',
    "and ![](/b.png).",
    "",
    "<!-- vervain-review: images: decoration -->",
    "<figure>",
    "<img alt=\"\" src='/c.png'>",
    "</figure>",
    "",
    'See <a rel="sponsored" href="/d">d</a>.',
    "",
    '<iframe src="https://e.example/"></iframe>',
    "",
    "    ![](/code.png)",
    "",
    "`<!-- vervain-review: jargon: no -->`",
  ].join("\n");
  const { images, silences, links, embeds } = readMarks(body, 11);
  assert.equal(images, [
    { src: "/a.png", alt: "hand", title: "Photo: A", line: 11 },
    { src: "/b.png", alt: null, title: "", line: 12 },
    { src: "/c.png", alt: "", title: "", line: 16 },
  ]);
  assert.equal(silences, [{ rule: "images", reason: "decoration", line: 14 }]);
  assert.equal(links, [{ href: "/d", rel: "sponsored", line: 19 }]);
  assert.equal(embeds, [{ src: "https://e.example/", line: 21 }]);
});

test.run();
