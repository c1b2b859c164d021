import { quote } from "../problem.ts";
import type { RelatedDocument } from "./types.ts";

/** Fields of a document that hold lists of texts. */
const LISTS = [
  "headings",
  "tags",
  "benefits",
  "therapies",
  "conditions",
  "pin",
  "exclude",
  "offered",
] as const;
const FLAGS = ["none", "hide", "sameTherapy"] as const;
const TEXTS = ["date", "lang"] as const;

/**
 * Refuses documents that cannot be ranked. Texts are not read: on a large site
 * all at once are as large as the articles; {@link checkText} sees each when its turn comes.
 *
 * @throws {TypeError} naming the document and the field
 */
export function checkDocuments(documents: readonly RelatedDocument[]): void {
  require("documents", Array.isArray(documents), "a list", documents);
  for (const [at, document] of documents.entries()) {
    require(`documents[${at}]`, typeof document === "object" && document !== null, "an object", document);
    require(`documents[${at}].id`, typeof document.id === "string", "a text", document.id);
    checkDocument(document);
  }
}

function checkDocument(document: RelatedDocument): void {
  const field = (name: string): string => `${document.id}: ${name}`;
  require(field("title"), typeof document.title === "string", "a text", document.title);
  for (const name of LISTS) {
    const list = document[name];
    if (list === undefined || list === null) continue;
    require(field(name), Array.isArray(list), `a list such as [${quote(list)}]`, list);
    for (const entry of list) require(field(name), typeof entry === "string", "texts", entry);
  }
  for (const name of FLAGS) {
    require(field(name), ["undefined", "boolean"].includes(typeof document[name]), "true or false", document[
      name
    ]);
  }
  for (const name of TEXTS) {
    const text = document[name] ?? "";
    require(field(name), typeof text === "string", "a text or null", text);
  }
  const count = document.count ?? 0;
  require(field("count"), Number.isInteger(count) && count >= 0, "a whole number, 0 or more", count);
}

/**
 * The document's text.
 *
 * @throws {TypeError} where there is none
 */
export function checkText({ id, text }: RelatedDocument): string {
  require(`${id}: text`, typeof text === "string", "a text", text);
  return text;
}

function require(name: string, isGood: boolean, expected: string, received: unknown): void {
  if (isGood) return;
  const value = received === undefined ? "nothing" : quote(received);
  throw new TypeError(`related: ${name}: expected ${expected}, received ${value}.`);
}
