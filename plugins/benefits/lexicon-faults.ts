import { lineOf } from "../article/yaml.ts";
import { didYouMean } from "../closest.ts";
import { type Problem, quote } from "../problem.ts";
import { DIRECTIONS } from "./canonical.ts";
import { tokenize } from "./english/tokens.ts";
import type { LexiconData, TargetEntry } from "./lexicon.ts";

/** What an entry of one file may hold. */
interface EntryFields {
  readonly texts: readonly string[];
  readonly optional: readonly string[];
  readonly lists: readonly string[];
  /** Read elsewhere, of other kinds. */
  readonly others: readonly string[];
}

/** Files whose entries have ids, and their fields. */
export const ENTRY_FIELDS = {
  "targets.yaml": {
    texts: ["label"],
    optional: ["definition"],
    lists: ["aliases", "loose", "troubles", "near", "formerly"],
    others: ["usual", "nature", "more", "says"],
  },
  "therapies.yaml": {
    texts: ["label"],
    optional: [],
    lists: ["aliases", "not"],
    others: ["codes", "everyday"],
  },
  "conditions.yaml": { texts: ["label"], optional: [], lists: ["aliases", "not"], others: ["codes"] },
  "grave.yaml": { texts: ["label", "why"], optional: [], lists: ["targets", "words"], others: [] },
} as const satisfies Readonly<Record<string, EntryFields>>;
export type EntryFile = keyof typeof ENTRY_FIELDS;

/** A fault in one field of an entry; "" for the entry itself. */
export interface EntryFault {
  readonly field: string;
  readonly message: string;
  /** An entry with an error is left out; one with a warning is read. */
  readonly severity: "error" | "warning";
}

/** Ids stand in addresses: "sleep-quality". */
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Everything wrong with one entry of a file. */
export function faultsOfEntry(file: EntryFile, id: string, entry: unknown): readonly EntryFault[] {
  const error = (field: string, message: string): EntryFault => ({ field, message, severity: "error" });
  if (typeof entry !== "object" || entry === null)
    return [error("", `expected fields, received ${quote(entry)}.`)];
  const known: EntryFields = ENTRY_FIELDS[file];
  const fields = entry as Readonly<Record<string, unknown>>;
  return [
    ...(ID.test(id) ? [] : [error("", idFault(id))]),
    ...known.texts
      .filter((name) => typeof fields[name] !== "string" || fields[name] === "")
      .map((name) => error(name, `${name}: expected text, received ${quote(fields[name])}.`)),
    ...known.optional
      .filter((name) => fields[name] !== undefined && typeof fields[name] !== "string")
      .map((name) => error(name, `${name}: expected text, received ${quote(fields[name])}.`)),
    ...known.lists
      .filter((name) => !isWords(fields[name] ?? []))
      .map((name) => error(name, `${name}: expected a list of words, received ${quote(fields[name])}.`)),
    ...(file === "targets.yaml"
      ? targetFaults(fields).map(({ field, message }) => error(field, message))
      : []),
    ...(file === "therapies.yaml" && !["boolean", "undefined"].includes(typeof fields.everyday)
      ? [error("everyday", `everyday: expected true or false, received ${quote(fields.everyday)}.`)]
      : []),
    ...unknownFields(known, fields),
  ];
}

function idFault(id: string): string {
  const better = id
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  const hint = ID.test(better) ? ` Write ${quote(better)}.` : "";
  return `expected an id of small letters, digits and hyphens, received ${quote(id)}.${hint}`;
}

function isWords(value: unknown): boolean {
  return Array.isArray(value) && value.every((word) => typeof word === "string");
}

function targetFaults(fields: Readonly<Record<string, unknown>>): { field: string; message: string }[] {
  const { usual, nature, more, says } = fields;
  const found: { field: string; message: string }[] = [];
  const oneOf = (field: string, value: unknown, allowed: readonly string[]): void => {
    if (!allowed.some((one) => one === value))
      found.push({ field, message: `${field}: expected ${allowed.join(", ")}, received ${quote(value)}.` });
  };
  oneOf("usual", usual, DIRECTIONS);
  if (nature !== undefined) oneOf("nature", nature, ["good", "burden", "level"]);
  if (more !== undefined) oneOf("more", more, ["harm"]);
  const isMap = typeof says === "object" && says !== null && !Array.isArray(says);
  if (says !== undefined && !isMap)
    found.push({
      field: "says",
      message: `says: expected a direction such as reduce with a list of words, received ${quote(says)}.`,
    });
  for (const [direction, words] of Object.entries(isMap ? says : {})) {
    oneOf("says", direction, DIRECTIONS);
    if (!isWords(words))
      found.push({
        field: "says",
        message: `says.${direction}: expected a list of words, received ${quote(words)}.`,
      });
  }
  return found;
}

function unknownFields(known: EntryFields, fields: Readonly<Record<string, unknown>>): EntryFault[] {
  const names = [...known.texts, ...known.optional, ...known.lists, ...known.others];
  return Object.keys(fields)
    .filter((name) => !names.includes(name))
    .map((name) => {
      const hint = didYouMean(name, names, 2) || ` Known: ${names.join(", ")}.`;
      return {
        field: name,
        message: `expected a known field, received ${quote(name)}.${hint}`,
        severity: "warning",
      };
    });
}

/** A word under which a target is known, and the target. */
interface Named {
  readonly id: string;
  readonly word: string;
}

/**
 * Words that name two targets, as warnings: of one file (the first target has
 * the word), and of a site's file and the package's (the site's has it).
 *
 * @param own the targets that a file adds
 * @param base the targets it adds them to; those of the same id are replaced
 * @param source the file's path and text, to point at the line
 */
export function sharedWords(
  own: LexiconData["targets"],
  base: LexiconData["targets"],
  { file, text }: { readonly file: string; readonly text: string },
): readonly Problem[] {
  const owners = new Map<string, Named>();
  const problems: Problem[] = [];
  const warn = ({ id, word }: Named, rest: string): void => {
    const line = lineOf(text, [id]);
    problems.push({
      file,
      line,
      field: id,
      message: `expected words of one target, received ${quote(word)} ${rest}`,
      severity: "warning",
    });
  };
  for (const named of namesOf(own)) {
    const first = owners.get(keyOf(named.word));
    if (first === undefined) owners.set(keyOf(named.word), named);
    else if (first.id !== named.id)
      warn(named, `of ${quote(first.id)} too. It means ${quote(first.id)}; remove it from one.`);
  }
  for (const { id, word } of namesOf(base)) {
    const mine = owners.get(keyOf(word));
    if (mine === undefined || mine.id === id || id in own) continue;
    warn(mine, `of the package's ${quote(id)} too. Here it means ${quote(mine.id)}.`);
  }
  return problems;
}

/** Every word of every target, one that is read alike once. */
function namesOf(targets: LexiconData["targets"]): readonly Named[] {
  return Object.entries(targets).flatMap(([id, entry]) => [
    ...new Map(wordsOf(id, entry).map((word) => [keyOf(word), { id, word }])).values(),
  ]);
}

function wordsOf(
  id: string,
  { label, aliases = [], troubles = [], loose = [], says = {} }: TargetEntry,
): string[] {
  return [label, id.replaceAll("-", " "), ...aliases, ...troubles, ...loose, ...Object.values(says).flat()];
}

/** Words that are read alike: case, plural and hyphens aside. */
function keyOf(word: string): string {
  return tokenize(word)
    .filter(({ isWord }) => isWord)
    .map(({ norm }) => norm)
    .join(" ");
}
