import type { Article } from "../../article/types.ts";
import type { Language } from "../texts.ts";
import type { SourceView } from "./parts.ts";

/** The sources an article names, numbered. */
export function sourceViews({ sources }: Article, language: Language): readonly SourceView[] {
  const comma = language.dir === "rtl" ? "، " : ", ";
  return sources.map((source, index) => {
    const { publisher, year, type } = source;
    const facts = [publisher, year === null ? null : String(year), type];
    const detail = facts.filter((fact) => fact !== null && fact !== "").join(comma);
    return { ...source, number: index + 1, anchor: `v_source_${index + 1}`, detail, marks: [] };
  });
}
