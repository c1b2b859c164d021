import type { Article } from "../article/types.ts";

/** True when a heading, or bold words that stand for one, match. */
export function hasHeading({ sections, blocks }: Article, pattern: RegExp): boolean {
  return (
    sections.some(({ heading }) => pattern.test(heading)) ||
    blocks.some(
      ({ lead, leadOnly, text }) =>
        lead !== null && (leadOnly || text.length > lead.length + 20) && pattern.test(lead),
    )
  );
}
