/**
 * Makes docs/checks.md from the rules of `vervain check`.
 *
 *     npx tsx scripts/checks-docs.ts
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Example, type Family, type Rule, rules } from "../plugins/check/index.ts";

const FILE = fileURLToPath(new URL("../docs/checks.md", import.meta.url));

const TITLES: Readonly<Record<Family, string>> = {
  json: "JSON-LD",
  vocabulary: "Terms of schema.org",
  values: "Values",
  identity: "Ids and connections",
  google: "What Google documents",
  honesty: "Honest health markup",
  visible: "Graph and visible page",
  page: "The page",
  site: "The site",
};

const INTRODUCTION = `# Checks of a built site

\`vervain check DIR\` reads every page in a folder: its graphs, what they say of the page, the page itself, and how pages, feeds and sitemaps fit together. It works on any site, whoever built it. A finding is one line, \`page: rule: message. What to do.\`, and the exit code is 1 when there are errors, 2 when the folder or an option cannot be used.

- \`--json\` prints findings as data, \`--notes\` prints notes too.
- \`--url https://example.org/\` says where the folder is served; without it, canonical links tell.
- \`--rule title-length=off\` sets the level of one rule (error, warning, note, off); repeat it for more.
- \`check: { levels, ownRules }\` in the options of \`vervain\` does the same for \`vervain build --check\`, and adds rules of your own.

In code: \`checkPage(page, options)\` and \`checkSite(pages, options)\` return findings as data and read no files.

This page is made from the table of rules; a test runs every example. Pages of examples stand at \`https://example.org/page/\` and are decent in every other way.
`;

/** Longest example shown in full, in characters. */
const EXAMPLE_LIMIT = 500;

/** docs/checks.md as the rules have it. */
export function checksDocs(): string {
  const families = [...new Set(rules.map((rule) => rule.family))];
  const counts = (["error", "warning", "note"] as const).map(
    (severity) => `${rules.filter((rule) => rule.severity === severity).length} ${severity}s`,
  );
  const sections = families.map((family) =>
    [`## ${TITLES[family]}`, ...rules.filter((rule) => rule.family === family).map(describe)].join("\n\n"),
  );
  return `${[`${INTRODUCTION}\n${rules.length} rules: ${counts.join(", ")}.`, ...sections].join("\n\n")}\n`;
}

function describe({ name, severity, what, why, good, bad }: Rule): string {
  return [
    `### ${name}`,
    `**${severity}** · ${what}`,
    `Why: ${why}`,
    `Good:`,
    shown(good),
    `Bad:`,
    shown(bad),
  ].join("\n\n");
}

function shown({ graph, json, head, html, document, files }: Example): string {
  const parts = [
    ...(document === undefined ? [] : [fence("html", document)]),
    ...(head === undefined ? [] : [fence("html", head)]),
    ...(html === undefined ? [] : [fence("html", html)]),
    ...(graph === undefined ? [] : [fence("json", oneLine(graph))]),
    ...(json === undefined ? [] : [fence("json", json)]),
    ...Object.entries(files ?? {}).map(([path, text]) =>
      text === ""
        ? `\`${path}\` (a file)`
        : `\`${path}\`:\n\n${fence(path.endsWith(".html") ? "html" : "text", text)}`,
    ),
  ];
  return parts.join("\n\n");
}

/** JSON on one line, with spaces where people put them. */
function oneLine(json: object): string {
  return JSON.stringify(json, null, 1).replace(/\n\s*/g, " ");
}

function fence(language: string, text: string): string {
  const cut = text.length > EXAMPLE_LIMIT ? `${text.slice(0, EXAMPLE_LIMIT)}…` : text;
  const marks = cut.includes("```") ? "````" : "```";
  return `${marks}${language}\n${cut}\n${marks}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(FILE, checksDocs());
