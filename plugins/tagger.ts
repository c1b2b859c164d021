import { createRequire } from "node:module";
import type { WinkMethods } from "wink-nlp";

/** Universal part-of-speech tags (Petrov, Das & McDonald 2012), as wink-nlp gives them; "X" where it has none. */
export type Tag = string;

/** A text cut as the tagger cuts it: "can't" is two pieces. */
export interface TaggedPieces {
  readonly pieces: readonly string[];
  readonly tags: readonly Tag[];
}

let tagger: WinkMethods | null = null;

/** Loaded when a text is first asked about: 0.3 s, once for all who ask. */
function load(): WinkMethods {
  if (tagger === null) {
    const require = createRequire(import.meta.url);
    tagger = (require("wink-nlp") as typeof import("wink-nlp").default)(require("wink-eng-lite-web-model"), [
      "pos",
    ]);
  }
  return tagger;
}

/** Lets go of the model, 20 MiB of it, until a text is asked about again. */
export function forgetTagger(): void {
  tagger = null;
  const { cache } = createRequire(import.meta.url);
  for (const file of Object.keys(cache)) if (/node_modules.wink-/.test(file)) delete cache[file];
}

/** The pieces of an English text with their parts of speech, in order. */
export function tagPieces(text: string): TaggedPieces {
  const nlp = load();
  const read = nlp.readDoc(text).tokens();
  return {
    pieces: read.out() as string[],
    tags: read.out(nlp.its.pos as never) as unknown as Tag[],
  };
}
