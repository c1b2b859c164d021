import type { Block, Section } from "../../article/types.ts";
import { accept } from "../accept.ts";
import { type Candidate, fromBlock, fromSection } from "../candidate.ts";
import type { Find, Reading, Rule, Taken } from "../rule.ts";
import { runsOf } from "../runs.ts";
import { isUnmarkedName } from "../umbrella.ts";

/**
 * Headings of one level where the title announces benefits and no heading does,
 * or else the one list of an article that promises a number of benefits.
 */
export const titleSections: Rule = {
  name: "title-sections",
  find(reading, taken) {
    const { titleRole, article } = reading;
    const promised = article.titleFacts.benefitCount;
    if (taken.count > 0 || !(titleRole.isUmbrella || promised !== null)) return [];
    const rows = rowsOf(reading).map((row) => readRow(reading, row, promised));
    const best = rows.sort((a, b) => b.length - a.length)[0] ?? [];
    for (const { section } of best) taken.sections.add(section.index);
    if (best.length > 0) return best.map(({ candidate }) => ({ candidate, confidence: 0.85 }));
    const unmarked = unmarkedLines(reading, promised, taken);
    return promised === null || unmarked.length > 0 ? unmarked : longestRun(reading, promised, taken);
  },
};

/** Sections that share a parent and a level, row by row. */
function rowsOf(reading: Reading): readonly (readonly Section[])[] {
  return [reading.top, ...reading.children].filter((row) => row.length >= 2);
}

function readRow(
  reading: Reading,
  row: readonly Section[],
  promised: number | null,
): { section: Section; candidate: Candidate }[] {
  const pairs = row.map((section) => ({ section, candidate: fromSection(reading, section) }));
  const first = pairs.findIndex(
    ({ candidate }) => candidate.likeness >= 1.5 || (candidate.number === 1 && candidate.against === null),
  );
  const last = pairs.findLastIndex(
    ({ candidate }) => candidate.likeness >= 1.5 || (candidate.number !== null && candidate.against === null),
  );
  if (first < 0) return [];
  const span = pairs.slice(first, last + 1);
  const isNumbered = span.filter(({ candidate }) => candidate.number !== null).length >= 2;
  const members = isNumbered ? span.filter(({ candidate }) => candidate.number !== null) : span;
  const accepted = accept(
    members.map(({ candidate }) => candidate),
    "weak",
    promised,
  );
  return members.filter(({ candidate }) => accepted.includes(candidate));
}

function longestRun(reading: Reading, promised: number, taken: Taken): Find[] {
  for (const section of reading.article.sections) {
    for (const run of runsOf(reading, section)) {
      if (run.isLinks) continue;
      const accepted = accept(run.candidates, "weak", promised);
      if (accepted.length < Math.min(promised, 3)) continue;
      for (let index = run.from; index < run.to; index++) taken.blocks.add(index);
      return accepted.map((candidate) => ({ candidate, confidence: 0.75 }));
    }
  }
  return [];
}

/** Short lines over paragraphs, or bold leads, in a text that marks no headings. */
function unmarkedLines(reading: Reading, promised: number | null, taken: Taken): Find[] {
  const { article } = reading;
  for (const section of article.sections) {
    const lines = reading
      .blocksOf(section)
      .filter((block) => isUnmarkedName(block) || (block.lead !== null && block.kind === "paragraph"));
    const accepted = accept(
      lines.map((block) => fromBlock(reading, block)),
      "weak",
      promised,
    );
    if (accepted.length < 2) continue;
    for (let index = section.blocks[0]; index < section.blocks[1]; index++) {
      if (lines.includes(article.blocks[index] as Block)) taken.blocks.add(index);
    }
    return accepted.map((candidate) => ({ candidate, confidence: 0.75 }));
  }
  return [];
}
