/**
 * Makes the table of docs/review.md from the rules of `vervain review`.
 *
 *     npx tsx scripts/review-docs.ts
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ruleSet } from "../plugins/review/rule-set.ts";

const FILE = fileURLToPath(new URL("../docs/review.md", import.meta.url));

/** The page with the rules, in the order of their checks, between its two marks. */
export function reviewDocs(page: string): string {
  return page.replace(/(?<=<!-- rules -->\n)[\s\S]*?(?=<!-- \/rules -->)/, ruleTable);
}

function ruleTable(): string {
  const { article, site, page } = ruleSet({});
  const sorted = [...article, ...site, ...page]
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

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(FILE, reviewDocs(readFileSync(FILE, "utf8")));
