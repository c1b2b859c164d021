import type { Article } from "../article/types.ts";
import type { CitationMarks, SourceView } from "./parts.ts";
import type { Language } from "./texts.ts";

/**
 * The sources an article names, numbered.
 *
 * @param marks ids of the marks that cite each source, by number, as far as the text is rendered
 */
export function sourceViews(
  { sources }: Article,
  language: Language,
  marks: CitationMarks = new Map(),
): readonly SourceView[] {
  const comma = language.dir === "rtl" ? "، " : ", ";
  return sources.map((source, index) => {
    const { publisher, year, type } = source;
    const facts = [publisher, year === null ? null : String(year), type];
    const detail = facts.filter((fact) => fact !== null && fact !== "").join(comma);
    const number = index + 1;
    return { ...source, number, anchor: `v_source_${number}`, detail, marks: marks.get(number) ?? [] };
  });
}
