import { uniqueSlugs } from "../../article/anchors.ts";
import { folded } from "../escape.ts";
import {
  type AddressPlace,
  type Edit,
  type HeadingPlace,
  markdownPlaces,
  withEdits,
} from "../markdown-places.ts";
import type { Part } from "../model.ts";
import { withoutFrames } from "./html-in-text.ts";
import { withoutShortcodes } from "./hugo-shortcodes.ts";
import type { BlogKind } from "./kind.ts";
import { withoutAttributes } from "./kramdown.ts";
import { withoutLiquid } from "./liquid.ts";
import { withoutComponents } from "./mdx.ts";
import { inside, lineFinder, type TagContext } from "./tags.ts";

/** A text and what it needs to be read. */
export interface BodySource {
  readonly body: string;
  /** 1-based line of the file on which it starts. */
  readonly firstLine: number;
  readonly file: string;
  readonly title: string;
  readonly kind: Pick<BlogKind, "tags" | "isKramdown" | "includeOf">;
  readonly lookUp: (expression: string) => string | null;
  /** Absolute old address of a text that a tag names. */
  readonly addressOf: (reference: string) => string | null;
  /** Absolute old address behind a relative one of this text, where it leads to a file of the source. */
  readonly resolve: (address: string) => string | null;
}

/**
 * The text as Markdown that any reader of CommonMark shows as the old site
 * did: tags of template languages done or named by line, no second title,
 * addresses that lead to files of the source made absolute. Everything else
 * stays as its writer set it.
 */
export function readBody(source: BodySource, note: (part: Part) => void): string {
  const { body, file, firstLine, kind } = source;
  const isMdx = /\.mdx$/i.test(file);
  const plain = kind.isKramdown ? withoutAttributes(body, note) : body;
  const text = isMdx ? withoutComponents(plain, { file, firstLine, note }) : tagless(plain, source, note);
  return withPlaces(withMarkedTitles(withoutFrames(text, note)), source, note).trim();
}

/** A heading of the title's level in HTML, on a line of its own. */
const TITLE_LINE = /^ {0,3}<h1(?:\s[^<>]*)?>([^<>\n]+)<\/h1>[ \t]*$/gim;

/** The text with such headings as Markdown has them: what is done of titles is done of them too. */
function withMarkedTitles(text: string): string {
  if (!/<h1[\s>]/i.test(text)) return text;
  const isCode = inside(markdownPlaces(text).code);
  const edits = [...text.matchAll(TITLE_LINE)]
    .filter(({ index }) => !isCode(index))
    .map(({ index, 0: whole, 1: words = "" }) => ({
      start: index,
      end: index + whole.length,
      text: `# ${words.trim()}\n`,
    }));
  return withEdits(text, edits);
}

function tagless(
  text: string,
  { file, firstLine, kind, lookUp, addressOf }: BodySource,
  note: (part: Part) => void,
): string {
  if (kind.tags === "none" || !/\{[{%]/.test(text)) return text;
  const context: TagContext = {
    file,
    note,
    lookUp,
    addressOf,
    includeOf: (name) => kind.includeOf(name),
    lineAt: lineFinder(text, firstLine),
    isCode: inside(markdownPlaces(text).code),
  };
  return kind.tags === "hugo" ? withoutShortcodes(text, context) : withoutLiquid(text, context);
}

function withPlaces(text: string, { title, resolve }: BodySource, note: (part: Part) => void): string {
  const { addresses, headings } = markdownPlaces(text);
  const second = secondTitle(text, headings, title);
  const shown = headings.filter((heading) => heading !== second);
  const anchors = anchorsOf(shown);
  const edits = [
    ...addresses.flatMap((place) => addressEdit(place, resolve, anchors)),
    ...(second === null ? [] : [{ start: second.start, end: second.end, text: "" }]),
    ...lowered(text, shown, note),
  ];
  if (second !== null)
    note({
      kind: "text",
      what: "the title in the text",
      outcome: "changed",
      why: "it stands above the text already",
    });
  return withEdits(text, edits);
}

/** A first line that says the title again; null where it says anything else. */
function secondTitle(text: string, headings: readonly HeadingPlace[], title: string): HeadingPlace | null {
  const first = headings[0];
  if (
    first?.depth !== 1 ||
    text
      .slice(0, first.start)
      .replace(/<!--[\s\S]*?-->/g, "")
      .trim() !== ""
  )
    return null;
  return bare(first.text) === bare(title) ? first : null;
}

/** Letters and digits alone: what ids of headings have in common, whoever makes them. */
function bare(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** Ids of headings as this site gives them, by what other makers of ids have in common with it. */
function anchorsOf(headings: readonly HeadingPlace[]): ReadonlyMap<string, string> {
  const slug = uniqueSlugs();
  const anchors = new Map<string, string>();
  for (const { text } of headings) {
    const words = text.replace(/\s*\{[^{}]*\}\s*$/, "");
    const own = /\{[^{}]*#([\w-]+)[^{}]*\}\s*$/.exec(text)?.[1];
    const id = own ?? slug(folded(words));
    const key = bare(own ?? words);
    if (!anchors.has(key)) anchors.set(key, id);
  }
  return anchors;
}

function addressEdit(
  { start, end, value }: AddressPlace,
  resolve: BodySource["resolve"],
  anchors: ReadonlyMap<string, string>,
): readonly Edit[] {
  if (value.startsWith("#")) {
    const id = anchors.get(bare(decoded(value.slice(1))));
    return id === undefined || `#${id}` === value ? [] : [{ start, end, text: `#${id}` }];
  }
  const absolute = resolve(value);
  return absolute === null ? [] : [{ start, end, text: absolute.replace(/[()<>\s]/g, encodeURIComponent) }];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Headings a level lower where one has the level of the page's title: a page has one. */
function lowered(
  text: string,
  headings: readonly HeadingPlace[],
  note: (part: Part) => void,
): readonly Edit[] {
  const count = headings.filter(({ depth }) => depth === 1).length;
  if (count === 0) return [];
  note({
    kind: "text",
    what: "headings",
    outcome: "changed",
    why: "one had the level of the title; all are a level lower",
    count,
  });
  return headings.flatMap(({ start, end, depth }): readonly Edit[] => {
    const source = text.slice(start, end);
    const mark = /^#{1,6}/.exec(source);
    if (mark) return depth === 6 ? [] : [{ start, end: start, text: "#" }];
    const line = source.lastIndexOf("\n") + 1;
    if (depth === 1) return [{ start: start + line, end, text: source.slice(line).replace(/=/g, "-") }];
    const words = source
      .slice(0, line)
      .trim()
      .replace(/\s*\n\s*/g, " ");
    return [{ start, end, text: `### ${words}` }];
  });
}
