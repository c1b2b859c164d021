import type { Block, Section } from "../article/types.ts";
import type { Candidate } from "./candidate.ts";
import { isNegatedAt } from "./denial.ts";
import { type Announcing, readAnnouncing, takesBack } from "./english/announcing.ts";
import { ORGANS } from "./english/doers.ts";
import type { Group, GroupItem } from "./groups.ts";
import { isHeadLine } from "./head-line.ts";
import type { Facts } from "./model.ts";
import type { Reading, SentenceParts } from "./reading.ts";
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
    ["sentence", (said.namesBenefits || said.namedBefore || said.helps) && !bad],
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
  const isAsked = above["home asked"] || asksWhatHappens(reading, group.home);
  set("--asked * ill", isAsked && !asksForRelief(reading, group.home) ? item.ill : 0);
  set("-asked * no therapy", above["home asked"] === true && !above["+therapy"]);
  set("-bad * bare", bad ? item.bare : 0);
  set("-bad * ill", bad ? item.ill : 0);
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
};

/** Share of the items whose own text goes on to say what is done: "**Stress.** It lowers it." */
function toldShare(reading: Reading, { items }: Group): number {
  return items.filter((item) => isTold(reading, item)).length / items.length;
}

/** Sentences below a heading or lead in which its claim is looked for. */
const TOLD_WITHIN = 3;

function isTold(reading: Reading, { section, block, candidate }: GroupItem): boolean {
  // A question that stands unobjected was answered with yes.
  if (candidate.likeness >= 2 || (candidate.role.isQuestion && candidate.against === null)) return true;
  const { blocks, sections } = reading.article;
  const from = section >= 0 ? (sections[section] as Section).blocks : [block, block + 1];
  let left = TOLD_WITHIN;
  for (let index = from[0] as number; index < (from[1] as number) && left > 0; index++) {
    const { text, kind } = blocks[index] as Block;
    if (kind === "code") continue;
    const tokens = reading.tokensOf(text);
    for (const sentence of reading.sentencesOf(text)) {
      if (left-- === 0) break;
      if (!sentence.isQuestion && saysSomething(reading, tokens, sentence)) return true;
    }
  }
  return false;
}

/** A verb of relief or improvement, not negated: whatever its object is called ("Tai chi lowers it"). */
function saysSomething(reading: Reading, tokens: readonly Token[], { clauses }: SentenceParts): boolean {
  return clauses.some(({ from, to, isDenied }) => !isDenied && hasVerb(reading, tokens, from, to));
}

function hasVerb({ lexicon }: Reading, tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const steering = lexicon.meanings.match(tokens, at)?.value.steering ?? [];
    const isVerb = steering.some(({ leads, isHarm }) => leads && !isHarm);
    if (isVerb && !isNegatedAt(tokens, from, at)) return true;
  }
  return false;
}

/** Shares of the items, 0..1, and how many there are. */
interface ItemFacts {
  readonly facts: Facts;
  readonly direct: number;
  readonly bare: number;
  readonly ill: number;
  readonly like: number;
  readonly subject: number;
}

function itemFacts(reading: Reading, { items: all }: Group): ItemFacts {
  // Questions answered with no, say, tell nothing of those answered with yes.
  const items = all.filter(({ candidate }) => candidate.against === null);
  const share = (is: (item: GroupItem) => boolean): number => items.filter(is).length / items.length;
  const of = (kind: string): number =>
    all.filter(({ candidate }) => candidate.against === kind).length / all.length;
  const count = all.length;
  const like = share(({ candidate }) => candidate.likeness >= 1.5);
  const direct = share(({ candidate }) => candidate.likeness >= 2);
  const facts: Facts = {
    "+items like": like,
    "+items direct": direct,
    "items hint": share(({ candidate }) => candidate.likeness === 0.7 || candidate.likeness === 0.5),
    "-items aside": of("aside"),
    "-items advice": of("advice"),
    "-items harm": of("harm"),
    "-items denied": of("denied"),
    "items numbered": share(({ candidate }) => candidate.number !== null),
    "-items long": share(({ candidate }) => candidate.heading.split(" ").length > 9),
    "items short": share(({ candidate }) => candidate.heading.split(" ").length <= 4),
    "items ask": share(({ candidate }) => candidate.role.isQuestion),
    "-items told by me": share(({ candidate }) => /\b(?:I|[Mm][ye]|[Ww]e|[Oo]ur)\b/.test(candidate.heading)),
    "-items one": Number(count === 1),
    "-items two": Number(count === 2),
    "items many": Number(count >= 5),
  };
  const therapies = share(
    ({ candidate }) => candidate.likeness === 0 && namesTherapy(reading, candidate.heading),
  );
  const odd = share(
    ({ candidate }) => candidate.likeness === 1.5 && hasOtherWords(reading, candidate.heading),
  );
  return {
    facts: { ...facts, "-items alike": repeated(items), "-items odd": odd, "-items therapies": therapies },
    direct,
    bare: share(({ candidate }) => candidate.likeness === 1.5),
    ill: share(({ candidate }) => candidate.likeness === 1.5 && namesIll(reading, candidate)),
    like,
    subject: share(({ candidate }) => namesSubject(reading, candidate.heading)),
  };
}

/** Share of the items that name what another one names: a list of benefits says each once. */
function repeated(items: readonly GroupItem[]): number {
  const named = items.map(({ candidate }) => candidate.canonicals.join(" ")).filter((one) => one !== "");
  return named.length === 0 ? 0 : 1 - new Set(named).size / named.length;
}

