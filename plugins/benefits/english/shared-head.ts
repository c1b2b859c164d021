import type { Lexicon } from "../lexicon.ts";
import { tokenize } from "./tokens.ts";

/** Two names joined before the word they share. */
const JOINED =
  /(?<![\p{L}\p{N}-])([\p{L}'’-]{3,20})(\s{1,3}(?:and|&|or|,)\s{1,3})([\p{L}'’-]{3,20})\s{1,3}([\p{L}'’-]{3,20})(?![\p{L}\p{N}-])/u;

/**
 * "Joint and muscle pain" as "joint pain and muscle pain", where both are names
 * that the lexicon knows; any other text as it is.
 */
export function spellOutSharedHead(text: string, lexicon: Lexicon): string {
  const found = JOINED.exec(text);
  if (found === null) return text;
  const [whole, first, joint, second, head] = found as unknown as readonly string[];
  if (!isName(`${first} ${head}`, lexicon) || !isName(`${second} ${head}`, lexicon)) return text;
  return text.replace(whole as string, `${first} ${head}${joint}${second} ${head}`);
}

function isName(words: string, { meanings }: Lexicon): boolean {
  const tokens = tokenize(words);
  const match = meanings.match(tokens, 0);
  return match?.value.naming != null && match.end === tokens.length;
}
