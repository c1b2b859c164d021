import type { Block } from "../../article/types.ts";
import type { CueKind } from "../lexicon.ts";
import { PRAISERS } from "./doers.ts";
import type { Reading } from "./reading.ts";
import { isToldOf } from "./reported.ts";
import { splitSentences } from "./sentences.ts";
import { stancesOf } from "./stances.ts";
import type { Token } from "./tokens.ts";
import { MERELY, setOf } from "./word-set.ts";

/** What the sentence before a list says, each as a fact of its own: nothing here decides. */
export interface Announcing {
  readonly hasColon: boolean;
  /** Points at what comes next: "these include", "the following". */
  readonly points: boolean;
  /** Speaks of benefits; or the sentence before it does. */
  readonly namesBenefits: boolean;
  readonly namedBefore: boolean;
  /** A verb of relief or improvement: "can help with", "is used to treat". */
  readonly helps: boolean;
  /** A verb of causation or blame: "can lead to", "is linked to". */
  readonly causes: boolean;
  readonly isNegated: boolean;
  /** Names other things: symptoms, steps, ingredients. */
  readonly namesOthers: boolean;
  readonly warns: boolean;
  readonly advises: boolean;
  readonly asks: boolean;
  readonly isElsewhere: boolean;
  /** Names those who sell or praise. */
  readonly isPraise: boolean;
  /** Is their word and not the article's: "advocates claim", "reported benefits". */
  readonly isTold: boolean;
}

const POINTERS = setOf("following follow include including below namely");
/** What a list after these words holds, whatever else the sentence or heading says. */
export const OTHERS = setOf(
  "symptom sign cause tip step ingredient risk side effect warning precaution food recipe type dose dosage contraindication source " +
    "method question instruction technique compound nutrient vitamin factor test check marker stage fact myth mistake function role job task change sample",
);
/** Words to those who are to stay away, and of what makes things worse. */
export const WARNINGS = setOf(
  "avoid never careful caution consult contraindicated unless unsafe doctor postpone cancel skip shouldnt dont suffer suffered allergic pregnant beware " +
    "refrain worsen interact exclude excluded exclusion unsuitable inappropriate restriction aggravate caused",
);
const HELPING = setOf(
  "help helpful treat treatment relieve relief ease improve benefit beneficial boost support promote heal good useful effective aid against prevent prevention protect cure remedy",
);
/** Verbs by which something is said to bring about what follows, or to be blamed for it. */
const CAUSING = setOf(
  "cause lead link linked associate associated contribute trigger provoke result tie tied blame blamed connect connected develop worsen " +
    "expose increase suffer end affect damage harm bring involve involved produce frequent likely risk threaten disrupt",
);
const NEGATIONS = setOf("not cannot cant dont doesnt isnt arent wont never no without nor neither");
/** "Things you can do", "try one of these": what follows is done by the reader. */
const TO_DO = setOf("thing way step habit measure change idea strategy should must try need tell stay");
const READER = setOf("you we your");

const NOTHING: Announcing = {
  hasColon: false,
  points: false,
  namesBenefits: false,
  namedBefore: false,
  helps: false,
  causes: false,
  isNegated: false,
  namesOthers: false,
  warns: false,
  advises: false,
  asks: false,
  isElsewhere: false,
  isPraise: false,
  isTold: false,
};

/** What the last sentence of `block` says of the list behind it. */
export function readAnnouncing(reading: Reading, block: Block | null): Announcing {
  if (block === null) return NOTHING;
  const tokens = reading.tokensOf(block.text);
  const sentences = splitSentences(tokens);
  const last = sentences.at(-1);
  if (!last) return NOTHING;
  const before = sentences.at(-2);
  const hasColon = block.text.trimEnd().endsWith(":");
  const span =
    hasColon || pointsBelow(reading, tokens, last) ? announcingClause(reading, tokens, last) : last;
  const has = (words: ReadonlySet<string>): boolean => hasWord(tokens, span.from, span.to, words);
  const cues = cuesIn(reading, tokens, span.from, span.to);
  const isClaimedBefore = before !== undefined && isClaimedByOthers(tokens, before);
  const givesReasons = saysWhy(reading, block.text, tokens, last);
  const namesSources = hasColon && endsInSource(tokens, last);
  const isTurned = isTurnedDown(tokens, span) || (last.isQuestion && !cues.has("umbrella"));
  const lowersRisk = !isTurned && tellsOfLessRisk(tokens, span);
  const causes = !lowersRisk && (has(CAUSING) || cues.has("harm"));
  const forms = tokens.slice(span.from, span.to).map(isHelping);
  const isHelpful = forms.includes("plain") || (!causes && forms.includes("other"));
  return {
    hasColon,
    points: has(POINTERS) || opensWithHere(tokens, last),
    namesBenefits: (cues.has("umbrella") && !namesSources) || givesReasons,
    namedBefore: before !== undefined && cuesIn(reading, tokens, before.from, before.to).has("umbrella"),
    helps:
      !isTurned &&
      (((isHelpful || lowersRisk) && !namesSources) ||
        (hasColon && (tellsWhatIsShown(tokens, last) || isUsedTo(tokens, last)))),
    causes,
    isNegated: tokens
      .slice(span.from, span.to)
      .some(({ norm }, at) => NEGATIONS.has(norm) && !MERELY.has(tokens[span.from + at + 1]?.norm ?? "")),
    namesOthers: has(OTHERS) || cues.has("aside") || namesSources,
    warns: has(WARNINGS),
    advises:
      !givesReasons &&
      (cues.has("advice") ||
        (has(TO_DO) && has(READER)) ||
        isOrder(tokens, last.from) ||
        (hasColon && tellsReaderHow(tokens, last))),
    asks: last.isQuestion || cues.has("asks"),
    isElsewhere: cues.has("elsewhere"),
    // "Many people claim benefits. The list includes:" is told by them too.
    isPraise: has(PRAISERS) || isClaimedBefore,
    isTold:
      isClaimedBefore || isClaimedByOthers(tokens, last) || namesTold(reading, block.text, tokens, last),
  };
}

