import { decodeHTML } from "entities";
import { containersOf, readBlocks } from "./blocks.ts";
import { exactReader } from "./exact-blocks.ts";
import { framePart } from "./frames.ts";
import { inlineReader } from "./inline.ts";
import { writeMarkdown } from "./markdown.ts";
import type { Part } from "./model.ts";
import { elementsOf, parsePage } from "./page.ts";
import { type Piece, textOf } from "./pieces.ts";

/** Where addresses of a text lead now. */
export interface Rewriting {
  /** The text's own old address: what its relative addresses are meant from; null when it is not known. */
  readonly base: string | null;
  /** Where a link leads now; null takes it off its words. */
  readonly link: (href: string, holdsPicture: boolean) => string | null;
  /** Where a picture of this import is that a link of words leads to: no page publishes it as a file, so it is shown. */
  readonly linkedPicture: (href: string) => string | null;
  /** Where a picture is now; null where nobody can say, and a note stands in its place. */
  readonly image: (src: string) => string | null;
}

/** A text as Markdown, with what could not become words of it. */
export interface ExactText {
  readonly markdown: string;
  /** Words of its first paragraph; "" without one. */
  readonly lead: string;
  readonly parts: readonly Part[];
}

/**
 * The body of an exported document as Markdown: everything that its writer set,
 * nothing taken for chrome. What cannot run here (scripts, frames, players,
 * forms) becomes a link or is named in `parts`. Never throws on content.
 */
export function readExact(html: string, rewriting: Rewriting): ExactText {
  const parts: Part[] = [];
  const document = parsePage(withHeldPlayers(html), {
    keepsTemplates: true,
    replace: (name, attributes, inner) => {
      const frame = framePart(name, attributes, inner);
      parts.push(frame.part);
      return frame.html;
    },
  });
  const page = document.documentElement;
  parts.push(...withoutControls(page));
  withoutDoubles(page);
  const targets = targetsOf(html);
  const reader = inlineReader({
    base: rewriting.base,
    images: "keep",
    exact: {
      link: (href, element) => rewriting.link(href, element.querySelector("img") !== null),
      image: (src) => rewriting.image(src),
      linkedPicture: (href) => rewriting.linkedPicture(href),
      targets,
      dropped: (element) =>
        parts.push({
          kind: "image",
          what: element.getAttribute("src")?.slice(0, 80) || "a picture without address",
          outcome: "left-out",
          why: "no address that a browser may load",
        }),
    },
  });
  const context = {
    document,
    reader,
    containers: containersOf(elementsOf(page)),
    exact: exactReader({ targets }),
  };
  const pieces = belowTitle(readBlocks(page, context), parts);
  const { markdown } = writeMarkdown(pieces);
  const lead = pieces.find((piece) => piece.kind === "paragraph" && textOf(piece).trim() !== "");
  return { markdown, lead: lead ? textOf(lead) : "", parts };
}

/** Headings a level lower where one has the level of the page's title: a page has one. */
function belowTitle(pieces: readonly Piece[], parts: Part[]): readonly Piece[] {
  const count = pieces.filter((piece) => piece.kind === "heading" && piece.level === 1).length;
  if (count === 0) return pieces;
  parts.push({
    kind: "text",
    what: "headings",
    outcome: "changed",
    why: "one had the level of the title; all are a level lower",
    count,
  });
  return pieces.map((piece) =>
    piece.kind === "heading" ? { ...piece, level: Math.min(6, piece.level + 1) } : piece,
  );
}

/** Ids that a link of the text leads to. */
function targetsOf(html: string): ReadonlySet<string> {
  return new Set([...html.matchAll(/\bhref\s*=\s*["']?#([^"'\s>]{1,200})/gi)].map(([, id]) => decoded(id!)));
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

/** Players that a script was to put in from a value of their element (Squarespace's `data-html`), in their place. */
function withHeldPlayers(html: string): string {
  if (!html.includes("data-html=")) return html;
  return html.replace(/<div\b[^<>]*?\sdata-html="([^"]*)"[^<>]*>/gi, (whole, value: string) => {
    const held = decodeHTML(value);
    return /^\s*<(?:iframe|video|audio)\b/i.test(held) ? whole + held : whole;
  });
}

/** Takes out pictures for browsers without scripts where the one that a script was to load stands beside it. */
function withoutDoubles(page: Element): void {
  for (const stand of [...page.querySelectorAll("noscript")]) {
    const src = stand.querySelector("img")?.getAttribute("src") ?? "";
    const others = [...(stand.parentElement?.querySelectorAll("img") ?? [])].filter(
      (image) => image.closest("noscript") === null,
    );
    const names = ["src", "data-src", "data-lazy-src", "data-original"];
    if (src !== "" && others.some((image) => names.some((name) => image.getAttribute(name) === src)))
      stand.remove();
  }
}

/** Takes out what only works with a server: fields and buttons of forms. Their words stay. */
function withoutControls(page: Element): readonly Part[] {
  const controls = [...page.querySelectorAll("input, button, label + select")];
  for (const control of controls) if (control.tagName === "INPUT") control.remove();
  const forms = page.querySelectorAll("form").length;
  return forms === 0
    ? []
    : [
        {
          kind: "embed",
          what: "form",
          outcome: "left-out",
          why: "a form needs a server that takes it; its words stay",
          count: forms,
        },
      ];
}
