import type { Block, Section } from "../../article/types.ts";
import type { Candidate } from "./candidate.ts";

/** One of several things that an author set side by side. */
export interface GroupItem {
  readonly candidate: Candidate;
  /** Index of the section whose heading it is; -1 for others. */
  readonly section: number;
  /** Index of the block that it opens; -1 for headings. */
  readonly block: number;
}

export type GroupKind = "sections" | "list" | "table" | "lines" | "leads" | "headlines" | "nested";

/** Things of one kind in a row: headings, items, rows, lines, paragraphs that open with a name. */
export interface Group {
  readonly kind: GroupKind;
  readonly items: readonly GroupItem[];
  /** The section that holds it: for headings the one above them, null at the top. */
  readonly home: Section | null;
  /** What the article says right before it; null where nothing stands there. */
  readonly before: Block | null;
  /** Heading of the same level before it that announces benefits; null for none. */
  readonly sibling: Section | null;
  /** Range of blocks that it covers; empty for headings. */
  readonly from: number;
  readonly to: number;
  readonly isLinks: boolean;
  readonly isHeaded: boolean;
  /** Head of the column of a table that its items stand in; absent or "" for none. */
  readonly column?: string;
}
