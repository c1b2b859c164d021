import { isMarked } from "../../article/list-marks.ts";
import type { Block, Section } from "../../article/types.ts";
import { type Candidate, fromBlock, fromText } from "./candidate.ts";
import { NUMBERING } from "./numbering.ts";
import { namesOthers } from "./otherwise.ts";
import type { Reading } from "./reading.ts";

export type RunKind = "list" | "lines" | "table";

/** Candidates that the author set as one: a list, bold leads, lines of a paragraph, rows of a table. */
export interface Run {
  readonly kind: RunKind;
  readonly candidates: readonly Candidate[];
  /** Indices into the article's blocks: the first, and one past the last. */
  readonly from: number;
  readonly to: number;
  /** Most items are links: a table of contents, a list of other articles or sources. */
  readonly isLinks: boolean;
  /** Every item opens with a bold lead. */
  readonly isBold: boolean;
  /** The head of a table names the column "Benefits". */
  readonly isHeaded: boolean;
  /** Head of the column of a table that the candidates are of. */
  readonly column?: string;
  /** Line of the same paragraph that stands above these as their name ("Cons:"). */
  readonly label?: string;
}

/** Runs of a section, by where they start. */
export function runsOf(reading: Reading, section: Section): readonly Run[] {
  const sections = known.get(reading) ?? new Map<number, readonly Run[]>();
  known.set(reading, sections);
  const runs = sections.get(section.index) ?? readRuns(reading, section);
  sections.set(section.index, runs);
  return runs;
}

/** Every rule asks for the runs of a section; they are read once. */
const known = new WeakMap<Reading, Map<number, readonly Run[]>>();

function readRuns(reading: Reading, section: Section): Run[] {
  const { blocks } = reading.article;
  const [start, end] = section.blocks;
  const runs: Run[] = [];
  for (let index = start; index < end; ) {
    const block = blocks[index] as Block;
    const found =
      block.kind === "listItem" && !holdsRow(block)
        ? [listRun(reading, index, end)]
        : block.kind === "tableRow"
          ? [tableRun(reading, index, end)]
          : linesRuns(reading, block, index);
    runs.push(...found);
    index = found[0]?.to ?? index + 1;
  }
  return runs;
}

/** "1. Calms 2. Warms" in one line: an item that holds those after it. */
function holdsRow({ number, lines }: Block): boolean {
  const next = NUMBERING.exec(lines[1]?.text ?? "")?.[1];
  return number !== null && next !== undefined && Number(next) === number + 1;
}

/** Items of one list, or of lists that go on after a paragraph ("1. …", text, "2. …"). */
function listRun(reading: Reading, start: number, end: number): Run {
  const { blocks } = reading.article;
  const first = blocks[start] as Block;
  const items: Block[] = [];
  let list = first.list;
  let to = start;
  for (let index = start; index < end; index++) {
    const block = blocks[index] as Block;
    if (
      block.kind === "listItem" &&
      block.depth === first.depth &&
      (block.list === list || continues(items, block, index - to))
    ) {
      items.push(block);
      list = block.list;
      to = index + 1;
    } else if (block.kind === "listItem" && block.depth > first.depth) to = index + 1;
    else if (block.list === list && block.depth >= first.depth) to = index + 1;
    else if (block.kind === "listItem" || isHeadLike(block)) break;
  }
  return {
    kind: "list",
    candidates: items.map((item) => fromBlock(reading, item)),
    from: start,
    to: Math.max(to, start + 1),
    isLinks: items.filter(isLink).length > items.length / 2,
    isBold: items.every(({ lead }) => lead !== null),
    isHeaded: false,
  };
}

/** Most blocks between two items of a list that paragraphs part. */
const LIST_BREAK = 8;

function continues(items: readonly Block[], block: Block, gap: number): boolean {
  const last = items.at(-1);
  const isNext = block.number !== null && last !== undefined && block.number === (last.number ?? 0) + 1;
  if (!last || (gap > LIST_BREAK && !isNext)) return false;
  const haveLeads = block.lead !== null && last.lead !== null;
  if (block.number !== null && last.number !== null) {
    // Some editors number every item 1.
    return (
      block.number === last.number + 1 || (gap > 0 && block.number === 1 && last.number === 1 && haveLeads)
    );
  }
  return gap > 0 && block.number === null && last.number === null && haveLeads;
}

/** A bold line that stands as a heading ends a list. */
function isHeadLike({ leadOnly, kind, depth }: Block): boolean {
  return kind === "paragraph" && leadOnly && depth === 0;
}

/** Words of a link that names a page and no condition. */
const TITLE_WORDS = 4;

/** An item that is a link to a passage or to an article by its title; "[Asthma](/asthma)" is a name like others. */
function isLink({ links, text }: Block): boolean {
  const linked = links.reduce((sum, link) => sum + link.text.length, 0);
  if (links.length === 0 || linked <= text.length * 0.7) return false;
  return links.some(({ href, text: words }) => href.startsWith("#") || words.split(" ").length > TITLE_WORDS);
}

