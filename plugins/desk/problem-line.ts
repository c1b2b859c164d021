import type { Problem } from "../problem.ts";
import { html, type Part } from "./html.ts";

/** "src/articles/rest.md:4"; without a line where none is known. */
export function placeOf({ file, line }: Pick<Problem, "file" | "line">): string {
  return line > 0 ? `${file}:${line}` : file;
}

/** One fault in a list, with its place as the reader of the list needs it and what to do. */
export function problemLine({ severity, field, message }: Problem, place: string): Part {
  return html`<li class="${severity}"><span class="level">${LEVELS[severity]}</span> ${place !== "" && html`<code>${place}</code> `}<b>${field}</b>: ${message}</li>`;
}

const LEVELS: Readonly<Record<Problem["severity"], string>> = {
  error: "Error",
  warning: "Open point",
  note: "Note",
};
