import type { Block, Section } from "../../article/types.ts";
import type { Facts } from "../model.ts";
import { isOfAbsence, isOfAbsenceBelow, isOfOther, isTitleTurned } from "./absence.ts";
import { type Announcing, OTHERS, readAnnouncing, takesBack } from "./announcing.ts";
import { ORGANS } from "./doers.ts";
import type { Group } from "./group.ts";
import { isHeadLine } from "./head-line.ts";
import { headWords } from "./heads.ts";
import { itemFacts, namesSubject, toldShare } from "./item-facts.ts";
import { isToldOtherwise, isToldUnclearly, isUnclearBelow } from "./otherwise.ts";
import { type Reading, saysNothing } from "./reading.ts";
import type { Role } from "./role.ts";
import type { Token } from "./tokens.ts";

/**
 * What speaks for and against a group being a list of the subject's benefits:
 * what announces it (title, headings, sentence) and what its items are like.
 * A name that starts with + may only be learnt to speak for it, with - only against.
 */
export function groupFacts(reading: Reading, group: Group): Facts {
  const facts: Record<string, number> = { [`kind ${group.kind}`]: 1 };
  const set = (name: string, value: boolean | number): void => {
    if (value) facts[name] = Number(value);
  };
  const item = itemFacts(reading, group);
  const above = aboveFacts(reading, group);
  const said = announcingOf(reading, group);
  for (const [name, value] of Object.entries({ ...item.facts, ...above })) set(name, value);
  for (const [name, value] of Object.entries(SIGNED_SAID)) set(value, said[name as keyof Announcing]);
  set("-taken back", takesBack(reading, blockAfter(reading, group)));
  const promised = reading.article.titleFacts.benefitCount;
  set("+as many as promised", promised === group.items.length);
  set("+headed", group.isHeaded);
  const { like } = item;
  const plain = 1 - like;
  const bad = said.causes || said.warns || said.isPraise || said.isNegated || said.isElsewhere;
  const announced = [
    [
      "heading",
      (above["+home umbrella"] || above["+home group"]) && !above["home asked"] && !above["-home organ"],
    ],
    ["question", above["home asked"] && !above["-home organ"]],
    ["sibling", group.sibling !== null],
    // "It has many benefits. They depend on these factors:": the last sentence says what follows.
    ["sentence", (said.namesBenefits || (said.namedBefore && !said.namesOthers) || said.helps) && !bad],
    ["title", above["+title umbrella"] || promised !== null],
    ["above", above["+above umbrella"]],
  ] as const;
  let isAnnounced = false;
  for (const [name, value] of announced) {
    if (!value) continue;
    isAnnounced = true;
    set(`+by ${name}`, true);
    set(`+by ${name} * like`, like);
    set(`by ${name} * plain`, plain);
  }
  set("+announced twice", announced.filter(([, value]) => value).length > 1);
  set("+announced * told", isAnnounced ? item.subject : 0);
  // What stands between title and group says more of it than the title does.
  const isNear = announced.some(([name, value]) => value && name !== "title" && name !== "above");
  if (isNear)
    for (const name of TITLE_AGAINST)
      if (facts[name]) {
        delete facts[name];
        facts[`${name} * announced`] = 1;
      }
  set("+said colon * direct", said.hasColon && !bad && !said.namesOthers && !said.advises ? item.direct : 0);
  // Below "What massage helps with" ills are relieved, whatever plain label parts them.
  const isRelieving = asksForRelief(reading, group.home, RELIEVES_ILLS);
  const isAsked =
    above["home asked"] ||
    asksWhatHappens(reading, group.home) ||
    namesEffects(reading, group.home) ||
    // "4 ways smoking helps cause cancer": the ills it counts are what it brings.
    ((reading.titleRole.isHarm || reading.titleRole.isStrictAside) && !isNear);
  set("--asked * ill", isAsked && !asksForRelief(reading, group.home) ? item.ill : 0);
  set("-asked * no therapy", above["home asked"] === true && !above["+therapy"]);
  set("-bad * bare", bad ? item.bare : 0);
  set("-bad * ill", bad ? item.ill : 0);
  const isUnclear = group.home !== null && isUnclearBelow(reading, group.home.heading, said);
  const heading = group.home !== null && group.home.level > 0 ? group.home.heading : null;
  const isAway =
    isOfAbsence(reading, reading.tokensOf(reading.article.title)) ||
    isTitleTurned(reading) ||
    (heading !== null &&
      (isOfAbsence(reading, reading.tokensOf(heading)) ||
        isOfAbsenceBelow(reading, heading) ||
        isOfOther(reading, heading)));
  set(
    "-told unclearly",
    isUnclear || isAway || isToldUnclearly(reading, group, said, isRelieving ? 0 : item.ill),
  );
  set("-told otherwise", isToldOtherwise(reading, group, said, item));
  set("-others * bare", said.namesOthers && !said.namesBenefits ? item.bare : 0);
  if (isAnnounced) return facts;
  set("-unannounced", true);
  set("+unannounced * direct", item.direct);
  set("-unannounced * bare", item.bare);
  set("-unannounced * bare ill", item.ill);
  set("-unannounced * few", group.items.length < 3);
  set("+unannounced * subject", item.subject);
  set("+unannounced * told", toldShare(reading, group));
  set("-unannounced * no therapy", !above["+therapy"]);
  set("-unannounced * said", said.hasColon);
  return facts;
}

