import type { Part, SourceComment } from "../model.ts";
import { wordpressDate, type ZonedMoment } from "./dates.ts";
import type { WxrComment, WxrItem } from "./item.ts";

/** A comment that was left out, and its fields with it. */
export function commentFate({ id, fieldCount }: WxrComment, why: string): readonly Part[] {
  return [{ kind: "comment", what: `comment ${id}`, outcome: "left-out", why }, ...commentFields(fieldCount)];
}

function commentFields(count: number): readonly Part[] {
  if (count === 0) return [];
  const why = "bookkeeping of a plugin about a comment";
  return [{ kind: "field", what: "fields of a comment", outcome: "left-out", why, count }];
}

/** Why WordPress shows no such comment; null for one that it shows or may yet show. */
function whyHidden({ type, approved }: WxrComment): string | null {
  if (type === "pingback" || type === "trackback")
    return `a ${type}: a link from another site, no reader's words`;
  if (type !== "" && type !== "comment") return `a comment of the type "${type}", which a plugin made`;
  if (approved === "1" || approved === "approve" || approved === "approved") return null;
  if (approved === "0" || approved === "hold" || approved === "unapproved") return null;
  return approved === "spam" ? "spam at the source" : "in the bin at the source";
}

/**
 * The comments of an item that readers wrote, in its order. An answer to one
 * that is left out stands below the nearest one above that is kept, or at the
 * top of the thread.
 */
export function itemComments(
  { comments }: WxrItem,
  moments: readonly ZonedMoment[],
): { readonly comments: readonly SourceComment[]; readonly parts: readonly Part[] } {
  const parts: Part[] = [];
  const kept = new Map<string, WxrComment>();
  const parents = new Map(comments.map(({ id, parent }) => [id, parent]));
  for (const comment of comments) {
    const why = whyHidden(comment) ?? (kept.has(comment.id) ? "stands twice" : null);
    if (why !== null) parts.push(...commentFate(comment, why));
    else {
      kept.set(comment.id, comment);
      parts.push(...commentFields(comment.fieldCount));
    }
  }
  const read = [...kept.values()].map((comment) => ({
    id: `wp-${comment.id.replace(/[^\w-]/g, "")}`,
    parent: keptParent(comment, parents, kept),
    author: comment.author,
    url: comment.url === "" ? null : comment.url,
    date: wordpressDate(comment.date, comment.dateGmt, moments),
    state: whyPending(comment) ? ("pending" as const) : ("approved" as const),
    body: comment.content,
    line: comment.line,
  }));
  return { comments: read, parts };
}

function whyPending({ approved }: WxrComment): boolean {
  return approved === "0" || approved === "hold" || approved === "unapproved";
}

function keptParent(
  { id, parent }: WxrComment,
  parents: ReadonlyMap<string, string>,
  kept: ReadonlyMap<string, WxrComment>,
): string | null {
  const seen = new Set([id]);
  for (let at = parent; at !== "" && at !== "0" && !seen.has(at); at = parents.get(at) ?? "") {
    seen.add(at);
    if (kept.has(at)) return `wp-${at.replace(/[^\w-]/g, "")}`;
  }
  return null;
}
