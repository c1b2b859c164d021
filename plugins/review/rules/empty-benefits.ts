import type { Article, Section } from "../../article/types.ts";
import { isHealthArticle } from "../topics.ts";
import type { ArticleRule } from "../types.ts";

/** Headings that announce benefits, and of which nobody speaks when the job or the insurer gives them. */
const ANNOUNCES = /\b(?:benefits|advantages)\b/i;
const ELSEWHERE =
  /\b(?:insurance|employee|tax|welfare|social security|member(?:ship)?|package|eligib\w+|claim(?:ing)?)\b/i;
/** Where the words turn it round, an empty list is what was meant. */
const TURNED = /\b(?:no|not|without|myths?|risks?|missing|lack|claimed|supposed|alleged)\b|n['’]t\b/i;

export const emptyBenefits: ArticleRule = {
  name: "empty-benefits",
  number: 19,
  level: "warning",
  scope: "article",
  language: "en",
  expected: "a benefit below a heading that announces some",
  why: "What was not found is gathered on no page of benefits",
  source: "this project: nothing is lost without a word",
  todo: "Look at `vervain benefits FILE`; say what it missed under benefits: add in front matter, or silence the rule.",
  check: (reading, context) => {
    const { benefits, proposals = [], against = [] } = context;
    const { article } = reading;
    if (benefits === undefined || !isHealthArticle(reading, context)) return [];
    const lines = [...benefits, ...proposals, ...against].map(({ line }) => line);
    // What the writer added stands nowhere in the text, and answers for all of it.
    if (benefits.some(({ kind }) => kind === "writer")) return [];
    return article.sections
      .filter(({ level, heading }) => level > 0 && announces(heading))
      .filter((section) => {
        const [from, to] = extentOf(article, section);
        return !lines.some((line) => line > from && line < to);
      })
      .map(({ heading, line }) => ({ words: heading, line }));
  },
};

function announces(heading: string): boolean {
  return ANNOUNCES.test(heading) && !ELSEWHERE.test(heading) && !TURNED.test(heading);
}

/** Lines of a heading and of what ends its section: the next of its level or above it. */
function extentOf({ sections }: Article, { index, level, line }: Section): readonly [number, number] {
  const next = sections.slice(index + 1).find((section) => section.level <= level);
  return [line - 1, next?.line ?? Number.POSITIVE_INFINITY];
}