const TITLE_AGAINST = ["-title advice", "-title aside", "-title harm", "-title turned down"];

/** A paragraph before headings or leads announces them only where it points on; else it is the end of what came before. */
function announcingOf(reading: Reading, { kind, before }: Group): Announcing {
  const said = readAnnouncing(reading, before);
  const isFree = kind !== "sections" && kind !== "leads" && kind !== "headlines";
  return isFree || said.hasColon || said.points || isName(before) ? said : readAnnouncing(reading, null);
}

/** What the article says right after a list; null after headings and at the end of a section. */
function blockAfter({ article }: Reading, { from, to }: Group): Block | null {
  const [last, next] = [article.blocks[to - 1], article.blocks[to]];
  return to > from && last && next?.section === last.section ? next : null;
}

/** A short line of its own. */
function isName(before: Block | null): boolean {
  return before !== null && isHeadLine(before);
}

const SIGNED_SAID: Readonly<Record<keyof Announcing, string>> = {
  hasColon: "said colon",
  points: "said points",
  namesBenefits: "+said benefits",
  namedBefore: "+said benefits before",
  helps: "+said helps",
  causes: "-said causes",
  isNegated: "-said not",
  namesOthers: "-said others",
  warns: "-said warning",
  advises: "-said advice",
  asks: "said asks",
  isElsewhere: "-said elsewhere",
  isPraise: "-said by others",
  isTold: "-told by others",
};

/** "What happens to your body?" */
function asksWhatHappens({ tokensOf }: Reading, home: Section | null): boolean {
  return home !== null && tokensOf(home.heading).some(({ norm }) => /^happen/.test(norm));
}

/** "Effects on the body": says neither good nor ill of what stands below. */
function namesEffects({ tokensOf }: Reading, home: Section | null): boolean {
  const words = home === null ? [] : tokensOf(home.heading).map(({ norm }) => norm);
  return words.some((norm) => EFFECTS.has(norm)) && !words.some((norm) => GOOD.has(norm));
}

const EFFECTS = new Set("effect impact influence".split(" "));
const GOOD = new Set(
  "benefit beneficial good positive therapeutic healing medicinal healthy advantage great amazing".split(" "),
);
const RELIEF = "help treat treated heal ease relieve cure fight soothe".split(" ");
const RELIEVES: ReadonlySet<string> = new Set([...RELIEF, "used", "use", "benefit", "good"]);
const RELIEVES_ILLS: ReadonlySet<string> = new Set(RELIEF);

