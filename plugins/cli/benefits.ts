import pc from "picocolors";
import { countProblem } from "../benefits/count-problem.ts";
import { RULE_NAMES } from "../benefits/languages.ts";
import { unsureOf } from "../benefits/read.ts";
import { didYouMean } from "../closest.ts";
import { compareText, formatProblem, type Problem, quote } from "../problem.ts";
import { toJson } from "./benefits-json.ts";
import { printFile } from "./benefits-print.ts";
import { type BenefitsFile, type BenefitsSetting, readBenefitsFile } from "./benefits-read.ts";
import { type ConfiguredOptions, readConfigured } from "./configured.ts";
import { lexiconFolder, loadLexicon } from "./lexicon.ts";
import { endQuietly } from "./pipe.ts";

export { loadLexicon } from "./lexicon.ts";

/** Options of `vervain benefits`. */
export interface BenefitsOptions extends ConfiguredOptions {
  /** Print one JSON object for scripts instead of words. */
  readonly json?: boolean;
  /** Names of rules to leave out, separated by commas. */
  readonly without?: string;
  /** Folder of the site's lexicon; the configuration's, or `lexicon` in the data folder. */
  readonly lexicon?: string;
  /** Go through what waits and write the answers into the front matter. */
  readonly confirm?: boolean;
  /** Ids of proposals to confirm in one file. */
  readonly accept?: readonly string[];
  /** Ids of benefits to drop in one file. */
  readonly drop?: readonly string[];
  /** Source beside the grave ones that are accepted. */
  readonly source?: string;
}

/**
 * Shows what benefits are found in articles of any kind, what the site will
 * show of them, and why. Exit code 1 when a file or the lexicon cannot be read;
 * what can be read is still shown.
 */
export async function benefitsCommand(
  files: readonly string[],
  options: BenefitsOptions = {},
): Promise<number> {
  endQuietly(process.stdout);
  const problems: Problem[] = [];
  const configured = await readConfigured(options);
  const { site, extractionRules: ownRules } = configured;
  const lexicon = loadLexicon(options.lexicon ?? lexiconFolder(configured), problems);
  const without = rulesIn(options.without ?? "");
  const names = [...RULE_NAMES, ...ownRules.map(({ name }) => name)];
  problems.push(...without.flatMap((name) => (names.includes(name) ? [] : [unknownRule(name, names)])));
  const setting = { site, lexicon, without, ownRules };
  const { confirm = false, accept = [], drop = [], source = null, json = false } = options;
  if (confirm || accept.length + drop.length > 0) {
    // 40 ms to load, for those who answer.
    const { confirmProposals } = await import("./benefits-confirm.ts");
    await confirmProposals(files, { accept, drop, source, json }, setting, problems);
  } else show(files, setting, json, problems);
  for (const problem of problems) console.error(colour(problem)(formatProblem(problem)));
  return problems.some(({ severity }) => severity === "error") ? 1 : 0;
}

function show(
  files: readonly string[],
  setting: BenefitsSetting,
  isJson: boolean,
  problems: Problem[],
): void {
  const { lexicon, site } = setting;
  const read = files.flatMap((file) => readBenefitsFile(file, setting, problems) ?? []);
  if (files.length === 0) problems.push(noFiles());
  if (isJson) console.log(JSON.stringify(toJson(read, lexicon.targets), null, 1));
  else {
    for (const one of read) printFile(one, lexicon.targets, site.publishFrom);
    printUnknown(read);
  }
  for (const one of read) problems.push(...faultsOf(one, isJson));
}

/** Faults of the corrections, with their lines; a promise that is not kept is printed with the article. */
function faultsOf({ read, article, lineOf }: BenefitsFile, isJson: boolean): readonly Problem[] {
  const mismatch = isJson
    ? null
    : countProblem(
        article,
        read.found,
        read.promised?.count ?? null,
        "warning",
        unsureOf(read),
        read.droppedCount,
      );
  const faults = mismatch ? [...read.problems, mismatch] : read.problems;
  return [...read.ruleFaults, ...faults.map((problem) => ({ ...problem, line: lineOf(problem.field) }))];
}

function colour({ severity }: Problem): (text: string) => string {
  return severity === "error" ? pc.red : pc.yellow;
}

/** Names in a list with commas. */
function rulesIn(list: string): readonly string[] {
  return list
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

function unknownRule(name: string, names: readonly string[]): Problem {
  const message = `expected one of ${names.join(", ")}, received ${quote(name)}.${didYouMean(name, names)}`;
  return { file: "benefits", line: 0, field: "--without", message, severity: "error" };
}

function noFiles(): Problem {
  const message = "expected at least one file, received none.";
  return { file: "benefits", line: 0, field: "files", message, severity: "error" };
}

function printUnknown(read: readonly BenefitsFile[]): void {
  const counts = new Map<string, number>();
  for (const { read: one } of read) {
    for (const { words } of one.unknownTargets) counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || compareText(a, b));
  if (sorted.length > 0) console.log(`\n${pc.bold("Not in the lexicon")}`);
  for (const [words, count] of sorted)
    console.log(`  “${words}”: seen ${count} ${count === 1 ? "time" : "times"}: add?`);
}
