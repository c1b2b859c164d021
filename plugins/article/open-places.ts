import { articleMarkdown, type Token } from "./markdown.ts";

/** A place that its owner has still to fill in: "[fill in: your name]". */
const OPEN_PLACE = /\[fill in: ([^\]\n]{1,300})\]/g;

/** Marks a place for whoever owns the text to fill in; it stops what holds it from being published. */
export function openPlace(what: string): string {
  return `[fill in: ${what}]`;
}

interface OpenPlace {
  /** 1-based. */
  readonly line: number;
  readonly words: string;
}

/**
 * The places that are still open in a text, in order. One that is written as
 * code is shown and not open: a text may tell of such places.
 */
export function findOpenPlaces(text: string): readonly OpenPlace[] {
  if (!text.includes("[fill in: ")) return [];
  const places = text.split("\n").flatMap((line, index) => placesIn(line, index + 1));
  const isShown = shownPlaces(text, places);
  return places.filter((place) => !isShown.has(place));
}

function placesIn(text: string, line: number): readonly OpenPlace[] {
  return [...text.matchAll(OPEN_PLACE)].map(([words]) => ({ line, words }));
}

/** Those of `places` that stand in code. Where the same words stand in a paragraph as code and as text, none of them is taken for shown. */
function shownPlaces(text: string, places: readonly OpenPlace[]): ReadonlySet<OpenPlace> {
  const shown = new Set<OpenPlace>();
  let map: readonly [number, number] = [0, 0];
  for (const { type, map: own, children, content } of articleMarkdown().parse(text, {})) {
    map = own ?? map;
    const [start, end] = map;
    const inBlock = places.filter(({ line }) => line > start && line <= end);
    if (type === "fence" || type === "code_block") for (const place of inBlock) shown.add(place);
    if (type !== "inline") continue;
    const inCode = codeIn(children).flatMap((code) => placesIn(code, start + 1).map(({ words }) => words));
    const inText = placesIn(content.replaceAll("\n", " "), start + 1).map(({ words }) => words);
    for (const word of new Set(inCode)) {
      const isCodeAlone = count(inText, word) === count(inCode, word);
      if (isCodeAlone) for (const place of inBlock) if (place.words === word) shown.add(place);
    }
  }
  return shown;
}

function codeIn(children: readonly Token[] | null): readonly string[] {
  return (children ?? []).flatMap(({ type, content }) => (type === "code_inline" ? [content] : []));
}

const count = (words: readonly string[], word: string): number => words.filter((one) => one === word).length;
