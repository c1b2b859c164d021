import { sanitizeHtml } from "../build/sanitize.ts";
import { type BlockContext, readBlocks, type Wraps } from "./blocks.ts";
import { folded } from "./escape.ts";
import { lineOf, preformatted } from "./page.ts";
import type { Piece } from "./pieces.ts";
import { LINE_ATTRIBUTE } from "./source.ts";
import { tablePiece } from "./tables.ts";

/** What reading the blocks of an export depends on. */
export interface ExactBlocks {
  /** Ids that a link of the text leads to. */
  readonly targets: ReadonlySet<string>;
}

/**
 * Reads what a writer set and a page's rules would flatten: pictures with
 * their captions, details, code with its language, tables that Markdown has
 * no signs for, places that links lead to. null for everything else.
 */
export function exactReader({ targets }: ExactBlocks): NonNullable<BlockContext["exact"]> {
  return (element, context, wraps) => {
    const id = element.getAttribute("id") ?? "";
    const pieces = readExactly(element, context, wraps);
    if (!targets.has(id) || id === "") return pieces;
    const place: Piece = {
      kind: "raw",
      html: `<div id="${id.replace(/["&<>\n]/g, "")}"></div>`,
      text: "",
      line: lineOf(element),
    };
    element.removeAttribute("id");
    return [place, ...(pieces ?? readBlocks(wrapped(element), context, wraps))];
  };
}

/** The element alone in a holder of its own, so that it is read by the usual rules. */
function wrapped(element: Element): Element {
  const holder = element.ownerDocument.createElement("div");
  holder.appendChild(element.cloneNode(true));
  return holder;
}

function readExactly(element: Element, context: BlockContext, wraps: Wraps): Piece[] | null {
  switch (element.tagName) {
    case "FIGURE":
      return figurePieces(element, context, wraps);
    case "DETAILS":
      return detailsPieces(element, context);
    case "TABLE":
      return tableOrHtml(element, context);
    case "PRE":
      return codePiece(element);
    case "UL":
      return galleryPieces(element, context, wraps);
    default:
      return null;
  }
}

function raw(html: string, text: string, element: Element): Piece {
  return { kind: "raw", html, text, line: lineOf(element) };
}

/** A picture with a caption; a figure of anything else is read by what is in it. */
function figurePieces(figure: Element, context: BlockContext, wraps: Wraps): Piece[] | null {
  const caption = [...figure.children].find(({ tagName }) => tagName === "FIGCAPTION");
  const pictures = [...figure.querySelectorAll("img")].filter((image) => !caption?.contains(image));
  if (
    !caption ||
    folded(caption.textContent ?? "") === "" ||
    pictures.length !== 1 ||
    figure.querySelector("figure")
  )
    return null;
  const words = readBlocks(caption, context);
  caption.remove();
  return [
    raw("<figure>", "", figure),
    ...readBlocks(figure, context, wraps),
    raw("<figcaption>", "", figure),
    ...words,
    raw("</figcaption>\n</figure>", "", figure),
  ];
}

/** A list of nothing but pictures is a gallery: each stands for itself. */
function galleryPieces(list: Element, context: BlockContext, wraps: Wraps): Piece[] | null {
  const items = [...list.children];
  const isGallery =
    items.length > 0 &&
    items.every((item) => item.children.length === 1 && item.querySelector(":scope > figure img") !== null);
  return isGallery ? items.flatMap((item) => readBlocks(item, context, wraps)) : null;
}

function detailsPieces(details: Element, context: BlockContext): Piece[] {
  const summary = [...details.children].find(({ tagName }) => tagName === "SUMMARY");
  const title = folded(summary?.textContent ?? "");
  summary?.remove();
  const escaped = title.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("{", "&#123;");
  return [
    raw(`<details>\n<summary>${escaped}</summary>`, title, details),
    ...readBlocks(details, context),
    raw("</details>", "", details),
  ];
}

/** A table in Markdown's signs where they suffice, as clean HTML where cells span or hold blocks. */
function tableOrHtml(table: Element, context: BlockContext): Piece[] | null {
  const rows = [...table.querySelectorAll("tr")];
  const width = Math.max(
    0,
    ...rows.map((row) => [...row.children].filter((cell) => /^T[DH]$/.test(cell.tagName)).length),
  );
  const isLayout =
    table.getAttribute("role") === "presentation" || width < 2 || table.querySelector("table, form") !== null;
  if (isLayout) return null;
  const spans = table.querySelector("[colspan]:not([colspan='1']), [rowspan]:not([rowspan='1'])") !== null;
  const simple = spans ? null : tablePiece(table, (inside) => readBlocks(inside, context));
  if (simple !== null) return simple;
  // Read for its links and pictures, which count wherever they stand.
  readBlocks(table, { ...context, exact: undefined });
  return [raw(cleanHtml(table), folded(table.textContent ?? ""), table)];
}

function cleanHtml(element: Element): string {
  for (const marked of [element, ...element.querySelectorAll("*")])
    for (const name of [LINE_ATTRIBUTE, "class", "style"]) marked.removeAttribute(name);
  return sanitizeHtml(element.outerHTML)
    .replace(/\s*\n\s*/g, "\n")
    .replaceAll("{", "&#123;")
    .trim();
}

/** Preformatted text that is code stays code, whatever signs are in it. */
function codePiece(element: Element): Piece[] | null {
  const code = element.querySelector("code");
  const names = `${element.getAttribute("class") ?? ""} ${code?.getAttribute("class") ?? ""}`;
  const language = /(?:language-|lang-|lang:|brush:\s*)([\w+#-]{1,20})/.exec(names)?.[1];
  if (!code && language === undefined) return null;
  const text = preformatted(element).replace(/^\n|\s+$/g, "");
  if (text === "") return [];
  return [{ kind: "code", text, ...(language === undefined ? {} : { language }), line: lineOf(element) }];
}
