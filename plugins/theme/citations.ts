import type { Token } from "../article/markdown.ts";
import type { ArticleMarks, HtmlToken } from "./article-marks.ts";

/** A mark in the text that cites a source by number: "[2]". */
const CITATION = /\[(\d{1,2})\]/g;

/**
 * Numbers the places that cite a source, each linked to its entry in the list:
 * "[2]" becomes such a mark, and a link to a source's address gets one behind it.
 */
export function citeSources(tokens: readonly Token[], marks: ArticleMarks, html: HtmlToken): void {
  const cited = new Map<number, string[]>();
  const markOf = (number: number): Token => {
    const ids = cited.get(number) ?? [];
    const id = ids.length === 0 ? `v_cite_${number}` : `v_cite_${number}_${ids.length + 1}`;
    cited.set(number, [...ids, id]);
    return html(`<sup id="${id}"><a href="#v_source_${number}">${number}</a></sup>`);
  };
  let isHeading = false;
  for (const token of tokens) {
    if (token.type === "heading_open") isHeading = true;
    if (token.type === "heading_close") isHeading = false;
    if (token.type === "inline" && !isHeading && token.children !== null)
      token.children = citeInline(token.children, marks, markOf, html);
  }
  marks.cited(cited);
}

function citeInline(
  children: readonly Token[],
  { sourceNumbers, sourceCount }: ArticleMarks,
  markOf: (number: number) => Token,
  html: HtmlToken,
): Token[] {
  const cited: Token[] = [];
  let linked: number | undefined;
  let isLink = false;
  for (const token of children) {
    if (token.type === "link_open") {
      isLink = true;
      linked = sourceNumbers.get(token.attrGet("href") ?? "");
    }
    if (token.type === "text" && !isLink) cited.push(...citeText(token, sourceCount, markOf, html));
    else cited.push(token);
    if (token.type !== "link_close") continue;
    if (linked !== undefined) cited.push(markOf(linked));
    isLink = false;
  }
  return cited;
}

function citeText(
  text: Token,
  sourceCount: number,
  markOf: (number: number) => Token,
  html: HtmlToken,
): Token[] {
  const { content } = text;
  if (!content.includes("[")) return [text];
  const parts: Token[] = [];
  let end = 0;
  for (const match of content.matchAll(CITATION)) {
    const number = Number(match[1]);
    if (number < 1 || number > sourceCount) continue;
    parts.push(textToken(content.slice(end, match.index), html), markOf(number));
    end = match.index + match[0].length;
  }
  return end === 0 ? [text] : [...parts, textToken(content.slice(end), html)];
}

function textToken(content: string, html: HtmlToken): Token {
  return Object.assign(html(content), { type: "text" });
}
