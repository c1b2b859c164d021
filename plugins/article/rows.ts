import { fold } from "./inline.ts";
import type { Token } from "./markdown.ts";

/** One line of a paragraph as its author broke it. */
export interface Row {
  /** Plain text, inline marks removed. */
  readonly text: string;
  /** 1-based line in the source file. */
  readonly line: number;
  /** True where a break that readers see (`<br>`, two spaces, backslash) stands before it. */
  readonly isBroken: boolean;
}

const BREAK = /^<br\s*\/?>$/i;

/** The lines of an inline token in order, without empty ones; a text of one line has one. */
export function rowsOf(children: readonly Token[], firstLine: number): Row[] {
  const rows: Row[] = [];
  let text = "";
  let line = firstLine;
  let isBroken = false;
  const close = (next: number, isHard: boolean): void => {
    const isEmpty = text.trim() === "";
    if (!isEmpty) rows.push({ text: fold(text), line, isBroken });
    isBroken = isHard || (isEmpty && isBroken);
    text = "";
    line = next;
  };
  for (const token of children) {
    if (token.type === "softbreak" || token.type === "hardbreak") close(line + 1, token.type === "hardbreak");
    else if (token.type === "html_inline" && BREAK.test(token.content)) close(line, true);
    else if (token.type === "text" || token.type === "code_inline" || token.type === "image")
      text += token.content;
    else if (token.type === "task_mark") text += `${token.content} `;
  }
  close(line, false);
  return rows;
}
