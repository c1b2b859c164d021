import { tagPieces } from "../tagger.ts";
import type { NameTest } from "./types.ts";

/**
 * Whether a word is a noun, a name or the name of doing something ("walking"),
 * by the tag it has by itself. Words of other languages than English pass: for
 * them it is enough that articles are titled by them.
 */
export const isNoun: NameTest = (word, lang) => {
  if (lang !== "en") return true;
  const [tag] = tagPieces(word).tags;
  return tag === "NOUN" || tag === "PROPN" || (tag === "VERB" && word.endsWith("ing"));
};
