import { readFileSync } from "node:fs";
import { type Decisions, writeDecisions } from "../benefits/decisions/write.ts";
import { labelOf } from "../benefits/label.ts";
import type { Proposal } from "../corpus/types.ts";
import { needsSource } from "../desk/panel.ts";
import { type Problem, quote } from "../problem.ts";
import type { BenefitsFile } from "./benefits-read.ts";
import { shownPath } from "./shown-path.ts";
import { replaceFile } from "./write-file.ts";

type Targets = Parameters<typeof labelOf>[1];

/** A proposal as the writer answers it: one benefit of one article, with the first passage that says it. */
export interface Question extends Proposal {
  /** Canonical: what the answer names. */
  readonly id: string;
}

/** What is known of an article whose proposals are answered. */
export interface Answered extends Pick<BenefitsFile, "file" | "article"> {
  readonly read: Pick<BenefitsFile["read"], "proposals" | "found">;
}

/** What waits in one article and has a name to answer by, each benefit once, in the order of the text. */
export function questionsOf({ read }: Pick<Answered, "read">): readonly Question[] {
  const asked = new Map<string, Question>();
  for (const proposal of read.proposals) {
    const [id] = proposal.canonicals;
    if (id !== undefined && !asked.has(id)) asked.set(id, { ...proposal, id });
  }
  return [...asked.values()];
}

/** Answers as a script gives them. */
export interface Answers {
  readonly accept: readonly string[];
  readonly drop: readonly string[];
  /** Stands beside every grave one that is accepted. */
  readonly source: string | null;
}

/**
 * The decisions that a script's answers mean for one article; faults, if any,
 * and then nothing is to be written. A benefit is named by id or in readers' words.
 */
export function decisionsOf(
  file: Answered,
  { accept, drop, source }: Answers,
  targets: Targets,
): { readonly decisions: Decisions; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const questions = questionsOf(file);
  const fail = (field: string, line: number, message: string): void =>
    void problems.push({ file: shownPath(file.file), line, field, message, severity: "error" });
  const find = (text: string, ids: readonly string[]): string | undefined =>
    ids.find((id) => id === text.trim() || labelOf(id, targets).toLowerCase() === text.trim().toLowerCase());
  const waiting = questions.map(({ id }) => id);
  const confirm = accept.flatMap((text): Decisions["confirm"][number][] => {
    const id = find(text, waiting);
    const question = questions.find((one) => one.id === id);
    if (id === undefined || question === undefined) {
      fail(
        "--accept",
        0,
        `expected ${waiting.join(", ") || "nothing, as no proposal waits"}, received ${quote(text)}.`,
      );
      return [];
    }
    const isNeeded = needsSource(question, file);
    if (isNeeded && source === null)
      fail(
        "--accept",
        question.line,
        `expected a source for ${quote(id)}, because it speaks of ${question.grave?.label}, received none. Add --source, or sources in the front matter.`,
      );
    return [{ benefit: id, source: question.grave === null ? null : source }];
  });
  const found = [...new Set(file.read.found.flatMap(({ canonicals }) => canonicals))];
  const dropped = drop.flatMap((text) => {
    const id = find(text, found);
    if (id === undefined)
      fail(
        "--drop",
        0,
        `expected ${found.join(", ") || "nothing, as none was found"}, received ${quote(text)}.`,
      );
    else if (confirm.some(({ benefit }) => benefit === id))
      fail("--drop", 0, `expected ${quote(id)} to be accepted or dropped, received both.`);
    return id === undefined ? [] : [id];
  });
  return {
    decisions: {
      confirm: [...new Map(confirm.map((one) => [one.benefit, one])).values()],
      drop: [...new Set(dropped)],
    },
    problems,
  };
}

/** Writes decisions into the file they are about, whole or not at all; a problem where that cannot be. */
export function saveDecisions({ file }: BenefitsFile, decisions: Decisions): Problem | null {
  const fault = saveInto(file, readFileSync(file), decisions);
  return fault === null
    ? null
    : { file: shownPath(file), line: 1, field: "benefits", message: fault, severity: "error" };
}

/**
 * Writes decisions into a file that holds these bytes; why not, where that cannot be.
 *
 * @throws {Error} what the disk says
 */
export function saveInto(file: string, bytes: Uint8Array, decisions: Decisions): string | null {
  let source: string;
  try {
    source = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return "expected UTF-8, received other bytes. Save the file as UTF-8.";
  }
  const written = writeDecisions(source, decisions);
  if ("fault" in written) return written.fault;
  return replaceFile(file, bytes, written.text)
    ? null
    : "expected the file as it was read, received one that was saved meanwhile. Look at it again.";
}
