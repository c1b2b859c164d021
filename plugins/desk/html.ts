import { escapeHtml } from "../page/escape.ts";

const MARK = Symbol("html");

/** Markup made by {@link html}; nothing else passes for it. */
export interface Html {
  readonly [MARK]: string;
}

/** What may stand in a template: text is escaped, markup is not; null and false print nothing. */
export type Part = string | number | null | false | Html | readonly Part[];

/**
 * Markup with every text in it escaped, in content and in quoted attributes:
 * what comes of an article can only be read. Attributes must be quoted.
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { [MARK]: strings.reduce((text, next, index) => text + print(parts[index - 1] ?? null) + next) };
}

/** The markup as text, to be sent. */
export function toText(markup: Html): string {
  return markup[MARK];
}

function print(part: Part): string {
  if (part === null || part === false) return "";
  if (typeof part === "string" || typeof part === "number") return escapeHtml(String(part));
  return MARK in part ? part[MARK] : part.map(print).join("");
}

/** "1 error", "2 errors". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
