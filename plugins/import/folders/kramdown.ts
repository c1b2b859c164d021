import { markdownPlaces } from "../markdown-places.ts";
import type { Part } from "../model.ts";
import { inside } from "./tags.ts";

const LIST = /^\s{0,3}\{:\s*([^{}\n]*)\}\s*$/;
const SPAN = /\{:\s*[^{}\n]*\}/g;

/**
 * A text with kramdown's attribute lists gone, line for line: `{:.wide}`, which
 * named styles of the old theme, `{:toc}`, which the theme does by itself.
 * Ids of headings stay, as `{#id}`.
 */
export function withoutAttributes(text: string, note: (part: Part) => void): string {
  if (!/\{::?[^{}]*\}/.test(text)) return text;
  const isCode = inside(markdownPlaces(text).code);
  const removed = new Map<string, number>();
  const remove = (what: string): string => {
    removed.set(what, (removed.get(what) ?? 0) + 1);
    return "";
  };
  const lines = text.split("\n");
  let offset = 0;
  lines.forEach((line, index) => {
    const start = offset;
    offset += line.length + 1;
    if (!line.includes("{:") || isCode(start + line.indexOf("{:"))) return;
    const list = LIST.exec(line.replace(/\r$/, ""));
    if (list) {
      lines[index] = "";
      remove(/\btoc\b/.test(list[1]!) ? "{:toc}" : "{:…}");
      keepMeaning(lines, index, list[1]!);
      return;
    }
    lines[index] = line
      .replace(/\{::\/?[^{}\n]*\}/g, () => remove("{::…}"))
      .replace(SPAN, () => remove("{:…}"));
  });
  for (const [what, times] of removed) {
    const why =
      what === "{:toc}" ? "the theme makes the table of contents" : "attributes for the old theme's styles";
    note({ kind: "text", what, outcome: "left-out", why, count: times });
  }
  return lines.join("\n");
}

/** A table of contents takes its list along; an id goes to the heading above. */
function keepMeaning(lines: string[], index: number, list: string): void {
  const above = lines[index - 1] ?? "";
  if (/\btoc\b/.test(list) && /^\s*(?:[-*+]|\d+\.)\s/.test(above)) lines[index - 1] = "";
  const id = /(?:^|\s)#([\w-]+)/.exec(list)?.[1];
  if (id !== undefined && /^#{1,6}\s/.test(above) && !/\{#[^}]*\}\s*$/.test(above))
    lines[index - 1] = `${above.replace(/\s*\r?$/, "")} {#${id}}`;
}
