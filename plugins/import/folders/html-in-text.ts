import { framePart } from "../frames.ts";
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
