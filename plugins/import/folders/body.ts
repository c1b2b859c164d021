import {
  type AddressPlace,
  type Edit,
  type HeadingPlace,
  markdownPlaces,
  type Range,
  type References,
  withEdits,
  withoutAddress,
} from "../markdown-places.ts";
import type { Part } from "../model.ts";
import { bare, idsOfText, type TextIds } from "./fragments.ts";
import { withAlts, withoutBlankImages, withoutFrames } from "./html-in-text.ts";
import { withoutShortcodes } from "./hugo-shortcodes.ts";
import type { BlogKind } from "./kind.ts";
import { withoutAttributes } from "./kramdown.ts";
import { withoutLiquid } from "./liquid.ts";
import { withoutComponents } from "./mdx.ts";
import { withLevelHtml } from "./raw-html.ts";
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
  /** The id here of a place in another text of the source, by that text's old address; null where it has none, undefined where there is no such text. */
  readonly idElsewhere: (address: string, fragment: string) => string | null | undefined;
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
  const level = isMdx || kind.isKramdown ? withLevelHtml(body) : body;
  const plain = kind.isKramdown ? withoutAttributes(level, note) : level;
  const text = isMdx ? withoutComponents(plain, { file, firstLine, note }) : tagless(plain, source, note);
  return withPlaces(
    withMarkedTitles(withAlts(withoutBlankImages(withoutFrames(text, note), note), note)),
    source,
    note,
  ).trim();
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

function withPlaces(
  text: string,
  { title, resolve, idElsewhere }: BodySource,
  note: (part: Part) => void,
): string {
  const { addresses, references, headings, html } = markdownPlaces(text);
  const second = secondTitle(text, headings, title);
  const shown = headings.filter((heading) => heading !== second);
  const places: Places = { ids: idsOfText(text, shown), resolve, idElsewhere, note };
  const edits = [
    ...addresses.flatMap((place) => addressEdit(place, references, places)),
    ...html.flatMap((range) => htmlEdits(text, range, places)),
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

interface Places {
  readonly ids: TextIds;
  readonly resolve: BodySource["resolve"];
  readonly idElsewhere: BodySource["idElsewhere"];
  readonly note: (part: Part) => void;
}

const NOWHERE = "no place of that name: it was the old theme's, or is gone";

function addressEdit(place: AddressPlace, references: References, places: Places): readonly Edit[] {
  const { start, end, value } = place;
  const now = movedAddress(value, places);
  if (now === value) return [];
  if (now !== null) return [{ start, end, text: now.replace(/[()<>\s]/g, encodeURIComponent) }];
  return withoutAddress(place, references);
}

/** Where an address leads now; as it is where nothing is known of it, null where it leads to no place. */
function movedAddress(value: string, { ids, resolve, idElsewhere, note }: Places): string | null {
  const fragment = value.includes("#") ? value.slice(value.indexOf("#") + 1) : "";
  const isTop = fragment === "" || fragment === "top";
  if (value.startsWith("#")) {
    const id = isTop ? fragment : ids.idOf(decoded(fragment));
    if (id === null)
      note({
        kind: "link",
        what: value,
        outcome: "left-out",
        why: `the text has ${NOWHERE}; its words stay`,
      });
    return id === null ? null : `#${id}`;
  }
  const whole = resolve(value) ?? value;
  const id = isTop ? undefined : idElsewhere(withoutFragment(whole), decoded(fragment));
  if (id === undefined) return whole;
  if (id === null)
    note({
      kind: "link",
      what: value,
      outcome: "changed",
      why: `the page has ${NOWHERE}; it leads to the page`,
    });
  return withoutFragment(whole) + (id === null ? "" : `#${id}`);
}

function withoutFragment(address: string): string {
  return address.replace(/#.*$/s, "");
}

const TAG = /<(?:a|area|img|source)\b(?:[^<>"']|"[^"]*"|'[^']*'){0,4000}>/gi;
const ADDRESS = /(?<=\s)(href|src)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi;

/** Addresses in HTML: those of files of the source made absolute, those of places as they are here. */
function htmlEdits(text: string, { start, end }: Range, places: Places): readonly Edit[] {
  return [...text.slice(start, end).matchAll(TAG)].flatMap((tag) =>
    [...tag[0].matchAll(ADDRESS)].flatMap(
      ({ index, 0: whole, 1: name, 2: double, 3: single }): readonly Edit[] => {
        const value = (double ?? single ?? "").replaceAll("&amp;", "&");
        const now = movedAddress(value, places);
        const from = start + tag.index + index;
        const words = now === null ? "" : `${name}="${now.replaceAll("&", "&amp;").replaceAll('"', "%22")}"`;
        return now === value ? [] : [{ start: from, end: from + whole.length, text: words }];
      },
    ),
  );
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
