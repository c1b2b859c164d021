import type { Block } from "../../article/types.ts";
import { type Announcing, isTurnedDown, readAnnouncing, WARNINGS } from "./announcing.ts";
import { isToldClearly } from "./clear.ts";
import type { Group } from "./group.ts";
import { isHeadLine } from "./head-line.ts";
import type { ItemFacts } from "./item-facts.ts";
import { isOnCare } from "./notes.ts";
import type { Reading } from "./reading.ts";
import { NOT_OWN, ON_RISKS } from "./silent.ts";

/** Words of the longest label that stands above a row as a heading would. */
const LABEL_WORDS = 8;

/**
 * Whether what stands right above a row says that it holds something else than
 * benefits, whatever the heading further up announces: side effects, who should
 * take care; where it names ills, too, what brings them about and what does not
 * relieve them.
 */
export function isToldOtherwise(
  reading: Reading,
  { kind, before }: Group,
  said: Announcing,
  { direct, ill }: Pick<ItemFacts, "direct" | "ill">,
): boolean {
  if (before === null || kind === "sections" || said.helps || said.namesBenefits) return false;
  if (!said.hasColon && !isHeadLine(before)) return false;
  const label = labelOf(before.text);
  if (isToldClearly(reading, label, said, ill)) return false;
  const words = reading.tokensOf(label).filter(({ isWord }) => isWord);
  if (words.length <= LABEL_WORDS && namesOthers(reading, label)) return true;
  if (direct < 0.5 && said.warns) return true;
  return ill >= 0.5 && (said.causes || said.isNegated || said.isElsewhere);
}

/** Whether a label, or the head of a column, is one of risks, symptoms, myths or of what is no text of the article's: benefits are not below it. */
export function namesOthers(reading: Reading, label: string): boolean {
  const { isHarm, isTurnedDown } = reading.roleOf(label);
  if (WELCOME.test(label)) return false;
  return isHarm || isTurnedDown || isOnCare(label) || ON_RISKS.test(label) || NOT_OWN.test(label);
}

/** "Positive side effects", "Fewer risks", "Who should try it": said of risks, and none. */
const WELCOME =
  /\b(?:positive|nice|welcome|pleasant|great|good) side[- ]effects?\b|\b(?:no|few|fewer|without) (?:side[- ]effects?|risks?)\b|\brisk reduction\b|\bwho (?:should|must|may|can) (?!not\b|avoid\b|skip\b|stay\b|be careful\b|take care\b)\p{L}/iu;

/** Whether a heading is one of those of risks, or keeps off or denies ("No evidence for"), and says nothing of benefits. */
export function isUnclearBelow(reading: Reading, heading: string, said: Announcing): boolean {
  if (said.helps || said.namesBenefits) return false;
  const words = reading.tokensOf(heading).filter(({ isWord }) => isWord);
  if (words.length > LABEL_WORDS || reading.roleOf(heading).isUmbrella) return false;
  if (words.some(({ norm }) => norm === "benefit")) return false;
  return (
    isTurnedDown(words, { from: 0, to: words.length }) ||
    words.some(({ norm }) => WARNINGS.has(norm)) ||
    namesOthers(reading, heading)
  );
}

/**
 * Whether what stands right above a row leaves open what it holds, though a
 * heading further up announces benefits: only a label that is evidence itself
 * ({@link isToldClearly}) is believed.
 *
 * @param ill share of its items that name an ill whose relief nothing above announces
 */
export function isToldUnclearly(reading: Reading, group: Group, said: Announcing, ill: number): boolean {
  const { kind, before, items, column = "" } = group;
  if (kind === "sections") return false;
  if (column !== "" && !isToldClearly(reading, column, said, ill)) return true;
  // Words of a picture stand above many a list: a plain line without a colon is no label.
  const isNear = before !== null && (said.hasColon || before.leadOnly);
  if (!isNear) return labelsAbove(reading, items).some((label) => isOpen(reading, label, ill));
  // "Massage has some side effects. These include:"
  if (isOnCare(before.text) && !said.namesBenefits && !said.helps) return true;
  if (!isToldClearly(reading, labelOf(before.text), said, ill)) return true;
  if (said.namesBenefits || said.helps) return false;
  return labelsAbove(reading, items).some((label) => isOpen(reading, label, ill));
}

function isOpen(reading: Reading, block: Block, ill: number): boolean {
  const label = labelOf(block.text);
  return namesOthers(reading, label) || !isToldClearly(reading, label, readAnnouncing(reading, block), ill);
}

/**
 * Labels further up in its section that hold for a row: the nearest, and each
 * that stands right above another ("**Risks:**", "Mild:"), up to one that
 * announces benefits.
 */
function labelsAbove(reading: Reading, [first]: Group["items"]): Block[] {
  const { blocks, sections } = reading.article;
  const at = first?.block ?? -1;
  const start = sections[blocks[at]?.section ?? -1]?.blocks[0] ?? at;
  const found: Block[] = [];
  let isBelowLabel = false;
  for (let index = at - 1; index >= start; index--) {
    const block = blocks[index] as Block;
    const isNow = isLabel(block);
    if (isNow && (isBelowLabel || found.length === 0)) {
      found.push(block);
      if (readAnnouncing(reading, block).namesBenefits) break;
    }
    isBelowLabel = isNow;
  }
  return found;
}

/** A bold line, or a short one with a colon. */
function isLabel({ kind, depth, leadOnly, text }: Block): boolean {
  if (kind !== "paragraph" || depth > 0) return false;
  return leadOnly || (text.endsWith(":") && text.split(" ").length <= LABEL_WORDS);
}

/** The last sentence of a text, without its colon. */
function labelOf(text: string): string {
  const end = text.trimEnd().replace(/\s*[:.!?]+$/, "");
  return end.slice(end.search(/[^.!?]*$/)).trim();
}
