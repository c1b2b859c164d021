import type { Mutant } from "./mutant.ts";

/** Lines of the link helper: what it proposes, and what it writes into articles. */
export const LINKING: readonly Mutant[] = [
  {
    name: "links: a phrase in a quotation leads away",
    file: "plugins/related/linking/passages.ts",
    change: { from: '"blockquote", "th"', to: '"th"' },
    tests: ["related/linking.test.ts"],
    why: "Words of others are made to recommend the blog.",
  },
  {
    name: "links: quotation marks are passed over",
    file: "plugins/related/linking/passages.ts",
    change: { from: "without(range, quoted)", to: "[range]" },
    tests: ["related/linking.test.ts"],
    why: "The same within a sentence.",
  },
  {
    name: "links: barred HTML is passed over",
    file: "plugins/related/linking/passages.ts",
    change: { from: "&& !html.isBarred()", to: "" },
    tests: ["related/linking.test.ts"],
    why: "A link inside a link, or in a caption.",
  },
  {
    name: "links: the author's offers are text like any",
    file: "plugins/related/linking/suggest.ts",
    change: { from: "isOffering(passage) ||", to: "" },
    tests: ["related/linking.test.ts"],
    why: "“Also Read: Neck pain explained” gets a link in its title and is no box any more.",
  },
  {
    name: "links: an article that the text leads to is led to again",
    file: "plugins/related/linking/suggest.ts",
    change: { from: "linked.has(article.id) ||", to: "" },
    tests: ["related/linking.test.ts"],
    why: "Two links to one page a paragraph apart.",
  },
  {
    name: "links: links stand as dense as phrases do",
    file: "plugins/related/linking/suggest.ts",
    change: { from: "!isApart(candidate, spans, WORDS_PER_LINK)", to: "false" },
    tests: ["related/linking.test.ts"],
    why: "Every second word of a paragraph is blue.",
  },
  {
    name: "links: half a name leads",
    file: "plugins/related/linking/whole-phrase.ts",
    change: { from: "!isNounBeside(last, last + 1, last + 1) &&", to: "" },
    tests: ["related/linking.test.ts"],
    why: "“Neck pain” in “neck pain pillows”.",
  },
  {
    name: "links: what everybody says names an article",
    file: "plugins/related/linking/mentions.ts",
    change: { from: "terms.length === 1 ? isCommon", to: "terms.length === 1 ? false" },
    tests: ["related/linking.test.ts"],
    why: "“Time” leads to “It is almost that time of year”.",
  },
  {
    name: "links: what is written is not read again",
    file: "plugins/related/linking/set-link.ts",
    change: {
      from: "isAsMeant(before, passagesOf(linked), place, href) && isOneLinkMore(body, linked, href)",
      to: "true",
    },
    tests: ["related/set-link.test.ts"],
    why: "A link is set into code, or into another link's text.",
  },
  {
    name: "links: a text that changed is written all the same",
    file: "plugins/related/linking/set-link.ts",
    change: { from: "if (passage?.text !== place.text)", to: "if (!passage)" },
    tests: ["related/set-link.test.ts"],
    why: "The link lands in a sentence that the writer has rewritten.",
  },
  {
    name: "links: the score is kept again on every run",
    file: "plugins/related/linking/score-log.ts",
    change: { from: 'lineOf({ ...last, day: "" }) === lineOf({ ...today, day: "" })', to: "false" },
    tests: ["related/graph-score.test.ts"],
    why: "A commit a day in which nothing happened.",
  },
  {
    name: "related: a changed article is taken for the one before",
    file: "plugins/related/rerank.ts",
    change: { from: "changed.get(document.id) ?? document", to: "document" },
    tests: ["related/rerank.test.ts"],
    why: "While serving, lists stay as they were before the edit.",
  },
  {
    name: "related: capitals of plain texts are other words",
    file: "plugins/related/vocabulary.ts",
    change: { from: "text.slice(start, end).toLowerCase()", to: "text.slice(start, end)" },
    tests: ["related/words.test.ts", "related/rank.test.ts"],
    why: "“Ginger” at the start of a sentence is no “ginger”.",
  },
];
