import { decodeHTML } from "entities";
import { hasNetworkAddress } from "../../page/ip-address.ts";
import { hasMailAddress } from "../../page/mail-address.ts";
import { REMOVED, withoutAddresses, withoutMail } from "../addresses.ts";
import { visible } from "../escape.ts";
import type { Part, SourceComment } from "../model.ts";
import { plainWords } from "../plain-words.ts";

/** A comment as the site's comments folder holds it. */
export interface CommentFile {
  /** File name without folder. */
  readonly name: string;
  readonly content: string;
  readonly part: Part;
}

/** Longest name and body that the site reads, in characters. */
const AUTHOR_LIMIT = 255;
export const BODY_LIMIT = 65_000;

/** The file of a comment; null, with the reason, for one without words. */
export function commentFile(
  comment: SourceComment,
  addresses: ReadonlySet<string>,
  fallbackDate: string | null,
): CommentFile | { readonly part: Part } {
  const words = cleaned(commentText(comment.body), addresses);
  const author = cleaned(plainWords(comment.author), addresses);
  const what = `comment ${comment.id.replace(/^wp-/, "")}`;
  const date = withOffset(comment.date ?? fallbackDate);
  if (words.text === "")
    return { part: { kind: "comment", what, outcome: "left-out", why: "without words" } };
  if (date === null)
    return { part: { kind: "comment", what, outcome: "left-out", why: "without a date that can be read" } };
  const removed = words.count + author.count;
  const isCut = words.text.length > BODY_LIMIT;
  const content = {
    id: comment.id,
    parent: comment.parent,
    author: [...(author.text || "Anonymous")].slice(0, AUTHOR_LIMIT).join("").trim(),
    url: webAddress(comment.url),
    date,
    status: comment.state,
    body: isCut ? words.text.slice(0, BODY_LIMIT).trim() : words.text,
    via: "import",
  };
  const why = [
    removed > 0 ? "an address in it was taken out" : "",
    isCut ? `cut at ${BODY_LIMIT} characters` : "",
    comment.state === "pending" ? "still to be approved" : "",
  ].filter(Boolean);
  return {
    name: `${comment.id}.json`,
    content: `${JSON.stringify(content, null, 2)}\n`,
    part: {
      kind: "comment",
      what,
      outcome: why.length > 0 ? "changed" : "kept",
      ...(why.length > 0 ? { why: why.join("; ") } : {}),
    },
  };
}

function cleaned(
  text: string,
  addresses: ReadonlySet<string>,
): { readonly text: string; readonly count: number } {
  const mail = withoutMail(text);
  const all = withoutAddresses(mail.text, addresses);
  const rest = withoutAny(all.text);
  return { text: rest.text.trim(), count: mail.count + all.count + rest.count };
}

/** What the site would refuse in a comment, whoever's it is: any word with a network or mail address in it. */
function withoutAny(text: string): { readonly text: string; readonly count: number } {
  let count = 0;
  const kept = text.replace(/\S+/g, (word) => {
    if (!hasNetworkAddress(word) && !hasMailAddress(word)) return word;
    count++;
    return REMOVED;
  });
  return { text: kept, count };
}

/** Text of a comment: paragraphs and lines as its writer broke them, links as words and address. */
function commentText(html: string): string {
  const marked = html
    .replace(/\r\n?/g, "\n")
    .replace(
      /<a\b[^<>]*?\bhref\s*=\s*["']([^"'<>]*)["'][^<>]*>([^<]*)<\/a>/gi,
      (_whole, href: string, words: string) =>
        words.trim() === "" || decodeHTML(words.trim()) === decodeHTML(href) || href.includes(words.trim())
          ? href
          : `${words} (${href})`,
    )
    .replace(/<br\s*\/?>\n?/gi, "\n")
    .replace(/<\/(?:p|div|blockquote|li|dd|dt|td|tr|pre|address|h[1-6])>/gi, "\n\n")
    .replace(/<li\b[^<>]*>/gi, "• ")
    .replace(/<\/?[a-z][^<>]*>/gi, "");
  return visible(decodeHTML(marked))
    .replace(/[^\S\n]+/g, " ")
    .replace(/ *\n */g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function webAddress(url: string | null): string | null {
  if (url === null) return null;
  const full = /^https?:\/\//i.test(url) ? url : `http://${url}`;
  return URL.canParse(full) &&
    /\./.test(new URL(full).hostname) &&
    !full.includes("@") &&
    !hasNetworkAddress(full)
    ? new URL(full).href
    : null;
}

/** A date with its offset; one without is taken for UTC. */
function withOffset(date: string | null): string | null {
  if (date === null || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(date)) return null;
  return /(?:Z|[+-]\d{2}:\d{2})$/.test(date) ? date : `${date}Z`;
}
