import { writtenDate } from "../dates.ts";
import { folded } from "../escape.ts";
import type { Part, SourceComment } from "../model.ts";
import { lineOf, parsePage } from "../page.ts";

/** Readers' comments of a saved page. */
export interface SavedComments {
  readonly comments: readonly SourceComment[];
  /** Those that are none of a reader's: links from other sites. */
  readonly parts: readonly Part[];
}

/** WordPress's lists (its own and its themes'), microformats2 (h-cite), schema.org. */
const COMMENT =
  "li.comment, li.pingback, li.trackback, .u-comment.h-cite, .p-comment.h-cite, .comment.h-cite, [itemtype$='schema.org/Comment'], [itemtype$='schema.org/UserComments']";
const WORDS =
  ".comment-content, .comment-text, .comment_text, .e-content, .p-content, [itemprop~=text], [itemprop~=commentText]";
const NAME =
  ".fn, .comment-author-name, .p-author .p-name, .p-author, [itemprop~=author] [itemprop~=name], [itemprop~=creator] [itemprop~=name], [itemprop~=author], .comment-author";
const DATE =
  "time[datetime], .dt-published, [itemprop~=dateCreated], [itemprop~=datePublished], [itemprop~=commentTime], .comment-metadata a, .commentmetadata a, .comment-date";
/** What stands in a comment beside its words. */
const BESIDE =
  ".reply, .comment-reply, .comment-meta, .commentmetadata, .comment-author, .comment-awaiting-moderation, .avatar, footer, form, script, style";

/**
 * The comments that a saved page shows, in its order and threads: names, dates
 * and words, without pictures of their writers.
 * Found by the marks that blog software sets; a page without them has none.
 */
export function savedComments(html: string): SavedComments {
  if (!/\bcomment\b|schema\.org\/(?:Comment|UserComments)/i.test(html)) return { comments: [], parts: [] };
  const page = parsePage(html).documentElement;
  const found = [...page.querySelectorAll(COMMENT)];
  const ids = new Map<Element, string>();
  const taken = new Set<string>();
  const comments: SourceComment[] = [];
  const parts: Part[] = [];
  for (const element of found) {
    if (/(?:^|\s)(?:pingback|trackback)(?:\s|$)/.test(element.getAttribute("class") ?? "")) {
      const why = "a pingback: a link from another site, no reader's words";
      parts.push({
        kind: "comment",
        what: folded(element.textContent ?? "").slice(0, 60),
        outcome: "left-out",
        why,
      });
      continue;
    }
    const body = wordsOf(element);
    if (body === null) continue;
    const id = idOf(element, taken);
    taken.add(id);
    const parent = parentOf(element, ids);
    // The nearest element round it that holds no other comment's words stands for it: its answers lie in that.
    ids.set(element, id);
    const wrap = element.parentElement?.closest(COMMENT) ?? null;
    if (wrap !== null && !ids.has(wrap)) ids.set(wrap, id);
    comments.push({
      id,
      parent,
      author: nameOf(element),
      url: homeOf(element),
      date: dateOf(element),
      state: own(element, ".comment-awaiting-moderation") === null ? "approved" : "pending",
      body: body,
      line: lineOf(element),
    });
  }
  return { comments, parts };
}

/** The first element of a comment, by the likeliest selector, that is no other comment's. */
function own(comment: Element, selectors: string): Element | null {
  for (const selector of selectors.split(", "))
    for (const one of comment.querySelectorAll(selector)) if (one.closest(COMMENT) === comment) return one;
  return null;
}

/** HTML of a comment's words; null for an element that only holds others. */
function wordsOf(comment: Element): string | null {
  const marked = own(comment, WORDS);
  const held = marked ?? own(comment, ".comment-body");
  if (held === null) return null;
  const copy = held.cloneNode(true) as Element;
  for (const other of [...copy.querySelectorAll(`${COMMENT}, ${BESIDE}, .children`)]) other.remove();
  const html = copy.innerHTML.trim();
  return html === "" ? null : html;
}

function nameOf(comment: Element): string {
  const element = own(comment, NAME);
  return (
    folded(element?.textContent ?? "").replace(/\s+(?:says|said|writes|wrote)\s*:?$/i, "") || "Anonymous"
  );
}

function homeOf(comment: Element): string | null {
  const link = own(
    comment,
    ".fn a[href], a.url[href], a.p-author[href], .p-author a[href], [itemprop~=author] a[href]",
  );
  const href = link?.getAttribute("href") ?? "";
  return /^https?:\/\//i.test(href) && URL.canParse(href) ? href : null;
}

function dateOf(comment: Element): string | null {
  const element = own(comment, DATE);
  const value = element?.getAttribute("datetime") ?? element?.getAttribute("content") ?? null;
  return writtenDate(value ?? "") ?? writtenDate(folded(element?.textContent ?? ""));
}

function idOf(comment: Element, taken: ReadonlySet<string>): string {
  const marked = comment.closest("[id*=comment-]") ?? comment.querySelector("[id*=comment-]");
  const number = /comment-(\w{1,20})/.exec(marked?.getAttribute("id") ?? "")?.[1];
  const wanted = `saved-${number ?? taken.size + 1}`;
  return taken.has(wanted) ? `${wanted}-${taken.size + 1}` : wanted;
}

function parentOf(comment: Element, ids: ReadonlyMap<Element, string>): string | null {
  for (let at = comment.parentElement?.closest(COMMENT); at; at = at.parentElement?.closest(COMMENT)) {
    const id = ids.get(at);
    if (id !== undefined) return id;
  }
  return null;
}
