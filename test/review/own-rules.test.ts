import { test } from "uvu";
import * as assert from "uvu/assert";
import { reviewFully } from "../../plugins/review/review.ts";
import { requireOwnRules } from "../../plugins/review/rule-set.ts";
import { reviewSite } from "../../plugins/review/site.ts";
import type { ArticleRule, OwnRule, ReviewContext, SiteRule } from "../../plugins/review/types.ts";
import { write } from "./article.ts";

/** A house rule: this blog never says "miracle". */
const NO_MIRACLES: ArticleRule = {
  name: "no-miracles",
  number: 0,
  level: "warning",
  scope: "article",
  language: "en",
  expected: "sober words",
  why: "Readers of this blog were promised none",
  source: "house rule",
  todo: "Say what was seen.",
  check: ({ article }) =>
    article.blocks.flatMap(({ text, line }) =>
      text.includes("miracle") ? [{ words: "miracle", line }] : [],
    ),
};

const TWO_AT_LEAST: SiteRule = {
  ...NO_MIRACLES,
  name: "two-articles",
  scope: "site",
  check: ({ articles, file }) => (articles.length < 2 ? [{ words: "one article", file, article: null }] : []),
};

const BODY = { body: "A miracle of rest." };
const own = (ownRules: readonly OwnRule[], rules = {}): Partial<ReviewContext> => ({
  ownRules,
  rules: { "not-reviewed": "off", ...rules },
});

test("ownRules: an owner's rule is asked after the package's", () => {
  const { article, context } = write({ ...BODY, context: own([NO_MIRACLES]) });
  assert.equal(
    reviewFully(article, context).findings.map(({ rule, line, todo }) => ({ rule, line, todo })),
    [{ rule: "no-miracles", line: 15, todo: "Say what was seen." }],
  );
});

test("ownRules: it is configured and silenced by its name as the package's are", () => {
  const loud = write({ ...BODY, context: own([NO_MIRACLES], { "no-miracles": "error" }) });
  assert.equal(
    reviewFully(loud.article, loud.context).findings.map(({ level }) => level),
    ["error"],
  );
  const silence = { "no-miracles": "A name of a tea." };
  const silent = write({ ...BODY, front: { silence }, context: own([NO_MIRACLES]) });
  assert.equal(reviewFully(silent.article, silent.context).findings, []);
});

test("ownRules: a rule for the whole site is asked with all articles", () => {
  const { context, entry } = write({ context: own([TWO_AT_LEAST]) });
  const facts = { articles: [entry], pages: null, file: "_data/site.ts", lock: null };
  assert.equal(
    reviewSite(facts, context).site.map(({ rule }) => rule),
    ["two-articles"],
  );
});

test("requireOwnRules: a name that is taken and parts that lack are all named at once", () => {
  assert.not.throws(() => requireOwnRules("review", [NO_MIRACLES, TWO_AT_LEAST]));
  const wrong = [
    { ...NO_MIRACLES, name: "jargon" },
    { ...NO_MIRACLES, name: "Loud!" },
    { ...NO_MIRACLES, level: "loud", check: "yes", todo: undefined },
  ] as unknown as readonly OwnRule[];
  assert.throws(
    () => requireOwnRules("review", wrong),
    ({ message }: Error) => {
      assert.equal(message.split("\n"), [
        'review: ownRules[0].name: expected a name of its own, received "jargon", which another rule has.',
        'review: ownRules[1].name: expected lower-case words joined by "-", received "Loud!".',
        'review: ownRules[2].level: expected one of error, warning, note, received "loud".',
        "review: ownRules[2].todo: expected a text, received undefined.",
        'review: ownRules[2].check: expected a function, received "yes".',
      ]);
      return true;
    },
  );
});

test.run();
