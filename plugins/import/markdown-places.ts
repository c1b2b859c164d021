import { fromMarkdown } from "mdast-util-from-markdown";

/** A range of a text, in characters; `end` is not part of it. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** An address in Markdown: of a link, of a picture, of a definition that links refer to. */
export interface AddressPlace extends Range {
  readonly kind: "link" | "image" | "definition";
  /** The address as it is meant, escapes read. */
  readonly value: string;
  /** The whole link or picture. */
  readonly whole: Range;
  /** What the link stands round; null where it has no words of its own. */
  readonly words: Range | null;
  readonly holdsPicture: boolean;
  /** The name by which others refer to a definition. */
  readonly identifier?: string;
}

/** A link or picture by the name of a definition: "[words][name]", "![alt][name]". */
export interface ReferencePlace extends Range {
  readonly kind: "link" | "image";
  readonly identifier: string;
  /** What a link stands round; null for pictures. */
  readonly words: Range | null;
}

export type References = ReadonlyMap<string, readonly ReferencePlace[]>;

export interface HeadingPlace extends Range {
  readonly depth: number;
  /** Its words without signs. */
  readonly text: string;
}

/** What stands where in a text of Markdown. */
export interface MarkdownPlaces {
  readonly addresses: readonly AddressPlace[];
  /** By the name that they refer to. */
  readonly references: References;
  readonly headings: readonly HeadingPlace[];
  /** Raw HTML, in blocks and in lines. */
  readonly html: readonly Range[];
  /** Code, in blocks and in lines. */
  readonly code: readonly Range[];
  /** Words of the first paragraph; "" without one. */
  readonly lead: string;
}

type Node = ReturnType<typeof fromMarkdown> | ReturnType<typeof fromMarkdown>["children"][number];

/** Finds addresses, headings, HTML and code of CommonMark, to the character. */
export function markdownPlaces(source: string): MarkdownPlaces {
  const addresses: AddressPlace[] = [];
  const references = new Map<string, ReferencePlace[]>();
  const headings: HeadingPlace[] = [];
  const html: Range[] = [];
  const code: Range[] = [];
  let lead = "";
  for (const node of nodesOf(fromMarkdown(source))) {
    const range = rangeOf(node);
    if (node.type === "html") html.push(range);
    else if (node.type === "code" || node.type === "inlineCode") code.push(range);
    else if (node.type === "heading") headings.push({ ...range, depth: node.depth, text: textOf(node) });
    else if (node.type === "paragraph" && lead === "") lead = textOf(node);
    const reference = referenceOf(node);
    if (reference !== null) {
      const known = references.get(reference.identifier);
      if (known) known.push(reference);
      else references.set(reference.identifier, [reference]);
    }
    const address = addressOf(node, source);
    if (address !== null) addresses.push(address);
  }
  return { addresses, references, headings, html, code, lead };
}

/** Every node of a tree in the text's order, without recursion: nesting has no limit. */
function* nodesOf(root: Node): Generator<Node> {
  const open: Node[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    yield node;
    if ("children" in node) open.push(...[...node.children].reverse());
  }
}

function rangeOf({ position }: Node): Range {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 };
}

function textOf(node: Node): string {
  return [...nodesOf(node)]
    .map((inner) => {
      if (inner.type === "text" || inner.type === "inlineCode") return inner.value;
      return inner.type === "break" ? " " : "";
    })
    .join("");
}

function addressOf(node: Node, source: string): AddressPlace | null {
  const whole = rangeOf(node);
  if (node.type === "link") {
    if (source[whole.start] === "<")
      return {
        kind: "link",
        value: node.url,
        start: whole.start + 1,
        end: whole.end - 1,
        whole,
        words: null,
        holdsPicture: false,
      };
    const words = wordsOf(node);
    const place = destination(source, words?.end ?? whole.start + 1, "](", whole.end);
    const holdsPicture = [...nodesOf(node)].some(({ type }) => /^image/.test(type));
    return place && { kind: "link", value: node.url, ...place, whole, words, holdsPicture };
  }
  if (node.type === "image") {
    const place = destination(source, labelEnd(source, whole.start + 1), "](", whole.end);
    return place && { kind: "image", value: node.url, ...place, whole, words: null, holdsPicture: false };
  }
  // "[^1]: Smith" is a footnote to whoever wrote it, not an address.
  if (node.type !== "definition" || (node.label ?? "").startsWith("^")) return null;
  const place = destination(source, labelEnd(source, whole.start), "]:", whole.end);
  const { identifier, url: value } = node;
  return (
    place && { kind: "definition", value, ...place, whole, words: null, holdsPicture: false, identifier }
  );
}

function referenceOf(node: Node): ReferencePlace | null {
  const isReference = node.type === "imageReference" || node.type === "linkReference";
  if (!isReference || node.identifier.startsWith("^")) return null;
  const kind = node.type === "imageReference" ? "image" : "link";
  const words = node.type === "linkReference" ? wordsOf(node) : null;
  return { kind, ...rangeOf(node), identifier: node.identifier, words };
}

function wordsOf({ children }: { readonly children: readonly Node[] }): Range | null {
  const [first, last] = [children[0], children.at(-1)];
  return first && last ? { start: rangeOf(first).start, end: rangeOf(last).end } : null;
}

/** Position of the bracket that closes the one at `start`. */
function labelEnd(source: string, start: number): number {
  let depth = 0;
  for (let at = start; at < source.length; at++) {
    const char = source[at];
    if (char === "\\") at++;
    else if (char === "[") depth++;
    else if (char === "]" && --depth === 0) return at;
  }
  return source.length;
}

/** Where the address is that follows `sign`; null where there is none. */
function destination(source: string, from: number, sign: string, limit: number): Range | null {
  const found = source.indexOf(sign, from);
  if (found < 0 || found >= limit) return null;
  let start = found + sign.length;
  while (start < limit && /\s/.test(source[start]!)) start++;
  if (source[start] === "<") {
    const close = source.indexOf(">", start);
    return close < 0 || close >= limit ? null : { start, end: close + 1 };
  }
  let depth = 0;
  for (let end = start; end < limit; end++) {
    const char = source[end]!;
    if (char === "\\") end++;
    else if (/\s/.test(char)) return { start, end };
    else if (char === "(") depth++;
    else if (char === ")" && depth-- === 0) return { start, end };
  }
  return { start, end: limit };
}

/**
 * A link taken off its words; a definition, off those of all that refer to it.
 *
 * @param beside what stands after the words instead
 */
export function withoutAddress(
  { kind, whole, words, identifier }: AddressPlace,
  references: References,
  beside = "",
): readonly Edit[] {
  if (kind !== "definition") return words === null ? [] : aroundWords(whole, words, beside);
  const links = references.get(identifier ?? "") ?? [];
  return [
    { ...whole, text: "" },
    ...links.flatMap((link) => (link.words === null ? [] : aroundWords(link, link.words, beside))),
  ];
}

function aroundWords(whole: Range, words: Range, beside: string): readonly Edit[] {
  return [
    { start: whole.start, end: words.start, text: "" },
    { start: words.end, end: whole.end, text: beside },
  ];
}

/** A change of a text: what stands in place of a range. */
export interface Edit extends Range {
  readonly text: string;
}

/** The text with edits made; one that reaches into another before it is left out. */
export function withEdits(source: string, edits: readonly Edit[]): string {
  let out = "";
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < at) continue;
    out += source.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return out + source.slice(at);
}
