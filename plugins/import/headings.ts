import { chromeRule } from "./chrome-lines.ts";
import { plainInline } from "./inline.ts";
import type { HeadingPiece, ListPiece, ParagraphPiece, Piece } from "./pieces.ts";
import { textOf } from "./pieces.ts";
import type { InferredHeading } from "./types.ts";

/** Longest unmarked heading, in words and in characters. */
const WORD_LIMIT = 16;
const LENGTH_LIMIT = 110;
/** Words of a sentence-case line that stands alone, without siblings that would confirm it. */
const LONE_WORD_LIMIT = 9;
/** Siblings in the article that confirm a sentence-case line. */
const SIBLINGS = 3;
/** A paragraph below a heading is at least this long, in characters, and longer than the heading. */
const BODY_MINIMUM = 60;
/** Longest line of an unmarked list, and how many make one. */
const ITEM_LIMIT = 140;
const ITEM_MINIMUM = 3;
/** The same where nothing announces them. */
const UNANNOUNCED_LIMIT = 90;
const UNANNOUNCED_MINIMUM = 4;
const RUN_LIMIT = 100;

/** Pieces with headings, and which were inferred. */
export interface WithHeadings {
  readonly pieces: readonly Piece[];
  readonly inferred: readonly InferredHeading[];
}

interface Candidate {
  readonly index: number;
  readonly text: string;
  readonly rule: string;
}

/** Nouns of a line that promises a group of items: "Benefits of X for Y", "7 Ways to …", "Types of X". */
const GROUP =
  "benefits|advantages|ways|reasons|uses|effects|types|kinds|properties|tips|steps|techniques|signs|symptoms|causes|remedies|perks|myths|facts|poses|practices|exercises|strategies|methods|risks|options|factors|stages|principles|forms|styles";
const UMBRELLA = new RegExp(
  `^(?:(?:the|top|key|main|other|more|some|common|major|potential|possible|proven|amazing|health|\\d+|${numberWords()})\\s+){0,4}(?:${GROUP})\\b|\\b(?:${GROUP})\\s+(?:of|to|for|in|from|that|you|why)\\b|\\b\\d+\\s+(?:\\S+\\s+){0,3}(?:${GROUP})\\b`,
  "i",
);
/** Openings of a section that stands beside the items, never among them. */
const BESIDE =
  /^(?:(?:in )?(?:conclusions?|summary)|to (?:sum up|conclude)|final (?:thoughts?|words?|note)|(?:the )?bottom line|(?:key )?take-?aways?|wrapping up|closing|faqs?|frequently asked|q ?& ?a|introduction|overview|background|history|origins?|references?|sources?|citations|bibliography|disclaimers?|side effects|precautions?|safety|risks?|contra-?indications?|warnings?|cautions?|dosages?|how (?:to|often|long|much|many|does|do|is|can)|what (?:is|are|to)|why|who|when|where|getting started|tips (?:for|to)|the science|research|evidence|considerations|next steps|book|contact|get in touch|recipe|ingredients|instructions|methods?)\b/i;
/** A sentence that announces a list; not a heading, although it is short and ends with a colon. */
const ANNOUNCES = /\b(?:includes?|including|are|is|as follows|following|such as|these|below|here)\b[^:]*:$/i;

function numberWords(): string {
  return "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty";
}

/**
 * Finds the headings of text that marks none: a short line without the end of
 * a sentence, over a longer paragraph or a list. A line over such lines
 * (umbrella) is an h2 and they are its h3; what stands beside them is an h2.
 *
 * Text that has a marked heading keeps its own and nothing is inferred.
 */
export function inferHeadings(source: readonly Piece[]): WithHeadings {
  if (source.some((piece) => piece.kind === "heading")) return { pieces: source, inferred: [] };
  const pieces = withUnmarkedLists(source);
  const announced = announcedLines(pieces);
  const shaped = pieces.map((piece, index) =>
    announced.has(index) || (isShaped(piece) && opensSomething(pieces, index)) ? textOf(piece) : null,
  );
  const candidates = pieces.flatMap((_piece, index) => {
    const isAnnounced = announced.has(index);
    const rule =
      shaped[index] === null ? null : isAnnounced ? "announced-line" : ruleOf(shaped, index, pieces);
    return rule ? [{ index, text: shaped[index]!, rule }] : [];
  });
  return levelled(pieces, candidates);
}

