import { test } from "uvu";
import * as assert from "uvu/assert";
import type { DateText, PersonView } from "../../../plugins/page/parts.ts";
import { HOSTILE, render } from "./render.ts";

const ann: PersonView = {
  id: "ann",
  type: "Person",
  name: "Ann",
  url: "/authors/ann/",
  jobTitle: "Writer",
  honorificSuffix: "MD",
  description: HOSTILE,
  credentials: [],
  sameAs: [],
  image: null,
};

const on = (text: string): DateText => ({ iso: "2026-01-02", text });
const view = {
  authors: [ann],
  reviewer: null,
  published: on("January 2"),
  updated: null,
  reviewed: null,
  nextReview: null,
  minutesText: "4 min read",
};
const terms = (change: object): readonly string[] =>
  [...render("byline", { view: { ...view, ...change } }).matchAll(/<dt>(.*?)<\/dt>/g)].map(
    ([, term = ""]) => term,
  );

test("byline: says that nobody reviewed, and has no label for what is not there", () => {
  assert.equal(terms({}), ["Written by", "Reviewed", "Published", "Reading time"]);
  assert.match(render("byline", { view }), "<dd>Not medically reviewed</dd>");
});

test("byline: people first, then the four dates", () => {
  const reviewed = { reviewer: { ...ann, name: "Rita" }, updated: on("May 1"), reviewed: on("June 1") };
  const due = { ...on("June 1, 2028"), isPastDue: false };
  assert.equal(terms({ ...reviewed, nextReview: due }), [
    "Written by",
    "Reviewed by",
    "Published",
    "Updated",
    "Reviewed",
    "Next review due",
    "Reading time",
  ]);
  const late = render("byline", { view: { ...view, ...reviewed, nextReview: { ...due, isPastDue: true } } });
  assert.match(late, '<div class="past-due"><dt>Review past due since</dt>');
});

test.run();
