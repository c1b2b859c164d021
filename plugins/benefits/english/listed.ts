import { type Facts, type Model, oddsBy } from "../model.ts";
import { isBorneOut, oddsBorneOut } from "./borne-out.ts";
import { type Candidate, isOfAnother, withoutGuesses } from "./candidate.ts";
import { COUNTED, isCountedUp, isTitleBelieved } from "./counted.ts";
import type { Group, GroupItem } from "./group.ts";
import { groupFacts } from "./group-facts.ts";
import { oddsOfWords } from "./group-words.ts";
import { groupsOf } from "./groups.ts";
import { findHolders, type Holders, holdsBenefits, sorts } from "./holders.ts";
import { isBareIll, isIllAmongGoods, isInOddCompany } from "./item-facts.ts";
import { type Judged, likelihood, oddsOf } from "./judged.ts";
import { ownTexts } from "./own-text.ts";
import { judgedTogether } from "./parallel.ts";
import type { Reading } from "./reading.ts";

/** An item that presents a benefit. */
export interface Listed {
  readonly candidate: Candidate;
  readonly rule: ListRule;
  /** 0..1. */
  readonly probability: number;
  /** What is known of the group it stands in, and of how it fits there. */
  readonly facts: Facts;
}

/** What was read as benefits: sections whose heading is one, blocks that open with one. */
export interface Taken {
  readonly sections: Set<number>;
  readonly blocks: Set<number>;
  /** Blocks of lists that are told to hold something else, sentence by sentence too. */
  readonly silent: Set<number>;
}

export function nothingTaken(): Taken {
  return { sections: new Set(), blocks: new Set(), silent: new Set() };
}

/** How a group was announced, by what says so most plainly; names of the rules. */
export const LIST_RULES = ["by-heading", "by-sentence", "by-sibling", "by-title", "by-items"] as const;
export type ListRule = (typeof LIST_RULES)[number];

/** The rule by which a group is a list of benefits. */
export function ruleOf({ facts }: Judged): ListRule {
  if (facts["+by heading"] || facts["+by question"] || facts["+by above"]) return "by-heading";
  if (facts["+by sentence"]) return "by-sentence";
  if (facts["+by sibling"]) return "by-sibling";
  return facts["+by title"] ? "by-title" : "by-items";
}

/** From this probability on a group is a list of benefits: of .3 to .55 what finds most, each source of 135 by weights learnt without it. */
const LIST_FROM = 0.45;

/** Told of what is passed over: a group, one of its items where the others stay, and why. */
export type Passed = (why: string, judged: Judged, item?: GroupItem) => void;

/** Benefits among headings, lists, lines and leads, in order of the text; takes what it reads. */
export function listedBenefits(
  reading: Reading,
  model: Model,
  taken: Taken,
  without: ReadonlySet<string> = new Set(),
  pass?: Passed,
): Listed[] {
  const judged = judgedTogether(
    groupsOf(reading)
      .filter(({ isLinks, items }) => !isLinks && items.some(isPossible))
      .map((group): Judged => judge(reading, model, group)),
  ).filter((one) => {
    const why = one.probability < LIST_FROM ? "unlikely" : isRefused(one.facts) ? "refused" : null;
    if (why !== null) pass?.(why, one);
    if (one.facts["-told otherwise"]) takeBlocks(one.group, taken.silent);
    return why === null && !without.has(ruleOf(one));
  });
  const holders = findHolders(reading, judged);
  const named = judged.filter(({ group: { kind } }) => kind === "leads" || kind === "headlines");
  const listed: Listed[] = [];
  for (const one of judged) {
    if (
      isInsideTaken(reading, one.group, taken) ||
      isRival(named, one) ||
      holdsAnnounced(judged, one) ||
      holdsSurer(reading, judged, one) ||
      isContents(judged, one)
    ) {
      pass?.("read otherwise", one);
      continue;
    }
    const isSorting = sorts(one.group, holders);
    const probability = asAnnounced(reading, one);
    let isTaken = false;
    for (const item of one.group.items) {
      const why = whyPassed(reading, one, item, holders, isSorting);
      if (why !== null) {
        pass?.(why, one, item);
        continue;
      }
      const { candidate } = item;
      const facts = {
        ...one.facts,
        "-ill among goods": Number(isIllAmongGoods(reading, one.group, item)),
        "+borne out": Number(isBorneOut(reading, item)),
        "-odd company": Number(!isPossible(item) || isInOddCompany(reading, item)),
        "-of another": Number(isOfAnother(reading, candidate)),
        "-told unclearly": Number(
          Boolean(one.facts["-told unclearly"]) || isLeftOpen(reading, one.group, item),
        ),
      };
      listed.push({
        candidate: withoutGuesses(candidate),
        rule: ruleOf(one),
        probability,
        facts,
      });
      if (item.section >= 0) taken.sections.add(item.section);
      isTaken = true;
    }
    if (isTaken && !isSorting) takeBlocks(one.group, taken.blocks);
  }
  return listed;
}