/** Words of a line that may be a heading although it ends as a sentence does: "It helps you to relax." */
const ANNOUNCED_WORDS = 9;
/** A line that says how many benefits or reasons follow, or that they do. */
const ANNOUNCES_GROUP = new RegExp(`\\b(?:${GROUP})\\b[^.!?]{0,160}:$`, "i");

/**
 * Short lines, each over a longer paragraph, right after a line that announces
 * them and ends with a colon; at least two.
 */
function announcedLines(pieces: readonly Piece[]): ReadonlySet<number> {
  const found = new Set<number>();
  pieces.forEach((piece, index) => {
    if (piece.kind !== "paragraph" || !ANNOUNCES_GROUP.test(textOf(piece))) return;
    const lines: number[] = [];
    for (let at = index + 1; isShortOverLong(pieces[at], pieces[at + 1]); at += 2) lines.push(at);
    if (lines.length >= 2) for (const at of lines) found.add(at);
  });
  return found;
}

function isShortOverLong(line: Piece | undefined, body: Piece | undefined): boolean {
  if (line?.kind !== "paragraph" || line.lines.length !== 1 || line.isOffer || body?.kind !== "paragraph")
    return false;
  const text = textOf(line);
  const isShort = text.split(" ").length <= ANNOUNCED_WORDS && /^[^\p{L}]{0,6}[\p{Lu}\p{Lo}]/u.test(text);
  return isShort && !text.endsWith(":") && textOf(body).length >= Math.max(BODY_MINIMUM, text.length * 2);
}

