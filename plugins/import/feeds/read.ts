import { decodeHTML } from "entities";
import { noteAddress, withoutMail } from "../addresses.ts";
import { folded } from "../escape.ts";
import { blogDate } from "../folders/dates.ts";
import { escaped } from "../frames.ts";
import type { Part, Source, SourceDocument } from "../model.ts";
import { plainWords } from "../plain-words.ts";
import { documentWith, tagParts, wholeSource } from "../whole.ts";
import { childText, type XmlNode, xmlRecords } from "../wordpress/xml.ts";

/** A feed of a blog: RSS 2.0, RSS 1.0 or Atom. Texts that it holds only the beginning of become drafts. @throws {XmlRefusal} */
export async function openFeed(chunks: AsyncIterable<string>, file: string): Promise<Source> {
  const addresses = new Set<string>();
  const documents: SourceDocument[] = [];
  const head = new Map<string, string>();
  const keys = new Set<string>();
  const faults = new Map<string, number>();
  const sums = { item: 0, author: 0, comment: 0, field: 0, term: 0 };
  for await (const node of xmlRecords(chunks, { messages: faults })) {
    if (node.name !== "item" && node.name !== "entry") {
      noteHead(node, head, addresses);
      continue;
    }
    sums.item++;
    sums.term += node.children.filter(({ name }) => name === "category" || name === "dc:subject").length;
    documents.push(documentOf(node, file, keys, addresses));
  }
  const authors = [...new Set(documents.flatMap((document) => document.authors))];
  const link = head.get("link") ?? "";
  return wholeSource({
    source: `a feed (${file})`,
    url:
      /^https?:\/\//i.test(link) && URL.canParse(link)
        ? link.replace(/[?#].*$/, "").replace(/\/+$/, "")
        : null,
    title: folded(head.get("title") ?? "") || null,
    lang: head.get("language") ?? null,
    authors: authors.map((name) => ({ key: name, name, description: null })),
    documents,
    left: [],
    parts: [...faults].map(
      ([message, line]): Part => ({
        kind: "text",
        what: `${file}:${line}`,
        outcome: "changed",
        why: `not well-formed (${message}); read as far as it goes`,
      }),
    ),
    sums: { ...sums, author: authors.length },
    addresses,
  });
}

function noteHead(node: XmlNode, head: Map<string, string>, addresses: Set<string>): void {
  const { name, attributes, text } = node;
  if (/^(?:managingEditor|webMaster|author)$/.test(name)) nameOf(node, addresses);
  const isOther = name === "link" && attributes.rel !== undefined && attributes.rel !== "alternate";
  const value = text.trim() || (attributes.href ?? "");
  if (!isOther && value !== "" && !head.has(name)) head.set(name, value);
}

function documentOf(node: XmlNode, file: string, keys: Set<string>, addresses: Set<string>): SourceDocument {
  const text = (name: string): string => childText(node, name).trim();
  const url = linkOf(node);
  const guid = text("guid") || text("id");
  const key = uniqueKey(guid || url || text("title") || `item at line ${node.line}`, keys);
  const { body, isWhole } = bodyOf(node);
  const tags = termsOf(node);
  const unique = tags.filter(
    (tag, index) => tags.findIndex((other) => other.toLowerCase() === tag.toLowerCase()) === index,
  );
  const author = node.children
    .filter(({ name }) => name === "author" || name === "dc:creator")
    .map((one) => nameOf(one, addresses))
    .filter((name) => name !== "");
  const date = dateOf(
    text("pubDate") || text("published") || text("dc:date") || text("issued") || text("updated"),
  );
  const updated = dateOf(text("updated") || text("atom:updated"));
  const path = url === null ? "" : (new URL(url).pathname.split("/").filter(Boolean).at(-1) ?? "");
  return documentWith({
    key,
    file,
    line: node.line,
    title: plainWords(decodeHTML(text("title"))),
    slug: decoded(path).replace(/\.(?:html?|php|aspx?)$/i, ""),
    url,
    state: isWhole ? "published" : "draft",
    ...(isWhole ? {} : { hiddenWhy: "the feed holds only the beginning of the text" }),
    date,
    updated: updated !== null && date !== null && updated.slice(0, 10) > date.slice(0, 10) ? updated : null,
    authors: [...new Set(author)],
    body,
    tags: unique,
    image: pictureOf(node),
    feedId: guid === "" ? null : guid,
    parts: [
      ...tagParts(unique),
      ...Array.from(
        { length: tags.length - unique.length },
        (): Part => ({ kind: "term", what: "a tag", outcome: "left-out", why: "stands twice" }),
      ),
      ...enclosures(node),
    ],
  });
}

function uniqueKey(wanted: string, keys: Set<string>): string {
  let key = wanted;
  for (let count = 2; keys.has(key); count++) key = `${wanted} (${count})`;
  keys.add(key);
  return key;
}

/** The page that an entry stands for. */
function linkOf(node: XmlNode): string | null {
  const links = node.children.filter(({ name }) => name === "link");
  const link = links.find(({ attributes }) => (attributes.rel ?? "alternate") === "alternate") ?? null;
  const guid = node.children.find(
    ({ name, attributes }) => name === "guid" && attributes.isPermaLink !== "false",
  );
  const found = [link?.text.trim(), link?.attributes.href, guid?.text.trim()].find(
    (one) => one !== undefined && /^https?:\/\//i.test(one) && URL.canParse(one),
  );
  return found ?? null;
}

/** Text of an entry, and whether the feed has all of it. */
function bodyOf(node: XmlNode): { readonly body: string; readonly isWhole: boolean } {
  const whole = node.children.find(
    ({ name, text }) => (name === "content:encoded" || name === "content") && text.trim() !== "",
  );
  if (whole) return { body: htmlOf(whole), isWhole: true };
  const short = node.children.find(
    ({ name, text }) => /^(?:description|summary)$/.test(name) && text.trim() !== "",
  );
  if (!short) return { body: "", isWhole: false };
  const body = htmlOf(short);
  const words = plainWords(body);
  // A text in several paragraphs that does not break off is one; a single one is what feeds call a summary.
  const breaksOff = /(?:…|\.\.\.|\[&hellip;\]|\[…\]|read more|continue reading)\s*\W*$/i.test(words);
  const isWhole = !breaksOff && (body.match(/<(?:p|br|li|h[1-6])\b/gi) ?? []).length > 2;
  return { body, isWhole };
}

function htmlOf({ text, attributes }: XmlNode): string {
  return attributes.type === "text" ? `<p>${escaped(text)}</p>` : text;
}

function termsOf(node: XmlNode): readonly string[] {
  return node.children
    .filter(({ name }) => name === "category" || name === "dc:subject")
    .map(
      ({ text, attributes }) =>
        plainWords(decodeHTML(text.trim() || (attributes.label ?? attributes.term ?? ""))) || "(no name)",
    );
}

/** A person's name: "ann@x.example (Ann Maker)" in RSS, an element of its own in Atom. Addresses are noted, never kept. */
function nameOf(node: XmlNode, addresses: Set<string>): string {
  noteAddress(childText(node, "email"), addresses);
  const text = childText(node, "name").trim() || node.text.trim();
  for (const word of text.split(/[\s()<>]+/)) if (word.includes("@")) noteAddress(word, addresses);
  const inBrackets = /\(([^()]+)\)/.exec(text)?.[1];
  return folded(inBrackets ?? withoutMail(text).text.replace(/\(address removed\)/g, ""));
}

function dateOf(text: string): string | null {
  if (text === "") return null;
  const found = blogDate(text);
  if (found !== null) return found;
  const time = Date.parse(text);
  return Number.isFinite(time) ? `${new Date(time).toISOString().slice(0, 19)}Z` : null;
}

function pictureOf(node: XmlNode) {
  const found = node.children.find(
    ({ name, attributes }) =>
      (name === "media:content" && /^image/.test(attributes.medium ?? attributes.type ?? "")) ||
      name === "media:thumbnail" ||
      (name === "enclosure" && /^image\//.test(attributes.type ?? "")),
  );
  const src = found?.attributes.url ?? "";
  return /^https?:\/\//i.test(src) && URL.canParse(src) ? { src, alt: "", caption: null } : null;
}

/** Files that an entry brings along and that no text here can hold. */
function enclosures(node: XmlNode): readonly Part[] {
  return node.children
    .filter(({ name, attributes }) => name === "enclosure" && !/^image\//.test(attributes.type ?? ""))
    .map(({ attributes }) => ({
      kind: "file",
      what: attributes.url ?? "an enclosure",
      outcome: "left-out",
      why: "a file beside the text; it stays on the old host",
    }));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
