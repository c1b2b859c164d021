import type { Section } from "../plugins/article/types.ts";
import { oddsBorneOut } from "../plugins/benefits/english/borne-out.ts";
import { cleanHeading } from "../plugins/benefits/english/candidate.ts";
import { groupsOf } from "../plugins/benefits/english/groups.ts";
import { openReading } from "../plugins/benefits/english/reading.ts";
import { titleReader } from "../plugins/benefits/languages.ts";
import type { Lexicon } from "../plugins/benefits/lexicon.ts";
import { type LenientArticle, readLeniently } from "../plugins/import/lenient.ts";
import { CLOSE, closeness } from "./closeness.ts";
import type { Labelled } from "./labels.ts";
import type { Example } from "./learn.ts";
import { rowFacts } from "./row-facts.ts";

/** The project's own texts are few and each stands for a kind; chosen by cross-validation, and so that no kind is lost to what is frequent. */
export const OWN_WEIGHT = { lists: 20, sentences: 2 };

export function open({ label, text }: Labelled, lexicon: Lexicon): LenientArticle {
  return readLeniently(label.file, text, titleReader(lexicon.terms));
}

/** The groups of an article with whether most of their items are labelled as benefits. */
export function groupExamples(labelled: Labelled, lexicon: Lexicon): Example[] {
  const { label } = labelled;
  const reading = openReading(open(labelled, lexicon).article, lexicon);
  const isOneOf = (names: readonly string[], heading: string): boolean =>
    names.some((name) => closeness(name, heading) >= CLOSE);
  const names = label.benefits.map(({ heading }) => heading);
  // What stands below a benefit is its detail, whatever it looks like: it teaches nothing.
  const isDetail = (home: Section | null): boolean => {
    for (let index = home?.index ?? -1; index > 0; index = reading.article.sections[index]?.parent ?? -1) {
      const heading = cleanHeading(reading.article.sections[index]?.heading ?? "").heading;
      if (isOneOf(names, heading) || isOneOf(label.optionalAnchors, heading)) return true;
    }
    return false;
  };
  return groupsOf(reading)
    .filter(({ home }) => !isDetail(home))
    .filter(({ isLinks, items }) => !isLinks && items.some(({ candidate }) => candidate.against === null))
    .flatMap((group): Example[] => {
      const headings = group.items
        .filter(({ candidate }) => candidate.against === null)
        .map(({ candidate }) => candidate.heading);
      const hits = headings.filter((heading) => isOneOf(names, heading)).length;
      const free = headings.filter((heading) => isOneOf(label.optionalAnchors, heading)).length;
      if (free > headings.length / 2) return [];
      return [
        {
          facts: rowFacts(reading, group),
          odds: oddsBorneOut(reading, group),
          isTrue: hits >= headings.length / 2,
          weight: labelled.source === "own" ? OWN_WEIGHT.lists : 1,
        },
      ];
    });
}