/** A single line that could be a heading by its shape alone. */
function isShaped(piece: Piece): piece is ParagraphPiece {
  if (piece.kind !== "paragraph" || piece.lines.length !== 1 || piece.isOffer) return false;
  const { text, md } = piece.lines[0]!;
  if (/^_.*_$/.test(md)) return false; // A caption.
  if (text.length > LENGTH_LIMIT || text.split(" ").length > WORD_LIMIT) return false;
  if (
    !/^[^\p{L}]{0,6}[\p{Lu}\p{Lo}]/u.test(text) ||
    /[.!,;…]["”’)]?$/u.test(text) ||
    /^["“].*["”]$/u.test(text)
  )
    return false;
  return (
    !ANNOUNCES.test(text) &&
    !/^(?:source|note|image|photo|credit)s?\s*:/i.test(text) &&
    chromeRule(text) === null
  );
}

/** True over a longer paragraph, a list, a table, or another line of that shape that is. */
function opensSomething(pieces: readonly Piece[], index: number): boolean {
  const next = pieces[index + 1];
  if (!next) return false;
  if (next.kind !== "paragraph") return next.kind !== "rule";
  const length = textOf(next).length;
  if (length >= BODY_MINIMUM && length > textOf(pieces[index]!).length && !isShaped(next)) return true;
  const after = pieces[index + 2];
  return isShaped(next) && after !== undefined && !isShaped(after) && opensSomething(pieces, index + 1);
}

/** The rule by which a shaped line is a heading; null where it is not sure enough. */
function ruleOf(shaped: readonly (string | null)[], index: number, pieces: readonly Piece[]): string | null {
  const text = shaped[index]!;
  if (shaped[index + 1] != null) return "umbrella-line";
  if (/^\(?\d{1,3}[.):]?\s/.test(text)) return "numbered-line";
  if (text.endsWith("?")) return "question-line";
  if (isTitleCase(text)) return "title-case-line";
  if (BESIDE.test(text) || UMBRELLA.test(text)) return "section-word-line";
  if (shaped.filter((other) => other !== null).length >= SIBLINGS) return "parallel-line";
  const before = index === 0 ? "." : textOf(pieces[index - 1]!);
  const alone =
    text.split(" ").length <= LONE_WORD_LIMIT && !/[,:]/.test(text) && /[.!?]["”’)]?$/.test(before);
  return alone ? "standalone-line" : null;
}

/** Most words of four letters and more begin with a capital. */
function isTitleCase(text: string): boolean {
  const words = text.match(/\p{L}[\p{L}'’-]{3,}/gu) ?? [];
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  return (
    words.length > 0 && capitals >= words.length * 0.75 && (words.length > 1 || text.split(" ").length <= 3)
  );
}

interface Group {
  /** Its heading says by its words that items follow, not only by its place. */
  readonly isNamed: boolean;
  readonly numbered: boolean;
  readonly questions: boolean;
}

function levelled(pieces: readonly Piece[], candidates: readonly Candidate[]): WithHeadings {
  const headings = new Map<number, HeadingPiece>();
  const inferred: InferredHeading[] = [];
  let group: Group | null = null;
  candidates.forEach((candidate, at) => {
    const inside = group !== null && belongs(candidate.text, group);
    const level = inside ? 3 : 2;
    if (!inside) group = opensGroup(candidate, candidates[at + 1]);
    const { line } = pieces[candidate.index]!;
    const heading = candidate.text.replace(/\s*[:.]$/, "");
    headings.set(candidate.index, { kind: "heading", level, inline: plainInline(heading), line });
    inferred.push({ rule: candidate.rule, heading, level, line });
  });
  return { pieces: pieces.map((piece, index) => headings.get(index) ?? piece), inferred };
}

function isNumbered(text: string): boolean {
  return /^\(?\d{1,3}[.):]\s/.test(text);
}

/** The group that a heading opens; null for one that stands on its own. */
function opensGroup({ text, rule }: Candidate, next: Candidate | undefined): Group | null {
  if (!next || isNumbered(text) || !(rule === "umbrella-line" || UMBRELLA.test(text))) return null;
  return {
    isNamed: UMBRELLA.test(text),
    numbered: isNumbered(next.text),
    questions: next.text.endsWith("?"),
  };
}

function belongs(text: string, { isNamed, numbered, questions }: Group): boolean {
  if (!isNamed && UMBRELLA.test(text)) return false;
  if (numbered) return isNumbered(text);
  if (questions) return text.endsWith("?");
  return (
    !isNumbered(text) &&
    !text.endsWith("?") &&
    !BESIDE.test(text) &&
    !/^(?:benefits|advantages|types|uses|ways)\b/i.test(text)
  );
}

/**
 * Short lines in a row as the list that they were: announced by a line that
 * ends with a colon, or many of them in a text dump, where bullets get lost.
 */
function withUnmarkedLists(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  for (let index = 0; index < pieces.length; ) {
    const before = pieces[index - 1];
    const announced = before?.kind === "paragraph" && textOf(before).endsWith(":");
    const run = shortRun(pieces, index, announced ? ITEM_LIMIT : UNANNOUNCED_LIMIT);
    const isList = announced
      ? run.length >= ITEM_MINIMUM
      : run.length >= UNANNOUNCED_MINIMUM && run[0]!.gap !== undefined && !isSentence(run[0]!);
    if (isList) result.push(asList(run));
    else result.push(pieces[index]!);
    index += isList ? run.length : 1;
  }
  return result;
}

/**
 * Short single lines from `index` on, all of them sentences or none. It ends
 * before a line under which a sentence stands: that one is its heading.
 */
function shortRun(pieces: readonly Piece[], index: number, limit: number): ParagraphPiece[] {
  const run: ParagraphPiece[] = [];
  for (let at = index; at < pieces.length && at < index + RUN_LIMIT; at++) {
    const piece = pieces[at]!;
    if (piece.kind !== "paragraph" || !isItemLine(piece, limit)) break;
    if (run.length > 0 && isSentence(piece) !== isSentence(run[0]!)) break;
    if (!isSentence(piece) && headsSentence(piece, pieces[at + 1])) break;
    run.push(piece);
  }
  const last = run.at(-1);
  const isHeading = last !== undefined && (UMBRELLA.test(textOf(last)) || BESIDE.test(textOf(last)));
  return isHeading && isShaped(last) ? run.slice(0, -1) : run;
}

/** True for a line whose body is the sentence below it: blank lines tell, else the look of a heading. */
function headsSentence(piece: ParagraphPiece, next: Piece | undefined): boolean {
  if (next?.kind !== "paragraph" || !isSentence(next)) return false;
  const [above, below] = [piece.gap ?? 0, next.gap ?? 0];
  if (above !== below && (above === 0 || below === 0)) return below === 0;
  const text = textOf(piece);
  return isTitleCase(text) || UMBRELLA.test(text) || BESIDE.test(text);
}

function isItemLine(piece: ParagraphPiece, limit: number): boolean {
  const text = textOf(piece);
  const isPlain = piece.lines.length === 1 && text !== "" && text.length <= limit;
  return isPlain && !piece.isOffer && !/[:?]$/.test(text) && !/^["“]/.test(text);
}

function isSentence(piece: Piece): boolean {
  return /[.!…]["”’)]?$/.test(textOf(piece));
}

function asList(run: readonly ParagraphPiece[]): ListPiece {
  const items = run.map((piece) => ({ pieces: [piece], line: piece.line }));
  return { kind: "list", ordered: false, start: 1, items, line: run[0]!.line };
}