/** Whether a word is one of help: as it stands, or in a form that stands as often beside what something else does ("stress that is not treated can cause:"). */
export function isHelping({ norm }: Token): "plain" | "other" | null {
  const stem = norm.replace(/(?:ed|ing)$/, "");
  if (HELPING.has(norm)) return "plain";
  return HELPING.has(stem) || HELPING.has(`${stem}e`) ? "other" : null;
}

/** "Those who eat it have a lower risk of:" */
function tellsOfLessRisk(tokens: readonly Token[], { from, to }: Span): boolean {
  const norms = tokens.slice(from, to).map(({ norm }) => norm);
  return norms.some((norm, at) => {
    const less = norms.slice(0, at).findLastIndex((word) => !WHOSE.has(word));
    return norm === "risk" && norms[at + 1] === "of" && LESS.test(norms[less] ?? "");
  });
}

const LESS = /^(?:reduc|lower|decreas|cut)/;
/** Words between such a word and the risk. */
const WHOSE = setOf("the a your their my our her his overall");

/** What denies, doubts, wishes or asks what a sentence says: classes of words by {@link stancesOf}. */
const TURNING = ["not", "scarce", "doubt", "fail", "hope", "whether"] as const;

/** "There is no proof that it helps with:", "I hoped for a lower risk of:"; not "It not only helps with:". */
export function isTurnedDown(tokens: readonly Token[], { from, to }: Span): boolean {
  return tokens.slice(from, to).some(({ norm }, at) => {
    const isMere = MERELY.has(tokens[from + at + 1]?.norm ?? "");
    return !isMere && stancesOf(norm).some((stance) => (TURNING as readonly string[]).includes(stance));
  });
}

/** "For those who suffer from a lack of exercise, it helps to:": the last clause, where it says what the list behind the colon holds; else all of the sentence. */
function announcingClause(reading: Reading, tokens: readonly Token[], { from, to }: Span): Span {
  const link = lastLink(tokens, { from, to });
  const start = from + link + 1;
  const says =
    hasWord(tokens, start, to, HELPING) ||
    cuesIn(reading, tokens, start, to).has("umbrella") ||
    isUsedTo(tokens, { from: start, to });
  return link >= 0 && says && !hasWord(tokens, start, to, NEGATIONS) ? { from: start, to } : { from, to };
}

function lastLink(tokens: readonly Token[], { from, to }: Span): number {
  return tokens.slice(from, to).findLastIndex(({ norm }) => CLAUSE_LINKS.has(norm));
}

const CLAUSE_LINKS = setOf(", ; because since that which");

/** "If you don't read, you may miss out: it has many benefits, and a few of the benefits are listed below.": the last clause says what stands below. */
function pointsBelow(reading: Reading, tokens: readonly Token[], { from, to }: Span): boolean {
  const start = from + lastLink(tokens, { from, to }) + 1;
  return hasWord(tokens, start, to, POINTERS) && cuesIn(reading, tokens, start, to).has("umbrella");
}

/** "Here’s why yoga should be in your week:": what stands behind *why* announces benefits as a heading would. */
function saysWhy(reading: Reading, text: string, tokens: readonly Token[], { from, to }: Span): boolean {
  if (!opensWithHere(tokens, { from, to })) return false;
  const why = tokens.slice(from, Math.min(to, from + WHY_REACH)).find(({ norm }) => norm === "why");
  if (!why) return false;
  const { isUmbrella, isAsked } = reading.roleOf(text.slice(why.start, (tokens[to - 1] as Token).end));
  return isUmbrella && isAsked;
}

/** "Here are seven of them."; not "Here at the spa we …". */
function opensWithHere(tokens: readonly Token[], { from, to }: Span): boolean {
  return tokens[from]?.norm === "here" && from + 1 < to && !HERE_IN.has(tokens[from + 1]?.norm ?? "");
}

const HERE_IN = setOf("at in on we i you");
/** Words of "Here are the reasons why". */
const WHY_REACH = 6;

