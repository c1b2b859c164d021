import { decodeHTMLStrict } from "entities";

/** Text in which the page encoded its entities once too often ("Raynaud&amp;#8217;s"), or in a text file at all. */
export function decodeTwice(text: string): string {
  return text.includes("&") ? decodeHTMLStrict(text) : text;
}
