import type { Block } from "../../article/types.ts";
import type { ArticleBenefit } from "../../corpus/types.ts";
import { parseCanonical } from "../canonical.ts";
import { passageClaims } from "./passage.ts";
import type { Reading } from "./reading.ts";
import { isTakenBack } from "./taken-back.ts";

/** Share right of the benefits whose own passage speaks against their target somewhere: 11 of 13 labelled ones. */
const TAKEN_BACK = 0.85;

/**
 * The benefit with the sentence of its passage that says it, which readers are
 * shown; as it came where no sentence there does, and its heading must speak.
 * Hedged where the heading or that sentence is.
 */
export function withSentence(reading: Reading, found: ArticleBenefit): ArticleBenefit {
  const benefit = withDoubt(reading, found);
  const isTitle = benefit.kind === "prose" && benefit.evidence === reading.article.title;
  if ((benefit.kind !== "explicit" && !isTitle) || benefit.canonicals.length === 0) return benefit;
  const targets = new Set(benefit.canonicals.map((canonical) => parseCanonical(canonical)?.target));
  for (const block of isTitle ? reading.article.blocks : passageOf(reading, benefit.line)) {
    const said = passageClaims(reading, block).find(
      ({ canonical, evidence }) =>
        targets.has(parseCanonical(canonical)?.target) && !isHeading(evidence, benefit),
    );
    const line = isTitle ? block.line : benefit.line;
    if (said) return { ...benefit, line, evidence: said.evidence, hedged: benefit.hedged || said.isHedged };
  }
  // A title draws readers in; what the text below it does not say is no claim to publish.
  if (isTitle) return { ...benefit, confidence: 0 };
  return { ...benefit, evidence: benefit.heading ?? benefit.evidence };
}

/** Less sure of where the passage below says that something is not so. */
function withDoubt(reading: Reading, benefit: ArticleBenefit): ArticleBenefit {
  if (benefit.kind !== "explicit" || benefit.confidence <= TAKEN_BACK) return benefit;
  const targets = new Set(benefit.canonicals.map((canonical) => parseCanonical(canonical)?.target));
  const isDoubtful = isTakenBack(reading, passageOf(reading, benefit.line), targets);
  return isDoubtful ? { ...benefit, confidence: TAKEN_BACK } : benefit;
}

/** The blocks below the heading on a line, else the block that holds the line. */
function passageOf({ article, blocksOf }: Reading, line: number): readonly Block[] {
  const section = article.sections.find((one) => one.level > 0 && one.line === line);
  if (section) return blocksOf(section).filter(({ kind }) => kind !== "code" && kind !== "tableRow");
  const block = article.blocks.find((one) => one.line <= line && line <= Math.max(one.line, one.endLine));
  return block === undefined || block.kind === "tableRow" ? [] : [block];
}

/** "**Improves focus.** …": the words that stand as the heading are no sentence on it. */
function isHeading(sentence: string, { heading }: ArticleBenefit): boolean {
  return sentence.replace(/[\s.:!]+$/, "") === heading;
}
