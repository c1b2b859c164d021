import { decodeHTML } from "entities";
import { folded } from "./escape.ts";

/** Words of a short piece of HTML on one line: tags gone, entities read. */
export function plainWords(html: string): string {
  return folded(decodeHTML(html.replace(/<!--[\s\S]{0,10000}?-->|<\/?[a-z][^<>]*>/gi, " "))).replace(
    / ([.,;:!?])/g,
    "$1",
  );
}
