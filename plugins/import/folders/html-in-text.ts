import { folded } from "../escape.ts";
import { noteComment } from "../exact-inline.ts";
import { attributeOf, escaped, framePart } from "../frames.ts";
import { type Edit, markdownPlaces, withEdits } from "../markdown-places.ts";
import type { Part } from "../model.ts";
import { inside } from "./tags.ts";

const FRAMED =
  /<(iframe|video|audio|object|embed|script|style|form|svg|canvas|textarea|select|noscript)\b((?:[^<>"']|"[^"]*"|'[^']*'){0,4000})>(?:([\s\S]{0,100000}?)<\/\1\s*>)?/gi;

/** Markdown with frames and players as links to what they showed; scripts, styles and forms are taken out and named. */
export function withoutFrames(text: string, note: (part: Part) => void): string {
  if (
    !/<(?:iframe|video|audio|object|embed|script|style|form|svg|canvas|textarea|select|noscript)\b/i.test(
      text,
    )
  )
    return text;
  const isCode = inside(markdownPlaces(text).code);
  const edits: Edit[] = [];
  for (const found of text.matchAll(FRAMED)) {
    if (isCode(found.index)) continue;
    const name = found[1]!.toLowerCase();
    const { html, part } = name === "form" ? FORM : framePart(name, found[2] ?? "", found[3] ?? "");
    note(part);
    edits.push({ start: found.index, end: found.index + found[0].length, text: html });
  }
  return withEdits(text, edits);
}

const FORM: ReturnType<typeof framePart> = {
  html: "",
  part: { kind: "embed", what: "form", outcome: "left-out", why: "a form needs a server that takes it" },
};

const IMAGE = /<img\b((?:[^<>"']|"[^"]*"|'[^']*'){0,4000})>|!\[((?:\\.|[^\]\\]){0,400})\]\(\s*\)/gi;

/** Pictures whose address a tag gave that only the old site could read: a note that readers do not see stands in their place. */
export function withoutBlankImages(text: string, note: (part: Part) => void): string {
  if (!/<img\b|\]\(\s*\)/i.test(text)) return text;
  const isCode = inside(markdownPlaces(text).code);
  const edits = [...text.matchAll(IMAGE)].flatMap(
    ({ index, 0: whole, 1: attributes, 2: words }): readonly Edit[] => {
      const sources = ["src", "data-src"].map((name) => attributeOf(attributes ?? "", name)?.trim() ?? "");
      if (isCode(index) || sources.some((source) => source !== "")) return [];
      const alt = folded(attributes === undefined ? (words ?? "") : (attributeOf(attributes, "alt") ?? ""));
      const why =
        "only the old site could say its address; a note that readers do not see stands in its place";
      note({ kind: "image", what: alt || "a picture without words", outcome: "left-out", why });
      const isLinked = /(?:<a\b[^<>]*>|\[)\s*$/i.test(text.slice(Math.max(0, index - 2000), index));
      const shown = isLinked ? escaped(alt || "picture") : noteComment(`picture without an address: ${alt}`);
      return [{ start: index, end: index + whole.length, text: shown }];
    },
  );
  return withEdits(text, edits);
}

const TAG_OF_IMAGE = /<img\b((?:[^<>"']|"[^"]*"|'[^']*'){0,4000}?)(\s*\/?)>/gi;

/** Pictures in HTML without words for those who do not see them get empty ones, as Markdown's have; how many is noted. */
export function withAlts(text: string, note: (part: Part) => void): string {
  if (!/<img\b/i.test(text)) return text;
  const isCode = inside(markdownPlaces(text).code);
  const edits = [...text.matchAll(TAG_OF_IMAGE)].flatMap(
    ({ index, 0: whole, 1: attributes = "", 2: end = "" }): readonly Edit[] => {
      if (isCode(index) || /(?:^|\s)alt(?:\s|=|$)/i.test(attributes.replace(/"[^"]*"|'[^']*'/g, "")))
        return [];
      const at = index + whole.length - end.length - 1;
      return [{ start: at, end: at, text: ' alt=""' }];
    },
  );
  if (edits.length > 0)
    note({
      kind: "text",
      what: "pictures without words (alt)",
      outcome: "changed",
      why: 'they have alt="" now, as for pictures that only adorn; write what the others show',
      count: edits.length,
    });
  return withEdits(text, edits);
}
