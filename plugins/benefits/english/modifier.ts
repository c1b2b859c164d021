import type { Lexicon } from "../lexicon.ts";
import { ILLS } from "./ills.ts";
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

/** How much of something there is, how it shows, what it does: of these a name is still what is meant ("stress levels", "skin function"). */
const MEASURES = new Set(
  (
    "level rate count status quality onset cycle stage time profile marker perception patch spot frequency intensity severity duration risk chance symptom sign episode attack flare concern " +
    "condition syndrome effect benefit property potential action activity process function response system health " +
    "comfort formation ability capability capacity mechanism pathway acceleration goal journey need outcome result"
  ).split(" "),
);

/**
 * Whether a name in `tokens`, lower-cased in `text`, ends at `end` before a noun
 * that is what is meant: "memory card", "sleep medication absorption". What is
 * done ("stress relief") and how much of it there is ("stress levels") are no others.
 */
export function tellsMoreOf(
  text: string,
  tokens: readonly Token[],
  end: number,
  { meanings }: Lexicon,
): boolean {
  const next = tokens[end];
  if (!next?.isWord || MEASURES.has(next.norm) || ILLS.has(next.norm) || GRAMMAR.has(next.norm)) return false;
  const match = meanings.match(tokens, end)?.value;
  if (match && (match.steering.length > 0 || match.naming?.says != null)) return false;
  const tag = tagWords(text, tokens, 0, tokens.length)[end];
  return tag === "NOUN" || tag === "PROPN";
}

/** What stands behind most names, for which the tagger need not be asked. */
const GRAMMAR = new Set(
  "and or of in with by for from to at on as than during after post before today tonight tomorrow morning night day week month year hour when while that which through without a the your it is are can may".split(
    " ",
  ),
);
