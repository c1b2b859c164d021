import type { Block } from "../../article/types.ts";
import { type Announcing, WARNINGS } from "./announcing.ts";
import type { Group } from "./group.ts";
import { isHeadLine } from "./head-line.ts";
import { hasVerb, type ItemFacts } from "./item-facts.ts";
import { isOnCare } from "./notes.ts";
import type { Reading } from "./reading.ts";
import { SILENT } from "./silent.ts";
import { stancesOf } from "./stances.ts";

/** Words of the longest label that stands above a row as a heading would. */
const LABEL_WORDS = 8;
/** Who writes names what they had, not what is relieved: "What I struggled with:". */
const WRITER = new Set("i my me".split(" "));
/**
 * Whether what stands right above a row says that it holds something else than
 * benefits, whatever the heading further up announces, and no verb of relief: side effects, who should
 * take care, and of names of ills what brings them, who had them ("Before I
 * began I had:") and what is not for them.
 */
export function isToldOtherwise(
  reading: Reading,
  { kind, before }: Group,
  said: Announcing,
  { direct, ill }: Pick<ItemFacts, "direct" | "ill">,
): boolean {
  if (before === null || kind === "sections" || said.helps || said.namesBenefits) return false;
  if ((!said.hasColon && !isHeadLine(before)) || saysRelief(reading, before)) return false;
  const label = labelOf(before);
  const words = reading.tokensOf(label).filter(({ isWord }) => isWord);
  const has = (wanted: ReadonlySet<string>): boolean => words.some(({ norm }) => wanted.has(norm));
  const role = reading.roleOf(label);
  const isLabel = words.length <= LABEL_WORDS;
  if (isLabel && namesOthers(reading, label)) return true;
  if (direct < 0.5 && said.warns) return true;
  if (ill < 0.5) return false;
  return (
    said.causes ||
    said.isNegated ||
    said.isElsewhere ||
    has(WRITER) ||
    (isLabel && (role.isAside || role.isElsewhere))
  );
}

/** Whether a label, or the head of a column, is one of risks, symptoms, myths or of what is no text of the article's: benefits are not below it. */
export function namesOthers(reading: Reading, label: string): boolean {
  const { isHarm, isTurnedDown } = reading.roleOf(label);
  return isHarm || isTurnedDown || isOnCare(label) || SILENT.test(label);
}

/** Words that turn from what was said where a sentence opens with them: "However, it can also:". */
const TURNS = new Set("however but although though yet unfortunately".split(" "));
/** Words of what is seldom, wished or somebody's word: "In rare cases you may notice:", "I wanted to:", "They say it will:". */
const UNSURE = new Set(
  "rare rarely want wanted wish hope goal need unable say said think believe".split(" "),
);
/** Words of the longest label that only names those below it: "Common conditions:". */
const NAME_WORDS = 4;
/** Words that make a sentence of a label, and those behind which what is related to what is below is unknown: "Read more about:". */
const RELATES = new Set(
  "i you we they it is are has have had can may do about to with of on in by from".split(" "),
);

/** Whether a heading is one of those of risks, or keeps off or denies ("No evidence for"), and says nothing of benefits. */
export function isUnclearBelow(reading: Reading, heading: string, said: Announcing): boolean {
  if (said.helps || said.namesBenefits) return false;
  const words = reading.tokensOf(heading).filter(({ isWord }) => isWord);
  if (words.length > LABEL_WORDS || reading.roleOf(heading).isUmbrella) return false;
  if (words.some(({ norm }) => norm === "benefit")) return false;
  return (
    words.some(({ norm }) => WARNINGS.has(norm) || stancesOf(norm).includes("not")) ||
    namesOthers(reading, heading)
  );
}

/**
 * Whether what stands right above a row leaves open what it holds, though a
 * heading further up announces benefits: an unknown verb says nothing of the
 * names of ills below it ("Millions of people live with:").
 */
export function isToldUnclearly(
  reading: Reading,
  { kind, before }: Group,
  said: Announcing,
  { ill }: Pick<ItemFacts, "ill">,
): boolean {
  if (before === null || kind === "sections" || !said.hasColon) return false;
  if (said.helps || said.namesBenefits || said.points || saysRelief(reading, before)) return false;
  const words = reading.tokensOf(labelOf(before)).filter(({ isWord }) => isWord);
  const has = (wanted: ReadonlySet<string>): boolean => words.some(({ norm }) => wanted.has(norm));
  const turns = TURNS.has(words[0]?.norm ?? "") || has(UNSURE);
  return turns || (ill >= 0.5 && (words.length > NAME_WORDS || has(RELATES)));
}

/** "It helped me with:" has a verb of relief, whoever it names. */
function saysRelief(reading: Reading, before: Block): boolean {
  const tokens = reading.tokensOf(labelOf(before));
  return hasVerb(reading, tokens, 0, tokens.length);
}

/** The last sentence of a block, without its colon. */
function labelOf({ text }: Block): string {
  const end = text.trimEnd().replace(/\s*:$/, "");
  return end.slice(end.search(/[^.!?]*$/)).trim();
}
