import { decodeHTML } from "entities";
import { noteAddress, withoutMail } from "../addresses.ts";
import { folded } from "../escape.ts";
import { blogDate } from "../folders/dates.ts";
import {
  type LeftItem,
  type Part,
  type Source,
  type SourceComment,
  type SourceDocument,
  UNKNOWN_SITE,
} from "../model.ts";
import { plainWords } from "../plain-words.ts";
import { documentWith, tagParts, wholeSource } from "../whole.ts";
import { childText, type XmlNode, xmlRecords } from "../wordpress/xml.ts";

/** What an entry of a Blogger export is, in both of its forms (of 2010, and Takeout's of 2018). */
type EntryKind = "post" | "page" | "comment" | "other";

const LABELS = "http://www.blogger.com/atom/ns#";
const KIND = /#(post|page|comment|settings|template)$/;

interface Gathered {
  readonly texts: XmlNode[];
  readonly comments: XmlNode[];
  readonly left: LeftItem[];
}

/** The export of a Blogger blog. @throws {XmlRefusal} */
export async function openBlogger(
  chunks: AsyncIterable<string>,
  file: string,
  siteUrl: string | null,
): Promise<Source> {
  const addresses = new Set<string>();
  const gathered: Gathered = { texts: [], comments: [], left: [] };
  const sums = { item: 0, author: 0, comment: 0, field: 0, term: 0 };
  let url = siteUrl;
  let title: string | null = null;
  for await (const node of xmlRecords(chunks, { messages: new Map() })) {
    if (node.name === "title") title ??= folded(node.text) || null;
    if (node.name === "link" && node.attributes.rel === "alternate") url ??= frontPage(node.attributes.href);
    if (node.name !== "entry") continue;
    noteAuthor(node, addresses);
    const kind = kindOf(node);
    if (kind === "comment") sums.comment++;
    else sums.item++;
    if (kind === "post" || kind === "page") {
      sums.term += labelsOf(node).length;
      gathered.texts.push(node);
    } else if (kind === "comment") gathered.comments.push(node);
    else gathered.left.push(leftOf(node, file));
  }
  url ??= gathered.texts.map((node) => frontPage(alternate(node))).find((one) => one !== null) ?? null;
  const comments = commentsByText(gathered);
  const documents = gathered.texts.map((node) =>
    documentOf(node, file, url ?? UNKNOWN_SITE, comments.get(idOf(node)) ?? []),
  );
  const names = [...new Set(documents.flatMap((document) => document.authors))];
  return wholeSource({
    source: "a Blogger export",
    url,
    title,
    lang: null,
    authors: names.map((name) => ({ key: name, name, description: null })),
    documents,
    left: gathered.left,
    parts: [...strays(gathered, comments)],
    archives:
      url === null
        ? []
        : [...new Set(documents.flatMap(({ tags }) => tags))].map((name) => ({
            url: `${url}/search/label/${encodeURIComponent(name)}`,
            of: { kind: "tag", name },
          })),
    sums: { ...sums, author: names.length },
    addresses,
  });
}

function frontPage(address: string | undefined | null): string | null {
  return address && /^https?:\/\//i.test(address) && URL.canParse(address) ? new URL(address).origin : null;
}

function kindOf(node: XmlNode): EntryKind {
  const type = childText(node, "blogger:type").trim().toLowerCase();
  const term = node.children
    .map(({ attributes }) => KIND.exec(attributes.term ?? "")?.[1])
    .find((one) => one !== undefined);
  const kind = type || (term ?? "");
  return kind === "post" || kind === "page" || kind === "comment" ? kind : "other";
}

function idOf(node: XmlNode): string {
  return childText(node, "id").trim();
}

function alternate(node: XmlNode): string | null {
  return (
    node.children.find(({ name, attributes }) => name === "link" && attributes.rel === "alternate")
      ?.attributes.href ?? null
  );
}

function labelsOf(node: XmlNode): readonly string[] {
  return node.children
    .filter(({ name, attributes }) => name === "category" && attributes.scheme === LABELS)
    .map(({ attributes }) => folded(attributes.term ?? "") || "(no name)");
}

function noteAuthor(node: XmlNode, addresses: Set<string>): void {
  for (const author of node.children.filter(({ name }) => name === "author")) {
    const mail = childText(author, "email").trim();
    // Blogger's own stand-in is nobody's address.
    if (!mail.startsWith("noreply@")) noteAddress(mail, addresses);
  }
}

function authorOf(node: XmlNode): string {
  const author = node.children.find(({ name }) => name === "author");
  return author === undefined
    ? ""
    : folded(withoutMail(childText(author, "name")).text.replace("(address removed)", ""));
}

function statusOf(node: XmlNode): string {
  const control = node.children.find(({ name }) => name === "app:control");
  if (control !== undefined && childText(control, "app:draft").trim() === "yes") return "DRAFT";
  return childText(node, "blogger:status").trim().toUpperCase() || "LIVE";
}

