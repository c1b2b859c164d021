import { GLOSSARY } from "../glossary.ts";
import type { Sentence } from "../prose.ts";
import type { ArticleRule, Hit, Reading, ReviewContext } from "../types.ts";

/** What turns the words beside a term into its explanation. */
const EXPLAINS_AFTER =
  /^(?:'s|s)?["'”’)]{0,2}(?:\s?\(|,? (?:in which|where|which|that is|that|or|i\.e|meaning|also called|also known as|known as|the body's)|, (?:the|your|our|one of|a|an) |\s?[–—:=]|,? (?:is|are|means|refers to|stands for|was) )/;
const EXPLAINS_BEFORE =
  /(?:\(|\b(?:called|termed|known as|named|hormones?|messengers?|chemicals?|nerves?|nutrients?|word|term|or|(?:doctors|experts|clinicians|therapists) (?:call|say)|such as|like|including)(?: (?:it|this|these|them))?(?: \w+,| \w+ and| \w+ or)*)\s*["'“‘(]?(?:the |an? )?$/;
const EXPLAINS_NEXT =
  /^(?:this|that|it|these|they|the (?:word|term|letters?|name))\b[^.]{0,40}\b(?:is|are|means?|stands? for|refers?|helps?|was|carr(?:y|ies)|wiring)\b/;

export const jargon: ArticleRule = {
  name: "jargon",
  number: 18,
  level: "note",
  scope: "article",
  language: "en",
  expected: "a term of the trade explained where it is first used",
  why: "A word that readers do not know stops them there",
  source: "NHS content guide, plain words",
  todo: "Explain it in brackets, link an explanation, or use plain words.",
  check: (reading, context) => terms(reading, context),
};

function terms({ article, prose }: Reading, { knownWords = [] }: ReviewContext): readonly Hit[] {
  const known = new Set(knownWords.map((word) => word.toLowerCase()));
  const explained = new Set<string>();
  const hits: Hit[] = [];
  for (const [term, plain] of Object.entries(GLOSSARY)) {
    const first = prose
      .withAny([term.split(" ")[0] as string])
      .find((sentence) => isBody(sentence) && positionOf(term, sentence) >= 0);
    // "parasympathetic" inside "parasympathetic nervous system" is the same stumble once.
    if (!first || known.has(term) || [...explained].some((other) => other.startsWith(term))) continue;
    explained.add(term);
    const next = prose.sentences[first.index + 1];
    const isLinked =
      article.blocks[first.block]?.links.some(({ text }) => text.toLowerCase().includes(term)) ?? false;
    if (isLinked || isExplained(first, positionOf(term, first), term, next)) continue;
    hits.push({
      words: term,
      line: first.line,
      todo: `Explain it in brackets (${plain}), link an explanation, or use plain words.`,
    });
  }
  return hits;
}

function isBody({ place }: Sentence): boolean {
  return place === "text";
}

function positionOf(term: string, { lower }: Sentence): number {
  const at = lower.indexOf(term);
  const isWhole =
    at >= 0 && !/[a-z-]/.test(lower[at - 1] ?? " ") && !/[a-z]/.test(lower[at + term.length] ?? " ");
  return isWhole ? at : -1;
}

function isExplained(
  { lower, section }: Sentence,
  at: number,
  term: string,
  next: Sentence | undefined,
): boolean {
  if (EXPLAINS_AFTER.test(lower.slice(at + term.length, at + term.length + 40))) return true;
  if (EXPLAINS_BEFORE.test(lower.slice(Math.max(0, at - 60), at))) return true;
  return next !== undefined && next.section === section && EXPLAINS_NEXT.test(next.lower.slice(0, 120));
}
