import { existsSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import pc from "picocolors";
import { countProblem } from "../benefits/count-problem.ts";
import { type Extraction, extractBenefits } from "../benefits/extract.ts";
import { compileLexicon, type Lexicon } from "../benefits/lexicon.ts";
import { LEXICON_FILES, type LexiconFile, parseLexicon } from "../benefits/lexicon-files.ts";
import { readTitle } from "../benefits/title.ts";
import type { ArticleBenefit } from "../corpus/types.ts";
import { decodePage } from "../import/encoding.ts";
import { packageFolder } from "../package-folder.ts";
import { compareText, formatProblem, type Problem } from "../problem.ts";
import { type LenientArticle, readLeniently } from "./lenient.ts";

/** Options of `vervain benefits`. */
export interface BenefitsOptions {
  /** Print one JSON object for scripts instead of words. */
  readonly json?: boolean;
  /** Names of rules to leave out, separated by commas. */
  readonly without?: string;
  /** Folder of the lexicon; the site's `_data/lexicon`, or the one that comes with Vervain. */
  readonly lexicon?: string;
}

/** One article as `--json` prints it. */
export interface BenefitsJson {
  readonly title: {
    readonly count: number | null;
    readonly therapies: readonly string[];
    readonly conditions: readonly string[];
  };
  readonly benefits: readonly {
    readonly heading?: string;
    readonly canonical: readonly string[];
    readonly kind: ArticleBenefit["kind"];
    readonly evidence: string;
    readonly line: number;
    readonly hedged: boolean;
    readonly rule: string;
  }[];
  readonly alsoRead: readonly string[];
}

interface Read extends LenientArticle {
  readonly file: string;
  readonly extraction: Extraction;
}

/**
 * Shows what benefits are found in articles of any kind, and why. Exit code 1
 * when a file or the lexicon cannot be read; what can be read is still shown.
 */
export async function benefitsCommand(
  files: readonly string[],
  options: BenefitsOptions = {},
): Promise<number> {
  const problems: Problem[] = [];
  const lexicon = loadLexicon(options.lexicon, problems);
  const without = (options.without ?? "").split(",").map((name) => name.trim());
  const read = files.flatMap((file) => readFile(file, lexicon, without, problems) ?? []);
  if (files.length === 0)
    problems.push(fault("benefits", "files", "expected at least one file, received none."));
  if (options.json) console.log(JSON.stringify(toJson(read), null, 1));
  else print(read);
  for (const problem of problems) console.error(pc.red(formatProblem(problem)));
  return problems.length > 0 ? 1 : 0;
}

/** The lexicon of a folder, compiled; faults in it are added to `problems`. */
export function loadLexicon(folder: string | undefined, problems: Problem[]): Lexicon {
  const directory = folder ?? lexiconFolder();
  const texts = Object.fromEntries(
    LEXICON_FILES.map((name) => [name, readOr(join(directory, name), problems)]),
  ) as Record<LexiconFile, string>;
  const parsed = parseLexicon(texts);
  problems.push(...parsed.problems);
  return compileLexicon(parsed.data);
}

function lexiconFolder(): string {
  const own = join("_data", "lexicon");
  return existsSync(own) ? own : packageFolder("_data/lexicon");
}

function readOr(path: string, problems: Problem[]): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    problems.push(
      fault(
        shown(path),
        "lexicon",
        `expected a file that can be read, received ${(error as Error).message}.`,
      ),
    );
    return "";
  }
}

function readFile(
  file: string,
  lexicon: Lexicon,
  without: readonly string[],
  problems: Problem[],
): Read | null {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    problems.push(
      fault(shown(file), "file", `expected a file that can be read, received ${(error as Error).message}.`),
    );
    return null;
  }
  const decoded = decodePage(bytes);
  if (!("text" in decoded)) {
    problems.push(fault(shown(file), "encoding", "expected text, received another kind of file."));
    return null;
  }
  const lenient = readLeniently(shown(file), decoded.text, (title) => readTitle(title, lexicon.terms));
  const extraction = extractBenefits(lenient.article, lexicon, { without, fields: lenient.fields });
  return { ...lenient, file, extraction };
}

