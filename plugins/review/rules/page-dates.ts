import type { Hit, PageRule } from "../types.ts";

export const pageDates: PageRule = {
  name: "page-dates",
  number: 4,
  level: "error",
  scope: "page",
  language: "any",
  expected: "the dates of publication and update in <time>",
  why: "Readers tell by the dates whether advice still holds",
  source: "JAMA benchmarks, currency",
  todo: 'Print them in the byline: <time datetime="2026-03-10">10 March 2026</time>.',
  check: ({ times }, { frontMatter }) => {
    const wanted = [frontMatter.date, frontMatter.updated]
      .filter((date) => date !== null)
      .map((date) => date.slice(0, 10));
    const days = new Set(times.map((time) => time.slice(0, 10)));
    return wanted
      .filter((day) => !days.has(day))
      .map((day): Hit => ({ words: day, expected: `${day} in a <time>` }));
  },
};
