import source from "./vocabulary.json" with { type: "json" };
import { decodeVocabulary, type Term } from "./vocabulary-file.ts";

/*
 * The schema.org vocabulary, release 30.0 (2026-03-19), as scripts/vocabulary.ts makes it.
 * https://schema.org/version/30.0/schemaorg-all-https.jsonld, CC BY-SA 3.0.
 */
const { classes, properties, members } = decodeVocabulary(source);

/** What a property accepts, worked out once. */
export interface Range {
  /** As the vocabulary lists them. */
  readonly names: readonly string[];
  readonly text: boolean;
  readonly url: boolean;
  readonly date: boolean;
  readonly dateTime: boolean;
  readonly time: boolean;
  readonly number: boolean;
  readonly integer: boolean;
  readonly boolean: boolean;
  readonly duration: boolean;
  /** Mass, Distance, Energy: a number, or a number with its unit. */
  readonly quantity: boolean;
  /** Enumerations whose members are accepted. */
  readonly enumerations: readonly string[];
  /** Classes, enumerations included, whose instances are accepted. */
  readonly things: readonly string[];
}

export function isClass(name: string): boolean {
  return classes.has(name);
}

export function isProperty(name: string): boolean {
  return properties.has(name);
}

export function isMember(name: string): boolean {
  return members.has(name);
}

export function classNames(): Iterable<string> {
  return classes.keys();
}

export function propertyNames(): Iterable<string> {
  return properties.keys();
}

/** Names of the members of any of these enumerations. */
export function membersOf(enumerations: readonly string[]): readonly string[] {
  return [...members.keys()].filter((name) => isMemberOf(name, enumerations));
}

const ancestorsOf = new Map<string, ReadonlySet<string>>();

/** The class itself and every class above it; empty for an unknown name. */
export function ancestors(name: string): ReadonlySet<string> {
  const known = ancestorsOf.get(name);
  if (known !== undefined) return known;
  const found = new Set<string>();
  const open = [name];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const entry = classes.get(next);
    if (entry === undefined || found.has(next)) continue;
    found.add(next);
    open.push(...entry.parents);
  }
  ancestorsOf.set(name, found);
  return found;
}

/** True when `name` is `ancestor` or a class below it. */
export function isA(name: string, ancestor: string): boolean {
  return ancestors(name).has(ancestor);
}

/** True when one of the types is one of the classes or stands below it. */
export function isAny(types: readonly string[], accepted: readonly string[]): boolean {
  return types.some((type) => accepted.some((name) => isA(type, name)));
}

/** True when the enumeration member belongs to one of the enumerations or to one below them. */
export function isMemberOf(member: string, enumerations: readonly string[]): boolean {
  return isAny(members.get(member)?.parents ?? [], enumerations);
}

/** Enumerations a member belongs to. */
export function enumerationsOf(member: string): readonly string[] {
  return members.get(member)?.parents ?? [];
}

/** True when a node of these types may carry the property. */
export function hasDomain(property: string, types: readonly string[]): boolean {
  return isAny(types, properties.get(property)?.domains ?? []);
}

/** Classes that may carry the property. */
export function domains(property: string): readonly string[] {
  return properties.get(property)?.domains ?? [];
}

/** What stands under a name: a word for a class may be a member's too. */
function termsOf(name: string): readonly Omit<Term, "parents">[] {
  return [properties, classes, members].flatMap((terms) => terms.get(name) ?? []);
}

const NO_NAMES: readonly string[] = [];

/** Terms that replace a superseded class, property or member; empty when it is current. */
export function successors(name: string): readonly string[] {
  return termsOf(name).find((term) => term.successors.length > 0)?.successors ?? NO_NAMES;
}

/** True for a term that schema.org has withdrawn. */
export function isRetired(name: string): boolean {
  return termsOf(name).some((term) => term.isRetired);
}

const rangeOf = new Map<string, Range>();

/** What the property accepts; null for an unknown property. */
export function range(property: string): Range | null {
  const known = rangeOf.get(property);
  if (known !== undefined) return known;
  const names = properties.get(property)?.ranges;
  if (names === undefined) return null;
  const has = (name: string) => names.includes(name);
  const isLiteral = (name: string) => !isA(name, "Thing");
  const made: Range = {
    names,
    text: names.some((name) => name !== "URL" && isA(name, "Text")),
    url: has("URL"),
    date: has("Date"),
    dateTime: has("DateTime"),
    time: has("Time"),
    number: has("Number") || has("Float"),
    integer: has("Integer"),
    boolean: has("Boolean"),
    duration: has("Duration"),
    quantity: ["Mass", "Distance", "Energy", "Quantity", "QuantitativeValue"].some(has),
    enumerations: names.filter((name) => isA(name, "Enumeration")),
    things: names.filter((name) => !isLiteral(name)),
  };
  rangeOf.set(property, made);
  return made;
}
