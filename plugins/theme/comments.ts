import { z } from "zod";
import { type Problem, quote } from "../article/problem.ts";
import type { Disk } from "./disk.ts";

/** A reader's approved comment, from its data file. No address is part of it. */
export interface Comment {
  readonly id: string;
  readonly parent: string | null;
  readonly author: string;
  readonly url: string | null;
  /** ISO 8601. */
  readonly date: string;
  readonly body: string;
}

/** Longest body, in characters: what the form allows. */
const BODY_LIMIT = 5000;

const schema = z.strictObject({
  id: z.string().regex(/^[\w-]{1,64}$/),
  slug: z.string().optional(),
  parent: z.string().nullable().default(null),
  author: z.string().trim().min(1).max(80),
  url: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .default(null),
  date: z.iso.datetime({ offset: true }),
  status: z.enum(["approved", "pending", "rejected", "spam"]),
  body: z.string().trim().min(1).max(BODY_LIMIT),
  via: z.string().optional(),
});

/** What is read of a site's comments. */
export interface CommentsRead {
  /** By article id; only approved ones. */
  readonly comments: ReadonlyMap<string, readonly Comment[]>;
  readonly problems: readonly Problem[];
}

/**
 * Reads `<folder>/<article id>/<comment id>.json`. A file that is not a valid
 * comment is an error with its name; one with an e-mail address in it is too,
 * since files of a site are published sooner or later.
 */
export function readComments(folder: string, disk: Disk, nameOf: (path: string) => string): CommentsRead {
  const comments = new Map<string, Comment[]>();
  const problems: Problem[] = [];
  for (const path of disk.list(folder)) {
    if (!path.endsWith(".json")) continue;
    const articleId = path.slice(0, Math.max(0, path.lastIndexOf("/")));
    const read = parseComment(disk.read(`${folder}/${path}`) ?? "", nameOf(`${folder}/${path}`));
    if ("problem" in read) problems.push(read.problem);
    else if (read.comment !== null) {
      const thread = comments.get(articleId);
      if (thread === undefined) comments.set(articleId, [read.comment]);
      else thread.push(read.comment);
    }
  }
  return { comments, problems };
}

/** One comment file; null for a comment that is not approved. */
export function parseComment(
  text: string,
  file: string,
): { readonly comment: Comment | null } | { readonly problem: Problem } {
  const fault = (field: string, message: string) => ({
    problem: { file, line: 0, field, message, severity: "error" as const },
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    return fault("comment", `expected JSON, received a fault (${(cause as Error).message}).`);
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const field = issue?.path.join(".") || "comment";
    if (issue?.code === "unrecognized_keys")
      return fault(
        issue.keys[0] ?? field,
        `expected one of ${Object.keys(schema.shape).join(", ")}. Addresses of readers are never kept here.`,
      );
    const received = (value as Record<string, unknown> | null)?.[String(issue?.path[0])];
    return fault(field, `${issue?.message ?? "expected a comment"}, received ${quote(received)}.`);
  }
  const { id, parent, author, url, date, body, status } = parsed.data;
  return { comment: status === "approved" ? { id, parent, author, url, date, body } : null };
}
