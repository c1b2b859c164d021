import type { Token } from "../article/markdown.ts";
import { escapeHtml } from "../page/escape.ts";
import type { CalloutView } from "../page/parts.ts";
import type { ArticleMarks, HtmlToken } from "./article-marks.ts";
import { renderCallout } from "./callout.ts";

const FIRST_BLOCKS = new Set(["paragraph_open", "list_item_open", "tr_open", "fence", "code_block"]);

/** Replaces the author's "Also Read" lines by boxes; text on other lines of the same paragraph stays. */
export function takeOffers(tokens: readonly Token[], marks: ArticleMarks, html: HtmlToken): Token[] {
  const bodyLine = firstLineOf(tokens, marks);
  const kept: Token[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index] as Token;
    const inline = tokens[index + 1];
    const closing = tokens[index + 2];
    kept.push(token);
    if (token.map === null || inline?.type !== "inline" || closing === undefined) continue;
    const taken = takeLines(inline, token.map[0] + bodyLine, marks);
    if (taken.length === 0) continue;
    const isGone = isBlank(inline);
    if (isGone) kept.pop();
    else kept.push(inline, closing);
    const id = isGone ? token.attrGet("id") : null;
    // The writer's own links to a heading that became a box still lead there.
    if (id !== null && isLinkedTo(tokens, id)) kept.push(html(`<span id="${escapeHtml(id)}"></span>`));
    kept.push(html(taken.map(renderCallout).join("")));
    index += 2;
  }
  return kept;
}

function isLinkedTo(tokens: readonly Token[], id: string): boolean {
  return tokens.some(({ children }) =>
    children?.some((child) => child.type === "link_open" && child.attrGet("href") === `#${id}`),
  );
}

/** Takes the lines that are offers out of an inline token; what is left stands as before. */
function takeLines(inline: Token, firstLine: number, { callouts }: ArticleMarks): readonly CalloutView[] {
  const lines = splitLines(inline.children ?? []);
  const taken: CalloutView[] = [];
  const left = lines.filter((_, index) => {
    const found = callouts.get(firstLine + index);
    if (found !== undefined) taken.push(...found);
    return found === undefined;
  });
  if (taken.length > 0) inline.children = left.flat();
  return taken;
}

/** Children by source line; each line but the last ends with its break. */
function splitLines(children: readonly Token[]): Token[][] {
  const lines: Token[][] = [[]];
  for (const child of children) {
    lines.at(-1)?.push(child);
    if (child.type === "softbreak" || child.type === "hardbreak") lines.push([]);
  }
  return lines;
}

function isBlank({ children }: Token): boolean {
  return (children ?? []).every(({ type, content }) => type.endsWith("break") || content.trim() === "");
}

/** 1-based line of the file on which the rendered text starts, found by a heading or block the model knows. */
function firstLineOf(tokens: readonly Token[], { lineOfAnchor, firstBlockLine }: ArticleMarks): number {
  for (const token of tokens) {
    const line = token.type === "heading_open" ? lineOfAnchor.get(token.attrGet("id") ?? "") : undefined;
    if (line !== undefined && token.map !== null) return line - token.map[0];
  }
  const first = tokens.find(({ type, map }) => map !== null && FIRST_BLOCKS.has(type));
  return firstBlockLine - (first?.map?.[0] ?? 0);
}
