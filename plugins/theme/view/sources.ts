import type { Article, Block } from "../../article/types.ts";
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
  const numbers = new Map(
    sources.flatMap(({ url }, index) => (url === null ? [] : [[url, index + 1] as const])),
  );
  const counts = new Map<number, number>();
  for (const block of blocks)
    for (const number of citationsIn(block, numbers)) counts.set(number, (counts.get(number) ?? 0) + 1);
  return sources.map((source, index) => {
    const number = index + 1;
    const { publisher, year, type } = source;
    const facts = [publisher, year === null ? null : String(year), type];
    const detail = facts
      .filter((fact) => fact !== null && fact !== "")
      .join(language.dir === "rtl" ? "، " : ", ");
    const marks = Array.from({ length: counts.get(number) ?? 0 }, (_, n) => markId(number, n + 1));
    return { ...source, number, anchor: `v_source_${number}`, detail, marks };
  });
}

/** Numbers of the sources a block cites: by "[2]" in running text, or by a link to the source's address. */
function citationsIn({ kind, text, links }: Block, numbers: ReadonlyMap<string, number>): readonly number[] {
  if (kind === "code") return [];
  const linked = links.flatMap(({ href }) => numbers.get(href) ?? []);
  if (!text.includes("[")) return linked;
  const inLinks = links.flatMap((link) => [...link.text.matchAll(CITATION)]).length;
  const written = [...text.matchAll(CITATION)].map(([, digits]) => Number(digits));
  return [...linked, ...(inLinks === 0 ? written : [])];
}
