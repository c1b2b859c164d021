import type { Section } from "../../article/types.ts";
import { isDenied, isNegatedAt } from "./denial.ts";
import { claimsInSentence, type Reading } from "./reading.ts";
import { splitSentences } from "./sentences.ts";
import type { Token } from "./tokens.ts";

/** Sentences in which an answer is looked for. */
const ANSWER_SENTENCES = 14;
const YES = new Set(["yes", "absolutely", "definitely", "certainly", "indeed", "yep", "yeah", "sure"]);
const NO = new Set([
  "no",
  "nope",
  "not",
  "unfortunately",
  "sadly",
  "maybe",
  "perhaps",
  "possibly",
  "sometimes",
  "probably",
  "depends",
]);
/** Words that hold an answer back. */
const DOUBT = new Set([
  "mixed",
  "inconclusive",
  "conflicting",
  "unclear",
  "debatable",
  "uncertain",
  "debated",
  "disappointing",
  "jury",
  "hype",
  "modest",
  "limited",
  "insufficient",
  "contradictory",
]);

/**
 * What the text under a question says to it: "yes" where it asserts something
 * and nothing is doubted, "no" where it denies, doubts or is mixed.
 */
export function answerTo(reading: Reading, section: Section): "yes" | "no" {
  const text = reading
    .blocksOf(section)
    .filter(({ kind }) => kind !== "code")
    .map((block) => block.text)
    .join("\n");
  const tokens = reading.tokensOf(text);
  const sentences = splitSentences(tokens)
    .filter(({ isQuestion }) => !isQuestion)
    .slice(0, ANSWER_SENTENCES);
  const [first] = sentences;
  if (!first) return hasChildren(reading, section) ? "yes" : "no";
  const opening = (tokens[first.from] as Token).norm;
  if (YES.has(opening) || isBareYes(tokens, first.from, first.to)) return "yes";
  if (NO.has(opening)) return "no";
  let doubts = 0;
  let assertions = 0;
  for (const { from, to } of sentences) {
    if (isDenied(tokens, from, to) || hasDoubt(tokens, from, to)) doubts++;
    else
      assertions +=
        claimsInSentence(reading, tokens, from, to).filter(
          ({ steerAt }) => !isNegatedAt(tokens, from, steerAt),
        ).length > 0
          ? 1
          : 0;
  }
  return doubts === 0 && assertions > 0 ? "yes" : assertions >= 3 && doubts === 1 ? "yes" : "no";
}

/** "It does.", "They can!": a sentence of two words. */
function isBareYes(tokens: readonly Token[], from: number, to: number): boolean {
  const words = tokens.slice(from, to).filter(({ isWord }) => isWord);
  return (
    words.length === 2 &&
    /^(?:it|they|he|she|this|that)$/.test(words[0]?.norm ?? "") &&
    /^(?:doe?s?|can|will|may|might|is|are|sure)$/.test(words[1]?.norm ?? "")
  );
}

function hasDoubt(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (DOUBT.has((tokens[at] as Token).norm)) return true;
  return false;
}

function hasChildren(reading: Reading, section: Section): boolean {
  return (reading.children[section.index]?.length ?? 0) > 0;
}
