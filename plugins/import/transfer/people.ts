import { toSlug } from "../../article/anchors.ts";
import { withoutMail } from "../addresses.ts";
import type { Part, SourceAuthor } from "../model.ts";
import { plainWords } from "../plain-words.ts";

/** Ids of authors in `_data/people`, and the people that are new there. */
export interface People {
  /** Id by key of the author, or by a name that is in no list. */
  readonly idOf: (key: string) => string;
  /** New entries by id, in the order they were first needed; grows as ids are asked for. */
  readonly added: ReadonlyMap<string, { readonly name: string }>;
}

/**
 * Gives each author who wrote something an id made of the name that readers
 * saw, never of a login, which is half of a password.
 *
 * @param existing names in the project's people file by id
 */
export function peopleOf(authors: readonly SourceAuthor[], existing: ReadonlyMap<string, string>): People {
  const names = new Map(authors.map(({ key, name }) => [key, name]));
  const ids = new Map<string, string>();
  const added = new Map<string, { readonly name: string }>();
  const idOf = (key: string): string => {
    const known = ids.get(key);
    if (known !== undefined) return known;
    const name = publicName(names.get(key) ?? key);
    const id = freeId(name, existing, added);
    if (existing.get(id) !== name) added.set(id, { name });
    ids.set(key, id);
    return id;
  };
  return { idOf, added };
}

/** The name without an address in it. */
function publicName(name: string): string {
  const words = plainWords(withoutMail(name).text.replace("(address removed)", "")).trim();
  return words === "" ? "Author" : words;
}

function freeId(
  name: string,
  existing: ReadonlyMap<string, string>,
  added: ReadonlyMap<string, { readonly name: string }>,
): string {
  const slug = /[a-z]/i.test(name.normalize("NFD")) ? toSlug(name) : "author";
  for (let count = 1; ; count++) {
    const id = count === 1 ? slug : `${slug}-${count}`;
    const taken = existing.get(id) ?? added.get(id)?.name;
    if (taken === undefined || taken === name) return id;
  }
}

/** What became of each author of the source. */
export function authorParts(authors: readonly SourceAuthor[], written: ReadonlySet<string>): readonly Part[] {
  return authors.map(({ key, name }) =>
    written.has(key)
      ? { kind: "author", what: publicName(name), outcome: "kept", to: "_data/people" }
      : { kind: "author", what: publicName(name), outcome: "left-out", why: "wrote nothing that came over" },
  );
}
