import { createRequire } from "node:module";
import type { WinkMethods } from "wink-nlp";
import type { Token } from "../tokens.ts";

/** Universal part-of-speech tags (Petrov, Das & McDonald 2012), as wink-nlp gives them; "X" where it has none. */
export type Tag = string;

let tagger: WinkMethods | null = null;

/** Loaded when a sentence first needs it: an article without sentences on a target never waits for it. */
function load(): WinkMethods {
  if (tagger === null) {
    const require = createRequire(import.meta.url);
    tagger = (require("wink-nlp") as typeof import("wink-nlp").default)(require("wink-eng-lite-web-model"), [
      "pos",
    ]);
  }
  return tagger;
}

/** The tag of each token of a sentence, in order. */
export function tagWords(text: string, tokens: readonly Token[], from: number, to: number): Tag[] {
  const nlp = load();
  const words = tokens.slice(from, to).map(({ start, end }) => text.slice(start, end).replace(/[’‘]/g, "'"));
  const read = nlp.readDoc(words.join(" ")).tokens();
  const values = read.out() as string[];
  const tags = read.out(nlp.its.pos as never) as unknown as string[];
  return align(words, values, tags);
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
