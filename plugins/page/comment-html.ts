import { escapeHtml } from "./escape.ts";

/** A bare web address in a comment. */
const ADDRESS = /https?:\/\/[^\s<>"']+/g;
/** Punctuation that ends the sentence rather than the address. */
const TRAILING = /[.,;:!?)\]]+$/;

/**
 * A reader's text as HTML: paragraphs at blank lines, line breaks, and web
 * addresses as links that pass no credit. Everything else is text.
 */
export function commentHtml(body: string): string {
  const paragraphs = body.replace(/\r\n?/g, "\n").split(/\n{2,}/);
  return paragraphs
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "")
    .map((paragraph) => `<p>${withLinks(paragraph).replace(/\n/g, "<br>")}</p>`)
    .join("");
}

function withLinks(text: string): string {
  let html = "";
  let end = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = match[0].replace(TRAILING, "");
    html += `${escapeHtml(text.slice(end, match.index))}<a href="${escapeHtml(address)}" rel="ugc nofollow noopener">${escapeHtml(address)}</a>`;
    end = match.index + address.length;
  }
  return html + escapeHtml(text.slice(end));
}
