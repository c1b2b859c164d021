import type { Block } from "../../article/types.ts";

const HEAD_WORDS = 12;

/** A short line that stands as a heading without being one: bold, or without a full stop. */
export function isHeadLine(block: Block): boolean {
  if (block.kind !== "paragraph" && block.kind !== "listItem") return false;
  if (block.leadOnly) return true;
  const words = block.text.split(" ").length;
  return words <= HEAD_WORDS && !/[.!?](?:\s|$)/.test(block.text) && (block.lines?.length ?? 0) === 0;
}
