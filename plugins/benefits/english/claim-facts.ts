import type { Naming } from "../lexicon.ts";
import type { Facts } from "../model.ts";
import { KEEPS } from "./claim-words.ts";
import type { Claim } from "./claims.ts";
import {
  isAttribute,
  isCircumstance,
  isLackOf,
  isNamedTask,
  isOneOfOrders,
  isSought,
} from "./course-facts.ts";
import { isConditional } from "./denial.ts";
import type { Reading } from "./reading.ts";
import { CORE, type Stance, stancesOf } from "./stances.ts";
import { isBesideDoer, isModifier } from "./subject-head.ts";
import type { Tag } from "./tagger.ts";
import type { Token } from "./tokens.ts";
import { isNoun, type Range, type Zones } from "./zones.ts";

type Zone = "verb" | "subject" | "governor" | "before" | "between" | "after";

/** Stances that only ever speak against what a sentence says, by where they stand. */
const AGAINST: Readonly<Record<Zone, ReadonlySet<Stance>>> = {
  verb: setOf("if than advice animal harm"),
  subject: setOf("harm person only others drug"),
  governor: setOf("says than harm advice ago only person mixed"),
  before: setOf("scarce doubt hope says if than harm advice ago only animal seller"),
  between: setOf("than animal"),
  after: setOf("fail than"),
};
/** Those that turn a sentence round: believed to do so until examples teach otherwise. */
const STRONGLY: Readonly<Record<Zone, ReadonlySet<Stance>>> = {
  verb: setOf("not scarce doubt fail hope seller"),
  subject: setOf("not scarce doubt than animal seller whether hope if"),
  governor: setOf("not scarce doubt fail hope if whether animal seller"),
  before: setOf("not fail whether"),
  between: setOf("not scarce doubt"),
  after: setOf("doubt animal"),
};

function setOf(words: string): ReadonlySet<Stance> {
  return new Set(words.split(" ") as Stance[]);
}

const ZONES = ["verb", "subject", "between", "after"] as const;
const PRONOUNS = new Set("it this these they them its".split(" "));
const KINDS = new Set(
  (
    "treatment therapy session practice herb plant oil supplement tea fruit spice root extract remedy technique method doing practicing use using eating drinking taking " +
    "regular leaf seed compound ritual exercise pose posture practitioner therapist stroke needle point benefit drink food vegetable class movement breathing"
  ).split(" "),
);

/** A claim in its clause. */
export interface ClaimInClause {
  readonly claim: Claim;
  readonly naming: Naming | null;
  readonly zones: Zones;
  readonly tokens: readonly Token[];
  readonly tagAt: (index: number) => Tag;
  readonly text: string;
  readonly sentence: { readonly from: number; readonly to: number };
}

/** What speaks for and against a clause asserting its claim of the article's subject. */
export function claimFacts(reading: Reading, one: ClaimInClause): Facts {
  const facts: Record<string, number> = {};
  const set = (name: string, value: boolean): void => {
    if (value) facts[name] = 1;
  };
  for (const zone of ZONES) stances(one.tokens, one.zones[zone], zone, set);
  stances(one.tokens, one.zones.before, one.zones.isGoverned ? "governor" : "before", set);
  comparisonFacts(reading, one, set);
  toldFacts(one, set);
  subjectFacts(reading, one, set);
  verbFacts(reading, one, set);
  set("--help is sought", isSought(one));
  set("--in a circumstance", isCircumstance(reading.lexicon, one));
  set("--one of several orders", isOneOfOrders(one, one.sentence));
  set("-named task", isNamedTask(one));
  set("--lack of the object", isLackOf(one));
  set("--in a condition", isConditional(one.tokens, one.zones.before[0], one.claim.steerAt));
  objectFacts(reading, one, set);
  return facts;
}

type Setter = (name: string, value: boolean) => void;

function stances(tokens: readonly Token[], [from, to]: Range, zone: Zone, set: Setter): void {
  for (let at = from; at < to; at++) {
    const { norm } = tokens[at] as Token;
    if (isOnlyNot(tokens, at)) continue;
    for (const stance of stancesOf(norm)) set(`${signOf(zone, stance)}${zone} ${stance}`, true);
  }
}

function signOf(zone: Zone, stance: Stance): string {
  return STRONGLY[zone].has(stance) ? "--" : AGAINST[zone].has(stance) ? "-" : "";
}

/** "No better than water", "just as much as ginger did", "unlike ginger". */
function comparisonFacts({ lexicon, subject }: Reading, { zones, tokens }: ClaimInClause, set: Setter): void {
  const first = zones.before[0];
  const last = zones.after[1];
  let isNegated = false;
  for (let at = first; at < last; at++) {
    const { norm } = tokens[at] as Token;
    if (norm === "no" || norm === "not") isNegated = true;
    const compares = norm === "than" || norm === "unlike" || (norm === "as" && at > zones.after[0]);
    if (!compares) continue;
    set("--no more than", norm === "than" && isNegated && at >= zones.after[0]);
    for (let near = at + 1; near < Math.min(last, at + 4); near++)
      set("--compared with the subject", subject.has(lexicon.therapies.match(tokens, near)?.value ?? ""));
  }
}

