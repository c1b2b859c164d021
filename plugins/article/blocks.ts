import { detach } from "./detach.ts";
import { readInline } from "./inline.ts";
import type { Token } from "./markdown.ts";
import { meantBreaks } from "./meant-breaks.ts";
import { type Row, rowsOf } from "./rows.ts";
import type { Block, BlockKind, Section } from "./types.ts";

/** Sections and blocks of one body. */
export interface Outline {
  readonly sections: readonly Section[];
  readonly blocks: readonly Block[];
  /** The lines of blocks that have several, by index of the block. */
  readonly rows: ReadonlyMap<number, readonly Row[]>;
}

interface OpenItem {
  readonly number: number | null;
  readonly list: number;
  /** False once the item's first paragraph was read. */
  isFirst: boolean;
}

type Draft = Omit<Section, "blocks"> & { start: number };

const NO_CELLS: readonly string[] = Object.freeze([]);

/**
 * Turns markdown-it tokens into sections and blocks in document order.
 *
 * @param toAnchor gives each heading text an id that is unique in the article, the writer's own where there is one
 * @param lineOffset lines of the file before the body
 */
export function outline(
  tokens: readonly Token[],
  lineOffset: number,
  toAnchor: (heading: string, own?: string | null) => string,
): Outline {
  const blocks: Block[] = [];
  const rows = new Map<number, readonly Row[]>();
  const drafts: Draft[] = [
    { index: 0, heading: "", level: 0, anchor: "", line: lineOffset + 1, parent: -1, start: 0 },
  ];
  const openSections: Draft[] = [];
  const items: OpenItem[] = [];
  const lists: { ordered: boolean; next: number; index: number }[] = [];
  let listCount = 0;
  let quoteDepth = 0;
  let headingLevel = 0;
  let ownId: string | null = null;
  let inHead = false;
  let row: {
    cells: string[];
    line: number;
    endLine: number;
    links: Block["links"][number][];
    lead: string | null;
  } | null = null;

  const push = (
    kind: BlockKind,
    line: number,
    endLine: number,
    inline: ReturnType<typeof readInline>,
    more: Partial<Block> = {},
  ): void => {
    if (inline.text === "") return;
    blocks.push({
      kind,
      text: inline.text,
      line,
      endLine,
      section: drafts.length - 1,
      anchor: "",
      lead: inline.lead,
      leadOnly: inline.leadOnly,
      depth: items.length,
      number: null,
      list: -1,
      cells: NO_CELLS,
      isHeader: false,
      links: inline.links,
      lines: inline.lines,
      ...more,
    });
  };

  for (const token of tokens) {
    const line = (token.map?.[0] ?? 0) + 1 + lineOffset;
    const endLine = (token.map?.[1] ?? 0) + lineOffset;
    switch (token.type) {
      case "heading_open":
        headingLevel = Number(token.tag.slice(1));
        ownId = token.attrGet("id");
        break;
      // Notes stand after the text and are no part of what it says.
      case "footnote_block_open":
        return finished(drafts, blocks, rows);
      case "heading_close":
        headingLevel = 0;
        break;
      case "bullet_list_open":
      case "ordered_list_open":
        lists.push({
          ordered: token.type === "ordered_list_open",
          next: Number(token.attrGet("start") ?? 1),
          index: listCount++,
        });
        break;
      case "bullet_list_close":
      case "ordered_list_close":
        lists.pop();
        break;
      case "list_item_open": {
        const list = lists.at(-1);
        if (list) items.push({ number: list.ordered ? list.next++ : null, list: list.index, isFirst: true });
        break;
      }
      case "list_item_close":
        items.pop();
        break;
      case "blockquote_open":
        quoteDepth++;
        break;
      case "blockquote_close":
        quoteDepth--;
        break;
      case "thead_open":
        inHead = true;
        break;
      case "thead_close":
        inHead = false;
        break;
      case "tr_open":
        row = { cells: [], line, endLine, links: [], lead: null };
        break;
      case "tr_close":
        if (row) {
          const { cells, links, lead } = row;
          const text = cells.filter((cell) => cell !== "").join(" | ");
          push(
            "tableRow",
            row.line,
            row.endLine,
            { text, lead, leadOnly: false, links, lines: [] },
            { cells, isHeader: inHead, number: null },
          );
        }
        row = null;
        break;
      case "fence":
      case "code_block":
        push("code", line, endLine, {
          text: token.content.trim(),
          lead: null,
          leadOnly: false,
          links: [],
          lines: [],
        });
        break;
      case "inline": {
        const children = token.children ?? [];
        const lines = row || headingLevel > 0 ? [] : rowsOf(children, line);
        const breaks = lines.length > 1 ? meantBreaks(lines, blocks.at(-1)?.text ?? "") : "none";
        const isItem = row === null && headingLevel === 0 && items.at(-1)?.isFirst === true;
        const inline = readInline(children, line, breaks, isItem ? (items.at(-1)?.number ?? null) : null);
        if (row) {
          row.cells.push(inline.text.replaceAll("\n", " "));
          row.links.push(...inline.links);
          row.lead ??= inline.lead;
        } else if (headingLevel > 0) {
          const heading = detach(inline.text.replaceAll("\n", " "));
          while ((openSections.at(-1)?.level ?? 0) >= headingLevel) openSections.pop();
          const draft: Draft = {
            index: drafts.length,
            heading,
            level: headingLevel,
            anchor: toAnchor(heading, ownId),
            line,
            parent: openSections.at(-1)?.index ?? -1,
            start: blocks.length,
          };
          drafts.push(draft);
          openSections.push(draft);
        } else {
          const item = items.at(-1);
          if (lines.length > 1) rows.set(blocks.length, lines);
          const kind = item?.isFirst ? "listItem" : quoteDepth > 0 ? "quote" : "paragraph";
          push(
            kind,
            line,
            endLine,
            inline,
            item ? { number: item.isFirst ? item.number : null, list: item.list } : {},
          );
          if (item) item.isFirst = false;
        }
        break;
      }
    }
  }
  return finished(drafts, blocks, rows);
}

function finished(drafts: readonly Draft[], blocks: readonly Block[], rows: Outline["rows"]): Outline {
  const sections = drafts.map(
    // Each field by name: what a rest pattern leaves has a hidden class of its own, 0.5 kB a section.
    ({ index, heading, level, anchor, line, parent, start }): Section => ({
      index,
      heading,
      level,
      anchor,
      line,
      parent,
      blocks: [start, drafts[index + 1]?.start ?? blocks.length],
    }),
  );
  return { sections, blocks, rows };
}
