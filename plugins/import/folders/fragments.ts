import { uniqueSlugs } from "../../article/anchors.ts";
import { folded } from "../escape.ts";
import { type HeadingPlace, markdownPlaces } from "../markdown-places.ts";
import { readHeaded } from "./header.ts";
import { wordsOf } from "./values.ts";

/** Ids of a text: those that its headings get here, and those that its HTML has. */
export interface TextIds {
  /** The id here of what a fragment led to, "#" and escapes read; null where the text has no such place. */
  idOf(fragment: string): string | null;
}

const ID = /<[a-z][^<>]{0,2000}?\s(?:id|name)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;

/**
 * Ids of a text as this site gives them, found by what other makers of ids have
 * in common with it: letters and digits.
 *
 * @param headings those that the page will show
 */
export function idsOfText(text: string, headings: readonly HeadingPlace[]): TextIds {
  const slug = uniqueSlugs();
  const byKey = new Map<string, string>();
  for (const { text: heading } of headings) {
    const words = heading.replace(/\s*\{[^{}]*\}\s*$/, "");
    const own = /\{[^{}]*#([\w-]+)[^{}]*\}\s*$/.exec(heading)?.[1];
    const id = own ?? slug(folded(words));
    const key = bare(own ?? words);
    if (!byKey.has(key)) byKey.set(key, id);
  }
  const placed = new Set([...text.matchAll(ID)].map((found) => found[1] ?? found[2] ?? found[3] ?? ""));
  return {
    idOf(fragment) {
      if (placed.has(fragment)) return fragment;
      const key = bare(fragment);
      return key === "" ? null : (byKey.get(key) ?? null);
    },
  };
}

/** Ids of a file's text, whose first heading may say the title again. */
export function idsOfFile(written: string): TextIds {
  const { body, fields } = readHeaded(written);
  const { headings } = markdownPlaces(body);
  const [first, ...rest] = headings;
  const isTitle = first?.depth === 1 && bare(first.text) === bare(wordsOf(fields.title) ?? "");
  return idsOfText(body, isTitle ? rest : headings);
}

/** Letters and digits alone: what ids of headings have in common, whoever makes them. */
export function bare(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}