/** "My aunt insists that …", "sellers promise …": told by somebody. */
function toldFacts({ zones, tokens }: ClaimInClause, set: Setter): void {
  const found = new Set<Stance>();
  for (let at = zones.before[0]; at < zones.before[1]; at++)
    for (const stance of stancesOf((tokens[at] as Token).norm)) found.add(stance);
  const isCited =
    tokens.slice(...zones.before).some(({ norm }) => norm === "according") && !found.has("study");
  set("--told by somebody", isCited || (found.has("says") && (found.has("person") || found.has("seller"))));
  set("+found by study", found.has("finds") && found.has("study"));
  set("--inverted condition", /^(?:had|were|should)$/.test(tokens[zones.before[0]]?.norm ?? ""));
}

/** Verbs that work against what they govern, by their beginnings. */
const AGAINST_IT =
  /^(?:block|inhibit|suppress|deplet|counteract|disrupt|interfer|impair|destroy|lower|reduc|decreas)/;

/** "Coffee blocks adenosine, a substance that promotes sleep": what the clause says of the substance the subject undoes. */
function isHeldBack(tokens: readonly Token[], { before, subject: [, link] }: Zones): boolean {
  // ", which" may tell of the whole sentence: "it lowers cortisol, which improves sleep".
  if (tokens[link - 1]?.isWord !== true) return false;
  return tokens.slice(before[0], link).some(({ norm }) => AGAINST_IT.test(norm));
}

/** "The reasons why people meditate range from …": what they want of it, and nobody says that they get it. */
function isWhyPeople(tokens: readonly Token[], { before, verb }: Zones): boolean {
  const said = tokens.slice(before[0], verb[0]).map(({ norm }) => norm);
  const at = said.indexOf("reason");
  return (
    at >= 0 && said.slice(at, at + 5).some((norm) => PEOPLE.has(norm) || norm === "you" || norm === "we")
  );
}

/** "Not only pain but also stress", "no doubt": speaks against nothing. */
function isOnlyNot(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]?.norm ?? "";
  const { norm } = tokens[at] as Token;
  const isNot = stancesOf(norm).includes("not");
  if (isNot) return /^(?:only|just|merely|simply|doubt|wonder|surprise|longer)$/.test(next);
  return norm === "only" && stancesOf(tokens[at - 1]?.norm ?? "").includes("not");
}

function subjectFacts(reading: Reading, { zones, tokens, tagAt }: ClaimInClause, set: Setter): void {
  const { subject, lexicon } = reading;
  const [from, to] = zones.subject;
  const isOfTopic = (at: number): boolean =>
    reading.topic.has((tokens[at] as Token).norm) && isNoun(tagAt(at));
  let isNamed = false;
  let isAside = false;
  let isTellingWhich = false;
  let stands = false;
  let isOther = false;
  let hasNoun = false;
  for (let at = from; at < to; at++) {
    const { norm } = tokens[at] as Token;
    const match = lexicon.therapies.match(tokens, at);
    if (match && subject.has(match.value)) {
      const named = { tokens, tagAt, range: zones.subject, named: { at, end: match.end }, standsFor };
      isNamed = true;
      isAside ||= isBesideDoer(named);
      isTellingWhich ||= isModifier(named);
    } else if (isOfTopic(at)) isNamed = true;
    else if (match?.value) isOther = true;
    if (PRONOUNS.has(norm) || KINDS.has(norm)) stands = true;
    if (isNoun(tagAt(at)) || norm === "you") hasNoun = true;
  }
  set("+doer is the subject", isNamed);
  set("-doer is beside the subject", isAside);
  set("--doer has the subject's name", isTellingWhich);
  set("+doer stands for it", !isNamed && stands);
  set("--doer is another therapy", isOther && !isNamed);
  set("-doer is something else", !isNamed && !stands && hasNoun);
  set("-no doer", from === to);
  set("relative", zones.isRelative);
  set("--doer is held back", zones.isRelative && isHeldBack(tokens, zones));
  set("-why people do it", isWhyPeople(tokens, zones));
  set("--how", tokens[zones.subject[0] - 1]?.norm === "how" || tokens[zones.before[0]]?.norm === "how");
  const isSubjectAt = (at: number): boolean =>
    subject.has(lexicon.therapies.match(tokens, at)?.value ?? "") || isOfTopic(at);
  const first = zones.before[0];
  const last = zones.after[1];
  let isMentioned = false;
  for (let at = first; at < last && !isMentioned; at++) isMentioned = isSubjectAt(at);
  set("+subject in sentence", isMentioned);
}

