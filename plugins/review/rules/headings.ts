import type { Section } from "../../article/types.ts";
import type { ArticleRule, Hit } from "../types.ts";

export const headings: ArticleRule = {
  name: "headings",
  number: 21,
  level: "warning",
  scope: "article",
  language: "any",
  expected: "headings that differ and step down one level at a time",
  why: "People who listen to a page, and links into it, find their way by headings",
  source: "WCAG 2.2, 1.3.1 and 2.4.6",
  todo: "Rename the heading or change its level; the page's title is the only h1.",
  check: ({ article }, { benefits = [] }) => {
    const sections = article.sections.slice(1);
    return [...order(sections), ...repeated(sections), ...unreachable(benefits)];
  },
};

function order(sections: readonly Section[]): readonly Hit[] {
  let above = 1;
  return sections.flatMap(({ level, heading, line }): Hit[] => {
    const expectedLevel = above + 1;
    above = level;
    if (heading === "") return [{ words: "", line, expected: "words in the heading" }];
    if (level === 1)
      return [{ words: `# ${heading}`, line, expected: "a heading of level 2: the title is the page's h1" }];
    if (level <= expectedLevel) return [];
    return [
      { words: heading, line, expected: `a heading of level ${expectedLevel} at most, here it is ${level}` },
    ];
  });
}

/** The same words twice under one parent. Under different parents ("How to do it") they are told apart. */
function repeated(sections: readonly Section[]): readonly Hit[] {
  const seen = new Set<string>();
  return sections.flatMap(({ heading, parent, line }): Hit[] => {
    const key = `${parent} ${heading.toLowerCase()}`;
    const isRepeated = heading !== "" && seen.has(key);
    seen.add(key);
    return isRepeated ? [{ words: heading, line, expected: "a heading that was not used before" }] : [];
  });
}

function unreachable(
  benefits: readonly { readonly heading: string | null; readonly anchor: string; readonly line: number }[],
): readonly Hit[] {
  return benefits
    .filter(({ heading, anchor }) => heading !== null && anchor === "")
    .map(({ heading, line }) => ({
      words: heading ?? "",
      line,
      expected: "an id on the heading of a benefit",
    }));
}
