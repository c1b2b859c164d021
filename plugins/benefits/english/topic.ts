import type { Lexicon } from "../lexicon.ts";
import type { Token } from "./tokens.ts";

/** Shorter words name nothing that an article is about. */
const LEAST = 3;

/**
 * Words of a title that may say what it is about, where it names no therapy of
 * the site: "pilates" of "Why Pilates?", "bone" and "broth" of "Gut health with
 * bone broth". Names of benefits and troubles, and words by which titles
 * announce, are none; of the rest those count that a sentence has as nouns.
 */
export function topicOf(tokens: readonly Token[], { meanings, cues }: Lexicon): ReadonlySet<string> {
  const found = new Set<string>();
  for (let at = 0; at < tokens.length; ) {
    const { norm, isWord } = tokens[at] as Token;
    const end = isWord ? Math.max(meanings.match(tokens, at)?.end ?? 0, cues.match(tokens, at)?.end ?? 0) : 0;
    if (isWord && end === 0 && norm.length >= LEAST) found.add(norm);
    at = Math.max(end, at + 1);
  }
  return found;
}
