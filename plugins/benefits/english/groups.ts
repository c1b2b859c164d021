import type { Block, Section } from "../../article/types.ts";
import { leadOf } from "./block-name.ts";
import { fromBlock, fromText } from "./candidate.ts";
import type { Group, GroupItem, GroupKind } from "./group.ts";
import { isHeadLine } from "./head-line.ts";
import { NUMBERING } from "./numbering.ts";
import type { Reading } from "./reading.ts";
import { isAnnounced, isOver, rowGroups, trim } from "./rows.ts";
import { isHeadedByLine, runsOf } from "./runs.ts";

/** All groups of an article: rows of headings first, outer before inner, then those inside each section. */
export function groupsOf(reading: Reading): Group[] {
  const { sections } = reading.article;
  return [
    ...rowGroups(reading, null, reading.top),
    ...sections.flatMap((section) => rowGroups(reading, section, reading.children[section.index] ?? [])),
    ...sections.flatMap((section) => inSection(reading, section)),
  ];
}

function inSection(reading: Reading, section: Section): Group[] {
  return [...leadGroups(reading, section), ...runGroups(reading, section), ...nestedGroups(reading, section)];
}

function runGroups(reading: Reading, section: Section): Group[] {
  const { blocks } = reading.article;
  const numbered = numberedLines(reading, section);
  return [
    ...numbered,
    ...runsOf(reading, section).flatMap((run): Group[] => {
      if (numbered.some(({ from, to }) => run.from < to && run.to > from)) return [];
      const kind = run.kind === "lines" ? "lines" : run.kind === "table" ? "table" : "list";
      const items = run.candidates.map((candidate) => ({ candidate, section: -1, block: run.from }));
      const previous = run.from > section.blocks[0] ? (blocks[run.from - 1] ?? null) : null;
      const block = blocks[run.from] as Block;
      const before =
        run.label !== undefined
          ? asBlock(block, run.label)
          : kind === "lines"
            ? linesBefore(reading, block, previous)
            : previous;
      return [{ ...run, kind, items, home: section, before, sibling: null }];
    }),
  ];
}

/** Lines may be announced by the first of them, or by the paragraph before. */
function linesBefore(reading: Reading, block: Block, previous: Block | null): Block | null {
  const line = block.lines[0];
  if (
    line &&
    (/:\s*$/.test(line.text) || reading.roleOf(line.text).isUmbrella || isHeadedByLine(block.lines))
  )
    return asBlock(block, line.text);
  return previous;
}

function asBlock(block: Block, text: string): Block {
  return { ...block, kind: "paragraph", text, lines: [], lead: null, leadOnly: false };
}

/** "1. Boost the brain", text, "2. Support digestion": lines of one or more blocks that breaks part, or paragraphs; a new 1 begins a new row. */
function numberedLines(reading: Reading, section: Section): Group[] {
  const { blocks } = reading.article;
  const groups: Group[] = [];
  let items: GroupItem[] = [];
  let before: Block | null = null;
  let head: Block | null = null;
  const close = (): void => {
    const [first, last] = [items[0], items.at(-1)];
    if (items.length >= 2 && first && last)
      groups.push({
        kind: "lines",
        items,
        home: section,
        before,
        sibling: null,
        from: first.block,
        to: last.block + 1,
        isLinks: false,
        isHeaded: false,
      });
    items = [];
    before = null;
  };
  for (let index = section.blocks[0]; index < section.blocks[1]; index++) {
    const block = blocks[index] as Block;
    if (block.kind !== "paragraph" && block.kind !== "quote") continue;
    for (const { text, line } of block.lines.length > 0 ? block.lines : [block]) {
      const number = Number(NUMBERING.exec(text)?.[1] ?? Number.NaN);
      if (number === 1 && items.length > 0 && isShort(text)) close();
      if (number === items.length + 1 && isShort(text)) {
        before ??= head;
        head = null;
        const candidate = fromText(reading, text, text, line, block.anchor);
        items.push({ candidate, section: -1, block: index });
      } else if (isShort(text)) head = asBlock(block, text);
    }
  }
  close();
  return groups;
}

