import { tagPieces } from "../tagger.ts";
import type { NameTest } from "./types.ts";

/**
 * Whether a word is a noun, a name or the name of doing something ("walking"),
 * by the tag it has by itself. Words of other languages than English pass: for
 * them it is enough that articles come back to them.
 */
export const isNoun: NameTest = (word, lang) => {
  if (lang !== "en") return true;
  const [tag] = tagPieces(word).tags;
  return tag === "NOUN" || tag === "PROPN" || (tag === "VERB" && word.endsWith("ing"));
};

/** English words and whether each is a noun, as JSON says it. */
export interface WordTags {
  readonly nouns: readonly string[];
  readonly others: readonly string[];
}

/** Words that an earlier build asked for, so that a build of the same words needs no tagger. */
export interface KnownNouns {
  readonly isNoun: NameTest;
  /** The words that were asked for, in order of the alphabet; null: no other than were known. */
  asked(): WordTags | null;
}

export function knownNouns(known: WordTags | null): KnownNouns {
  const tags = new Map<string, boolean>();
  for (const word of known?.nouns ?? []) tags.set(word, true);
  for (const word of known?.others ?? []) tags.set(word, false);
  const asked = new Map<string, boolean>();
  let isMore = false;
  return {
    isNoun: (word, lang) => {
      if (lang !== "en") return true;
      const last = asked.get(word) ?? tags.get(word);
      const is = last ?? isNoun(word, lang);
      isMore ||= last === undefined;
      asked.set(word, is);
      return is;
    },
    asked: () => {
      if (!isMore) return null;
      const words = [...asked.keys()].sort();
      return {
        nouns: words.filter((word) => asked.get(word)),
        others: words.filter((word) => !asked.get(word)),
      };
    },
  };
}
