import type { Block, Section } from "../../article/types.ts";
import type { Facts } from "../model.ts";
import { isBorneOut } from "./borne-out.ts";
import type { Candidate } from "./candidate.ts";
import { isNegatedAt } from "./denial.ts";
import type { Group, GroupItem } from "./group.ts";
import { headWords } from "./heads.ts";
import { ILLS, SHORT } from "./ills.ts";
import type { Reading, SentenceParts } from "./reading.ts";
import type { Token } from "./tokens.ts";

/** Shares of the items, 0..1, and how many there are. */
export interface ItemFacts {
  readonly facts: Facts;
  readonly direct: number;
  readonly bare: number;
  readonly ill: number;
  readonly like: number;
  readonly subject: number;
}

/** What the items of a group are like. */
export function itemFacts(reading: Reading, { items: all }: Group): ItemFacts {
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
    ill: share(
      ({ candidate }) =>
        (candidate.likeness === 1.5 && namesIll(reading, candidate)) ||
        (candidate.likeness < 1.5 && isHeadedByIll(reading.tokensOf(candidate.heading))),
    ),
    like,
    subject: share(({ candidate }) => namesSubject(reading, candidate.heading)),
  };
}

/** Share of the items whose own text goes on to say what is done: "**Stress.** It lowers it." */
export function toldShare(reading: Reading, { items }: Group): number {
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

/** A verb of relief or improvement that is not denied. */
export function hasVerb({ lexicon }: Reading, tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const steering = lexicon.meanings.match(tokens, at)?.value.steering ?? [];
    const isVerb = steering.some(({ leads, isHarm }) => leads && !isHarm);
    if (isVerb && !isNegatedAt(tokens, from, at)) return true;
  }
  return false;
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

/** A bare name joined to one that nobody knows, and its own text does not say it again: "Simplicity and Flexibility" may be no suppleness. */
export function isInOddCompany(reading: Reading, item: GroupItem): boolean {
  const { likeness, heading } = item.candidate;
  const isJoined = reading.tokensOf(heading).some(({ norm }) => JOINTS.has(norm));
  return likeness === 1.5 && isJoined && hasOtherWords(reading, heading) && !isBorneOut(reading, item);
}

const JOINTS = new Set(["and", "&", "/", "+"]);

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

/** True when a heading names what the article is about. */
export function namesSubject({ tokensOf, lexicon, subject }: Reading, heading: string): boolean {
  const tokens = tokensOf(heading);
  return tokens.some((_, at) => subject.has(lexicon.therapies.match(tokens, at)?.value ?? ""));
}

/** The name of an ill alone ("Neck strain"), of which its own text says no relief either, nor does that of most beside it. */
export function isBareIll(reading: Reading, group: Group, item: GroupItem): boolean {
  const { candidate } = item;
  if (candidate.likeness !== 1.5 || !namesIll(reading, candidate) || isTold(reading, item)) return false;
  return !namesSubject(reading, candidate.heading) && toldShare(reading, group) < 0.5;
}

/** A bare ill whose own text says no relief, among items that mostly name goods: "Grip strength", "Core stability", "Tension". */
export function isIllAmongGoods(reading: Reading, group: Group, item: GroupItem): boolean {
  const isIll = ({ candidate }: GroupItem): boolean =>
    candidate.likeness === 1.5 && namesIll(reading, candidate);
  if (!isIll(item) || isTold(reading, item)) return false;
  return group.items.filter(isIll).length < group.items.length / 2;
}

/** An ill and nothing that is done to it: "Stress", "Tooth decay", "Poor memory". */
function namesIll({ tokensOf, lexicon }: Reading, { heading, canonicals }: Candidate): boolean {
  if (canonicals.every((one) => one.startsWith("reduce:") || one.startsWith("prevent:"))) return true;
  const tokens = tokensOf(heading);
  if (SHORT.has(tokens[0]?.norm ?? "") || isHeadedByIll(tokens)) return true;
  return tokens.some((_, at) => lexicon.meanings.match(tokens, at)?.value.naming?.isTrouble === true);
}

/** "Respiratory Problems", "Disruption of sleep": the word that all others only tell more of is a trouble. */
function isHeadedByIll(tokens: readonly Token[]): boolean {
  const isHead = headWords(tokens);
  const head = tokens.findLast(({ isWord }, at) => isWord && isHead[at] === true);
  return ILLS.has(head?.norm ?? "");
}