/** Words of a line that stands as a heading. */
const SHORT = 12;
/** Characters that so many words may have; longer paragraphs are not parted to count them. */
const SHORT_LENGTH = 150;

function isShort(text: string): boolean {
  return text.length <= SHORT_LENGTH && text.split(" ").length <= SHORT && !/[.!]\s*$/.test(text);
}

/** Paragraphs that open with bold words; and those that open with any name ("Lead: text", a short line). */
function leadGroups(reading: Reading, section: Section): Group[] {
  const bold = namedGroups(reading, section, "leads", isBoldLead);
  const all = namedGroups(
    reading,
    section,
    "headlines",
    (block, next) => isBoldLead(block) || isUnmarkedName(block, next),
  );
  const known = new Set(bold.map(keyOf));
  return [...bold, ...all.filter((group) => !known.has(keyOf(group)))];
}

function keyOf({ items }: Group): string {
  return items.map(({ block }) => block).join(" ");
}

function isBoldLead({ kind, depth, lead, text }: Block): boolean {
  return (
    (kind === "paragraph" || kind === "quote") && depth === 0 && lead !== null && leadOf(lead, text) !== null
  );
}

/** "*Stress relief* - It calms.", or a short line that stands as a heading, with a colon only where a paragraph is behind it. */
function isUnmarkedName(block: Block, next: Block | null): boolean {
  if (block.kind !== "paragraph" || block.depth > 0) return false;
  if (block.text.endsWith(":"))
    return next?.kind === "paragraph" && !next.text.endsWith(":") && isHeadLine(block);
  return isHeadLine(block) || leadOf(null, block.text) !== null;
}

/** Named paragraphs of a section, parted where dosage, tips or a new announcement begins. */
function namedGroups(
  reading: Reading,
  section: Section,
  kind: GroupKind,
  isNamed: (block: Block, next: Block | null) => boolean,
): Group[] {
  const { blocks } = reading.article;
  const groups: Group[] = [];
  let items: GroupItem[] = [];
  let before: Block | null = null;
  const close = (end: number): void => {
    const kept = isAnnounced(reading, section) ? items : trim(items);
    const first = kept[0];
    if (kept.length >= 2 && first)
      groups.push({
        kind,
        items: kept,
        home: section,
        before: before ?? previousBlock(blocks, section, first.block),
        sibling: null,
        from: first.block,
        to: end,
        isLinks: false,
        isHeaded: false,
      });
    items = [];
    before = null;
  };
  for (let index = section.blocks[0]; index < section.blocks[1]; index++) {
    const block = blocks[index] as Block;
    if (!isNamed(block, index + 1 < section.blocks[1] ? (blocks[index + 1] ?? null) : null)) continue;
    const candidate = fromBlock(reading, block);
    if (isOver(candidate)) {
      close(index);
      before = block;
    } else items.push({ candidate, section: -1, block: index });
  }
  close(section.blocks[1]);
  return groups;
}

function previousBlock(blocks: readonly Block[], section: Section, index: number): Block | null {
  return index > section.blocks[0] ? (blocks[index - 1] ?? null) : null;
}

/** "* **Benefits:**" with a list of its own below. */
function nestedGroups(reading: Reading, section: Section): Group[] {
  const { blocks } = reading.article;
  const [start, end] = section.blocks;
  const groups: Group[] = [];
  for (let index = start; index < end; index++) {
    const item = blocks[index] as Block;
    if (item.kind !== "listItem") continue;
    const items: GroupItem[] = [];
    let to = index + 1;
    for (; to < end && (blocks[to] as Block).depth > item.depth; to++) {
      const block = blocks[to] as Block;
      if (block.kind === "listItem" && block.depth === item.depth + 1)
        items.push({ candidate: fromBlock(reading, block), section: -1, block: to });
    }
    if (items.length < 2) continue;
    groups.push({
      kind: "nested",
      items,
      home: section,
      before: item,
      sibling: null,
      from: index + 1,
      to,
      isLinks: false,
      isHeaded: false,
    });
  }
  return groups;
}
