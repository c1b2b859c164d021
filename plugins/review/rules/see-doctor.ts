import { hasHeading } from "../aspects.ts";
import type { ArticleRule } from "../types.ts";

const WHEN_HEADING =
  /\bwhen (?:to|should (?:you|i|we|one)|you should|do i need to|it is time to) (?:see|call|contact|get|seek|visit|ask|talk|speak|go|consult|worry)\b|\b(?:see|seeing|call|ask|consult|talk to|speak to) (?:a|your|the) (?:doctor|gp|physician|pharmacist|midwife|professional|health)|\b(?:get|seek|getting|seeking|need) (?:medical |urgent |professional |emergency )*(?:help|care|advice|attention)\b|\b(?:red flags?|warning signs?|emergenc(?:y|ies)|medical help)\b/i;
const WHEN_SENTENCE =
  /\b(?:see|call|contact|visit|consult|ring|go to|make an appointment with|speak (?:to|with)|talk (?:to|with)|get help from|seek (?:medical |urgent |emergency )?(?:help|advice|care|attention))\b[^.]{0,50}\b(?:if|when|right away|straight away|immediately|at once)\b|\b(?:make an appointment|get (?:medical |urgent |emergency )?help|seek help) if\b/;
const TRIGGERS: readonly string[] =
  "doctor doctors gp physician pharmacist midwife emergency ambulance 911 999 112 appointment help medical hospital".split(
    " ",
  );

export const seeDoctor: ArticleRule = {
  name: "see-doctor",
  number: 11,
  level: "warning",
  scope: "article",
  language: "en",
  expected: "when to see a doctor, on a page about a condition",
  why: "Someone with the condition may need care that no article gives",
  source: "NHS content pages, “When to see a doctor”",
  todo: "Add a section “When to see a doctor” with the signs that need one.",
  check: ({ article, prose }) => {
    const condition = article.titleFacts.conditions[0];
    if (condition === undefined || hasHeading(article, WHEN_HEADING)) return [];
    const says = prose
      .withAny(TRIGGERS)
      .some(
        ({ lower, place }) =>
          place === "text" && WHEN_SENTENCE.test(lower) && !lower.startsWith("if you take"),
      );
    return says ? [] : [{ words: condition, line: 1 }];
  },
};
