import { createRequire } from "node:module";
import type * as htmlparser2 from "htmlparser2";
import { cssInFolder, type IsPage, inFolder } from "../corpus/site-folder.ts";

const require = createRequire(import.meta.url);

/** Attributes that hold one address. @see https://html.spec.whatwg.org/multipage/indices.html#attributes-3 */
const WHOLE = new Set(
  "action background cite data formaction href longdesc poster src xlink:href".split(" "),
);
/** Attributes that hold several, each with what it is for. */
const LISTS = new Set(["srcset", "imagesrcset"]);

/**
 * A page with the addresses that begin at the top put into the site's folder:
 * in attributes, in styles inside the page and where it leads on by itself.
 * Everything else, comments and scripts among it, is as it was to the byte.
 *
 * @param folder "/repo"; "" leaves the page alone
 */
export function htmlInFolder(html: string, folder: string, isPage: IsPage = () => false): string {
  if (folder === "") return html;
  const edits: Edit[] = [];
  const edit = (span: Span, change: Change): void => {
    const written = html.slice(...span);
    const text = change(written, folder, isPage);
    if (text !== written) edits.push({ span, text });
  };
  let tag = "";
  let isRefresh = false;
  let content: Span | null = null;
  let styleStart = -1;
  // Loaded where a site lies in a folder, and a page of it is made.
  const { Parser } = require("htmlparser2") as typeof htmlparser2;
  const parser = new Parser({
    onopentagname(name) {
      [tag, isRefresh, content] = [name, false, null];
    },
    onattribute(name, value) {
      const span = valueSpan(html, parser.startIndex, parser.endIndex);
      if (tag === "meta" && name === "http-equiv") isRefresh = value.trim().toLowerCase() === "refresh";
      if (tag === "meta" && name === "content") content = span;
      const change = changeOf(name);
      if (change !== null) edit(span, change);
    },
    onopentag(name) {
      if (isRefresh && content !== null) edit(content, refreshInFolder);
      if (name === "style") styleStart = parser.endIndex + 1;
    },
    onclosetag(name) {
      if (name !== "style" || styleStart < 0) return;
      const end = html.indexOf("</", styleStart);
      if (end > styleStart) edit([styleStart, end], cssInFolder);
      styleStart = -1;
    },
  });
  parser.end(html);
  return edited(html, edits);
}

type Span = readonly [start: number, end: number];
type Change = (value: string, folder: string, isPage: IsPage) => string;

interface Edit {
  readonly span: Span;
  readonly text: string;
}

function edited(html: string, edits: readonly Edit[]): string {
  let done = 0;
  let text = "";
  for (const edit of [...edits].sort((a, b) => a.span[0] - b.span[0])) {
    text += html.slice(done, edit.span[0]) + edit.text;
    done = edit.span[1];
  }
  return text + html.slice(done);
}

function changeOf(name: string): Change | null {
  if (WHOLE.has(name)) return wholeInFolder;
  if (LISTS.has(name)) return listInFolder;
  return name === "style" ? cssInFolder : null;
}

/** Where an attribute's value stands, without quotes; an empty place for one that has none. */
function valueSpan(html: string, start: number, end: number): Span {
  const [, before = "", quote = ""] = /^([^\s=]+\s*=\s*)(["']?)/.exec(html.slice(start, end)) ?? [];
  if (before === "") return [end, end];
  const from = start + before.length + quote.length;
  const to = quote === "" ? end : html.indexOf(quote, from);
  return [from, Math.max(to, from)];
}

function wholeInFolder(value: string, folder: string, isPage: IsPage): string {
  const [space = ""] = /^\s*/.exec(value) ?? [];
  return space + inFolder(value.slice(space.length), folder, isPage);
}

/** Each address begins the list, or follows a space or the comma after a width or density. */
function listInFolder(value: string, folder: string, isPage: IsPage): string {
  return value.replace(
    /(^|\s|[wxh],)(\/[^\s]*)/g,
    (_, before: string, address: string) => before + inFolder(address, folder, isPage),
  );
}

function refreshInFolder(value: string, folder: string, isPage: IsPage): string {
  return value.replace(
    /^(\s*[\d.]+\s*[;,]\s*(?:url\s*=\s*)?)(\/\S*)/i,
    (_, before: string, address: string) => before + inFolder(address, folder, isPage),
  );
}
