import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  parseDocument,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import {
  afterColon,
  beforeClose,
  columnOf,
  endOfLines,
  hasAnchor,
  indent,
  insertLines,
  lineStart,
  type Splice,
  withEnd,
} from "./places.ts";
import { confirmEntry, type Decisions, entries, type Field, fieldLines, flowFields } from "./text.ts";

/** The front matter with the decisions in it; null where its form does not allow it. */
export function splice(raw: string, decisions: Decisions, newline: string): string | null {
  const document = parseDocument(raw, { keepSourceTokens: true, logLevel: "silent" });
  const splices = splicesOf(raw, document, decisions, newline);
  if (splices === null) return null;
  return [...splices]
    .sort((a, b) => b.at - a.at)
    .reduce((text, { at, end, text: piece }) => text.slice(0, at) + piece + text.slice(end), raw);
}

function splicesOf(
  raw: string,
  document: Document.Parsed,
  decisions: Decisions,
  newline: string,
): readonly Splice[] | null {
  const root = document.contents as unknown;
  if (root !== null && !isMap(root)) return null;
  const items = root === null ? [] : root.items;
  const pair = items.find(({ key }) => isScalar(key) && key.value === "benefits");
  if (root?.flow) return inFlowRoot(raw, root, pair, decisions);
  if (pair === undefined) {
    const block = `benefits:${newline}${fieldLines(decisions, "  ", newline)}`;
    return [insertLines(raw, raw.length, indent(block, columnOf(raw, items[0]), newline), newline)];
  }
  return intoBenefits(raw, pair, decisions, newline);
}

/** `{ title: …, benefits: { … } }` on one line or several. */
function inFlowRoot(
  raw: string,
  root: YAMLMap,
  pair: Pair | undefined,
  decisions: Decisions,
): readonly Splice[] | null {
  if (pair !== undefined) return intoBenefits(raw, pair, decisions, "\n");
  const piece = `benefits: { ${flowFields(decisions).join(", ")} }`;
  return [beforeClose(raw, root, piece)];
}

function intoBenefits(
  raw: string,
  pair: Pair,
  decisions: Decisions,
  newline: string,
): readonly Splice[] | null {
  const { value } = pair as { readonly value: unknown };
  if (isMap(value) && value.srcToken !== undefined && !hasAnchor(value))
    return intoMap(raw, value, decisions, newline);
  if (isSeq(value) && !hasAnchor(value)) return aroundList(raw, pair, value, decisions, newline);
  if (value === null || (isScalar(value) && value.value === null)) return intoNothing(raw, pair, decisions);
  return null;
}

/** `benefits:` with nothing behind it. */
function intoNothing(raw: string, pair: Pair, decisions: Decisions): readonly Splice[] | null {
  const at = afterColon(raw, pair);
  if (at < 0) return null;
  // "~" and "null" are replaced.
  const end = at + (/^[ \t]+(?:~|null)(?=[ \t\r\n,}]|$)/i.exec(raw.slice(at))?.[0].length ?? 0);
  return [{ at, end, text: ` { ${flowFields(decisions).join(", ")} }` }];
}

/** A list of benefits that the writer adds: it becomes the field `add`. */
function aroundList(
  raw: string,
  pair: Pair,
  list: YAMLSeq,
  decisions: Decisions,
  newline: string,
): readonly Splice[] | null {
  const [start = 0, end = 0] = list.range ?? [];
  if (list.flow) {
    return [
      { at: start, end: start, text: "{ add: " },
      { at: end, end, text: `, ${flowFields(decisions).join(", ")} }` },
    ];
  }
  const column = start - lineStart(raw, start);
  const keyColumn = columnOf(raw, pair).length;
  const first = lineStart(raw, start);
  const last = endOfLines(raw, end);
  const pad = " ".repeat(Math.max(column, keyColumn + 2));
  const shift = " ".repeat(pad.length - column);
  const lines = raw.slice(first, last).replace(/^(?=[^\r\n])/gm, shift);
  const fields = indent(fieldLines(decisions, "", newline), pad, newline);
  return [{ at: first, end: last, text: `${pad}add:${newline}${withEnd(lines, newline)}${fields}` }];
}

function intoMap(raw: string, map: YAMLMap, decisions: Decisions, newline: string): readonly Splice[] | null {
  const splices: Splice[] = [];
  const missing: Field[] = [];
  for (const field of ["confirm", "drop"] as const) {
    if (decisions[field].length === 0) continue;
    const pair = map.items.find(({ key }) => isScalar(key) && key.value === field);
    if (pair === undefined) missing.push(field);
    else {
      const found = intoField(raw, pair, field, decisions, newline);
      if (found === null) return null;
      splices.push(...found);
    }
  }
  if (missing.length === 0) return splices;
  const rest = {
    confirm: missing.includes("confirm") ? decisions.confirm : [],
    drop: missing.includes("drop") ? decisions.drop : [],
  };
  if (map.flow) return [...splices, beforeClose(raw, map, flowFields(rest).join(", "))];
  const [, end = 0] = map.range ?? [];
  const pad = columnOf(raw, map.items[0]);
  return [
    ...splices,
    insertLines(raw, endOfLines(raw, end), indent(fieldLines(rest, "", newline), pad, newline), newline),
  ];
}

function intoField(
  raw: string,
  pair: Pair,
  field: Field,
  decisions: Decisions,
  newline: string,
): readonly Splice[] | null {
  const { value } = pair as { readonly value: unknown };
  if (value === null || (isScalar(value) && value.value === null)) {
    const at = afterColon(raw, pair);
    return at < 0 ? null : [{ at, end: at, text: ` [${entries(decisions, field).join(", ")}]` }];
  }
  if (isScalar(value) && typeof value.value === "string" && field === "drop") {
    const [start = 0, end = 0] = value.range ?? [];
    const words = value.value
      .split(",")
      .map((part) => part.trim())
      .filter(Boolean)
      .map((word) => JSON.stringify(word));
    return [{ at: start, end, text: `[${[...words, ...entries(decisions, field)].join(", ")}]` }];
  }
  if (!isSeq(value) || hasAnchor(value)) return null;
  const { splices, rest } = sourcesInPlace(value, field, decisions);
  const added = entries(rest, field);
  if (added.length === 0) return splices;
  if (value.flow) return [...splices, beforeClose(raw, value, added.join(", "))];
  const [start = 0, end = 0] = value.range ?? [];
  const pad = " ".repeat(start - lineStart(raw, start));
  const lines = added.map((entry) => `${pad}- ${entry}${newline}`).join("");
  return [...splices, insertLines(raw, endOfLines(raw, end), lines, newline)];
}

/** Sources put beside confirmations that stand there without one; the decisions that are left. */
function sourcesInPlace(
  list: YAMLSeq,
  field: Field,
  decisions: Decisions,
): { readonly splices: readonly Splice[]; readonly rest: Decisions } {
  if (field === "drop") return { splices: [], rest: decisions };
  const scalars = list.items.filter(
    (item): item is Scalar<string> => isScalar(item) && typeof item.value === "string",
  );
  const splices = scalars.flatMap((item): Splice[] => {
    const decision = decisions.confirm.find(
      ({ benefit, source }) => benefit === item.value && source !== null,
    );
    const [at, end] = item.range ?? [];
    return decision && at !== undefined && end !== undefined
      ? [{ at, end, text: confirmEntry(decision) }]
      : [];
  });
  const known = new Set(scalars.map(({ value }) => value));
  return {
    splices,
    rest: { ...decisions, confirm: decisions.confirm.filter(({ benefit }) => !known.has(benefit)) },
  };
}
