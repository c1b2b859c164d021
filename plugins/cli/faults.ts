import pc from "picocolors";
import { needFault } from "../needs.ts";
import { formatProblem, isContentError, isSetupError, type Problem, type Severity } from "../problem.ts";
import { isDiskError, isOfWriting, wordDiskError } from "../publish/output/disk-fault.ts";
import { shownPath } from "./shown-path.ts";
import { templateFault } from "./template-fault.ts";

/** The chain of an error and what caused it, outermost first. Eleventy wraps in `originalError`. */
function chain(error: unknown): Error[] {
  const found: Error[] = [];
  let next: unknown = error;
  while (next instanceof Error && !found.includes(next)) {
    found.push(next);
    next = (next as { originalError?: unknown }).originalError ?? next.cause;
  }
  return found;
}

/** What to do where this Node reads no TypeScript; null for another fault. */
function typeScriptFault(error: Error): string | null {
  if ((error as { readonly code?: unknown }).code !== "ERR_UNKNOWN_FILE_EXTENSION") return null;
  const file = /"\.[cm]?ts" for (.+)$/.exec(error.message)?.[1];
  if (file === undefined) return null;
  return `${shownPath(file)}: expected JavaScript, or a Node that reads TypeScript (22.18 or newer), received Node ${process.versions.node}. Take another Node, write the file in JavaScript, or install tsx and set NODE_OPTIONS="--import=tsx".`;
}

/** What a build stopped at, for the desk: faults of content one by one, anything else in its own words. */
export function faultsOfError(error: unknown): readonly (Problem | { readonly message: string })[] {
  const errors = chain(error);
  const content = errors.find(isContentError);
  if (content) return content.problems.filter(({ severity }) => severity === "error");
  const said = errors.map(({ message }) => message.trim()).filter((message) => message !== "");
  return (said.length > 0 ? said : [String(error)]).map((message) => ({ message }));
}

/** What to do where Eleventy, or what only some sites use, is not there; a site brings both itself. Null for another fault. */
function peerFault(error: Error): string | null {
  const { code } = error as { readonly code?: unknown };
  if (code !== "ERR_MODULE_NOT_FOUND" && code !== "MODULE_NOT_FOUND") return null;
  return error.message.includes("'@11ty/eleventy'")
    ? "vervain: expected @11ty/eleventy 3.1 or newer beside it, received none. Run npm install @11ty/eleventy."
    : needFault(error.message);
}

function label(severity: Severity): string {
  return severity === "error" ? pc.red("error") : pc.yellow(severity);
}

/**
 * Prints what went wrong in the words of whoever can mend it: no stack for content, options or templates.
 *
 * @param closing a sentence on what became of the site; "": nothing is known of it
 */
export function reportFault(error: unknown, closing = ""): void {
  const errors = chain(error);
  const content = errors.find(isContentError);
  if (content) {
    const shown = content.problems.filter(({ severity }) => severity !== "note");
    for (const problem of shown) console.error(`${label(problem.severity)} ${formatProblem(problem)}`);
    const errorCount = shown.filter(({ severity }) => severity === "error").length;
    console.error(`\n${errorCount} ${errorCount === 1 ? "error" : "errors"}. ${closing}`.trimEnd());
    return;
  }
  const refused = errors.find((one) => isDiskError(one) && isOfWriting(one));
  if (refused !== undefined && isDiskError(refused)) {
    console.error(`${pc.red("error")} ${wordDiskError(refused, "the site")}`);
    if (closing !== "") console.error(closing);
    return;
  }
  const typed =
    errors.map((one) => typeScriptFault(one) ?? peerFault(one)).find((words) => words !== null) ??
    templateFault(errors);
  if (typed) {
    console.error(`${pc.red("error")} ${typed}`);
    if (closing !== "") console.error(closing);
    return;
  }
  const last = errors.at(-1);
  // Ours says all; around it Eleventy only says which plugin threw it.
  const said = errors.length > 0 ? errors.map(({ message }) => message.trim()) : [String(error)];
  for (const line of isSetupError(last) ? last.message.trim().split("\n") : said)
    console.error(`${pc.red("error")} ${line}`);
  const isOurs = last instanceof RangeError || last instanceof TypeError === false;
  if (!isOurs || process.env.DEBUG) console.error(pc.dim(last?.stack ?? ""));
  if (closing !== "") console.error(closing);
}
