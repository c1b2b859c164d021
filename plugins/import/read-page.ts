import { readHtml } from "./html.ts";
import { readText } from "./text.ts";
import type { Imported } from "./types.ts";

const PAGE_NAME = /\.(?:x?html?|php\d?|jspx?|aspx?|cfm|ejs|hbs|njk|liquid|twig|vue|svelte|mhtml)$/i;
const TEXT_NAME = /\.(?:txt|text|md|markdown)$/i;
/** Characters at the start in which markup must show for a file of unknown name. */
const SNIFF = 4000;

/** Reads a saved page or a text dump, told apart by name, else by content. */
export function readPage(content: string, fileName: string): Imported {
  return isPage(content, fileName) ? readHtml(content) : readText(content);
}

function isPage(content: string, fileName: string): boolean {
  if (PAGE_NAME.test(fileName)) return true;
  const start = content.slice(0, SNIFF);
  if (/^\s*<(?:!doctype html|html|head|body)\b/i.test(start)) return true;
  return !TEXT_NAME.test(fileName) && /<(?:p|div|h[1-6]|article|section|ul|table)[\s>]/i.test(start);
}
