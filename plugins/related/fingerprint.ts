import { checkText } from "./check.ts";
import type { LanguageGroup } from "./site.ts";
import type { RelatedDocument } from "./types.ts";
import type { Vectors } from "./vectors.ts";

/** Two 32-bit hashes per article, beside each other. */
export type Fingerprints = Int32Array;

/**
 * Of what is read of each article: its title and text, letter by letter.
 *
 * @param known the two hashes of an article that are known already; null: it is read
 */
export function textFingerprints(
  documents: readonly RelatedDocument[],
  known: (document: RelatedDocument, index: number) => ArrayLike<number> | null = () => null,
): Fingerprints {
  const prints = new Int32Array(2 * documents.length);
  for (let index = 0; index < documents.length; index++) {
    const document = documents[index]!;
    const { title } = document;
    const lane =
      known(document, index) ??
      hashInto(hashInto([0x811c9dc5 | 0, title.length], title), checkText(document));
    prints.set(lane, 2 * index);
  }
  return prints;
}

/**
 * Of how each article takes part in scoring: its weighted terms in any order,
 * its place in ties (its date), whether it is offered. Equal prints score equally.
 */
export function roleFingerprints(group: LanguageGroup, vectors: Vectors, names: Int32Array): Fingerprints {
  const prints = new Int32Array(2 * vectors.documentCount);
  for (let index = 0; index < vectors.documentCount; index++) {
    const lane: Lane = hashInto([group.isOffered[index]!, 1], group.documents[index]!.date ?? "");
    addBody(lane, vectors, names, index);
    addTitle(lane, vectors, names, index);
    prints.set(lane, 2 * index);
  }
  return prints;
}

type Lane = [a: number, b: number];

function addBody(
  lane: Lane,
  { start, term, weight, presence }: Vectors,
  names: Int32Array,
  index: number,
): void {
  for (let entry = start[index]!; entry < start[index + 1]!; entry++) {
    add(lane, names[term[entry]!]!, weight[entry]! * 0x10000 + presence[entry]!);
  }
}

function addTitle(
  lane: Lane,
  { titleStart, titleTerm, mention, title }: Vectors,
  names: Int32Array,
  index: number,
): void {
  for (let entry = titleStart[index]!; entry < titleStart[index + 1]!; entry++) {
    add(lane, ~names[titleTerm[entry]!]!, mention[entry]! * 0x10000 + title[entry]!);
  }
}

/** Adds a mixed value, so that order does not matter. */
function add(lane: Lane, name: number, value: number): void {
  let mixed = Math.imul(name ^ (value | 0), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35) ^ name;
  lane[0] = (lane[0] + mixed) | 0;
  lane[1] = (lane[1] + Math.imul(mixed ^ (mixed >>> 16), 0x27d4eb2f)) | 0;
}

function hashInto([first, second]: Lane, text: string): Lane {
  let a = first;
  let b = second;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 0x01000193);
    b = (Math.imul(b, 0x9e3779b1) + code) | 0;
  }
  return [a, b];
}
