import { articleMarkdown, type Token } from "../article/markdown.ts";

/** An image in the body. */
export interface ImageMark {
  readonly src: string;
  /** null: no alternative text at all; "": said to be decoration (HTML only). */
  readonly alt: string | null;
  /** Title of the Markdown image, where writers put caption and credit. */
  readonly title: string;
  readonly line: number;
}

/** A remark `<!-- vervain-review: rule: reason -->`. */
export interface SilenceMark {
  readonly rule: string;
  readonly reason: string;
  readonly line: number;
}

/** A link written as HTML with its `rel`. */
export interface LinkMark {
  readonly href: string;
  readonly rel: string;
  readonly line: number;
}

/** What only the source text tells, beside the Article model. */
export interface Marks {
  readonly images: readonly ImageMark[];
  readonly silences: readonly SilenceMark[];
  /** Links written as HTML. */
  readonly links: readonly LinkMark[];
  /** Addresses that raw HTML loads into the page: scripts and frames. */
  readonly embeds: readonly { readonly src: string; readonly line: number }[];
  /** Lines of the body; the first is number {@link Marks.firstLine}. */
  readonly lines: readonly string[];
  readonly firstLine: number;
}

/** The marks of an article whose source is not at hand. */
export const NO_MARKS: Marks = { images: [], silences: [], links: [], embeds: [], lines: [], firstLine: 1 };

const SILENCE = /^\s*vervain-review\s*:\s*([a-z0-9-]{1,60})\s*(?::([\s\S]{0,500}))?$/i;
const LONGEST_TAG = 4_000;

/**
 * Reads the body of an article file for what the model leaves out. `bodyLine`: 1-based line on which it starts.
 * `keepsFrames`: false where no page shows its scripts and frames.
 */
export function readMarks(body: string, bodyLine: number, keepsFrames = true): Marks {
  const lines = body.split("\n");
  // Most articles hold neither image nor HTML; parsing them again would be waste.
  if (!body.includes("![") && !body.includes("<")) return { ...NO_MARKS, lines, firstLine: bodyLine };
  const found = { images: [] as ImageMark[], silences: [] as SilenceMark[], links: [] as LinkMark[] };
  const embeds: { src: string; line: number }[] = [];
  for (const token of articleMarkdown().parse(body, {})) {
    const line = (token.map?.[0] ?? 0) + bodyLine;
    if (token.type === "html_block") readHtml(token.content, line, { ...found, embeds });
    else if (token.type === "inline") readInline(token.children ?? [], line, { ...found, embeds });
  }
  return { ...found, embeds: keepsFrames ? embeds : [], lines, firstLine: bodyLine };
}

interface Found {
  readonly images: ImageMark[];
  readonly silences: SilenceMark[];
  readonly links: LinkMark[];
  readonly embeds: { src: string; line: number }[];
}

function readInline(children: readonly Token[], firstLine: number, found: Found): void {
  let line = firstLine;
  for (const token of children) {
    if (token.type === "softbreak" || token.type === "hardbreak") line++;
    else if (token.type === "html_inline") readHtml(token.content, line, found);
    else if (token.type === "image") {
      const alt = token.content.trim();
      const title = String(token.attrGet("title") ?? "");
      found.images.push({ src: token.attrGet("src") ?? "", alt: alt === "" ? null : alt, title, line });
    }
  }
}

/** Scans raw HTML for comments and for the few tags that matter; each character is looked at once. */
function readHtml(html: string, firstLine: number, found: Found): void {
  let line = firstLine;
  let counted = 0;
  for (let at = html.indexOf("<"); at >= 0; ) {
    for (; counted < at; counted++) if (html.charCodeAt(counted) === 10) line++;
    const isComment = html.startsWith("<!--", at);
    const end = html.indexOf(isComment ? "-->" : ">", at + 1);
    const stop = end < 0 ? html.length : end;
    if (isComment) readComment(html.slice(at + 4, stop), line, found);
    else if (stop - at < LONGEST_TAG) readTag(html.slice(at + 1, stop), line, found);
    at = html.indexOf("<", stop);
  }
}

function readComment(text: string, line: number, { silences }: Found): void {
  const match = SILENCE.exec(text.slice(0, 600));
  if (match)
    silences.push({ rule: (match[1] as string).toLowerCase(), reason: (match[2] ?? "").trim(), line });
}

function readTag(tag: string, line: number, { images, links, embeds }: Found): void {
  const name = /^[a-z]+/i.exec(tag)?.[0].toLowerCase();
  if (name === "img")
    images.push({
      src: read(tag, "src") ?? "",
      alt: read(tag, "alt"),
      title: read(tag, "title") ?? "",
      line,
    });
  else if (name === "a") links.push({ href: read(tag, "href") ?? "", rel: read(tag, "rel") ?? "", line });
  else if (name === "script" || name === "iframe") embeds.push({ src: read(tag, "src") ?? "", line });
}

/** Value of an attribute; "" when it has none, null when it is not there. */
function read(tag: string, attribute: string): string | null {
  const match = new RegExp(`\\s${attribute}(?:\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+)))?`, "i").exec(
    tag,
  );
  return match ? (match[1] ?? match[2] ?? match[3] ?? "").trim() : null;
}
