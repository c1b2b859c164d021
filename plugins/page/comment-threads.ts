import { compareText } from "../problem.ts";
import { commentHtml } from "./comment-html.ts";
import type { Comment } from "./comments.ts";
import type { DateWriter } from "./dates.ts";
import type { CommentView } from "./parts.ts";

/**
 * Comments as threads, oldest first; a reply to a comment that is not there
 * stands on its own. Replies to replies hang under the same first comment, so
 * that a thread is two levels deep whatever readers do.
 */
export function commentThreads(comments: readonly Comment[], dates: DateWriter): readonly CommentView[] {
  const byId = new Map(comments.map((comment) => [comment.id, comment]));
  const roots = rootsOf(comments, byId);
  const replies = new Map<string, Comment[]>();
  const tops: Comment[] = [];
  for (const comment of inOrder(comments)) {
    const root = roots.get(comment.id) ?? comment.id;
    const below = replies.get(root) ?? [];
    replies.set(root, below);
    if (root === comment.id) tops.push(comment);
    else below.push(comment);
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

/** The comment at the top of each comment's thread, by id; in a circle of parents each stands on its own. */
function rootsOf(
  comments: readonly Comment[],
  byId: ReadonlyMap<string, Comment>,
): ReadonlyMap<string, string> {
  const roots = new Map<string, string>();
  for (const comment of comments) {
    const path = new Set<string>();
    let current: Comment | undefined = comment;
    let root: string | undefined;
    while (current !== undefined && !path.has(current.id)) {
      root = roots.get(current.id);
      if (root !== undefined) break;
      path.add(current.id);
      const parent: Comment | undefined = current.parent === null ? undefined : byId.get(current.parent);
      if (parent === undefined) root = current.id;
      current = parent;
    }
    for (const id of path) roots.set(id, root ?? id);
  }
  return roots;
}
