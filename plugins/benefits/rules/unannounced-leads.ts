import type { Section } from "../../article/types.ts";
import { accept } from "../accept.ts";
import { announcementOf } from "../announcement.ts";
import { isBelowBenefit, isInAside } from "../place.ts";
import type { Find, Reading, Rule } from "../rule.ts";
import { boldRun, plainRuns, type Run, runsOf } from "../runs.ts";
import { isOtherArticle } from "./unannounced-sections.ts";

/** Most of a list's bold leads must say what is done to a target, for nothing else says that they are benefits. */
const SHARE = 0.7;
const ENOUGH = 3;

function bold(reading: Reading, section: Section): readonly Run[] {
  const run = boldRun(reading, section);
  return run ? [run] : [];
}

/** A list whose bold leads name benefits although nothing announces it. */
export const unannouncedLeads: Rule = {
  name: "unannounced-leads",
  find(reading, taken) {
    if (taken.count > 0 || isOtherArticle(reading)) return [];
    return reading.article.sections.flatMap((section): Find[] => {
      if (isBelowBenefit(reading, section, taken) || isInAside(reading, section)) return [];
      return [...runsOf(reading, section), ...bold(reading, section), ...plainRuns(reading, section)].flatMap(
        (run) => {
          const before = reading.article.blocks[run.from - 1];
          const isAside =
            before !== undefined &&
            before.section === section.index &&
            announcementOf(reading, before) === "aside";
          const likes = run.candidates.filter(({ likeness }) => likeness >= 1.5);
          const isEnough =
            likes.length >= (run.isHeaded ? 2 : ENOUGH) && likes.length >= run.candidates.length * SHARE;
          const isNamed =
            run.isHeaded ||
            run.isBold ||
            run.kind === "table" ||
            likes.filter(({ likeness, heading }) => likeness >= 2 && heading.length < 60).length >= ENOUGH;
          if (run.isLinks || isAside || !isEnough || !isNamed) return [];
          for (let index = run.from; index < run.to; index++) taken.blocks.add(index);
          return accept(run.candidates, "none", null).map((candidate) => ({ candidate, confidence: 0.6 }));
        },
      );
    });
  },
};
