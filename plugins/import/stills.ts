import { markdownPlaces, withEdits } from "./markdown-places.ts";

/** The still picture of a film, by the address at which people watch it; null for what is no film of YouTube's. */
export function stillAddress(address: string): string | null {
  const id = /^https?:\/\/(?:www\.)?youtube\.com\/watch\?v=([\w-]{6,20})$/i.exec(address)?.[1];
  return id === undefined ? null : `https://i.ytimg.com/vi/${id}/hqdefault.jpg`;
}

/** A link in HTML that stands alone in a paragraph. */
const ALONE = /<p><a href="([^"<>]{1,200})">([^<>]{0,400})<\/a><\/p>/gi;

/**
 * Markdown in which links to films that stand alone, as players become here,
 * show the film's still above their words. Nothing is loaded from the film's
 * host: a link without a still at hand stays as it is.
 *
 * @param stillAt where a still is on this site; null where it is not at hand
 */
export function withStills(markdown: string, stillAt: (address: string) => string | null): string {
  if (!/youtube\.com\/watch/i.test(markdown)) return markdown;
  const { addresses, html } = markdownPlaces(markdown);
  const shown = (address: string): string | null => {
    const still = stillAddress(address);
    return still === null ? null : stillAt(still);
  };
  const edits = addresses.flatMap(({ kind, value, whole, words, holdsPicture }) => {
    const isAlone = startsLine(markdown, whole.start) && endsLine(markdown, whole.end);
    const still = kind === "link" && words !== null && !holdsPicture && isAlone ? shown(value) : null;
    return still === null ? [] : [{ start: words!.start, end: words!.start, text: `![](${still}) ` }];
  });
  const inHtml = html.flatMap(({ start, end }) =>
    [...markdown.slice(start, end).matchAll(ALONE)].flatMap(
      ({ index, 0: whole, 1: href = "", 2: words = "" }) => {
        const still = shown(href.replaceAll("&amp;", "&"));
        const at = start + index;
        const text = `<p><a href="${href}"><img src="${still}" alt=""> ${words}</a></p>`;
        return still === null ? [] : [{ start: at, end: at + whole.length, text }];
      },
    ),
  );
  return withEdits(markdown, [...edits, ...inHtml]);
}

function startsLine(text: string, at: number): boolean {
  return at === 0 || text.slice(0, at).endsWith("\n\n");
}

function endsLine(text: string, at: number): boolean {
  return at === text.length || text.startsWith("\n\n", at) || text.slice(at).trim() === "";
}
