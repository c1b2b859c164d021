import { linkParagraph } from "../frames.ts";
import { htmlTokens, isEdge, type Token } from "./tokens.ts";

/**
 * Text of the classic editor with its line breaks as tags: a blank line parts
 * paragraphs, a single break ends a line (what WordPress's `wpautop` does).
 * Breaks beside block elements and inside preformatted text mean nothing.
 */
export function withBreaks(html: string): string {
  return mapText(html.replace(/\r\n?/g, "\n"), brokenText);
}

/** Web addresses that stand alone in a block or on a line, which WordPress shows as what they name, as links. */
export function withLinkedLines(html: string): string {
  if (!/https?:\/\//i.test(html)) return html;
  return mapText(html, (text, before, after) =>
    text.replace(
      /(^|\n)([ \t]*)(https?:\/\/[^\s<>"[\]]+)([ \t]*)(?=\n|$)/gi,
      (whole, start, _l, address, _r, at: number) => {
        const isFirst = start === "" && at === 0 && !isEdge(before);
        const isLast = at + whole.length === text.length && !isEdge(after);
        return isFirst || isLast
          ? whole
          : `${start}${linkParagraph(address.replaceAll("&amp;", "&"), address.replaceAll("&amp;", "&"))}`;
      },
    ),
  );
}

type TextChange = (text: string, before: Token | undefined, after: Token | undefined) => string;

function mapText(html: string, change: TextChange): string {
  const tokens = htmlTokens(html);
  return tokens
    .map((token, index) =>
      token.kind === "text" && !token.isVerbatim
        ? change(token.text, tokens[index - 1], tokens[index + 1])
        : token.text,
    )
    .join("");
}

const brokenText: TextChange = (text, before, after) => {
  if (!text.includes("\n")) return text;
  const start = isEdge(before) ? text.length - text.trimStart().length : 0;
  const end = Math.max(start, isEdge(after) ? text.trimEnd().length : text.length);
  // `<br>` and the break that follows it in the source are one.
  const inner =
    before?.name === "br" ? text.slice(start, end).replace(/^[ \t]*\n/, " ") : text.slice(start, end);
  const marked = inner.replace(/[ \t]*\n[ \t\n]*/g, (run) =>
    run.indexOf("\n") === run.lastIndexOf("\n") ? "<br>\n" : "<br><br>\n",
  );
  return `${start > 0 ? "\n" : ""}${marked}${end < text.length ? "\n" : ""}`;
};
