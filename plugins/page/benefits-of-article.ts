import type { ArticleRecord } from "../corpus/types.ts";
import type { ViewContext } from "./context.ts";
import type { BenefitView, ContentsItem } from "./parts.ts";
import { presentedBenefits, waitingLines } from "./presented.ts";
import { termRef } from "./terms.ts";
import type { Language } from "./texts.ts";
import { withoutNumber } from "./title.ts";

/** The benefits an article presents, with their numbers, grades and pages. */
export function articleBenefits(
  context: ViewContext,
  record: ArticleRecord,
  language: Language,
): readonly BenefitView[] {
  return presentedBenefits(record).map(({ number, benefit }) => {
    const { canonicals, heading, anchor, hedged, evidence, grade } = benefit;
    return {
      id: canonicals[0] ?? "",
      canonicals,
      heading: withoutNumber(heading ?? ""),
      anchor,
      number,
      isHedged: hedged,
      evidence,
      grade,
      gradeText: gradeText(grade, language),
      term: benefitTerm(context, canonicals, language),
    };
  });
}

/** "Evidence not graded", or the writer's grade in words. */
export function gradeText(grade: { readonly grade: string } | null, language: Language): string {
  return grade === null ? language.say("notGraded") : language.say("graded", { grade: grade.grade });
}

function benefitTerm(context: ViewContext, canonicals: readonly string[], language: Language) {
  for (const id of canonicals) {
    const entry = context.benefitById.get(id);
    if (entry?.hasPage) {
      const term = termRef(entry, language);
      return { ...term, countText: language.count("articlesSay", term.articleCount) };
    }
  }
  return null;
}

/** Headings shown in the contents: the outermost two levels. */
const CONTENTS_LEVEL = 2;
const NONE: ReadonlySet<number> = new Set();

/**
 * "On this page": main headings and benefits, in document order. A heading that
 * waits for the writer's word stands among benefits that are shown, without a
 * number: it is a part of the text like them. One over a list of other articles
 * is none any more: the list is boxes, and so is it.
 */
export function contentsOf(record: ArticleRecord, benefits: readonly BenefitView[]): readonly ContentsItem[] {
  const { article } = record;
  const waiting = benefits.length > 0 ? waitingLines(record) : NONE;
  const numbers = new Map(benefits.map(({ anchor, number }) => [anchor, number]));
  const boxed = new Set(record.offers.map(({ line }) => line));
  const headed = new Set<string>();
  const items: { line: number; item: ContentsItem }[] = [];
  for (const { heading, level, anchor, line } of article.sections) {
    if (anchor === "" || boxed.has(line)) continue;
    const number = numbers.get(anchor) ?? null;
    if (number !== null) headed.add(anchor);
    if (number !== null || level <= CONTENTS_LEVEL || waiting.has(line))
      items.push({
        line,
        item: { text: number === null ? heading : withoutNumber(heading), anchor, number },
      });
  }
  const lines = new Map(article.blocks.map(({ anchor, line }) => [anchor, line]));
  for (const { anchor, heading, number } of benefits)
    if (!headed.has(anchor))
      items.push({ line: lines.get(anchor) ?? 0, item: { text: heading, anchor, number } });
  return items.sort((a, b) => a.line - b.line).map(({ item }) => item);
}
