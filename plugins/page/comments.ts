import { z } from "zod/mini";
import type { Disk } from "../disk.ts";
import { type Fault, faultsOf } from "../faults.ts";
import { parseJson } from "../files/json.ts";
import { type Problem, quote } from "../problem.ts";
import { cleanText } from "../text.ts";
import { hasNetworkAddress } from "./ip-address.ts";
import { hasMailAddress } from "./mail-address.ts";

/** A reader's approved comment, from its data file. No e-mail address is part of it. */
export interface Comment {
  readonly id: string;
  readonly parent: string | null;
  readonly author: string;
  readonly url: string | null;
  /** ISO 8601. */
  readonly date: string;
  readonly body: string;
}

/** Longest body, in characters: what WordPress allows, whose comments may have been brought over. */
const BODY_LIMIT = 65_535;
/** Longest name, in characters: the same. */
const AUTHOR_LIMIT = 255;

const NO_ADDRESS = {
  error:
    "expected text without an e-mail or IP address. Take it out: files of a site are published sooner or later",
};
const isPrivate = (text: string): boolean => hasMailAddress(text) || hasNetworkAddress(text);
const withoutAddress = z
  .pipe(z.string(), z.transform(cleanText))
  .check(z.refine((text) => !isPrivate(text), NO_ADDRESS));

const schema = z.strictObject({
  id: z.pipe(
    withoutAddress,
    z.string().check(z.regex(/^[\w-]{1,64}$/, { error: "expected an id of letters, digits, - and _" })),
  ),
  slug: z.optional(withoutAddress),
  parent: z._default(z.nullable(withoutAddress), null),
  author: z.pipe(withoutAddress, z.string().check(z.trim(), z.minLength(1), z.maxLength(AUTHOR_LIMIT))),
  url: z._default(
    z.nullable(
      z
        .url({ protocol: /^https?$/, error: "expected an address that starts with https://" })
        .check(z.refine((url) => !isPrivate(url) && !isPrivate(decoded(url)), NO_ADDRESS)),
    ),
    null,
  ),
  date: z.iso.datetime({ offset: true, error: "expected a time such as 2026-05-01T09:30:00Z" }),
  status: z.enum(["approved", "pending", "rejected", "spam"]),
  body: z.pipe(withoutAddress, z.string().check(z.trim(), z.minLength(1), z.maxLength(BODY_LIMIT))),
  via: z.optional(withoutAddress),
});

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

/** What is read of a site's comments. */
export interface CommentsRead {
  /** By article id; only approved ones. */
  readonly comments: ReadonlyMap<string, readonly Comment[]>;
  readonly problems: readonly Problem[];
}

/**
 * Reads `<folder>/<article id>/<comment id>.json`. Every fault of a file is an
 * error with its line; an e-mail address in it is one too, since files of a
 * site are published sooner or later. A comment on nothing that there is, is
 * left out with a warning; one on a hidden text waits for it without a word.
 *
 * @param folder as the owner knows it, relative to the project
 * @param articleIds ids of articles and pages that are built
 * @param isThere whether there is a text of an id that is not built
 */
export function readComments(
  folder: string,
  disk: Disk,
  articleIds: ReadonlySet<string>,
  isThere: (id: string) => boolean = () => false,
): CommentsRead {
  const comments = new Map<string, Comment[]>();
  const problems: Problem[] = [];
  const taken = new Set<string>();
  for (const path of disk.list(folder)) {
    if (!path.endsWith(".json")) continue;
    const file = `${folder}/${path}`;
    const articleId = path.slice(0, Math.max(0, path.lastIndexOf("/")));
    const text = disk.read(file) ?? "";
    const read =
      typeof text === "string" ? parseComment(text, file, articleId) : { comment: null, problems: [text] };
    problems.push(...read.problems);
    if (read.comment === null || (!articleIds.has(articleId) && isThere(articleId))) continue;
    const key = `${articleId}/${read.comment.id}`;
    const stray = strayProblem(read.comment, taken.has(key), { file, articleId, articleIds });
    taken.add(key);
    if (stray !== null) problems.push(stray);
    else {
      const thread = comments.get(articleId) ?? [];
      thread.push(read.comment);
      comments.set(articleId, thread);
    }
  }
  return { comments, problems };
}

/** A comment with nowhere to stand: no such article, or its id is taken. */
function strayProblem(
  { id }: Comment,
  isTaken: boolean,
  { file, articleId, articleIds }: { file: string; articleId: string; articleIds: ReadonlySet<string> },
): Problem | null {
  if (isTaken) {
    const message = `expected an id of its own, received ${quote(id)}, which another comment on this article has.`;
    return { file, line: 0, field: "id", message, severity: "error" };
  }
  if (articleIds.has(articleId)) return null;
  const message = `expected the folder of an article or a page, received ${quote(articleId)}. The comment is not shown.`;
  return { file, line: 0, field: "comment", message, severity: "warning" };
}

/** One comment file, or its faults; a comment that is not approved is null without any. */
export function parseComment(
  text: string,
  file: string,
  articleId: string,
): { readonly comment: Comment | null; readonly problems: readonly Problem[] } {
  const fault = (line: number, field: string, message: string): Problem => ({
    file,
    line,
    field,
    message,
    severity: "error",
  });
  if (isPrivate(file)) {
    const message =
      "expected a file name without an e-mail or IP address. Rename it: file names are published too.";
    return { comment: null, problems: [fault(0, "file", message)] };
  }
  const json = parseJson(text);
  if ("fault" in json) {
    const message = `expected JSON, received a fault (${json.fault}).`;
    return { comment: null, problems: [fault(json.line, "comment", message)] };
  }
  const { value } = json;
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    const problems = faultsOf(parsed.error, value).map((one) => {
      const field = one.path.join(".") || "comment";
      return fault(lineOfField(text, field), field, wordFault(one));
    });
    return { comment: null, problems };
  }
  const { id, slug = articleId, parent, author, url, date, body, status } = parsed.data;
  if (slug !== articleId) {
    const message = `expected the article of its folder, ${quote(articleId)}, received ${quote(slug)}.`;
    return { comment: null, problems: [fault(lineOfField(text, "slug"), "slug", message)] };
  }
  const comment = status === "approved" ? { id, parent, author, url, date, body } : null;
  return { comment, problems: [] };
}

/** What is wrong, in words. Values that hold an address are not repeated. */
function wordFault({ expected, received, isUnknownKey }: Fault): string {
  if (isUnknownKey)
    return `expected one of ${Object.keys(schema.shape).join(", ")}. Addresses of readers are never kept here.`;
  if (expected === NO_ADDRESS.error) return `${expected}.`;
  return `${expected}, received ${received === undefined ? "nothing" : quote(received)}.`;
}

/** 1-based line of a field of a flat JSON object; 1, where it would stand, when it is missing. */
function lineOfField(text: string, field: string): number {
  const line = text
    .split("\n")
    .findIndex(
      (words) => words.includes(`${JSON.stringify(field)}:`) || words.includes(`${JSON.stringify(field)} :`),
    );
  return line < 0 ? 1 : line + 1;
}
