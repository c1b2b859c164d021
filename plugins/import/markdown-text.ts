import type { ExactText, Rewriting } from "./exact.ts";
import { type Edit, markdownPlaces, type Range, withEdits } from "./markdown-places.ts";
import { UNKNOWN_SITE } from "./model.ts";

/**
 * A text of Markdown as its writer set it, with the addresses of links and
 * pictures, in Markdown and in HTML, where they lead now. Nothing else of it
 * changes: no sign is escaped and none is taken away.
 */
export function rewriteMarkdown(source: string, rewriting: Rewriting): ExactText {
  const places = markdownPlaces(source);
  const edits = [
    ...places.addresses.flatMap((place): readonly Edit[] => {
      const now = moved(place.value, place.kind === "image", place.holdsPicture, rewriting);
      if (now === undefined) return [];
      if (now !== null) return [{ start: place.start, end: place.end, text: written(now) }];
      return place.words === null ? [] : withoutLink(place.whole, place.words);
    }),
    ...places.html.flatMap((range) => htmlEdits(source, range, rewriting)),
  ];
  return { markdown: withEdits(source, edits).trim(), lead: places.lead, parts: [] };
}

function withoutLink(whole: Range, words: Range): readonly Edit[] {
  return [
    { start: whole.start, end: words.start, text: "" },
    { start: words.end, end: whole.end, text: "" },
  ];
}

/** What cannot stand bare in an address of Markdown. */
function written(address: string): string {
  return address.replace(
    /[\s()<>]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
  );
}

/** Where an address leads now: undefined where it stays as it is written, null where the link is taken off. */
function moved(
  value: string,
  isPicture: boolean,
  holdsPicture: boolean,
  { base, link, image }: Rewriting,
): string | null | undefined {
  const absolute = absoluteOf(value, base);
  if (absolute === null) return undefined;
  const now = isPicture ? image(absolute) : link(absolute, holdsPicture);
  if (now === null) return null;
  // An address of the old site stays one of the old site; where that has no name, as it is written.
  if (value.startsWith(`${UNKNOWN_SITE}/`)) return now;
  const isSame = now === value || now === absolute || absolute === UNKNOWN_SITE + now;
  if (!isSame) return now;
  return absolute.startsWith(`${UNKNOWN_SITE}/`) || /^(?:https?:)?\/\//i.test(value) ? undefined : absolute;
}

function absoluteOf(value: string, base: string | null): string | null {
  if (/^\s*(?:#|$)/.test(value)) return null;
  const hasScheme = /^[a-z][a-z0-9+.-]*:/i.test(value);
  if (hasScheme && !/^https?:/i.test(value)) return null;
  if (hasScheme) return URL.canParse(value) ? value : null;
  return base !== null && URL.canParse(value, base) ? new URL(value, base).href : null;
}

const TAG = /<(a|img|source|area)\b((?:[^<>"']|"[^"]*"|'[^']*'){0,4000})>/gi;
const ADDRESS = /(\s(?:src|href)\s*=\s*)(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;

function htmlEdits(source: string, { start, end }: Range, rewriting: Rewriting): readonly Edit[] {
  const edits: Edit[] = [];
  for (const tag of source.slice(start, end).matchAll(TAG)) {
    const name = tag[1]!.toLowerCase();
    const from = start + tag.index + 1 + name.length;
    for (const found of tag[2]!.matchAll(ADDRESS)) {
      const value = (found[2] ?? found[3] ?? found[4] ?? "").replaceAll("&amp;", "&");
      const now = moved(value, name !== "a" && name !== "area", false, rewriting);
      if (now === undefined) continue;
      const text = now === null ? "" : `${found[1]}"${now.replaceAll("&", "&amp;").replaceAll('"', "%22")}"`;
      edits.push({ start: from + found.index, end: from + found.index + found[0].length, text });
    }
  }
  return edits;
}
