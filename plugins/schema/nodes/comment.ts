import type { CommentView } from "../../page/parts.ts";
import { partId } from "../ids.ts";
import { type GraphNode, present } from "../types.ts";

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  "#39": "'",
};

/** A reader's comment as shown, its replies inside it. */
export function commentNode(page: string, comment: CommentView): GraphNode {
  const url = partId(page, `v_comment_${comment.id}`);
  return {
    "@type": "Comment",
    "@id": url,
    url,
    text: plainText(comment.bodyHtml),
    datePublished: comment.date.iso,
    author: { "@type": "Person", name: comment.author, url: present(comment.authorUrl) },
    comment: comment.replies.map((reply) => commentNode(page, reply)),
  };
}

/** The text of a comment's HTML, which the theme made from text: paragraphs, breaks, links and escapes. */
export function plainText(html: string): string {
  return html
    .replace(/<\/p><p>|<br>/g, "\n")
    .replace(/<[^<>]*>/g, "")
    .replace(/&(amp|lt|gt|quot|apos|#39);/g, (_, name: string) => ENTITIES[name] ?? "")
    .trim();
}