function aboveFacts(reading: Reading, { home }: Group): Record<string, boolean> {
  const { titleRole, article, subject } = reading;
  const homeRole = roleOf(reading, home);
  const outer = ancestorsOf(reading, home).flatMap((section) => roleOf(reading, section) ?? []);
  const isBelowUmbrella = outer.some(({ isUmbrella }) => isUmbrella);
  return {
    "+therapy": subject.size > 0,
    "-only condition": subject.size === 0 && article.titleFacts.conditions.length > 0,
    "+title umbrella": titleRole.isUmbrella,
    "-title advice": titleRole.isAdvice,
    "-title harm": titleRole.isHarm,
    "-title aside": titleRole.isStrictAside,
    "-title elsewhere": titleRole.isElsewhere,
    "-title turned down": titleRole.isTurnedDown,
    "-title asks": titleRole.isQuestion && !titleRole.isUmbrella,
    "home none": homeRole === null,
    ...(homeRole ? roleFacts("home", homeRole) : {}),
    ...(home !== null && namesOnlyTherapies(reading, home.heading) ? { "-home claims": false } : {}),
    "-home others":
      homeRole?.isUmbrella === false && home !== null && namesOthers(reading, home.heading, isBelowUmbrella),
    "-home organ": homeRole?.isUmbrella === true && home !== null && namesOrgan(reading, home.heading),
    "+above umbrella": isBelowUmbrella,
    "-above claims": outer.some(({ claims, isUmbrella }) => claims.length > 0 && !isUmbrella),
    "-above aside": outer.some(({ isStrictAside }) => isStrictAside),
    "-above advice": outer.some(({ isAdvice }) => isAdvice),
    "-above harm": outer.some(({ isHarm, isTurnedDown }) => isHarm || isTurnedDown),
    "-above elsewhere": outer.some(({ isElsewhere }) => isElsewhere),
    deep: outer.length > 1,
  };
}

/** "What can massage help with?": a bare ill below is one that is relieved; below "What it does to you" it is one that comes. */
function asksForRelief({ tokensOf }: Reading, home: Section | null, words = RELIEVES): boolean {
  return home !== null && tokensOf(home.heading).some(({ norm }) => words.has(norm));
}

/** "What does the pituitary gland do?" tells of functions. */
function namesOrgan(reading: Reading, heading: string): boolean {
  if (namesSubject(reading, heading) || !/^(?:what|why|how)\b/i.test(heading)) return false;
  return reading.tokensOf(heading).some(({ norm }) => ORGANS.has(norm));
}

/** "The jobs of the liver", "Factors": what stands below is that and no benefit. "Physical effects" below "How it helps" are. */
function namesOthers({ tokensOf }: Reading, heading: string, isBelowUmbrella: boolean): boolean {
  const tokens = tokensOf(heading);
  const isHead = headWords(tokens);
  return tokens.some(
    ({ norm }, at) =>
      isHead[at] === true &&
      OTHERS.has(norm) &&
      (norm !== "effect" || !isBelowUmbrella || BAD_EFFECTS.has(tokens[at - 1]?.norm ?? "")),
  );
}

const BAD_EFFECTS = new Set("side adverse harmful negative unwanted bad ill toxic".split(" "));

/** "Mindfulness and Meditation": what is done, not what it does. */
function namesOnlyTherapies({ tokensOf, lexicon }: Reading, heading: string): boolean {
  const tokens = tokensOf(heading);
  let count = 0;
  for (let at = 0; at < tokens.length; at++) {
    const { isWord, norm } = tokens[at] as Token;
    const match = isWord && norm !== "and" ? lexicon.therapies.match(tokens, at) : null;
    if (match) at = match.end - 1;
    else if (isWord && norm !== "and") return false;
    count += match ? 1 : 0;
  }
  return count > 0;
}

function roleFacts(name: string, role: Role): Record<string, boolean> {
  return {
    [`+${name} umbrella`]: role.isUmbrella && !role.isGroup,
    [`+${name} group`]: role.isGroup,
    [`${name} asked`]: role.isAsked,
    [`-${name} claims`]: role.claims.length > 0 && !role.isGroup,
    [`-${name} aside`]: role.isStrictAside,
    [`-${name} mild aside`]: role.isAside && !role.isStrictAside,
    [`-${name} advice`]: role.isAdvice,
    [`-${name} harm`]: role.isHarm,
    [`-${name} elsewhere`]: role.isElsewhere,
    [`-${name} turned down`]: role.isTurnedDown,
    [`${name} asks`]: role.isQuestion,
  };
}

/** Null for the lead-in, the top, and a heading that says nothing of its own. */
function roleOf(reading: Reading, section: Section | null): Role | null {
  if (section === null || section.level === 0 || saysNothing(reading, section)) return null;
  return reading.roleOf(section.heading);
}

function ancestorsOf({ article }: Reading, home: Section | null): Section[] {
  const found: Section[] = [];
  for (let index = home?.parent ?? -1; index > 0; index = article.sections[index]?.parent ?? -1)
    found.push(article.sections[index] as Section);
  return found;
}
