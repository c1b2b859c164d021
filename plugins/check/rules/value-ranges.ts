import { quote } from "../../problem.ts";
import { labelOf } from "../graph/label.ts";
import { isNode } from "../graph/read.ts";
import { schemaOrgTerm } from "../graph/terms.ts";
import { family } from "../rule.ts";
import { isMember, isMemberOf, range, successors } from "../vocabulary.ts";
import { judged } from "./judged.ts";

const article = (more: object) => ({
  graph: { "@type": "BlogPosting", headline: "Massage for sleep", ...more },
});

const section = (aspect: unknown) => ({
  graph: { "@type": "HealthTopicContent", name: "Benefits", hasHealthAspect: aspect },
});

export const rangeRules = family("values", [
  {
    name: "enumeration-member",
    severity: "error",
    what: "Where a member of an enumeration is expected, it is one of its members, spelt as there.",
    why: '`rangeIncludes` in the vocabulary; 29 health aspects exist, and "DiagnosisHealthAspect" is not among them.',
    good: section({ "@id": "https://schema.org/BenefitsHealthAspect" }),
    bad: section({ "@id": "https://schema.org/BenefitHealthAspect" }),
    check: judged("enumeration-member"),
  },
  {
    name: "enumeration-address",
    severity: "warning",
    what: "A member of an enumeration is written with its address.",
    why: 'A bare word is a literal, not the member (schema.org, "How to use enumerations").',
    good: section("https://schema.org/BenefitsHealthAspect"),
    bad: section("BenefitsHealthAspect"),
    check: judged("enumeration-address"),
  },
  {
    name: "enumeration-superseded",
    severity: "warning",
    what: "No member that schema.org has replaced.",
    why: "`supersededBy` in the vocabulary, release 30.0.",
    good: {
      graph: {
        "@type": "MedicalClinic",
        name: "Rest Clinic",
        medicalSpecialty: "https://schema.org/Dermatology",
      },
    },
    bad: {
      graph: {
        "@type": "MedicalClinic",
        name: "Rest Clinic",
        medicalSpecialty: "https://schema.org/Dermatologic",
      },
    },
    check({ graph }, report) {
      for (const entry of graph.entries) {
        const address = isNode(entry.value) && entry.value.isReference ? entry.value.id : entry.value;
        const term = typeof address === "string" ? schemaOrgTerm(address) : null;
        if (term === null || !isMember(term) || successors(term).length === 0) continue;
        if (!isMemberOf(term, range(entry.property)?.enumerations ?? [])) continue;
        report(
          `${labelOf(entry)}: expected a current member, received ${quote(term)}, which is superseded. Use ${successors(term).join(" or ")}.`,
        );
      }
    },
  },
  {
    name: "number-invalid",
    severity: "error",
    what: "Numbers are numbers; counts are whole.",
    why: "The range of the property is Number or Integer.",
    good: article({ wordCount: 1176 }),
    bad: article({ wordCount: "about 1000" }),
    check: judged("number-invalid"),
  },
  {
    name: "number-negative",
    severity: "error",
    what: "Counts, sizes and positions are not negative.",
    why: "There is no page of minus five words.",
    good: article({ wordCount: 1176 }),
    bad: article({ wordCount: -5 }),
    check({ graph }, report) {
      for (const entry of graph.entries) {
        if (
          /(?:Count|^width|^height|^numberOfItems|^position)$/.test(entry.property) &&
          Number(isNode(entry.value) ? 0 : entry.value) < 0
        )
          report(`${labelOf(entry)}: expected 0 or more, received ${quote(entry.value)}. Correct it.`);
      }
    },
  },
  {
    name: "boolean-invalid",
    severity: "error",
    what: "True or false where that is asked.",
    why: "The range of the property is Boolean.",
    good: article({ isAccessibleForFree: true }),
    bad: article({ isAccessibleForFree: "yes" }),
    check: judged("boolean-invalid"),
  },
  {
    name: "literal-type",
    severity: "error",
    what: "A number or true/false stands only where the vocabulary takes one.",
    why: "`rangeIncludes` in the vocabulary.",
    good: article({ author: { "@type": "Person", name: "Ada Example" } }),
    bad: article({ about: { "@type": "MedicalCondition", name: "Insomnia", code: 4700 } }),
    check: judged("literal-type"),
  },
  {
    name: "text-for-node",
    severity: "warning",
    what: "A node stands where the vocabulary wants one, not its name.",
    why: 'schema.org tolerates text for any value, but a consumer cannot follow it (data model, "conformance").',
    good: article({ locationCreated: { "@type": "Place", name: "Leeds" } }),
    bad: article({ locationCreated: "Leeds" }),
    check: judged("text-for-node"),
  },
  {
    name: "node-for-text",
    severity: "error",
    what: "A text, number or address stands where the vocabulary wants one, not a node.",
    why: "`rangeIncludes` in the vocabulary.",
    good: article({ articleSection: "Sleep" }),
    bad: article({ articleSection: { "@type": "Thing", name: "Sleep" } }),
    check: judged("node-for-text"),
  },
  {
    name: "node-type",
    severity: "error",
    what: "A node is of a type that its property accepts; ancestors count, and references are followed.",
    why: "`rangeIncludes` in the vocabulary: `possibleTreatment` takes MedicalTherapy, Drug, LifestyleModification or DrugClass, not a Thing.",
    good: {
      graph: {
        "@type": "MedicalCondition",
        name: "Insomnia",
        possibleTreatment: { "@type": "MedicalTherapy", name: "Massage" },
      },
    },
    bad: {
      graph: {
        "@type": "MedicalCondition",
        name: "Insomnia",
        possibleTreatment: { "@type": "Thing", name: "Massage" },
      },
    },
    check: judged("node-type"),
  },
]);
