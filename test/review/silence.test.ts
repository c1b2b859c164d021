import { test } from "uvu";
import * as assert from "uvu/assert";
import { formatProblem } from "../../plugins/problem.ts";
import { requireRuleLevels } from "../../plugins/review/levels.ts";
import { toProblem } from "../../plugins/review/problems.ts";
import { reviewFully } from "../../plugins/review/review.ts";
import { ruleSet } from "../../plugins/review/rule-set.ts";
import type { RuleLevel } from "../../plugins/review/types.ts";
import { type Given, write } from "./article.ts";

const NAMES = ruleSet({}).names;

const CURE: Given = {
  body: "Massage cures insomnia, and sleep is healing.",
  facts: { therapies: ["massage-therapy"] },
};

function levels(given: Given, rules: Readonly<Record<string, RuleLevel>> = {}): readonly string[] {
  const { article, context } = write(given);
  return reviewFully(article, { ...context, rules: { "not-reviewed": "off", ...rules } }).findings.map(
    ({ rule, level }) => `${rule}: ${level}`,
  );
}

test("levels: the site sets the level of a rule, or switches it off", () => {
  assert.equal(levels(CURE), ["absolute-language: warning"]);
  assert.equal(levels(CURE, { "absolute-language": "error" }), ["absolute-language: error"]);
  assert.equal(levels(CURE, { "absolute-language": "off" }), []);
});

test("levels: an unknown rule or level is named, with what was meant", () => {
  assert.throws(
    () => requireRuleLevels("review", { jargn: "off", sources: "loud" }, NAMES),
    /^review: rules: expected a rule, received "jargn"\. Did you mean "jargon"\?\nreview: rules\.sources: expected one of off, note, warning, error, received "loud"\./,
  );
  assert.not.throws(() => requireRuleLevels("review", { jargon: "off" }, NAMES));
});

test("silence: front matter silences one rule with its reason", () => {
  const { article, context } = write({
    ...CURE,
    front: { silence: { "absolute-language": "Quoted from a leaflet." } },
  });
  const { findings, silenced } = reviewFully(article, context);
  assert.equal(
    findings.map(({ rule }) => rule),
    ["not-reviewed"],
  );
  assert.equal(
    silenced.map(({ rule, reason }) => [rule, reason]),
    [["absolute-language", "Quoted from a leaflet."]],
  );
});

test("silence: a comment does the same, and other rules stay loud", () => {
  const comment = "<!-- vervain-review: absolute-language: quoted from a leaflet -->";
  assert.equal(levels({ ...CURE, body: `${comment}\n\n${CURE.body}\n\nStudies show it.` }), [
    "claim-source: warning",
  ]);
});

test("silence: without a reason nothing is silenced, and the comment itself is a finding", () => {
  const body = `${CURE.body}\n\n<!-- vervain-review: absolute-language -->`;
  assert.equal(levels({ ...CURE, body }), ["absolute-language: warning", "silence: warning"]);
});

test("silence: cannot silence itself", () => {
  const body = "Rest.\n\n<!-- vervain-review: silence: because -->\n<!-- vervain-review: jargon -->";
  assert.equal(levels({ body }), ["silence: warning"]);
});

test("finding: file, line, words, reason with source and what to do, in one line", () => {
  const { article, context } = write({ ...CURE, body: `Rest.\n\nTea is warm.\nMassage cures insomnia.` });
  const finding = reviewFully(article, context).findings.find(({ rule }) => rule === "absolute-language");
  assert.is(
    finding && formatProblem(toProblem(finding)),
    "src/articles/calm.md:18: absolute-language: expected words that leave room for doubt, received " +
      '"Massage cures insomnia.". Say what it may do, and for whom: “may ease”, “some people find”. ' +
      "Why: No therapy works for everybody or without any risk, and a promised cure keeps people from care " +
      "(HONcode, complementarity; Google quality rater guidelines, harm).",
  );
});

test.run();
