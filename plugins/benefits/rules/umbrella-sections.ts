import { isBelowBenefit, isInAside } from "../place.ts";
import type { Rule } from "../rule.ts";
import { anchorsUnder } from "../umbrella.ts";

/** Under a heading that announces benefits: "Benefits of …", "Therapeutic Properties", "Why Try …?". */
export const umbrellaSections: Rule = {
  name: "umbrella-sections",
  find(reading, taken) {
    if (reading.titleRole.isElsewhere) return [];
    return reading.article.sections.flatMap((section) => {
      if (section.level === 0 || isBelowBenefit(reading, section, taken)) return [];
      const isAnnounced = reading.roleOf(section.heading).isUmbrella && !isInAside(reading, section);
      // The first heading often repeats the title; what is below it is read by the headings inside.
      if (!isAnnounced || isTitle(section.level, section.heading, reading.article.title)) return [];
      if (hasReadBlocks(section.blocks, taken.blocks)) return [];
      return anchorsUnder(reading, section, taken).map((candidate) => ({ candidate, confidence: 0.9 }));
    });
  },
};

function isTitle(level: number, heading: string, title: string): boolean {
  return level === 1 && heading.trim().toLowerCase() === title.trim().toLowerCase();
}

function hasReadBlocks([start, end]: readonly [number, number], blocks: ReadonlySet<number>): boolean {
  for (let index = start; index < end; index++) if (blocks.has(index)) return true;
  return false;
}
