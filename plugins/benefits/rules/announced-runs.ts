import type { Block, Section } from "../../article/types.ts";
import { accept } from "../accept.ts";
import { announcementOf, isHeadLine } from "../announcement.ts";
import { type Candidate, fromBlock } from "../candidate.ts";
import { isBelowBenefit, isInAside } from "../place.ts";
import type { Find, Reading, Rule, Taken } from "../rule.ts";
import { runsOf } from "../runs.ts";
import { followingSections } from "../umbrella.ts";

/** After a sentence or bold line that announces benefits: "These include:", "It can help with:". */
export const announcedRuns: Rule = {
  name: "announced-runs",
  find(reading, taken) {
    if (reading.titleRole.isElsewhere) return [];
    return reading.article.sections.flatMap((section): Find[] => {
      if (isBelowBenefit(reading, section, taken) || isInAside(reading, section)) return [];
      const found = [
        ...afterSentences(reading, section, taken),
        ...afterLastSentence(reading, section, taken),
        ...belowItems(reading, section, taken),
      ];
      return found.map((candidate) => ({ candidate, confidence: 0.85 }));
    });
  },
};

/** Runs, or plain lines, each right after the paragraph that announces it. */
function afterSentences(reading: Reading, section: Section, taken: Taken): Candidate[] {
  const { blocks } = reading.article;
  const [start] = section.blocks;
  return [
    ...runsOf(reading, section).flatMap((run): readonly Candidate[] => {
      if (run.isLinks || taken.blocks.has(run.from)) return [];
      const before = run.kind === "lines" ? (blocks[run.from] as Block) : blocks[run.from - 1];
      if (!before || run.from - 1 < start - (run.kind === "lines" ? 1 : 0)) return [];
      const announcement =
        run.kind === "lines"
          ? announcementOf(reading, firstLine(reading, before, blocks[run.from - 1], start <= run.from - 1))
          : announcementOf(reading, before);
      if (announcement === "aside" || announcement === "none") return [];
      const accepted = accept(run.candidates, announcement, reading.article.titleFacts.benefitCount);
      if (accepted.length > 0) for (let index = run.from; index < run.to; index++) taken.blocks.add(index);
      return accepted;
    }),
    ...plainLines(reading, section, taken),
  ];
}

/** A paragraph of lines may announce itself by its first, or be announced by the paragraph before. */
function firstLine(reading: Reading, block: Block, before: Block | undefined, isSameSection: boolean): Block {
  const line = block.lines[0];
  const isOwn =
    line !== undefined && (/benefit|:\s*$/i.test(line.text) || reading.roleOf(line.text).isUmbrella);
  if (isOwn || !before || !isSameSection)
    return { ...block, text: line?.text ?? block.text, lines: [], leadOnly: line?.lead != null };
  return before;
}

/** Bold or unmarked lines in a row of paragraphs after a line that announces benefits. */
function plainLines(reading: Reading, section: Section, taken: Taken): readonly Candidate[] {
  const { blocks } = reading.article;
  const [start, end] = section.blocks;
  for (let index = start; index < end; index++) {
    const block = blocks[index] as Block;
    if (taken.blocks.has(index) || block.kind !== "paragraph") continue;
    const announcement = announcementOf(reading, block);
    if (announcement === "aside" || announcement === "none") continue;
    const lines: { candidate: Candidate; index: number }[] = [];
    for (let next = index + 1; next < end; next++) {
      const line = blocks[next] as Block;
      if (line.kind !== "paragraph" || line.depth > 0 || taken.blocks.has(next)) continue;
      if (!isHeadLine(line) && line.lead === null) continue;
      const candidate = fromBlock(reading, line);
      if (candidate.against === "aside" || candidate.against === "advice" || candidate.against === "harm")
        break;
      if (candidate.against === null) lines.push({ candidate, index: next });
    }
    const accepted =
      lines.length >= 2
        ? accept(
            lines.map(({ candidate }) => candidate),
            "weak",
            reading.article.titleFacts.benefitCount,
          )
        : [];
    if (accepted.length === 0) continue;
    for (const line of lines) taken.blocks.add(line.index);
    return accepted;
  }
  return [];
}

/** "* **Benefits:**" with a list of its own below. */
function belowItems(reading: Reading, section: Section, taken: Taken): readonly Candidate[] {
  const { blocks } = reading.article;
  const [start, end] = section.blocks;
  return reading.blocksOf(section).flatMap((item, offset): readonly Candidate[] => {
    if (item.kind !== "listItem" || !isHeadLine(item) || announcementOf(reading, item) !== "plain") return [];
    const below: number[] = [];
    for (let index = start + offset + 1; index < end; index++) {
      const block = blocks[index] as Block;
      if (block.depth <= item.depth) break;
      if (block.kind === "listItem" && block.depth === item.depth + 1 && !taken.blocks.has(index))
        below.push(index);
    }
    const accepted = accept(
      below.map((index) => fromBlock(reading, blocks[index] as Block)),
      "plain",
      null,
    );
    if (accepted.length > 0) for (const index of below) taken.blocks.add(index);
    return accepted;
  });
}

/** Headings that follow a section whose last paragraph announces them. */
function afterLastSentence(reading: Reading, section: Section, taken: Taken): readonly Candidate[] {
  const { blocks, sections } = reading.article;
  const last = blocks[section.blocks[1] - 1];
  if (section.blocks[0] === section.blocks[1] || !last || last.kind !== "paragraph") return [];
  const isBenefit = reading.claimsIn(section.heading).length > 0;
  const announcement = announcementOf(reading, last);
  if (isBenefit || announcement === "aside" || announcement === "none") return [];
  if (announcement !== "plain" && !last.text.endsWith(":")) return [];
  const next = sections[section.index + 1];
  if (!next || taken.sections.has(next.index)) return [];
  const row = reading.children[next.parent] ?? reading.top;
  return followingSections(
    reading,
    row,
    reading.places[next.index] as number,
    taken,
    reading.article.titleFacts.benefitCount,
  );
}
