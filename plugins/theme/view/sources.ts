import type { Article } from "../../article/types.ts";
import type { Language } from "../texts.ts";
import type { SourceView } from "./parts.ts";

/** A mark in the text that cites a source by number: "[2]". */
export const CITATION = /\[(\d{1,2})\]/g;

/** Id of the `occurrence`-th mark that cites source `number`. */
export function markId(number: number, occurrence: number): string {
  return occurrence === 1 ? `v_cite_${number}` : `v_cite_${number}_${occurrence}`;
}

/** The sources an article names, numbered, each with the marks in the text that cite it. */
export function sourceViews({ sources, blocks }: Article, language: Language): readonly SourceView[] {
  if (sources.length === 0) return [];
  const counts = new Map<number, number>();
  for (const { kind, text } of blocks) {
    if (kind === "code") continue;
    for (const [, digits] of text.matchAll(CITATION))
      counts.set(Number(digits), (counts.get(Number(digits)) ?? 0) + 1);
  }
  return sources.map((source, index) => {
    const number = index + 1;
    const { publisher, year, type } = source;
    const facts = [publisher, year === null ? null : String(year), type].filter(
      (fact) => fact !== null && fact !== "",
    );
    const marks = Array.from({ length: counts.get(number) ?? 0 }, (_, n) => markId(number, n + 1));
    return {
      ...source,
      number,
      anchor: `v_source_${number}`,
      detail: facts.join(language.dir === "rtl" ? "، " : ", "),
      marks,
    };
  });
}