function toJson(read: readonly Read[]): Record<string, BenefitsJson> {
  return Object.fromEntries(
    read.map(({ article, extraction, offered }) => [
      article.id,
      {
        title: {
          count: extraction.promised?.count ?? null,
          therapies: article.titleFacts.therapies,
          conditions: article.titleFacts.conditions,
        },
        benefits: inOrder(extraction).map(({ heading, canonicals, kind, evidence, line, hedged, rule }) => ({
          ...(heading === null ? {} : { heading }),
          canonical: canonicals,
          kind,
          evidence,
          line,
          hedged,
          rule,
        })),
        alsoRead: offered,
      },
    ]),
  );
}

/** Explicit ones by line, those without a known target in their place, then the rest. */
function inOrder({ benefits, unnamed }: Extraction): ArticleBenefit[] {
  const isExplicit = ({ kind }: ArticleBenefit): boolean => kind === "explicit";
  const explicit = [...benefits.filter(isExplicit), ...unnamed].sort((a, b) => a.line - b.line);
  return [...explicit, ...benefits.filter((benefit) => !isExplicit(benefit))];
}

function print(read: readonly Read[]): void {
  for (const { file, article, extraction, offered } of read) {
    console.log(`\n${pc.bold(article.title)}  ${pc.dim(shown(file))}`);
    const { therapies, conditions } = article.titleFacts;
    console.log(
      pc.dim(
        `  therapies: ${therapies.join(", ") || "none"}; conditions: ${conditions.join(", ") || "none"}`,
      ),
    );
    const { promisedCount } = extraction;
    const foundCount = inOrder(extraction).filter(({ kind }) => kind === "explicit").length;
    const promise = promisedCount === null ? "no number promised" : `promised ${promisedCount}`;
    console.log(pc.dim(`  ${promise}, found ${foundCount}`));
    for (const benefit of inOrder(extraction)) printBenefit(benefit);
    for (const miss of extraction.nearly) {
      console.log(
        pc.yellow(
          `  nearly, line ${miss.line}: “${miss.heading}” (${miss.canonicals.join(", ")}): ${miss.reason}`,
        ),
      );
    }
    if (offered.length > 0) console.log(pc.dim(`  also read: ${offered.join("; ")}`));
    const problem = countProblem(article, inOrder(extraction), extraction.promisedCount);
    if (problem) console.log(pc.yellow(`  ${formatProblem(problem)}`));
  }
  printUnknown(read);
}

function printBenefit({
  canonicals,
  heading,
  evidence,
  line,
  hedged,
  rule,
  confidence,
  kind,
}: ArticleBenefit): void {
  const words = heading === null ? `“${cut(evidence)}”` : heading;
  const marks = [
    kind,
    `line ${line}`,
    rule,
    `confidence ${confidence.toFixed(2)}`,
    ...(hedged ? ["hedged"] : []),
  ].join(", ");
  console.log(`  ${pc.green(canonicals.join(" ") || "no known target")}  ${words}  ${pc.dim(marks)}`);
}

/** Longest evidence shown, in characters. */
const SHOWN = 120;

function cut(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN - 1)}…` : text;
}

function printUnknown(read: readonly Read[]): void {
  const counts = new Map<string, number>();
  for (const { extraction } of read) {
    for (const { words } of extraction.unknownTargets) counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || compareText(a, b));
  if (sorted.length > 0) console.log(`\n${pc.bold("Not in the lexicon")}`);
  for (const [words, count] of sorted)
    console.log(`  “${words}”: seen ${count} ${count === 1 ? "time" : "times"}: add?`);
}

function fault(file: string, field: string, message: string): Problem {
  return { file, line: 0, field, message, severity: "error" };
}

/** A path as the writer knows it. */
function shown(path: string): string {
  const short = relative(".", path);
  return (short.startsWith("..") ? path : short).split(sep).join("/");
}
