import { existsSync } from "node:fs";
import { join } from "node:path";
import { isCancel, log, outro, select, text } from "@clack/prompts";
import pc from "picocolors";
import type { Decisions } from "../benefits/decisions/write.ts";
import { labelOf } from "../benefits/label.ts";
import type { Lexicon } from "../benefits/lexicon.ts";
import { needsSource } from "../desk/panel.ts";
import type { Problem } from "../problem.ts";
import { type Answers, decisionsOf, type Question, questionsOf, saveDecisions } from "./benefits-decide.ts";
import { waitText } from "./benefits-print.ts";
import { type BenefitsFile, type BenefitsSetting, readBenefitsFile } from "./benefits-read.ts";
import { listArticles } from "./review-files.ts";
import { shownPath } from "./shown-path.ts";

/** How the proposals are gone through. */
export interface ConfirmOptions extends Answers {
  readonly json: boolean;
}

/** Folders that hold articles where none are named. */
const FOLDERS = ["articles", "posts", "blog"].map((name) => join("src", name));

/**
 * Goes through the proposals of articles and writes the writer's answers into
 * their front matter: asked one by one on a terminal, given with `--accept` and
 * `--drop` for one file, or only listed with `--json`. Faults are added to `problems`.
 *
 * @param paths files and folders; the project's articles where none is named
 */
export async function confirmProposals(
  paths: readonly string[],
  options: ConfirmOptions,
  setting: BenefitsSetting,
  problems: Problem[],
): Promise<void> {
  const chosen = paths.length > 0 ? paths : FOLDERS.filter((folder) => existsSync(folder));
  const files = chosen
    .flatMap((path) => listArticles(path, problems))
    .flatMap(({ path }) => readBenefitsFile(path, setting, problems) ?? []);
  const isAnswered = options.accept.length + options.drop.length > 0;
  if (isAnswered) answer(files, options, setting.lexicon, problems);
  else if (options.json)
    console.log(
      JSON.stringify(
        files.flatMap((file) => listed(file, setting)),
        null,
        1,
      ),
    );
  else if (process.stdin.isTTY && process.stdout.isTTY) await ask(files, setting, problems);
  else
    problems.push(
      fault(
        "expected a terminal to ask on, received none. List them with --json, answer with --accept ID, --drop ID and one file.",
      ),
    );
}

/** One proposal for scripts. */
function listed(file: BenefitsFile, { lexicon, site }: BenefitsSetting) {
  return questionsOf(file).map((question) => {
    const { id, heading, evidence, line, wait, confidence, hedged } = question;
    return {
      file: shownPath(file.file),
      line,
      id,
      says: labelOf(id, lexicon.targets),
      ...(heading === null ? {} : { heading }),
      sentence: evidence,
      hedged,
      confidence,
      wait,
      why: waitText(question, file.read.against, site.publishFrom),
      needsSource: needsSource(question, file),
    };
  });
}

function answer(
  files: readonly BenefitsFile[],
  options: ConfirmOptions,
  { targets }: Lexicon,
  problems: Problem[],
): void {
  const [file] = files;
  if (file === undefined || files.length > 1) {
    problems.push(fault(`expected one article with --accept or --drop, received ${files.length}. Name it.`));
    return;
  }
  const { decisions, problems: found } = decisionsOf(file, options, targets);
  problems.push(...found);
  if (found.length === 0) save(file, decisions, targets, problems);
}

function save(
  file: BenefitsFile,
  decisions: Decisions,
  targets: Lexicon["targets"],
  problems: Problem[],
): void {
  if (decisions.confirm.length + decisions.drop.length === 0) return;
  const problem = saveDecisions(file, decisions);
  if (problem !== null) problems.push(problem);
  else console.log(`${shownPath(file.file)}: ${wordDecisions(decisions, targets)}`);
}

function wordDecisions({ confirm, drop }: Decisions, targets: Lexicon["targets"]): string {
  const words = (ids: readonly string[]): string => ids.map((id) => labelOf(id, targets)).join(", ");
  return [
    ...(confirm.length > 0 ? [`confirmed ${words(confirm.map(({ benefit }) => benefit))}`] : []),
    ...(drop.length > 0 ? [`dropped ${words(drop)}`] : []),
  ].join("; ");
}

/** Asks article by article; what was answered before the writer stops is written. */
async function ask(
  files: readonly BenefitsFile[],
  setting: BenefitsSetting,
  problems: Problem[],
): Promise<void> {
  const waiting = files.filter((file) => questionsOf(file).length > 0);
  if (waiting.length === 0) {
    outro("Nothing waits.");
    return;
  }
  for (const file of waiting) {
    const { decisions, isStopped } = await askFile(file, setting);
    save(file, decisions, setting.lexicon.targets, problems);
    if (isStopped) return;
  }
  outro("That was all.");
}

async function askFile(
  file: BenefitsFile,
  setting: BenefitsSetting,
): Promise<{ readonly decisions: Decisions; readonly isStopped: boolean }> {
  const confirm: Decisions["confirm"][number][] = [];
  const drop: string[] = [];
  const questions = questionsOf(file);
  log.step(`${pc.bold(file.article.title)}  ${shownPath(file.file)}`);
  for (const [index, question] of questions.entries()) {
    log.message(
      [
        pc.cyan(`${labelOf(question.id, setting.lexicon.targets)}  (${index + 1} of ${questions.length})`),
        wordQuestion(question, file, setting),
      ].join("\n"),
    );
    const choice = await select({
      message: "Does the article say so, and do you stand for it?",
      options: [
        { value: "later", label: "Later", hint: "nothing is written" },
        { value: "confirm", label: "Yes, publish it" },
        { value: "drop", label: "No, drop it" },
        { value: "stop", label: "Stop here", hint: "keeps what you answered" },
      ],
    });
    if (isCancel(choice) || choice === "stop") return { decisions: { confirm, drop }, isStopped: true };
    if (choice === "drop") drop.push(question.id);
    if (choice !== "confirm") continue;
    const source = needsSource(question, file) ? await askSource(question) : null;
    if (source === "") log.info("Left for later: without a source no page shows it.");
    else confirm.push({ benefit: question.id, source });
  }
  return { decisions: { confirm, drop }, isStopped: false };
}

/** The source of a grave benefit; "" where the writer has none. */
async function askSource({ grave }: Question): Promise<string> {
  const source = await text({
    message: `It speaks of ${grave?.label}. Which source says so? (address or title; empty for none)`,
    defaultValue: "",
  });
  return isCancel(source) ? "" : source.trim();
}

function wordQuestion(question: Question, { file, read }: BenefitsFile, { site }: BenefitsSetting): string {
  const { heading, evidence, line } = question;
  const said = heading === null || heading === evidence ? [] : [pc.bold(heading)];
  return [
    ...said,
    `“${evidence}”`,
    pc.dim(`${shownPath(file)}:${line}`),
    pc.dim(waitText(question, read.against, site.publishFrom)),
  ].join("\n");
}

function fault(message: string): Problem {
  return { file: "benefits", line: 0, field: "--confirm", message, severity: "error" };
}
