import { createRequire } from "node:module";
import type { WinkMethods } from "wink-nlp";
import type { NameTest } from "./types.ts";

let tagger: WinkMethods | null = null;

/** Loaded when the first word is asked for: 0.3 s, which a site without such reasons does not wait. */
function load(): WinkMethods {
  if (tagger === null) {
    const require = createRequire(import.meta.url);
    tagger = (require("wink-nlp") as typeof import("wink-nlp").default)(require("wink-eng-lite-web-model"), [
      "pos",
    ]);
  }
  return tagger;
}

/**
 * Whether a word is a noun, a name or the name of doing something ("walking"),
 * by the tag it has by itself. Words of other languages than English pass: for
 * them it is enough that articles are titled by them.
 */
export const isNoun: NameTest = (word, lang) => {
  if (lang !== "en") return true;
  const nlp = load();
  const [tag] = nlp
    .readDoc(word)
    .tokens()
    .out(nlp.its.pos as never) as unknown as string[];
  return tag === "NOUN" || tag === "PROPN" || (tag === "VERB" && word.endsWith("ing"));
};
