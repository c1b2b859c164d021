import { silenceFaults } from "../silence.ts";
import type { ArticleRule } from "../types.ts";

export const silence: ArticleRule = {
  name: "silence",
  number: 0,
  level: "warning",
  scope: "article",
  language: "any",
  expected: "a reason for silencing a rule",
  why: "Whoever edits the article next must know why a warning was set aside",
  source: "Vervain, house rule",
  todo: "Write the reason after the rule: <!-- vervain-review: rule: reason -->.",
  check: silenceFaults,
};
