import type { Section } from "../../article/types.ts";
import { type Candidate, fromSection } from "../candidate.ts";
import { isInAside } from "../place.ts";
import type { Find, Reading, Rule } from "../rule.ts";

/** Sibling headings that name benefits although nothing announces them ("Turmeric and Heart Health"). */
export const unannouncedSections: Rule = {
  name: "unannounced-sections",
  find(reading, taken) {
    if (taken.count > 0 || isOtherArticle(reading)) return [];
    const rows = [reading.top, ...reading.children].map((row) => benefitsOf(reading, row));
    const best = rows.sort((a, b) => b.length - a.length)[0] ?? [];
    for (const { section } of best) taken.sections.add(section.index);
    return best.map(({ candidate }): Find => ({ candidate, confidence: 0.7 }));
  },
};

/** Advice, harm and other people's benefits hold none, however their headings sound. */
export function isOtherArticle({ titleRole, article }: Reading): boolean {
  return (
    titleRole.isAdvice ||
    titleRole.isHarm ||
    titleRole.isStrictAside ||
    titleRole.isElsewhere ||
    (article.titleFacts.therapies.length === 0 && titleRole.isQuestion)
  );
}

function isClaimQuestion({ roleOf }: Reading, heading: string): boolean {
  const { isQuestion, claims } = roleOf(heading);
  return isQuestion && claims.length > 0;
}

const ENOUGH = 2;

function benefitsOf(reading: Reading, row: readonly Section[]): { section: Section; candidate: Candidate }[] {
  const likes = row
    .filter((section) => !isInAside(reading, section))
    .map((section) => ({ section, candidate: fromSection(reading, section) }))
    .filter(({ candidate }) => candidate.likeness >= 1.5 && candidate.canonicals.length > 0);
  const isAboutTherapy = reading.subject.size > 0;
  const direct = likes.filter(({ candidate }) => candidate.likeness >= 2).length;
  // Of several questions, those answered with yes are benefits, even if only one is.
  const isAsked = row.filter(({ heading }) => isClaimQuestion(reading, heading)).length >= ENOUGH;
  if (isAsked && isAboutTherapy) return likes;
  const isEnough = isAboutTherapy ? likes.length >= ENOUGH : likes.length >= 3 && direct >= 2;
  return isEnough ? likes : [];
}
