/** How bad a {@link Problem} is: an `error` stops the build, a `warning` is counted in the report, a `note` is advice. */
export type Severity = "error" | "warning" | "note";

/** A fault in content, as data. Pure modules return these; only adapters print or throw. */
export interface Problem {
  /** Path as the writer knows it, relative to the project, with `/`. */
  readonly file: string;
  /** 1-based line in that file; 0 when no line can be named. */
  readonly line: number;
  /** Front matter field, or the name of the rule or part of the text. */
  readonly field: string;
  /** `expected X, received Y. What to do.` */
  readonly message: string;
  readonly severity: Severity;
}

/** Longest quotation of an author's value in a message, in characters. */
const QUOTE_LIMIT = 60;

/** The author's value in quotes for a message, on one line, cut at 60 characters. */
export function quote(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
  const line = text.replace(/\s+/g, " ");
  const cut = [...line].length > QUOTE_LIMIT ? `${[...line].slice(0, QUOTE_LIMIT - 1).join("")}…` : line;
  return typeof value === "string" ? `"${cut}"` : cut;
}

/** One line for people and for CI: `file:line: field: message`, without `:0` where no line is known. */
export function formatProblem({ file, line, field, message }: Problem): string {
  return `${file}${line > 0 ? `:${line}` : ""}: ${field}: ${message}`;
}

/** Total order of problems: by file, then line, then field, then message. */
export function compareProblems(a: Problem, b: Problem): number {
  return (
    compareText(a.file, b.file) ||
    a.line - b.line ||
    compareText(a.field, b.field) ||
    compareText(a.message, b.message)
  );
}

/** Order of two strings by code unit, the same on every machine and in every locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Whether an error is a {@link ContentError}, also of another copy of the package. */
export function isContentError(error: unknown): error is ContentError {
  return error instanceof Error && error.name === "ContentError" && "problems" in error;
}

/** Thrown once per build, with every error found; its message is the whole report and never a stack. */
export class ContentError extends Error {
  readonly problems: readonly Problem[];
  /** Tells Eleventy to print the message without a stack. */
  readonly skipOriginalStack = true;
  constructor(problems: readonly Problem[]) {
    const sorted = [...problems].sort(compareProblems);
    super(sorted.map(formatProblem).join("\n"));
    this.name = "ContentError";
    this.problems = sorted;
  }
}

/** Thrown for what an owner set up: options, folders, packages. Its message says all, one fault a line. */
export class SetupError extends RangeError {
  /** Tells Eleventy to print the message without a stack. */
  readonly skipOriginalStack = true;
}

/** Whether an error is a {@link SetupError}, also of another copy of the package. */
export function isSetupError(error: unknown): error is SetupError {
  return error instanceof RangeError && "skipOriginalStack" in error;
}