/** Words beside the target that neither lexicon nor grammar explains: "Pets and Allergies", "The Mindfulness Connection". */
function hasOtherWords({ tokensOf, lexicon, subject }: Reading, heading: string): boolean {
  const tokens = tokensOf(heading);
  for (let at = 0; at < tokens.length; at++) {
    const { isWord, norm } = tokens[at] as Token;
    const known = lexicon.meanings.match(tokens, at) ?? lexicon.cues.match(tokens, at);
    const therapy = lexicon.therapies.match(tokens, at);
    if (therapy && subject.has(therapy.value)) at = Math.max(at, therapy.end - 1);
    else if (known) at = known.end - 1;
    else if (isWord && norm.length > 3 && !PLAIN.has(norm)) return true;
  }
  return false;
}

/** "What happens to your body?" */
function asksWhatHappens({ tokensOf }: Reading, home: Section | null): boolean {
  return home !== null && tokensOf(home.heading).some(({ norm }) => /^happen/.test(norm));
}

const RELIEVES = new Set(
  "help treat treated used heal ease relieve cure benefit good use fight soothe".split(" "),
);

/** Words that belong to any list ("Overall Health", "Natural Relief from Pain"). */
const PLAIN = new Set(
  "with from your their that this other more most better also help helps health healthy natural overall general good great body mind support function system".split(
    " ",
  ),
);

/** "Chamomile Tea": what may do good, not the good it does. */
function namesTherapy({ tokensOf, lexicon }: Reading, heading: string): boolean {
  const tokens = tokensOf(heading);
  return tokens.some((_, at) => lexicon.therapies.match(tokens, at) !== null);
}

function namesSubject({ tokensOf, lexicon, subject }: Reading, heading: string): boolean {
  const tokens = tokensOf(heading);
  return tokens.some((_, at) => subject.has(lexicon.therapies.match(tokens, at)?.value ?? ""));
}

/** The name of an ill alone ("Neck strain"), of which its own text says no relief either, nor does that of most beside it. */
export function isBareIll(reading: Reading, group: Group, item: GroupItem): boolean {
  const { candidate } = item;
  if (candidate.likeness !== 1.5 || !namesIll(reading, candidate) || isTold(reading, item)) return false;
  return !namesSubject(reading, candidate.heading) && toldShare(reading, group) < 0.5;
}

/** An ill and nothing that is done to it: "Stress", "Tooth decay", "Poor memory". */
function namesIll({ tokensOf, lexicon }: Reading, { heading, canonicals }: Candidate): boolean {
  if (canonicals.every((one) => one.startsWith("reduce:") || one.startsWith("prevent:"))) return true;
  const tokens = tokensOf(heading);
  if (LACKING.has(tokens[0]?.norm ?? "")) return true;
  return tokens.some((_, at) => lexicon.meanings.match(tokens, at)?.value.naming?.isTrouble === true);
}

const LACKING = new Set("poor bad low weak weakened impaired disturbed".split(" "));

function aboveFacts(reading: Reading, { home }: Group): Record<string, boolean> {
  const { titleRole, article, subject } = reading;
  const homeRole = roleOf(reading, home);
  const outer = ancestorsOf(reading, home).flatMap((section) => roleOf(reading, section) ?? []);
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
    "-home organ": homeRole?.isUmbrella === true && home !== null && namesOrgan(reading, home.heading),
    "+above umbrella": outer.some(({ isUmbrella }) => isUmbrella),
    "-above claims": outer.some(({ claims, isUmbrella }) => claims.length > 0 && !isUmbrella),
    "-above aside": outer.some(({ isStrictAside }) => isStrictAside),
    "-above advice": outer.some(({ isAdvice }) => isAdvice),
    "-above harm": outer.some(({ isHarm, isTurnedDown }) => isHarm || isTurnedDown),
    "-above elsewhere": outer.some(({ isElsewhere }) => isElsewhere),
    deep: outer.length > 1,
  };
}

/** "What can massage help with?": a bare ill below is one that is relieved; below "What it does to you" it is one that comes. */
function asksForRelief({ tokensOf }: Reading, home: Section | null): boolean {
  return home !== null && tokensOf(home.heading).some(({ norm }) => RELIEVES.has(norm));
}

/** "What does the pituitary gland do?" tells of functions. */
function namesOrgan(reading: Reading, heading: string): boolean {
  if (namesSubject(reading, heading) || !/^(?:what|why|how)\b/i.test(heading)) return false;
  return reading.tokensOf(heading).some(({ norm }) => ORGANS.has(norm));
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

/** Null for the lead-in, the top, and a first heading that is the title. */
function roleOf(reading: Reading, section: Section | null): Role | null {
  if (section === null || section.level === 0 || isTitle(reading, section)) return null;
  return reading.roleOf(section.heading);
}

function isTitle({ article }: Reading, { level, heading }: Section): boolean {
  return level === 1 && heading.trim().toLowerCase() === article.title.trim().toLowerCase();
}

function ancestorsOf({ article }: Reading, home: Section | null): Section[] {
  const found: Section[] = [];
  for (let index = home?.parent ?? -1; index > 0; index = article.sections[index]?.parent ?? -1)
    found.push(article.sections[index] as Section);
  return found;
}
