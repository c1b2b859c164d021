import type { Block } from "../article/types.ts";
import type { Announcement } from "./accept.ts";
import type { CueKind } from "./lexicon.ts";
import type { Reading } from "./reading.ts";
import { splitSentences } from "./sentences.ts";
import type { Token } from "./tokens.ts";

/** Words that point at what comes next. */
const POINTERS = new Set([
  "following",
  "include",
  "including",
  "below",
  "here",
  "these",
  "such",
  "namely",
  "some",
]);
/** What a list after these words holds, whatever else the sentence says. */
const OTHER_LISTS = new Set(
  "symptom sign cause tip step ingredient risk side effect warning precaution food recipe type dose dosage contraindication source way method question you'll instruction technique compound nutrient vitamin".split(
    " ",
  ),
);
/** Words of warning: the list names those who should keep off. */
const WARNINGS = new Set(
  "avoid not never careful caution consult contraindicated unless unsafe doctor postpone cancel skip shouldnt dont cannot cant suffer without allergic pregnant".split(
    " ",
  ),
);
const HEAD_WORDS = 12;

/** A short line that stands as a heading without being one: bold, or without a full stop. */
export function isHeadLine(block: Block): boolean {
  if (block.kind !== "paragraph" && block.kind !== "listItem") return false;
  if (block.leadOnly) return true;
  const words = block.text.split(" ").length;
  return words <= HEAD_WORDS && !/[.!?](?:\s|$)/.test(block.text) && (block.lines?.length ?? 0) === 0;
}

/** What a paragraph says of the list after it; "aside" when it holds something else. */
export function announcementOf(reading: Reading, block: Block): Announcement | "aside" {
  const hasColon = block.text.trimEnd().endsWith(":");
  const said = ofSentences(reading, reading.tokensOf(block.text), hasColon);
  if (isHeadLine(block) && (said === "none" || said === "aside")) {
    const role = reading.roleOf(block.text);
    if (role.isAside || role.isAdvice || role.isHarm || role.isElsewhere) return "aside";
    if (role.isUmbrella) return "plain";
  }
  return said;
}

function ofSentences(reading: Reading, tokens: readonly Token[], hasColon: boolean): Announcement | "aside" {
  const sentences = splitSentences(tokens);
  const last = sentences.at(-1);
  if (!last) return "none";
  const lastCues = cuesIn(reading, tokens, last.from, last.to);
  const before = sentences.at(-2);
  const beforeCues = before ? cuesIn(reading, tokens, before.from, before.to) : new Set<CueKind>();
  if (lastCues.has("elsewhere")) return "aside";
  const pointsOn = hasColon || hasWord(tokens, last.from, last.to, POINTERS);
  const isOther =
    lastCues.has("harm") || lastCues.has("advice") || hasWord(tokens, last.from, last.to, OTHER_LISTS);
  if (lastCues.has("umbrella"))
    return lastCues.has("advice") || lastCues.has("harm") ? "aside" : pointsOn ? "plain" : "weak";
  if (hasWord(tokens, last.from, last.to, WARNINGS)) return hasColon ? "aside" : "none";
  if (isOther) return hasColon ? "aside" : "none";
  if (!pointsOn) return "none";
  if (beforeCues.has("umbrella") && !beforeCues.has("elsewhere")) return "plain";
  if (!hasColon) return "none";
  return lastCues.has("announces") || lastCues.has("asks") ? "weak" : "hint";
}

function cuesIn(reading: Reading, tokens: readonly Token[], from: number, to: number): Set<CueKind> {
  const kinds = new Set<CueKind>();
  for (let at = from; at < to; at++) {
    const match = (tokens[at] as Token).isWord ? reading.lexicon.cues.match(tokens, at) : null;
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
