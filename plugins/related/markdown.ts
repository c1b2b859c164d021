import type MarkdownIt from "markdown-it";
import type { Token } from "../article/markdown.ts";
import type { ArticleRecord } from "../corpus/types.ts";
import { type BoxLink, boxHtml } from "./box.ts";

/** What is marked in one article's Markdown. */
export interface ReadingMarks {
  readonly record: ArticleRecord;
  /** Another article's address and title; null: it is not shown. */
  readonly linkTo: (id: string) => BoxLink | null;
  /** 1-based line of the file on which the body starts. */
  readonly bodyLine: number;
}

/**
 * Teaches a Markdown renderer to link authors' "Also Read" lines and to set
 * boxes into the text, for sites with layouts of their own.
 *
 * @param marksOf finds the marks of the page from the renderer's environment; null: nothing is marked
 */
export function amendReading(md: MarkdownIt, marksOf: (env: unknown) => ReadingMarks | null): void {
  md.core.ruler.push("vervain_also_read", (state) => {
    const marks = marksOf(state.env);
    if (marks === null) return;
    const make: TokenMaker = (type, tag, nesting) => new state.Token(type, tag, nesting);
    linkOffers(state.tokens, marks, make);
    state.tokens = withBoxes(state.tokens, marks, make);
  });
}

type TokenMaker = (type: string, tag: string, nesting: -1 | 0 | 1) => Token;

/** Puts the boxes of the article before the headings that follow their sections. */
function withBoxes(
  tokens: readonly Token[],
  { record, linkTo, bodyLine }: ReadingMarks,
  make: TokenMaker,
): Token[] {
  const boxes = new Map<number, BoxLink>();
  const { sections } = record.article;
  for (const { section, id } of record.callouts) {
    const level = sections[section]?.level ?? 0;
    const next = sections.find((other) => other.index > section && other.level <= level);
    const link = linkTo(id);
    if (next && link) boxes.set(next.line, link);
  }
  return tokens.flatMap((token) => {
    const line = token.type === "heading_open" && token.map ? token.map[0] + bodyLine : 0;
    const link = boxes.get(line);
    if (!link) return [token];
    return [Object.assign(make("html_block", "", 0), { content: `${boxHtml(link)}\n` }), token];
  });
}

/** Links what the author's lines offer by title alone; links that the author wrote stay, unless they lead nowhere. */
function linkOffers(
  tokens: readonly Token[],
  { record, linkTo, bodyLine }: ReadingMarks,
  make: TokenMaker,
): void {
  const byLine = new Map<number, (BoxLink & { readonly written: string })[]>();
  for (const { line, title, id, by } of record.offers) {
    const link = id === null || by === "url" || by === "path" ? null : linkTo(id);
    if (link) byLine.set(line, [...(byLine.get(line) ?? []), { ...link, written: title }]);
  }
  if (byLine.size === 0) return;
  for (const token of tokens) {
    if (token.type !== "inline" || !token.map || !token.children) continue;
    const first = token.map[0] + bodyLine;
    token.children = linesOf(token.children).flatMap((line, at) =>
      (byLine.get(first + at) ?? []).reduce((children, link) => linked(children, link, make), line),
    );
  }
}

/** Children by source line; each line but the last ends with its break. */
function linesOf(children: readonly Token[]): Token[][] {
  const lines: Token[][] = [[]];
  for (const child of children) {
    lines.at(-1)!.push(child);
    if (child.type === "softbreak" || child.type === "hardbreak") lines.push([]);
  }
  return lines;
}

/** The line with the written title made a link; a link of that text is led right. */
function linked(
  line: readonly Token[],
  { url, written }: BoxLink & { readonly written: string },
  make: TokenMaker,
): Token[] {
  const open = line.findIndex(
    ({ type }, at) => type === "link_open" && line[at + 1]?.content.trim() === written,
  );
  if (open >= 0) {
    line[open]!.attrSet("href", url);
    return [...line];
  }
  const at = line.findIndex(({ type, content }) => type === "text" && content.includes(written));
  if (at < 0) return [...line];
  const { content, level } = line[at]!;
  const start = content.lastIndexOf(written);
  const text = (words: string): Token => Object.assign(make("text", "", 0), { content: words, level });
  const opening = make("link_open", "a", 1);
  opening.attrSet("href", url);
  const pieces = [text(content.slice(0, start)), opening, text(written), make("link_close", "a", -1)];
  const rest = text(content.slice(start + written.length));
  return [...line.slice(0, at), ...pieces, rest, ...line.slice(at + 1)];
}
