import source from "./vocabulary.json" with { type: "json" };

type ClassEntry = readonly [parents: readonly string[], layer: string, supersededBy?: readonly string[]];
type PropertyEntry = readonly [
  domains: readonly string[],
  ranges: readonly string[],
  layer: string,
  supersededBy?: readonly string[],
];
interface VocabularyFile {
  readonly c: Readonly<Record<string, ClassEntry>>;
  readonly p: Readonly<Record<string, PropertyEntry>>;
  readonly e: Readonly<Record<string, ClassEntry>>;
}

/*
 * The schema.org vocabulary, release 30.0 (2026-03-19), as a compact index.
 * https://schema.org/version/30.0/schemaorg-all-https.jsonld, CC BY-SA 3.0.
 * Entries with the same parents stand together: the package is 3 kB smaller for it.
 */
const { c, p, e } = source as unknown as VocabularyFile;
const classes = new Map(Object.entries(c));
const properties = new Map(Object.entries(p));
const members = new Map(Object.entries(e));

/** Terms that schema.org has withdrawn without a successor carry this layer. */
const RETIRED_LAYER = "attic";

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
    open.push(...entry[0]);
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
  return isAny(members.get(member)?.[0] ?? [], enumerations);
}

/** Enumerations a member belongs to. */
export function enumerationsOf(member: string): readonly string[] {
  return members.get(member)?.[0] ?? [];
}

/** True when a node of these types may carry the property. */
export function hasDomain(property: string, types: readonly string[]): boolean {
  return isAny(types, properties.get(property)?.[0] ?? []);
}

/** Classes that may carry the property. */
export function domains(property: string): readonly string[] {
  return properties.get(property)?.[0] ?? [];
}

const successorsOf = new Map<string, readonly string[]>([
  ...[...members, ...classes].flatMap(([name, entry]) =>
    entry[2] === undefined ? [] : [[name, entry[2]] as const],
  ),
  ...[...properties].flatMap(([name, entry]) => (entry[3] === undefined ? [] : [[name, entry[3]] as const])),
]);
const retired = new Set([
  ...[...members, ...classes].flatMap(([name, entry]) => (entry[1] === RETIRED_LAYER ? [name] : [])),
  ...[...properties].flatMap(([name, entry]) => (entry[2] === RETIRED_LAYER ? [name] : [])),
]);
const NO_NAMES: readonly string[] = [];

/** Terms that replace a superseded class, property or member; empty when it is current. */
export function successors(name: string): readonly string[] {
  return successorsOf.get(name) ?? NO_NAMES;
}

/** True for a term that schema.org has withdrawn. */
export function isRetired(name: string): boolean {
  return retired.has(name);
}

const rangeOf = new Map<string, Range>();

/** What the property accepts; null for an unknown property. */
export function range(property: string): Range | null {
  const known = rangeOf.get(property);
  if (known !== undefined) return known;
  const names = properties.get(property)?.[1];
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
