import type { Block } from "../article/types.ts";
import type { ArticleBenefit } from "../corpus/types.ts";
import { parseCanonical } from "./canonical.ts";
import { proseClaims } from "./prose.ts";
import type { Reading } from "./reading.ts";

/**
 * The benefit with the sentence of its passage that says it, which readers are
 * shown; as it came where no sentence there does, and its heading must speak.
 * Hedged where the heading or that sentence is.
 */
export function withSentence(reading: Reading, benefit: ArticleBenefit): ArticleBenefit {
  if (benefit.kind !== "explicit" || benefit.canonicals.length === 0) return benefit;
  const targets = new Set(benefit.canonicals.map((canonical) => parseCanonical(canonical)?.target));
  for (const block of passageOf(reading, benefit.line)) {
    const said = proseClaims(reading, block).find(({ canonical }) =>
      targets.has(parseCanonical(canonical)?.target),
    );
    if (said) return { ...benefit, evidence: said.evidence, hedged: benefit.hedged || said.isHedged };
  }
  return { ...benefit, evidence: benefit.heading ?? benefit.evidence };
}

/** The blocks below the heading on a line, else the block that holds the line. */
function passageOf({ article, blocksOf }: Reading, line: number): readonly Block[] {
  const section = article.sections.find((one) => one.level > 0 && one.line === line);
  if (section) return blocksOf(section).filter(({ kind }) => kind !== "code" && kind !== "tableRow");
  const block = article.blocks.find((one) => one.line <= line && line <= Math.max(one.line, one.endLine));
  return block === undefined || block.kind === "tableRow" ? [] : [block];
}
