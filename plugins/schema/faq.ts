import type { Article, Block, Section } from "../article/types.ts";
import type { QuestionFact } from "./nodes/question.ts";
import type { MainSection } from "./outline.ts";

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
 * and open a paragraph or an item. A question without an answer is no question.
 * What is offered to be read next is no answer: the page shows it as a link.
 */
export function questionsOf(article: Article, { section, indexes }: MainSection): readonly QuestionFact[] {
  const asked: Asked[] = [];
  const offered = new Set(article.alsoRead.map(({ line }) => line));
  for (const index of [...indexes].sort((a, b) => a - b)) {
    const { heading, anchor, blocks } = article.sections[index] as Section;
    const isAsked = index !== section.index && isQuestion(heading);
    const first = isAsked ? [{ question: heading, answers: [], anchor }] : [];
    const said = article.blocks.slice(...blocks).filter(({ line }) => !offered.has(line));
    asked.push(...askedIn(said, first));
  }
  return asked
    .map(({ question, answers, anchor }) => ({ question, answer: answers.join("\n").trim(), anchor }))
    .filter(({ answer }) => answer !== "")
    .map((question, index) => ({ ...question, number: index + 1 }));
}

interface Asked {
  readonly question: string;
  readonly answers: string[];
  readonly anchor: string | null;
  /** True for an item of a list: what stands after the list is no part of its answer. */
  readonly isItem?: boolean;
}

/** Questions set in bold, after `first`; each has what follows up to the next one, or to the end of its list. */
function askedIn(blocks: readonly Block[], first: readonly Asked[]): readonly Asked[] {
  const asked = [...first];
  let isOpen = true;
  for (const { lead, leadOnly, text, kind, depth } of blocks) {
    if (kind === "code") continue;
    const question = lead === null ? null : questionIn(lead, text);
    const last = asked.at(-1);
    if (question === null) {
      isOpen &&= !(last?.isItem === true && depth === 0);
      if (isOpen) last?.answers.push(text);
      continue;
    }
    isOpen = true;
    const answers = leadOnly ? [] : [afterLead(text, question)];
    asked.push({ question, answers, anchor: null, isItem: depth > 0 });
  }
  return asked;
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
