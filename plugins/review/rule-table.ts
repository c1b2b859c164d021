import type { RuleFacts } from "./types.ts";

/** The rules as the Markdown table of docs/review.md, in the order of their checks; a test holds the two together. */
export function ruleTable(rules: readonly RuleFacts[]): string {
  const sorted = rules
    .map((rule, index) => ({ rule, index }))
    .sort((a, b) => a.rule.number - b.rule.number || a.index - b.index);
  const rows = sorted.map(({ rule }) => {
    const { name, number, level, scope, language, expected, why, source } = rule;
    const read = language === "en" ? `${scope}, English` : scope;
    return `| ${number || "–"} | \`${name}\` | ${level} | ${read} | ${expected} | ${why} | ${source} |`;
  });
  return [
    "| Check | Rule | Level | Reads | Expects | Why | Source |",
    "|---|---|---|---|---|---|---|",
    ...rows,
    "",
  ].join("\n");
}
