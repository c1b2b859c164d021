import { isEnglish } from "../article/language-tag.ts";

/** Members of schema.org's HealthAspectEnumeration (release 30.0), without their ending "HealthAspect". */
export const HEALTH_ASPECTS = [
  "Allergies",
  "Benefits",
  "Causes",
  "Contagiousness",
  "Effectiveness",
  "GettingAccess",
  "HowItWorks",
  "HowOrWhere",
  "Ingredients",
  "LivingWith",
  "MayTreat",
  "Misconceptions",
  "Overview",
  "PatientExperience",
  "Pregnancy",
  "Prevention",
  "Prognosis",
  "RelatedTopics",
  "RisksOrComplications",
  "Safety",
  "Screening",
  "SeeDoctor",
  "SelfCare",
  "SideEffects",
  "Stages",
  "Symptoms",
  "Treatments",
  "Types",
  "UsageOrSchedule",
] as const;

/** What a section says of a health topic. */
export type HealthAspect = (typeof HEALTH_ASPECTS)[number];

export function isHealthAspect(name: string): name is HealthAspect {
  return HEALTH_ASPECTS.some((aspect) => aspect === name);
}

/** Wordings of English headings, most telling first: the first that fits decides. */
const ENGLISH: readonly (readonly [RegExp, HealthAspect])[] = [
  [
    /\b(?:see|seek|tell|talk to|speak to|speak with|call|consult|ask|visit|contact) (?:a |an |your |the )?(?:doctor|gp|physician|clinician|midwife|pharmacist|professional|medical|emergency)/,
    "SeeDoctor",
  ],
  [
    /\b(?:get|seek|ask for|need|professional|medical) (?:medical |professional )?(?:help|advice|care|attention)\b/,
    "SeeDoctor",
  ],
  [/\b(?:myths?|misconceptions?|misunderstandings?)\b/, "Misconceptions"],
  [/\bside[- ]effects?\b|\badverse (?:effects?|events?|reactions?)\b/, "SideEffects"],
  [/\b(?:pregnan(?:t|cy)|breast-?feeding)\b/, "Pregnancy"],
  [/\ballerg(?:y|ies|ic)\b/, "Allergies"],
  [
    /\bsafe(?:ty|ly|r)?\b|\bwho should(?: not|n['’]t)?\b|\bwho (?:must|should) (?:take care|be careful|avoid)\b/,
    "Safety",
  ],
  [/\b(?:precautions?|contra-?indications?|cautions?|warnings?|take care|be careful|do not use)\b/, "Safety"],
  [/\b(?:risks?|risky|complications?|dangers?|downsides?|drawbacks?|harms?)\b/, "RisksOrComplications"],
  [/\b(?:evidence|proven|proof|effective(?:ness)?|research|studies|trials)\b/, "Effectiveness"],
  [
    /\b(?:do|does|is) .{1,40} (?:really |actually )?work\b|\bwhat is (?:\w+ )?known\b|\bwhat we (?:do not |don['’]t )?know\b/,
    "Effectiveness",
  ],
  [
    /\bhow (?:\w+ ){1,4}works?\b|\bhow it (?:is done|helps)\b|\bmechanisms?\b|\bscience (?:behind|of)\b|\bwhat happens\b/,
    "HowItWorks",
  ],
  [
    /\b(?:benefits?|advantages?|upsides?)\b|\bgood for\b|\b(?:may|might|can) help\b|^what (?!you\b|to\b).{1,40} (?:may|might|can) do\b/,
    "Benefits",
  ],
  [/\bsymptoms?\b|\bsigns (?:of|and|that)\b|^signs$/, "Symptoms"],
  [/\b(?:causes?|caused|triggers?)\b/, "Causes"],
  [/\bprevent(?:s|ion|ing)?\b/, "Prevention"],
  [
    /\bself[- ]?(?:care|massage|help)\b|\b(?:(?<!stay )at home|yourself|on your own)\b|^what you can do\b/,
    "SelfCare",
  ],
  [/\b(?:treatments?|treating|therapies for|remed(?:y|ies))\b/, "Treatments"],
  [/\b(?:living|coping) with\b/, "LivingWith"],
  [/\b(?:types?|kinds?|styles?|forms?|varieties) of\b|^(?:types?|styles)$/, "Types"],
  [/\bstages?\b/, "Stages"],
  [/\b(?:prognosis|outlook)\b/, "Prognosis"],
  [/\bscreening\b/, "Screening"],
  [/\bcontagious\b/, "Contagiousness"],
  [/\bingredients?\b/, "Ingredients"],
  [/\b(?:costs?|insurance|prices?)\b/, "GettingAccess"],
  [
    /\bwhere to\b|\b(?:find|choos|pick)(?:e|ing)? (?:a|an|the right) (?:good )?(?:class|clinic|course|instructor|practitioner|studio|teacher|therapist)\b/,
    "HowOrWhere",
  ],
  [
    /\bhow (?:often|long|much|many)\b|\bhow to (?:apply|begin|brew|do|make|practi[cs]e|prepare|start|take|try|use)\b|\bdos(?:e|es|age|ing)\b|\bget(?:ting)? started\b|\bwhen to (?:use|take|do|try)\b|\btry(?:ing)? it\b/,
    "UsageOrSchedule",
  ],
  [
    /^what (?:is|are|exactly is)\b|^what \S+(?: \S+){0,4} (?:is|are)$|^(?:about|understanding) |\b(?:overview|introduction|at a glance|in short|in brief|key facts|takeaways?)\b|^summary\b/,
    "Overview",
  ],
];

/** The health aspect an English heading stands for; null when its words name none. */
export function aspectOf(
  heading: string,
  lang: string,
  own: readonly (readonly [RegExp, HealthAspect])[] = [],
): HealthAspect | null {
  const mine = own.find(([pattern]) => heading.search(pattern) >= 0);
  if (mine !== undefined) return mine[1];
  if (!isEnglish(lang)) return null;
  const words = heading.slice(0, HEADING_LIMIT).toLowerCase();
  return ENGLISH.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}

/** Longest part of a heading that is read, in characters: longer ones are paragraphs in disguise. */
const HEADING_LIMIT = 120;
