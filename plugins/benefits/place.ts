import type { Section } from "../article/types.ts";
import type { Reading } from "./reading.ts";
import type { Taken } from "./rule.ts";

/** True where a section, or one that holds it, is a benefit already read. */
export function isBelowBenefit({ article }: Reading, section: Section, taken: Taken): boolean {
  for (let index = section.index; index >= 0; index = article.sections[index]?.parent ?? -1) {
    if (taken.sections.has(index)) return true;
  }
  return false;
}

/** True where a section, or one that holds it, holds no benefits: sources, side effects, tips. */
export function isInAside(reading: Reading, section: Section): boolean {
  const { sections } = reading.article;
  for (let index = section.index; index > 0; index = sections[index]?.parent ?? -1) {
    const { heading, level } = sections[index] as Section;
    // A title at the top speaks for the whole article, in which anything may stand.
    if (level === 1) continue;
    const { isAside, isAdvice, isHarm, isElsewhere } = reading.roleOf(heading);
    if (isAside || isAdvice || isHarm || isElsewhere) return true;
  }
  return false;
}
