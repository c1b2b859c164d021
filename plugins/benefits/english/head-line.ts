import type { Block } from "../../article/types.ts";
import { LETTERED } from "./numbering.ts";

const HEAD_WORDS = 12;

/** A short line that stands as a heading without being one: bold, or without a full stop. */
export function isHeadLine(block: Block): boolean {
  if (block.kind !== "paragraph" && block.kind !== "listItem") return false;
  if (block.leadOnly) return true;
  if ((block.lines?.length ?? 0) > 0 || !isShort(block.text)) return false;
  return !/[.!?](?:\s|$)/.test(block.text.replace(LETTERED, ""));
}

/** Paragraphs are not parted to count their words. */
function isShort(text: string): boolean {
  let at = -1;
  for (let words = 1; words <= HEAD_WORDS; words++) {
    at = text.indexOf(" ", at + 1);
    if (at < 0) return true;
  }
  return false;
}
