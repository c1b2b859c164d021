import { test } from "uvu";
import * as assert from "uvu/assert";
import file from "../../plugins/check/vocabulary.json" with { type: "json" };
import { isRetired, successors } from "../../plugins/check/vocabulary.ts";
import { decodeVocabulary } from "../../plugins/check/vocabulary-file.ts";
import { encodeVocabulary, readRelease } from "../../scripts/vocabulary.ts";

const node = (id: string, type: string | string[], more: object = {}) => ({
  "@id": `schema:${id}`,
  "@type": type,
  ...more,
});
const to = (...ids: readonly string[]) => ids.map((id) => ({ "@id": id }));

/** A small release: a class below another, a member of two enumerations, what is superseded and what is gone. */
const RELEASE = [
  node("Thing", "rdfs:Class"),
  node("Text", ["schema:DataType", "rdfs:Class"]),
  node("Care", "rdfs:Class", { "rdfs:subClassOf": { "@id": "schema:Thing" } }),
  node("Kind", "rdfs:Class", { "rdfs:subClassOf": to("schema:Thing", "rdfs:Literal") }),
  node("Old", "rdfs:Class", {
    "rdfs:subClassOf": { "@id": "schema:Thing" },
    "schema:isPartOf": { "@id": "https://attic.schema.org" },
    "schema:supersededBy": to("schema:Care", "schema:Kind"),
  }),
  node("name", "rdf:Property", {
    "schema:domainIncludes": to("schema:Thing"),
    "schema:rangeIncludes": to("schema:Text"),
    "schema:isPartOf": { "@id": "https://pending.schema.org" },
  }),
  node("care", "rdf:Property", {
    "schema:domainIncludes": to("schema:Care", "schema:Kind"),
    "schema:rangeIncludes": to("schema:Text"),
    "schema:supersededBy": { "@id": "schema:name" },
  }),
  node("Gentle", ["schema:Kind", "schema:Care"]),
  { "@id": "https://elsewhere.example/x", "@type": "rdfs:Class" },
];
const current = { isRetired: false, successors: [] };

test("vocabulary file: a release as it reads, and the same out of the file", () => {
  const release = readRelease(RELEASE);
  assert.equal(release.classes.get("Kind"), { parents: ["Thing"], ...current });
  assert.equal(release.classes.get("Old"), {
    parents: ["Thing"],
    isRetired: true,
    successors: ["Care", "Kind"],
  });
  assert.equal(release.properties.get("care"), {
    domains: ["Care", "Kind"],
    ranges: ["Text"],
    isRetired: false,
    successors: ["name"],
  });
  assert.equal(release.members.get("Gentle"), { parents: ["Kind", "Care"], ...current });
  assert.equal([...release.classes.keys()], ["Thing", "Text", "Care", "Kind", "Old"]);
  assert.equal(decodeVocabulary(encodeVocabulary(release)), release);
});

test("vocabulary file: a class that there is not is said", () => {
  const graph = [node("name", "rdf:Property", { "schema:domainIncludes": to("schema:Thing") })];
  assert.throws(
    () => encodeVocabulary(readRelease(graph)),
    (error: Error) => error.message === 'vocabulary: expected a class, received "Thing", which is none.',
  );
});

test("vocabulary file: the one that is here is as it is made, of all of 30.0", () => {
  const vocabulary = decodeVocabulary(file);
  const { classes, properties, members } = encodeVocabulary(vocabulary);
  assert.equal(
    { classes, properties, members },
    {
      classes: file.classes,
      properties: file.properties,
      members: file.members,
    },
  );
  assert.equal(
    [vocabulary.classes.size, vocabulary.properties.size, vocabulary.members.size],
    [957, 1529, 537],
  );
  assert.equal(vocabulary.classes.get("MedicalTherapy")?.parents, ["TherapeuticProcedure"]);
  assert.equal(vocabulary.properties.get("possibleTreatment"), {
    domains: ["MedicalSignOrSymptom", "MedicalCondition"],
    ranges: ["MedicalTherapy", "Drug", "LifestyleModification", "DrugClass"],
    ...current,
  });
  assert.equal(vocabulary.members.get("BenefitsHealthAspect")?.parents, ["HealthAspectEnumeration"]);
});

test("vocabulary: a name of a class and of a member is superseded or retired where one of them is", () => {
  assert.equal(successors("Dermatologic"), ["Dermatology"]);
  assert.equal(successors("blogPosts"), ["blogPost"]);
  assert.equal(successors("Dermatology"), []);
  assert.is(isRetired("ProductReturnEnumeration"), true);
  assert.is(isRetired("Article"), false);
});

test.run();
