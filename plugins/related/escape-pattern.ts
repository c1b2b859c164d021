/** A text as a pattern that matches it: with signs of the syntax escaped and no other, which the flag "u" forbids. */
export function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