/** Why an item of a list of benefits is none; null where it is one. */
function whyPassed(
  reading: Reading,
  one: Judged,
  item: GroupItem,
  holders: Holders,
  isSorting: boolean,
): string | null {
  const { group, facts } = one;
  if (!isPossible(item) && !isCarried(one, item)) return `is ${item.candidate.against}`;
  if (holdsBenefits(reading, group, item, holders, isSorting)) return "holds benefits";
  return !announcesRelief(facts) && isBareIll(reading, group, item) ? "bare ill" : null;
}

/** Items from which a list carries one whose own words speak against it, and how likely it must be to list benefits. */
const CARRIES = { items: 6, from: 0.9 };
const MILD = new Set<Candidate["against"]>(["aside", "advice", "question", "umbrella"]);

/** "Slows digestion and absorption" is a note on absorption by itself; in a long list of benefits it is one of them. */
function isCarried(
  { group: { kind, items }, probability: likely }: Judged,
  { candidate }: GroupItem,
): boolean {
  if ((kind !== "list" && kind !== "lines") || items.length < CARRIES.items || likely < CARRIES.from)
    return false;
  return MILD.has(candidate.against) && items.filter((item) => !isPossible(item)).length <= items.length / 4;
}

/** From this probability on a list needs no second reading. */
const SURE_LIST = 0.6;

/**
 * Whether what was found says all that the author means: the sentences around a
 * list repeat it, less surely. One heading alone is no list.
 */
export function isSureList(listed: readonly Listed[]): boolean {
  return listed.length > 1 && listed.some(({ probability: likely }) => likely >= SURE_LIST);
}

function judge(reading: Reading, model: Model, group: Group): Judged {
  const facts = groupFacts(reading, group);
  const odds = oddsBy(model, facts) + oddsOfWords(reading, group, model) + oddsBorneOut(reading, group);
  const numbers = group.items.map(({ candidate }) => candidate.number);
  const isCounted = isTitleBelieved(facts) && isCountedUp(numbers, reading.article.titleFacts.benefitCount);
  return { group, facts, probability: Math.max(likelihood(odds), isCounted ? COUNTED : 0) };
}

/** What no likeness outweighs: "it does not:", below "Myths", or nothing that says benefit at all. */
function isRefused(facts: Facts): boolean {
  const isDenied = facts["-said not"] && facts["said colon"] && !facts["+said benefits"];
  const isUnsaid =
    facts["-unannounced"] &&
    !facts["+items direct"] &&
    !facts["+unannounced * told"] &&
    !facts["+unannounced * subject"];
  // "It can help with:" says what it holds below "Conclusion", too.
  const isBeside = facts["-home aside"] && !(facts["+by sentence"] && facts["said colon"]);
  const isElsewhere =
    facts["-home turned down"] || facts["-title turned down"] || isBeside || facts["-home harm"];
  // Below "How to sleep better" the title announces nothing.
  const isForReaders = (facts["-home advice"] || facts["-above advice"]) && !announcesHere(facts);
  // A bare ill is relieved only where relief was announced; where most are told as harm, none is.
  const isCaused = Boolean(facts["-said causes"]) && (facts["-bad * ill"] ?? 0) >= 0.5;
  const isHarm = isCaused || (facts["--asked * ill"] ?? 0) >= 0.5 || (facts["-items harm"] ?? 0) >= 0.5;
  return Boolean(
    facts["-taken back"] ||
      facts["-told otherwise"] ||
      isDenied ||
      isUnsaid ||
      isForReaders ||
      (isHarm && !facts["+said helps"] && !facts["+said benefits"]) ||
      (isElsewhere && !facts["+said benefits"]),
  );
}

/** What stands right above a group says that what follows is relieved; a title says it only where no heading stands between. */
function announcesRelief(facts: Facts): boolean {
  return announcesHere(facts) || Boolean(facts["+by title"] && facts["home none"]);
}

/** What stands between the title and the group announces it. */
function announcesHere(facts: Facts): boolean {
  return ["+by heading", "+by sentence", "+by question", "+by sibling"].some((name) => facts[name]);
}

/** "Weight loss: None after a year.", "Never."; not "No more tired days." */
const TURNED =
  /^\W*(?:(?:better )?not?(?! more\b| longer\b| need\b| wonder\b| only\b)|none|never|nothing)\b/i;

