import type { Pair, Scalar, YAMLMap, YAMLSeq } from "yaml";

/** A piece of text put into another at an offset, in place of what stood there up to `end`. */
export interface Splice {
  readonly at: number;
  readonly end: number;
  readonly text: string;
}

/** Puts a piece before the closing bracket of a flow collection, behind a comma where it needs one. */
export function beforeClose(raw: string, node: YAMLMap | YAMLSeq, piece: string): Splice {
  const [start = 0, end = 0] = node.range ?? [];
  const inside = raw.slice(start, end - 1);
  const spaces = /\s*$/.exec(inside)?.[0] ?? "";
  const at = end - 1 - spaces.length;
  const isEmpty = node.items.length === 0;
  const hasComma = /,\s*$/.test(inside);
  return { at, end: at, text: `${isEmpty ? "" : hasComma ? " " : ", "}${piece}` };
}

/** Puts whole lines where a line ends; ends that line first where nothing does. */
export function insertLines(raw: string, at: number, lines: string, newline: string): Splice {
  const isEnded = at === 0 || raw[at - 1] === "\n";
  return { at, end: at, text: isEnded ? lines : newline + lines };
}

export function indent(lines: string, pad: string, newline: string): string {
  return lines
    .split(newline)
    .map((line) => (line === "" ? line : pad + line))
    .join(newline);
}

export function withEnd(lines: string, newline: string): string {
  return lines.endsWith("\n") ? lines : lines + newline;
}

/** White space before a pair's key on its line. */
export function columnOf(raw: string, pair: Pair | undefined): string {
  const at = pair === undefined ? 0 : ((pair.key as Scalar | null)?.range?.[0] ?? 0);
  return raw.slice(lineStart(raw, at), at).replace(/\S/g, " ");
}

export function lineStart(raw: string, at: number): number {
  return raw.lastIndexOf("\n", at - 1) + 1;
}

/** The end of the line on which a node ends, its comment with it; a node that ended with its line ends there. */
export function endOfLines(raw: string, end: number): number {
  if (end > 0 && raw[end - 1] === "\n") return end;
  const next = raw.indexOf("\n", end);
  return next < 0 ? raw.length : next + 1;
}

/** Offset behind the colon of a pair. */
export function afterColon(raw: string, pair: Pair): number {
  const [, end = -1] = (pair.key as Scalar | null)?.range ?? [];
  const colon = end < 0 ? null : /^[ \t]*:/.exec(raw.slice(end));
  return colon === null ? -1 : end + colon[0].length;
}

export function hasAnchor(node: { readonly anchor?: string }): boolean {
  return node.anchor !== undefined;
}
