import { compareText, type Severity } from "../problem.ts";

/** A fault found on a built page, as data. */
export interface Finding {
  /** Path of the file below the folder that was checked, with `/`. */
  readonly page: string;
  /** Name of the rule, as listed in docs/checks.md. */
  readonly rule: string;
  readonly severity: Severity;
  /** `expected X, received Y. What to do.` */
  readonly message: string;
  /** Address at fault as the page writes it, where it is one: by it the line is found in what the page is made of. */
  readonly written?: string;
}

/** One line for people and for CI: `page: rule: message`. */
export function formatFinding({ page, rule, message }: Finding): string {
  return `${page}: ${rule}: ${message}`;
}

/** Total order of findings: by page, then severity (errors first), then rule, then message. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    compareText(a.page, b.page) ||
    compareText(a.severity, b.severity) ||
    compareText(a.rule, b.rule) ||
    compareText(a.message, b.message)
  );
}
