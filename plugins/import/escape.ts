/** Stands for a line break inside a run of text until the run is split into lines; never in a page's own text. */
export const BREAK = "\uE000";

/** Control characters, zero-width characters, soft hyphens, byte order marks, private use: invisible, and a way to hide words. */
const INVISIBLE = /[\p{Cc}\p{Co}\u00AD\u200B\u2060\uFEFF]/gu;

/** The text without invisible characters. Joiners and direction marks stay: emoji and right-to-left scripts need them. */
export function visible(text: string): string {
  return text.replace(INVISIBLE, (char) => (char === "\n" || char === "\t" ? char : ""));
}

/** White space folded to single spaces (no-break spaces too), ends trimmed. */
export function folded(text: string): string {
  return visible(text)
    .replace(/[\s\u00A0]+/g, " ")
    .trim();
}

/**
 * Markdown for `text` as it stands: no character of it opens emphasis, a link,
 * raw HTML, an entity, a strike or a template expression. What counts only at
 * the start of a line is {@link escapeLineStart}'s.
 *
 * Template braces become entities, so that a site that runs Markdown through
 * Liquid or Nunjucks runs nothing of an imported page.
 */
export function escapeInline(text: string): string {
  return text
    .replace(/[\\`*[\]<]/g, "\\$&")
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
    .replace(/~~/g, "\\~\\~")
    .replace(/&(?=#|[a-z])/gi, "\\&")
    .replace(/\{(?=[{%#])/g, "&#123;");
}

/** Keeps a line from opening a heading, list, quotation, rule, fence, table or front matter. */
export function escapeLineStart(line: string): string {
  return line
    .replace(/^(#{1,6})(?=\s|$)/, "\\$1")
    .replace(/^([-+>=|:]|~(?!~[^~]))/, "\\$1")
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2");
}
