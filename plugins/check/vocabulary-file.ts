/** A class, or a member of enumerations. */
export interface Term {
  /** Classes directly above it; of a member, its enumerations. */
  readonly parents: readonly string[];
  /** Withdrawn without a successor. */
  readonly isRetired: boolean;
  readonly successors: readonly string[];
}

export interface Property extends Omit<Term, "parents"> {
  /** Classes that may carry it. */
  readonly domains: readonly string[];
  /** What its values are. */
  readonly ranges: readonly string[];
}

export interface Vocabulary {
  readonly classes: ReadonlyMap<string, Term>;
  readonly properties: ReadonlyMap<string, Property>;
  readonly members: ReadonlyMap<string, Term>;
}

/**
 * The vocabulary as `vocabulary.json` holds it, in a quarter less bytes of the
 * package than by its names: a class is called by its place among the classes,
 * in base 36, and what has the same of something stands together. A term reads
 * "-name>successor,successor": "-" says that it is retired.
 */
export interface VocabularyFile {
  /** "term parent parent" */
  readonly classes: readonly string[];
  /** By ranges: "range range", then for all with the same domains "domain domain: term term". */
  readonly properties: readonly (readonly string[])[];
  /** "enumeration enumeration: term term" */
  readonly members: readonly string[];
}

/** In which places are written. */
export const BASE = 36;

export function decodeVocabulary({ classes, properties, members }: VocabularyFile): Vocabulary {
  const names = classes.map((line) => termOf(line.split(" ", 1)[0] as string).name);
  const named = (places: string): readonly string[] =>
    words(places).map((place) => names[Number.parseInt(place, BASE)] as string);
  const grouped = (line: string): { readonly of: readonly string[]; readonly terms: readonly string[] } => {
    const [places = "", terms = ""] = line.split(": ");
    return { of: named(places), terms: words(terms) };
  };
  return {
    classes: new Map(
      classes.map((line) => {
        const [term = "", ...places] = line.split(" ");
        const { name, ...rest } = termOf(term);
        return [name, { parents: named(places.join(" ")), ...rest }];
      }),
    ),
    properties: new Map(
      properties.flatMap(([places = "", ...lines]) => {
        const ranges = named(places);
        return lines.map(grouped).flatMap(({ of: domains, terms }) =>
          terms.map((term) => {
            const { name, ...rest } = termOf(term);
            return [name, { domains, ranges, ...rest }] as const;
          }),
        );
      }),
    ),
    members: new Map(
      members.map(grouped).flatMap(({ of: parents, terms }) =>
        terms.map((term) => {
          const { name, ...rest } = termOf(term);
          return [name, { parents, ...rest }] as const;
        }),
      ),
    ),
  };
}

function termOf(word: string): { name: string; isRetired: boolean; successors: readonly string[] } {
  const [name = "", successors = ""] = word.replace(/^-/, "").split(">");
  return {
    name,
    isRetired: word.startsWith("-"),
    successors: successors === "" ? [] : successors.split(","),
  };
}

function words(text: string): readonly string[] {
  return text === "" ? [] : text.split(" ");
}