/** "I know my moods", "You can feel your pulse": of a name in a clause without a verb of relief or improvement nobody knows what is said. */
const IN_CLAUSE = /^(?:I|we|you|it|they|he|she)\b/i;

/** "❌ Headaches", "(–) It costs": set against what stands beside it, or gone. */
const CROSSED = /^[\s"'*]{0,3}(?:[❌✗✘✖❎🚫⛔👎⚠]|\([-–—−]\)\s)/u;

/** Whether an item is crossed out, names something in a clause, its own text turns its name down at once, or does not say it where "Name: text" lines alone make the list. */
function isLeftOpen(reading: Reading, { kind }: Group, item: GroupItem): boolean {
  const { likeness, heading, evidence } = item.candidate;
  if (CROSSED.test(evidence) || (likeness < 2 && IN_CLAUSE.test(heading))) return true;
  const [own] = ownTexts(reading, item);
  if (own === undefined || isBorneOut(reading, item)) return false;
  return (kind === "lines" && likeness < 2) || TURNED.test(own);
}

function isPossible({ candidate }: GroupItem): boolean {
  return candidate.against === null;
}

function takeBlocks({ from, to }: Group, taken: Set<number>): void {
  for (let index = from; index < to; index++) taken.add(index);
}

/** Below a heading that is a benefit, or among blocks already read: details. */
function isInsideTaken({ article }: Reading, { home, from, to }: Group, taken: Taken): boolean {
  for (let index = home?.index ?? -1; index >= 0; index = article.sections[index]?.parent ?? -1)
    if (taken.sections.has(index)) return true;
  for (let index = from; index < to; index++) if (taken.blocks.has(index)) return true;
  return false;
}

/** "Purpose", "Benefits" with a list of its own, "Sources": what such a list holds are parts of the article. */
function holdsAnnounced(judged: readonly Judged[], { group: { kind, items, from, to } }: Judged): boolean {
  if (kind !== "list" || !items.some(({ candidate }) => candidate.against === "umbrella")) return false;
  return judged.some(({ group }) => group.kind === "nested" && from < group.from && group.to <= to);
}

/** How likely a list is without what its items' own text adds: so it was calibrated. */
function asAnnounced(reading: Reading, { probability: likely, group }: Judged): number {
  return likelihood(oddsOf(likely) - oddsBorneOut(reading, group));
}

/** A heading or two that nothing announces are no list of benefits where below one of them a sentence announces a surer list. */
function holdsSurer(reading: Reading, judged: readonly Judged[], one: Judged): boolean {
  const { article } = reading;
  const { kind, items } = one.group;
  if (kind !== "sections" || items.length > 2 || !one.facts["-unannounced"]) return false;
  const own = asAnnounced(reading, one);
  const parts = new Set(items.map(({ section }) => section));
  const isBelow = (index: number): boolean =>
    index >= 0 && (parts.has(index) || isBelow(article.sections[index]?.parent ?? -1));
  return judged.some(
    (other) =>
      other.group.kind !== "sections" &&
      Boolean(other.facts["+by sentence"]) &&
      isBelow(other.group.home?.index ?? -1) &&
      asAnnounced(reading, other) > Math.max(own, SURE_LIST),
  );
}

/**
 * A list that nothing announces, mostly repeats headings of a likely row behind it and
 * names nothing else: the contents of what follows.
 */
function isContents(judged: readonly Judged[], { group: { kind, items }, facts }: Judged): boolean {
  if ((kind !== "list" && kind !== "nested") || facts["+by heading"] || facts["+by sentence"]) return false;
  const last = items.at(-1)?.candidate.line ?? 0;
  const told = new Set(judged.flatMap((other) => headingsOf(other, last)));
  const isTold = ({ candidate }: GroupItem): boolean => told.has(candidate.heading.toLowerCase());
  const count = items.filter(isTold).length;
  return (
    count > 1 &&
    count > items.length / 2 &&
    items.every((item) => isTold(item) || item.candidate.canonicals.length === 0)
  );
}

function headingsOf({ group: { kind, items } }: Judged, behind: number): string[] {
  const isBehind = kind === "sections" && (items[0]?.candidate.line ?? 0) > behind;
  return isBehind ? items.map(({ candidate }) => candidate.heading.toLowerCase()) : [];
}

/** Of two readings of the same paragraphs, the less likely one. */
function isRival(named: readonly Judged[], { group, probability: own }: Judged): boolean {
  if (group.kind !== "leads" && group.kind !== "headlines") return false;
  return named.some(
    ({ group: other, probability: its }) =>
      other !== group &&
      other.home === group.home &&
      other.from < group.to &&
      group.from < other.to &&
      (its > own || (its === own && other.items.length > group.items.length)),
  );
}
