import type { ExactText, Rewriting } from "./exact.ts";
import { fileWords, missingNote } from "./exact-inline.ts";
import { attributeOf, escaped } from "./frames.ts";
import { isInlinePicture } from "./inline-picture.ts";
import {
  type AddressPlace,
  type Edit,
  type MarkdownPlaces,
  markdownPlaces,
  type Range,
  withEdits,
  withoutAddress,
} from "./markdown-places.ts";
import { UNKNOWN_SITE } from "./model.ts";

/**
 * A text of Markdown as its writer set it, with the addresses of links and
 * pictures, in Markdown and in HTML, where they lead now. Nothing else of it
 * changes: no sign is escaped and none is taken away.
 */
export function rewriteMarkdown(source: string, rewriting: Rewriting): ExactText {
  const places = markdownPlaces(source);
  const edits = [
    ...places.addresses.flatMap((place) => addressEdits(source, place, places, rewriting)),
    ...places.html.flatMap((range) => htmlEdits(source, range, rewriting)),
  ];
  return { markdown: withEdits(source, edits).trim(), lead: places.lead, parts: [] };
}

function addressEdits(
  source: string,
  place: AddressPlace,
  places: MarkdownPlaces,
  rewriting: Rewriting,
): readonly Edit[] {
  const { kind, value, whole, holdsPicture, identifier } = place;
  const pictures = (places.references.get(identifier ?? "") ?? []).filter((one) => one.kind === "image");
  const isPicture = kind === "image" || pictures.length > 0;
  const isWords = kind === "definition" ? pictures.length === 0 : place.words !== null && !holdsPicture;
  const shown = isPicture || !isWords ? null : linkedPicture(value, rewriting);
  if (shown !== null) return withoutAddress(place, places.references, ` ![](${written(shown)})`);
  const now = moved(value, isPicture, holdsPicture, rewriting);
  if (now === undefined) return [];
  if (now !== null) return [{ start: place.start, end: place.end, text: written(now) }];
  if (kind === "image") return [{ ...whole, text: missingIn(source, whole, value, places) }];
  return [
    ...withoutAddress(place, places.references),
    ...pictures.map(({ start, end }) => ({
      start,
      end,
      text: missingIn(source, { start, end }, value, places),
    })),
  ];
}

/** What stands for a picture that is nowhere: a note, or words where it is all that a link holds. */
function missingIn(
  source: string,
  whole: Range,
  value: string,
  { addresses, references }: MarkdownPlaces,
): string {
  const alt = /^!\[((?:\\.|[^\]\\])*)\]/.exec(source.slice(whole.start, whole.end))?.[1] ?? "";
  const isLinked = [...addresses, ...[...references.values()].flat()].some(
    ({ words }) => words !== null && words.start <= whole.start && words.end >= whole.end,
  );
  return isLinked ? alt || fileWords(value) : missingNote(value, alt);
}

/** Where a picture is that a link of words leads to. */
function linkedPicture(value: string, { base, linkedPicture }: Rewriting): string | null {
  const absolute = absoluteOf(value, base);
  return absolute === null ? null : linkedPicture(absolute);
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
  if (value.startsWith(`${UNKNOWN_SITE}/`)) return now;
  if (now === value || absolute === UNKNOWN_SITE + now) return undefined;
  // A page of the old site that did not come over is still there.
  return now === absolute && /^(?:https?:)?\/\//i.test(value) ? undefined : now;
}

function absoluteOf(value: string, base: string | null): string | null {
  if (/^\s*(?:#|$)/.test(value)) return null;
  const hasScheme = /^[a-z][a-z0-9+.-]*:/i.test(value);
  if (hasScheme && isInlinePicture(value)) return value;
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
    const at = start + tag.index;
    const from = at + 1 + name.length;
    for (const found of tag[2]!.matchAll(ADDRESS)) {
      const value = (found[2] ?? found[3] ?? found[4] ?? "").replaceAll("&amp;", "&");
      const holdsPicture = /^\s*<(?:img|picture)\b/i.test(
        source.slice(at + tag[0].length, at + tag[0].length + 200),
      );
      const shown = name === "a" && !holdsPicture ? linkedPicture(value, rewriting) : null;
      if (shown !== null) {
        const image = `<img src="${shown.replaceAll("&", "&amp;")}" alt="">`;
        edits.push({ start: at, end: at + tag[0].length, text: `${image} <a>` });
        break;
      }
      const now = moved(value, name !== "a" && name !== "area", holdsPicture, rewriting);
      if (now === undefined) continue;
      if (now === null && name === "img") {
        const alt = attributeOf(tag[2]!, "alt") ?? "";
        const isLinked = /<a\b[^<>]*>\s*$/i.test(source.slice(Math.max(0, at - 2000), at));
        const words = isLinked ? escaped(alt || fileWords(value)) : missingNote(value, alt);
        edits.push({ start: at, end: at + tag[0].length, text: words });
        break;
      }
      const text = now === null ? "" : `${found[1]}"${now.replaceAll("&", "&amp;").replaceAll('"', "%22")}"`;
      edits.push({ start: from + found.index, end: from + found.index + found[0].length, text });
    }
  }
  return edits;
}
