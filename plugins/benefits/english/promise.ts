import { isHeadLine } from "./head-line.ts";
import type { Reading } from "./reading.ts";
import { countInTitle } from "./title.ts";

/** How many benefits the article promises, and where; null when it promises none. */
export function countPromised(
  reading: Reading,
  foundCount: number,
): { readonly count: number; readonly from: "title" | "umbrella"; readonly line: number } | null {
  const { article } = reading;
  const inTitle = article.titleFacts.benefitCount;
  if (inTitle !== null) return { count: inTitle, from: "title", line: 1 };
  if (foundCount === 0) return null;
  for (const { heading, line, level } of article.sections) {
    const count = level > 0 ? countInTitle(heading) : null;
    if (count !== null) return { count, from: "umbrella", line };
  }
  return inSentence(reading, foundCount);
}

/** "Here are seven benefits of …": believed of a sentence only where the article lists about as many. */
function inSentence(
  { article }: Reading,
  foundCount: number,
): { count: number; from: "umbrella"; line: number } | null {
  const offered = new Set(article.alsoRead.map(({ line }) => line));
  for (const block of article.blocks) {
    if (offered.has(block.line) || block.links.length > 0) continue;
    if (block.kind === "code" || block.kind === "tableRow") continue;
    for (const sentence of block.text.split(/[.!?\n]/)) {
      const count = /benefit|advantage|way|reason/i.test(sentence) ? countInTitle(sentence) : null;
      const isAbout = count !== null && Math.abs(count - foundCount) <= Math.max(1, foundCount * 0.25);
      if (count !== null && (isAbout || isHeadLine(block)))
        return { count, from: "umbrella", line: block.line };
    }
  }
  return null;
}
