import { compareText } from "../../article/problem.ts";
import { commentHtml } from "../comment-html.ts";
import type { Comment } from "../comments.ts";
import type { DateWriter } from "../dates.ts";
import type { CommentView } from "./parts.ts";

/**
 * Comments as threads, oldest first; a reply to a comment that is not there
 * stands on its own. Replies to replies hang under the same first comment, so
 * that a thread is two levels deep whatever readers do.
 */
export function commentThreads(comments: readonly Comment[], dates: DateWriter): readonly CommentView[] {
  const byId = new Map(comments.map((comment) => [comment.id, comment]));
  const replies = new Map<string, Comment[]>();
  const tops: Comment[] = [];
  for (const comment of inOrder(comments)) {
    const root = rootOf(comment, byId);
    if (root === comment.id) tops.push(comment);
    else replies.set(root, [...(replies.get(root) ?? []), comment]);
  }
  const view = (comment: Comment, below: readonly CommentView[]): CommentView => ({
    id: comment.id,
    author: comment.author,
    authorUrl: comment.url,
    date: dates.write(comment.date),
    bodyHtml: commentHtml(comment.body),
    replies: below,
  });
  return tops.map((top) =>
    view(
      top,
      (replies.get(top.id) ?? []).map((reply) => view(reply, [])),
    ),
  );
}

function inOrder(comments: readonly Comment[]): readonly Comment[] {
  return [...comments].sort(
    (a, b) => (Date.parse(a.date) || 0) - (Date.parse(b.date) || 0) || compareText(a.id, b.id),
  );
}

/** Id of the comment at the top of the thread; a circle of parents ends at the comment itself. */
function rootOf(comment: Comment, byId: ReadonlyMap<string, Comment>): string {
  const seen = new Set<string>();
  let current = comment;
  while (current.parent !== null && !seen.has(current.id)) {
    seen.add(current.id);
    const parent = byId.get(current.parent);
    if (parent === undefined) break;
    current = parent;
  }
  return seen.has(current.id) ? comment.id : current.id;
}