/** "Some reported benefits include:", "the supposed health benefits": a participle of telling makes them somebody's word. */
function namesTold(reading: Reading, text: string, tokens: readonly Token[], { from, to }: Span): boolean {
  for (let at = from; at < to; at++) {
    if (!isToldOf(text, tokens[at] as Token)) continue;
    const end = Math.min(to, at + 1 + TOLD_REACH);
    if (hasWord(tokens, at + 1, end, BENEFIT) || cuesIn(reading, tokens, at + 1, end).has("umbrella"))
      return true;
  }
  return false;
}

const BENEFIT = setOf("benefit advantage");
/** Words behind such a participle within which the benefits stand. */
const TOLD_REACH = 3;

interface Span {
  readonly from: number;
  readonly to: number;
}

/** "Many people claim numerous benefits": by a seller's or praiser's word, not the article's. */
function isClaimedByOthers(tokens: readonly Token[], { from, to }: Span): boolean {
  const stances = tokens.slice(from, to).flatMap(({ norm }) => stancesOf(norm));
  return stances.includes("says") && (stances.includes("seller") || hasWord(tokens, from, to, PRAISERS));
}

/** "The benefit may come from:": what follows brings it about. */
function endsInSource(tokens: readonly Token[], { from, to }: Span): boolean {
  const words = tokens.slice(from, to).filter(({ isWord }) => isWord);
  return words.at(-1)?.norm === "from" && SOURCE_VERBS.has(words.at(-2)?.norm ?? "");
}

const SOURCE_VERBS = setOf("come comes stem stems result results arise arises derive derived benefit");

/** "One can support recovery by:": what follows is done by the reader. */
function tellsReaderHow(tokens: readonly Token[], { from, to }: Span): boolean {
  const words = tokens.slice(from, to).filter(({ isWord }) => isWord);
  const isMeans = /^(?:by|through|with)$/.test(words.at(-1)?.norm ?? "");
  return isMeans && words.some(({ norm }, at) => DOERS_OF_IT.has(norm) && CAN.has(words[at + 1]?.norm ?? ""));
}

const DOERS_OF_IT = setOf("one you we people anyone everyone");
const CAN = setOf("can could may might should");

/** "The research shows:", "What studies suggest:". */
function tellsWhatIsShown(tokens: readonly Token[], { from, to }: Span): boolean {
  const words = tokens.slice(from, to).filter(({ isWord }) => isWord);
  return SHOWS.has(words.at(-1)?.norm ?? "") && words.some(({ norm }) => RESEARCH.has(norm));
}

/** "Dong quai is commonly used to:", "herbalists have long used it for:" */
function isUsedTo(tokens: readonly Token[], { from, to }: Span): boolean {
  const norms = tokens.slice(from, to).flatMap(({ isWord, norm }) => (isWord ? [norm] : []));
  const verb = norms.at(OBJECT.test(norms.at(-2) ?? "") ? -3 : -2);
  return /^(?:to|for)$/.test(norms.at(-1) ?? "") && /^used?$/.test(verb ?? "");
}

const OBJECT = /^(?:it|this|them|these)$/;

const SHOWS = setOf("show shows shown suggest suggests find finds found say says indicate indicates");
const RESEARCH = setOf("research study studies evidence science trial trials");

/** Words by which a sentence speaks of the list above it, and those that turn it down. */
const BACK = setOf("these those such any it them");

/** "But I didn't find any such benefits.", "None of it has been shown.": the list above is taken back. */
export function takesBack(reading: Reading, block: Block | null): boolean {
  if (block === null) return false;
  const tokens = reading.tokensOf(block.text);
  // "I would love to have these benefits, but I don't want to sleep badly" turns something else down.
  const [first] = reading.sentencesOf(block.text);
  return (first?.clauses ?? []).some(({ from, to }) => {
    const isDenied = tokens.slice(from, to).some(({ norm }) => stancesOf(norm).includes("not"));
    const isOfBenefits =
      cuesIn(reading, tokens, from, to).has("umbrella") || hasWord(tokens, from, to, SHOWN);
    return isDenied && isOfBenefits && hasWord(tokens, from, to, BACK);
  });
}

const SHOWN = setOf("claim claims shown proven proved true evidence benefit benefits");

/** "Try one of these tonight:" */
function isOrder(tokens: readonly Token[], from: number): boolean {
  return ORDERS.has((tokens[from] as Token).norm);
}

const ORDERS = setOf(
  "try do take eat drink avoid use choose start make keep add ask tell stay get consider look",
);

function cuesIn({ lexicon }: Reading, tokens: readonly Token[], from: number, to: number): Set<CueKind> {
  const kinds = new Set<CueKind>();
  for (let at = from; at < to; at++) {
    const match = (tokens[at] as Token).isWord ? lexicon.cues.match(tokens, at) : null;
    if (!match || match.end > to) continue;
    for (const kind of match.value) kinds.add(kind);
    at = match.end - 1;
  }
  return kinds;
}

function hasWord(tokens: readonly Token[], from: number, to: number, words: ReadonlySet<string>): boolean {
  for (let at = from; at < to; at++) if (words.has((tokens[at] as Token).norm)) return true;
  return false;
}