const LINE_LIMIT = 200;

/** Whether the first line has no mark and stands above two or more that have one: it says what they are. */
export function isHeadedByLine([first, ...items]: Block["lines"]): boolean {
  return (
    first !== undefined &&
    !isMarked(first.text) &&
    items.length > 1 &&
    items.every(({ text }) => isMarked(text))
  );
}

/** Lines of a paragraph split by `<br>`, or as their author meant them, parted where one names those below it. */
function linesRuns(reading: Reading, block: Block, index: number): Run[] {
  const lines = block.lines ?? [];
  if (lines.length < 2 || block.kind === "code") return [];
  const names = lines.flatMap((line, at) => (isLabel(line) ? [at] : []));
  // "Better sleep:" and a line of text are an item, "Cons:" and two lines are a list and its name.
  const labels = names.filter((at, one) => at > 0 && (names[one + 1] ?? lines.length) - at > 2);
  return [0, ...labels].map((from, part): Run => {
    const label = from > 0 ? lines[from]?.text : undefined;
    const own = lines.slice(from > 0 ? from + 1 : 0, labels[part]);
    return { ...linesRun(reading, block, own, index), ...(label === undefined ? {} : { label }) };
  });
}

/** "**Cons:**": a line that ends in a colon. */
function isLabel({ text }: Block["lines"][number]): boolean {
  return text.endsWith(":");
}

function linesRun(reading: Reading, block: Block, lines: Block["lines"], index: number): Run {
  const items = isHeadedByLine(lines)
    ? lines.slice(1)
    : lines.filter(({ text, lead }) => isMarked(text) || (lead ?? beforeColon(text)).length <= LINE_LIMIT);
  const candidates = items.map(({ text, lead, line }) =>
    fromText(reading, lead ?? beforeColon(text), text, line, block.anchor),
  );
  return {
    kind: "lines",
    candidates,
    from: index,
    to: index + 1,
    isLinks: isLink(block),
    isBold: false,
    isHeaded: false,
  };
}

function beforeColon(text: string): string {
  const at = text.indexOf(": ");
  return at > 1 && at < 70 ? text.slice(0, at) : text;
}

const BENEFIT_COLUMN = /benefit|effect|advantage|helps|use|improve|what it does/i;

/** Rows of a table, by the column that names benefits, or else by the first; cell by cell where several columns say what is done. */
function tableRun(reading: Reading, start: number, end: number): Run {
  const { blocks } = reading.article;
  let to = start;
  while (to < end && (blocks[to] as Block).kind === "tableRow" && !(to > start && startsTable(blocks, to)))
    to++;
  const rows = blocks.slice(start, to);
  const header = rows.find(({ isHeader }) => isHeader);
  const heads = header?.cells ?? [];
  const isOther = (column: number): boolean => namesOthers(reading, heads[column] ?? "");
  const saysUse = heads.flatMap((cell, column) => (BENEFIT_COLUMN.test(cell) ? [column] : []));
  const named = saysUse.find((column) => !isOther(column)) ?? -1;
  const body = rows.filter(({ isHeader }) => !isHeader);
  // "Benefits | It calms", "Preparation | Slice it": rows of one thing's properties are no benefits of it.
  const isSheet = body.some((row) => reading.roleOf(row.cells[0] ?? "").isUmbrella);
  const isFree = !isSheet && saysUse.length === 0;
  const columns = named >= 0 ? [named] : isFree ? [0, 1].filter((column) => !isOther(column)) : [];
  const byColumn = columns.map((column) => body.map((row) => cellOf(reading, row, column)));
  const saying = byColumn.filter((cells) => directCount(cells) > cells.length / 2);
  const best = [...byColumn].sort((a, b) => likeCount(b) - likeCount(a))[0] ?? [];
  const candidates =
    saying.length > 1 ? body.flatMap((_, row) => saying.map((cells) => cells[row] as Candidate)) : best;
  const isHeaded = /benefit|advantage/i.test(header?.cells[named] ?? "");
  const at = columns.find((_, one) => (saying.length > 1 ? saying[0] : best) === byColumn[one]);
  const column = isHeaded || at === undefined ? "" : (heads[at] ?? "");
  return { kind: "table", candidates, from: start, to, isLinks: false, isBold: false, isHeaded, column };
}

/** The first row of the head of another table. */
function startsTable(blocks: readonly Block[], index: number): boolean {
  return (blocks[index] as Block).isHeader && !(blocks[index - 1] as Block).isHeader;
}

function cellOf(reading: Reading, row: Block, column: number): Candidate {
  return fromText(reading, row.cells[column] ?? "", row.text, row.line, row.anchor);
}

function directCount(candidates: readonly Candidate[]): number {
  return candidates.filter(({ likeness }) => likeness >= 2).length;
}

function likeCount(candidates: readonly Candidate[]): number {
  return candidates.filter(({ likeness }) => likeness >= 1.5).length;
}
