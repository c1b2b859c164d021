import { type Tag, tagWords } from "./tagger.ts";
import type { Token } from "./tokens.ts";

/** Words that may stand between an adjective and the noun it tells more of: "tired, aching feet". */
const CHAINED: ReadonlySet<Tag> = new Set(["ADJ", "ADV", "CCONJ", "PUNCT", "VERB"]);

/**
 * Whether the word in `at`..`end` only tells more of a noun behind it: in "a cold
 * day" and "tired, aching feet" neither a cold nor tiredness is meant. A name of
 * several words ("weight loss") is one thing. The tagger is asked only where a word follows.
 */
export function isModifier(text: string, tokens: readonly Token[], at: number, end: number): boolean {
  if (end - at !== 1 || !tokens.slice(end).some(({ isWord }) => isWord)) return false;
  const tags = tagWords(text, tokens, 0, tokens.length);
  if (tags[at] !== "ADJ") return false;
  const next = tags.findIndex(
    (tag, index) => index >= end && !(CHAINED.has(tag) || tokens[index]?.isWord === false),
  );
  return next >= 0 && (tags[next] === "NOUN" || tags[next] === "PROPN");
}

/** "Focus on self-care", "Rest on your side": a name that opens the words and goes on with "on" is told to the reader. */
export function isTold(tokens: readonly Token[], at: number, end: number): boolean {
  return at === 0 && tokens[end]?.norm === "on";
}
