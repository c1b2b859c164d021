import type { Article, Block, Section } from "../article/types.ts";
import type { QuestionFact } from "./nodes/question.ts";
import { type MainSection, sectionText } from "./outline.ts";

/** Headings of sections that hold questions and answers. */
const FAQ =
  /^(?:faqs?\b|q ?(?:&|and) ?a\b|(?:some )?(?:frequently asked|common|popular) questions\b|questions (?:and|&) answers\b|your questions\b|questions people ask\b)/i;

/** Marks that end a question: Latin, Arabic, full-width, Greek. */
const ASKS = /[?؟？;]["'”’)]?$/;

/** True for the heading of a section of questions and answers. */
export function isFaq(heading: string, own: readonly RegExp[]): boolean {
  return FAQ.test(heading.trim()) || own.some((pattern) => heading.search(pattern) >= 0);
}

/**
 * The questions of an FAQ section: headings that ask, or bold words that ask
 * and open a paragraph. A question without an answer is no question.
 */
export function questionsOf(article: Article, { section, indexes }: MainSection): readonly QuestionFact[] {
  const asked: Omit<QuestionFact, "number">[] = [];
  for (const index of [...indexes].sort((a, b) => a - b)) {
    const part = article.sections[index] as Section;
    if (index !== section.index && isQuestion(part.heading))
      asked.push({ question: part.heading, answer: sectionText(article, part), anchor: part.anchor });
    else asked.push(...ledQuestions(article.blocks.slice(...part.blocks)));
  }
  return asked
    .filter(({ answer }) => answer.trim() !== "")
    .map((question, index) => ({ ...question, number: index + 1 }));
}

/** Questions set in bold, each with what follows up to the next one. */
function ledQuestions(blocks: readonly Block[]): readonly Omit<QuestionFact, "number">[] {
  const asked: { question: string; answers: string[] }[] = [];
  for (const { lead, leadOnly, text, kind } of blocks) {
    if (kind === "code") continue;
    const question = lead === null ? null : questionIn(lead, text);
    if (question === null) asked.at(-1)?.answers.push(text);
    else asked.push({ question, answers: leadOnly ? [] : [afterLead(text, question)] });
  }
  return asked.map(({ question, answers }) => ({
    question,
    answer: answers.join("\n").trim(),
    anchor: null,
  }));
}

/** The lead as a question; the mark may stand after the bold words. */
function questionIn(lead: string, text: string): string | null {
  if (isQuestion(lead)) return lead;
  const asked = text.slice(0, lead.length + 1);
  return asked.startsWith(lead) && isQuestion(asked) ? asked : null;
}

function afterLead(text: string, question: string): string {
  return (text.startsWith(question) ? text.slice(question.length) : text).replace(/^[\s:.–—-]+/, "");
}

function isQuestion(text: string): boolean {
  return ASKS.test(text.trim());
}
