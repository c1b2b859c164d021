/**
 * Makes `plugins/check/vocabulary.json` of a release of schema.org: the file
 * schemaorg-all-https.jsonld of schema.org/docs/developers.html.
 *
 *     npx tsx scripts/vocabulary.ts 30.0 FILE
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { BASE, type Term, type Vocabulary, type VocabularyFile } from "../plugins/check/vocabulary-file.ts";
import { packageFolder } from "../plugins/package-folder.ts";

type Reference = { readonly "@id": string };
type References = Reference | readonly Reference[];

/** A class, a property or a member as schema.org says it. */
interface Node {
  readonly "@id": string;
  readonly "@type": string | readonly string[];
  readonly "rdfs:subClassOf"?: References;
  readonly "schema:domainIncludes"?: References;
  readonly "schema:rangeIncludes"?: References;
  readonly "schema:supersededBy"?: References;
  readonly "schema:isPartOf"?: References;
}

/** Terms of this part are withdrawn. */
const ATTIC = "https://attic.schema.org";

/** What a release says, in its order. */
export function readRelease(graph: readonly Node[]): Vocabulary {
  const own = graph.filter((node) => node["@id"].startsWith("schema:"));
  const of = (type: string): readonly Node[] => own.filter((node) => [node["@type"]].flat().includes(type));
  const classes = of("rdfs:Class");
  const properties = of("rdf:Property");
  const isMember = (node: Node): boolean => !classes.includes(node) && !properties.includes(node);
  return {
    classes: new Map(
      classes.map((node) => [nameOf(node), { parents: names(node["rdfs:subClassOf"]), ...lifeOf(node) }]),
    ),
    properties: new Map(
      properties.map((node) => [
        nameOf(node),
        {
          domains: names(node["schema:domainIncludes"]),
          ranges: names(node["schema:rangeIncludes"]),
          ...lifeOf(node),
        },
      ]),
    ),
    members: new Map(
      own.filter(isMember).map((node) => {
        const parents = [node["@type"]].flat().map((type) => nameOf({ "@id": type }));
        return [nameOf(node), { parents, ...lifeOf(node) }];
      }),
    ),
  };
}

function lifeOf(node: Node): Omit<Term, "parents"> {
  const parts = [node["schema:isPartOf"] ?? []].flat() as readonly Reference[];
  return {
    isRetired: parts.some((part) => part["@id"] === ATTIC),
    successors: names(node["schema:supersededBy"]),
  };
}

function names(references: References = []): readonly string[] {
  return ([references].flat() as readonly Reference[])
    .filter((reference) => reference["@id"].startsWith("schema:"))
    .map(nameOf);
}

function nameOf({ "@id": id }: Reference): string {
  return id.replace(/^schema:/, "");
}

/** The file of a vocabulary; each class that is named must be among the classes. @throws {RangeError} for one that is not */
export function encodeVocabulary({ classes, properties, members }: Vocabulary): VocabularyFile {
  const places = new Map([...classes.keys()].map((name, at) => [name, at.toString(BASE)]));
  const placed = (names: readonly string[]): string =>
    names
      .map((name) => {
        const place = places.get(name);
        if (place === undefined)
          throw new RangeError(`vocabulary: expected a class, received "${name}", which is none.`);
        return place;
      })
      .join(" ");
  const byRanges = groupBy([...properties], ([, { ranges }]) => placed(ranges));
  return {
    classes: [...classes].map(([name, term]) => [wordOf(name, term), placed(term.parents)].join(" ").trim()),
    properties: [...byRanges].map(([ranges, entries]) => [
      ranges,
      ...[...groupBy(entries, ([, { domains }]) => placed(domains))].map(lineOf),
    ]),
    members: [...groupBy([...members], ([, { parents }]) => placed(parents))].map(lineOf),
  };
}

type Named = readonly [name: string, term: Omit<Term, "parents">];

function lineOf([places, terms]: readonly [string, readonly Named[]]): string {
  return `${places}: ${terms.map(([name, term]) => wordOf(name, term)).join(" ")}`;
}

function wordOf(name: string, { isRetired, successors }: Omit<Term, "parents">): string {
  return `${isRetired ? "-" : ""}${name}${successors.length > 0 ? `>${successors.join(",")}` : ""}`;
}

function groupBy<Entry>(
  entries: readonly Entry[],
  keyOf: (entry: Entry) => string,
): Map<string, readonly Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = keyOf(entry);
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return groups;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [version = "", path = ""] = process.argv.slice(2);
  const { "@graph": graph } = JSON.parse(readFileSync(path, "utf8")) as {
    readonly "@graph": readonly Node[];
  };
  const file = {
    version,
    source: `https://schema.org/version/${version}/schemaorg-all-https.jsonld`,
    licence: "schema.org vocabulary, CC BY-SA 3.0",
    ...encodeVocabulary(readRelease(graph)),
  };
  writeFileSync(packageFolder("plugins/check/vocabulary.json"), JSON.stringify(file));
}
