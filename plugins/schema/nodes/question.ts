import type { Question } from "schema-dts";
import { partId } from "../ids.ts";
import type { GraphNode } from "../types.ts";

/** One question and its answer, as the page shows them. */
export interface QuestionFact {
  readonly question: string;
  readonly answer: string;
  /** Id of the element on the page; null when it has none of its own. */
  readonly anchor: string | null;
  /** 1-based place among the page's questions. */
  readonly number: number;
}

/** A question of an FAQ section. No FAQPage: that is a page, and a section is not one. */
export function questionNode(page: string, { question, answer, anchor, number }: QuestionFact): GraphNode {
  const url = anchor === null ? undefined : partId(page, anchor);
  return {
    "@type": "Question",
    "@id": url ?? partId(page, `question-${number}`),
    url,
    name: question,
    answerCount: 1,
    acceptedAnswer: { "@type": "Answer", text: answer },
  } satisfies Question;
}
