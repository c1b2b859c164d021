import { readFileSync } from "node:fs";
import { resolve, sep } from "node:path";
import { packageFolder } from "../package-folder.ts";
import { quote } from "../problem.ts";
import { shownPath } from "./shown-path.ts";

/** Where Nunjucks was in a template: it names each file on the way down, the last one is at fault. */
const PLACE = /^\((.+\.(?:njk|html|md|xml))\)(?: \[Line (\d+), Column \d+\])?$/;

/**
 * What is wrong in a template, as `file:line: template: what. Which page asked.`;
 * null for other faults. The file is the owner's where the fault is; the
 * theme's own are named `@theme/…`.
 */
export function templateFault(errors: readonly Error[]): string | null {
  for (const { message } of errors) {
    const lines = message.split("\n").map((line) => line.trim());
    const places = lines.flatMap((line) => PLACE.exec(line) ?? []);
    const at = lines.findLastIndex((line) => PLACE.test(line));
    const last = PLACE.exec(lines[at] ?? "");
    const words = lines[at + 1] ?? "";
    if (places.length === 0 || last === null || words === "") continue;
    const [, file = "", given] = last;
    const what = words.replace(/^(?:\w*Error): /, "").replace(/\.$/, "");
    const line = lineOf(file, what, given === undefined ? null : Number(given) + (what === words ? 0 : 1));
    return `${named(file)}${line === null ? "" : `:${line}`}: template: ${what}.${askedBy(errors)}`;
  }
  return null;
}

/** Counted from 1 where it is a fault of form, from 0 where one came up while printing; of names that are not there Nunjucks has none. */
function lineOf(file: string, what: string, given: number | null): number | null {
  if (given !== null) return given;
  const lines = sourceLines(file);
  if (what.endsWith("got end of file")) return lines.length === 0 ? null : lines.length;
  const name = /(?:not found: |Unable to call `|received )["'@]?([\w./@-]+)/.exec(what)?.[1];
  const at = name === undefined ? -1 : lineWith(lines, name);
  return at < 0 ? null : at + 1;
}

/** The first line with a name; of a path that Nunjucks has completed, with its end. */
function lineWith(lines: readonly string[], name: string): number {
  const at = lines.findIndex((line) => line.includes(name));
  if (at >= 0 || !name.includes("/")) return at;
  return lineWith(lines, name.slice(name.indexOf("/") + 1));
}

function sourceLines(file: string): readonly string[] {
  try {
    return readFileSync(file, "utf8").trimEnd().split("\n");
  } catch {
    return [];
  }
}

function named(file: string): string {
  const theme = packageFolder("_includes") + sep;
  const path = resolve(file);
  return path.startsWith(theme) ? `@theme/${path.slice(theme.length).split(sep).join("/")}` : shownPath(path);
}

/** The page that was rendered, in Eleventy's words. */
function askedBy(errors: readonly Error[]): string {
  const found = errors.flatMap(({ message }) => / from "([^"]+)"/.exec(message)?.[1] ?? []).at(0);
  return found === undefined ? "" : ` It came up in ${quote(shownPath(found))}.`;
}