function documentOf(
  node: XmlNode,
  file: string,
  front: string,
  comments: readonly XmlNode[],
): SourceDocument {
  const status = statusOf(node);
  const path = childText(node, "blogger:filename").trim();
  const link = alternate(node);
  const url = link ?? (path.startsWith("/") ? `${front}${path}` : null);
  const published = blogDate(childText(node, "published").trim());
  const updated = blogDate(childText(node, "updated").trim());
  const isDraft = status !== "LIVE" && status !== "SCHEDULED";
  const labels = labelsOf(node);
  const tags = labels.filter(
    (tag, index) => labels.findIndex((other) => other.toLowerCase() === tag.toLowerCase()) === index,
  );
  const author = authorOf(node);
  const mapped = comments.map((comment) => commentOf(comment, comments));
  return documentWith({
    key: idOf(node) || `entry at line ${node.line}`,
    kind: kindOf(node) === "page" ? "page" : "article",
    file,
    line: node.line,
    title: plainWords(decodeHTML(childText(node, "title"))),
    slug: (url === null ? "" : (new URL(url).pathname.split("/").at(-1) ?? "")).replace(/\.html?$/, ""),
    url: isDraft ? null : url,
    state: isDraft ? "draft" : status === "SCHEDULED" ? "scheduled" : "published",
    ...(isDraft && status !== "DRAFT"
      ? { hiddenWhy: `${status.toLowerCase().replaceAll("_", " ")} at the source` }
      : {}),
    date: published,
    updated:
      updated !== null && published !== null && updated.slice(0, 10) > published.slice(0, 10)
        ? updated
        : null,
    authors: author === "" ? [] : [author],
    body: childText(node, "content"),
    tags,
    feedId: isDraft ? null : idOf(node) || null,
    comments: mapped.flatMap((one) => ("comment" in one ? [one.comment] : [])),
    parts: [
      ...tagParts(tags),
      ...Array.from(
        { length: labels.length - tags.length },
        (): Part => ({ kind: "term", what: "a label", outcome: "left-out", why: "stands twice" }),
      ),
      ...mapped.flatMap((one) => ("part" in one ? [one.part] : [])),
    ],
  });
}

/** A comment, or why it is left out. */
function commentOf(
  node: XmlNode,
  all: readonly XmlNode[],
): { readonly comment: SourceComment } | { readonly part: Part } {
  const status = statusOf(node);
  const id = commentId(node);
  if (status !== "LIVE" && status !== "PENDING")
    return {
      part: {
        kind: "comment",
        what: `comment ${id}`,
        outcome: "left-out",
        why: `${status.toLowerCase().replaceAll("_", " ")} at the source`,
      },
    };
  const related =
    node.children.find(({ name, attributes }) => name === "link" && attributes.rel === "related")?.attributes
      .href ?? "";
  const parent = all.find(
    (other) => other !== node && related !== "" && related.endsWith(commentNumber(other)),
  );
  const author = node.children.find(({ name }) => name === "author");
  const uri = author === undefined ? "" : childText(author, "uri").trim();
  return {
    comment: {
      id,
      parent: parent === undefined ? null : commentId(parent),
      author: authorOf(node),
      url: uri === "" || /blogger\.com\/profile/.test(uri) ? null : uri,
      date: blogDate(childText(node, "published").trim()),
      state: status === "PENDING" ? "pending" : "approved",
      body: childText(node, "content"),
      line: node.line,
    },
  };
}

function commentNumber(node: XmlNode): string {
  return /(\d+)$/.exec(idOf(node))?.[1] ?? String(node.line);
}

function commentId(node: XmlNode): string {
  return `blogger-${commentNumber(node)}`;
}

/** Comments by the id of the text that they belong to, in the order of their dates. */
function commentsByText({ comments, texts }: Gathered): ReadonlyMap<string, readonly XmlNode[]> {
  const ids = new Set(texts.map(idOf));
  const byText = new Map<string, XmlNode[]>();
  for (const comment of comments) {
    const ref =
      comment.children.find(({ name }) => name === "thr:in-reply-to")?.attributes.ref ??
      childText(comment, "blogger:parent").trim();
    const owner = ids.has(ref) ? ref : "";
    byText.set(owner, [...(byText.get(owner) ?? []), comment]);
  }
  return byText;
}

/** Comments on texts that the export does not hold. */
function strays({ comments }: Gathered, byText: ReadonlyMap<string, readonly XmlNode[]>): readonly Part[] {
  const count = comments.length === 0 ? 0 : (byText.get("")?.length ?? 0);
  return count === 0
    ? []
    : [
        {
          kind: "comment",
          what: "comments",
          outcome: "left-out",
          why: "on a text that the export does not hold",
          count,
        },
      ];
}

function leftOf(node: XmlNode, file: string): LeftItem {
  const title = folded(plainWords(childText(node, "title")));
  return {
    key: idOf(node) || `entry at line ${node.line}`,
    title,
    file,
    line: node.line,
    why: "a setting or the template of the old blog",
    parts: [],
  };
}
