import { articleMarkdown, type Token } from "../../article/markdown.ts";
import { splitFrontMatter } from "../../article/split.ts";
import { withoutTemplateMarks } from "../../article/template-marks.ts";
import { escapePattern } from "../escape-pattern.ts";
import { type Passage, type PassageLink, passagesOf } from "./passages.ts";
import type { LinkPlace } from "./types.ts";

/** The file with the link in it, or why it cannot be set there. */
export type LinkSet = { readonly text: string } | { readonly fault: string };

/**
 * Makes a phrase of an article a Markdown link and leaves every other byte as
 * it was. The text is read again afterwards: what would come out as anything
 * else than the same text with this one link more is not given back.
 *
 * @param source the whole file
 */
export function setLink(source: string, place: LinkPlace, url: string): LinkSet {
  const { body } = splitFrontMatter(source);
  const offset = source.length - body.length;
  const before = passagesOf(body);
  const passage = before[place.passage];
  if (passage?.text !== place.text)
    return { fault: "expected the text as it was read, received another. Look at it again." };
  const href = hrefOf(url);
  for (const { start, end } of occurrences(body, passage, place)) {
    const linked = `${body.slice(0, start)}[${body.slice(start, end)}](${href})${body.slice(end)}`;
    if (isAsMeant(before, passagesOf(linked), place, href) && isOneLinkMore(body, linked, href))
      return { text: source.slice(0, offset) + linked };
  }
  return {
    fault:
      "expected a phrase that stands in the file as readers see it, received marks within it. Write the link by hand.",
  };
}

/** The address as it stands between round brackets. */
function hrefOf(url: string): string {
  return articleMarkdown()
    .normalizeLink(url)
    .replace(/[()]/g, (bracket) => (bracket === "(" ? "%28" : "%29"));
}

/** Where the phrase stands in the source of its passage's lines; white space may be a line end there. */
function* occurrences(
  body: string,
  { lineAt, text }: Passage,
  { start, end }: LinkPlace,
): Generator<{ readonly start: number; readonly end: number }> {
  const words = text.slice(start, end).split(" ").map(escapePattern);
  const pattern = new RegExp(words.join("(?:[ \\t]|[ \\t]*\\r?\\n[ \\t>]*)"), "g");
  const from = lineStart(body, lineAt(start));
  const to = lineStart(body, lineAt(end - 1) + 1);
  pattern.lastIndex = from;
  for (let found = pattern.exec(body); found !== null && found.index < to; found = pattern.exec(body))
    yield { start: found.index, end: found.index + found[0].length };
}

/** Offset of a 1-based line. */
function lineStart(text: string, line: number): number {
  let at = 0;
  for (let count = 1; count < line; count++) {
    const next = text.indexOf("\n", at);
    if (next < 0) return text.length;
    at = next + 1;
  }
  return at;
}

/** Whether the passages are the same but for the one link. */
function isAsMeant(
  before: readonly Passage[],
  after: readonly Passage[],
  { passage, start, end }: LinkPlace,
  href: string,
): boolean {
  if (before.length !== after.length) return false;
  return before.every(({ text, links }, at) => {
    const other = after[at]!;
    const wanted =
      at === passage ? [...links, { start, end, href }].sort((a, b) => a.start - b.start) : links;
    return text === other.text && sameLinks(wanted, other.links);
  });
}

function sameLinks(a: readonly PassageLink[], b: readonly PassageLink[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ start, end, href }, at) => {
      const other = b[at]!;
      return start === other.start && end === other.end && href === other.href;
    })
  );
}

/** Whether one text is read as the other is, but for one link to `href` more. */
function isOneLinkMore(before: string, after: string, href: string): boolean {
  const wanted = traceOf(before).join("\n");
  const pieces = traceOf(after);
  const opening = `link_open ${href}`;
  return pieces.some((piece, at) => {
    if (piece !== opening) return false;
    const end = pieces.indexOf("link_close", at);
    return joinTexts(pieces.filter((_, other) => other !== at && other !== end)).join("\n") === wanted;
  });
}

/** Everything that a text is read as, piece by piece. */
function traceOf(body: string): string[] {
  const pieces: string[] = [];
  const read = (token: Token): void => {
    if (token.type === "inline") for (const child of token.children ?? []) read(child);
    else if (token.type === "text") pieces.push(`${TEXT}${token.content}`);
    else if (token.type === "link_close") pieces.push(token.type);
    else if (token.type === "link_open" && token.attrs?.length === 1)
      pieces.push(`link_open ${token.attrGet("href")}`);
    else
      pieces.push(
        JSON.stringify([token.type, token.tag, token.markup, token.info, token.attrs, token.content]),
      );
  };
  for (const token of articleMarkdown().parse(withoutTemplateMarks(body), {})) read(token);
  return joinTexts(pieces);
}

/** Begins a piece that is text. */
const TEXT = "=";

/** Texts side by side as one, empty ones left out. */
function joinTexts(pieces: readonly string[]): string[] {
  const joined: string[] = [];
  for (const piece of pieces) {
    if (piece === TEXT) continue;
    if (piece.startsWith(TEXT) && joined.at(-1)?.startsWith(TEXT)) joined.push(joined.pop() + piece.slice(1));
    else joined.push(piece);
  }
  return joined;
}
