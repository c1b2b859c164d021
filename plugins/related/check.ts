import { quote } from "../problem.ts";
import type { RelatedDocument } from "./types.ts";

/** Fields of a document that hold lists of texts. */
const LISTS = [
  "headings",
  "tags",
  "benefits",
  "therapies",
  "conditions",
  "titled",
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
    const isObject = typeof document === "object" && document !== null;
    if (!isObject) require(`documents[${at}]`, false, "an object", document);
    if (typeof document.id !== "string") require(`documents[${at}].id`, false, "a text", document.id);
    checkDocument(document);
  }
}

// Names of fields are put together only for a fault: for 10,000 documents that took longest here.
function checkDocument(document: RelatedDocument): void {
  const fail = (name: string, expected: string, received: unknown): void =>
    require(`${document.id}: ${name}`, false, expected, received);
  if (typeof document.title !== "string") fail("title", "a text", document.title);
  for (const name of LISTS) {
    const list = document[name];
    if (list === undefined || list === null) continue;
    if (!Array.isArray(list)) fail(name, `a list such as [${quote(list)}]`, list);
    for (const entry of list) if (typeof entry !== "string") fail(name, "texts", entry);
  }
  const levels: unknown = document.levels ?? [];
  const isLevelled = Array.isArray(levels) && levels.every(Number.isFinite);
  if (!isLevelled || ![0, document.headings?.length].includes(levels.length))
    fail("levels", "a number for each heading", levels);
  for (const name of FLAGS) {
    if (document[name] !== undefined && typeof document[name] !== "boolean")
      fail(name, "true or false", document[name]);
  }
  for (const name of TEXTS) {
    const text = document[name] ?? "";
    if (typeof text !== "string") fail(name, "a text or null", text);
  }
  const count = document.count ?? 0;
  if (!Number.isInteger(count) || count < 0) fail("count", "a whole number, 0 or more", count);
}

/**
 * The document's text.
 *
 * @throws {TypeError} where there is none
 */
export function checkText({ id, text }: RelatedDocument): string {
  if (typeof text !== "string") require(`${id}: text`, false, "a text", text);
  return text;
}

function require(name: string, isGood: boolean, expected: string, received: unknown): void {
  if (isGood) return;
  const value = received === undefined ? "nothing" : quote(received);
  throw new TypeError(`related: ${name}: expected ${expected}, received ${value}.`);
}
