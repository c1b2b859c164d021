import { type Tag, tagPieces } from "../../tagger.ts";
import type { Token } from "./tokens.ts";

export type { Tag } from "../../tagger.ts";

/** The tag of each token of a sentence, in order. */
export function tagWords(text: string, tokens: readonly Token[], from: number, to: number): Tag[] {
  const words = tokens.slice(from, to).map(({ start, end }) => text.slice(start, end).replace(/[’‘]/g, "'"));
  const { pieces, tags } = tagPieces(words.join(" "));
  return align(words, pieces, tags);
}

/** The tagger parts "can't" and "well-being"; a word has the tag of its first piece that is no mark. */
function align(words: readonly string[], values: readonly string[], tags: readonly string[]): Tag[] {
  let piece = 0;
  return words.map((word) => {
    let length = 0;
    let tag = "X";
    const wanted = word.replace(/\s/g, "").length;
    while (piece < values.length && length < wanted) {
      if (tag === "X" || tag === "PUNCT") tag = tags[piece] as string;
      length += (values[piece] as string).length;
      piece++;
    }
    return tag;
  });
}