function verbFacts(
  { lexicon }: Reading,
  { claim, zones, tokens, tagAt, text }: ClaimInClause,
  set: Setter,
): void {
  const token = tokens[claim.steerAt] as Token;
  const steering = lexicon.meanings.match(tokens, claim.steerAt)?.value.steering ?? [];
  const says = claim.steerAt === claim.at;
  set("says itself", says);
  set("noun before verb", claim.steerAt > claim.at);
  set(`verb tag ${tagAt(claim.steerAt)}`, !says);
  set("+core verb", CORE.has(token.norm) || CORE.has(token.norm.replace(/(?:ed|ing|d)$/, "")));
  set(
    "kind verb",
    steering.some(({ isKind }) => isKind),
  );
  set(
    "adjective",
    steering.some(({ adjective }) => adjective !== null) && !steering.some(({ leads }) => leads),
  );
  set("behind", steering.some(({ follows }) => follows) && !steering.some(({ leads }) => leads));
  const isFirst =
    zones.verb[0] === zones.subject[0] &&
    zones.subject[0] === zones.before[1] &&
    zones.before[0] === zones.before[1];
  const surface = text.slice(token.start, token.end);
  const isBase = surface.toLowerCase() === token.norm && !/(?:ed|ing|s)$/.test(token.norm);
  set("--order", isFirst && isBase && zones.verb[0] === zones.verb[1]);
  set("--to, first", isFirst && tokens[zones.verb[0]]?.norm === "to");
  set(
    "--no verb",
    steering.some(({ leads }) => leads) &&
      !steering.some(({ adjective, follows }) => adjective !== null || follows) &&
      tagAt(claim.steerAt) === "ADJ",
  );
  set("gerund", /ing$/.test(surface));
  set("past", /ed$/.test(surface));
  set("to", tokens[claim.steerAt - 1]?.norm === "to");
  const far = Math.abs(claim.at - claim.steerAt);
  set("-far", far > 3);
  set("-very far", far > 6);
}

function objectFacts(
  reading: Reading,
  { claim, naming, tokens, tagAt, zones }: ClaimInClause,
  set: Setter,
): void {
  const { meanings } = reading.lexicon;
  const next = tokens[claim.end];
  const isNextName = next !== undefined && claim.end < zones.after[1] && isNoun(tagAt(claim.end));
  const nextMatch = isNextName ? meanings.match(tokens, claim.end)?.value : undefined;
  set("--object is a modifier", isNextName && !nextMatch);
  set("--object of another", isAttribute({ claim, zones, tokens, tagAt, text: "" }));
  set(
    "--object of another",
    (next?.norm === "of" || next?.norm === "on") &&
      isForeign(reading, tokens, tagAt, claim.end + 1, zones.after[1]),
  );
  const before = claim.at - 1;
  const isCompound = before > claim.steerAt && isNoun(tagAt(before)) && !meanings.match(tokens, before);
  set("-object has a modifier", isCompound);
  set("object tag NOUN", isNoun(tagAt(claim.end - 1)));
  set("-object no noun", !isNoun(tagAt(claim.end - 1)) && naming?.says == null);
  // "Keeps the skin healthy" says which sense is meant.
  set("-loose name", naming?.isLoose === true && !KEEPS.has((tokens[claim.steerAt] as Token).norm));
  set("trouble", naming?.isTrouble === true);
  set(`nature ${naming?.target.nature ?? "none"}`, true);
  set("+usual direction", naming !== null && claim.canonical.startsWith(`${naming.target.usual}:`));
  set("long name", claim.end - claim.at > 1);
}

function standsFor(norm: string): boolean {
  return KINDS.has(norm) || PEOPLE.has(norm);
}

/** "Of the leaf", "of the house": the object belongs to something that has no health. */
function isForeign(
  reading: Reading,
  tokens: readonly Token[],
  tagAt: (index: number) => Tag,
  from: number,
  to: number,
): boolean {
  for (let at = from; at < Math.min(to, from + 4); at++) {
    const { norm, isWord } = tokens[at] as Token;
    if (!isWord) return false;
    if (!isNoun(tagAt(at))) continue;
    const isBody = reading.lexicon.meanings.match(tokens, at)?.value.naming != null;
    return !isBody && !stancesOf(norm).includes("others") && !BODY.has(norm) && !PEOPLE.has(norm);
  }
  return false;
}

const BODY = new Set(
  "body mind skin eye joint hand foot leg arm back neck bone tooth hair nail nerve tissue life day".split(
    " ",
  ),
);
const PEOPLE = new Set(
  "people patient woman man child adult person those participant user reader athlete runner".split(" "),
);
