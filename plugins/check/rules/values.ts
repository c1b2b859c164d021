import { quote } from "../../article/problem.ts";
import { hasZone, instantOf, isDateTime } from "../dates.ts";
import { labelOf } from "../graph/label.ts";
import { isOf, textOf } from "../graph/main.ts";
import { isNode } from "../graph/read.ts";
import { schemaOrgTerm } from "../graph/terms.ts";
import type { Entry, Graph, Json, JsonObject } from "../graph/types.ts";
import type { ValueRule } from "../graph/value.ts";
import { verdictsFor } from "../graph/verdicts.ts";
import { leakIn } from "../page/leak.ts";
import { family, type PageContext, type Report } from "../rule.ts";
import { isMember, isMemberOf, range, successors } from "../vocabulary.ts";

/** The check of a rule whose verdicts are made when values are judged. */
const judged = (rule: ValueRule) => (context: PageContext, report: Report) => {
  for (const message of verdictsFor(context.graph, rule)) report(message);
};

function* texts(graph: Graph): Generator<readonly [Entry, string]> {
  for (const entry of graph.entries) if (typeof entry.value === "string") yield [entry, entry.value];
}

const article = (more: object) => ({
  graph: { "@type": "BlogPosting", headline: "Massage for sleep", ...more },
});
const section = (aspect: unknown) => ({
  graph: { "@type": "HealthTopicContent", name: "Benefits", hasHealthAspect: aspect },
});

/** Properties whose text is shown as plain words. */
const PLAIN_TEXT = new Set([
  "name",
  "headline",
  "alternateName",
  "jobTitle",
  "honorificSuffix",
  "caption",
  "creditText",
  "articleSection",
  "alternativeHeadline",
]);
const DATE_PAIRS = [
  ["datePublished", "dateModified"],
  ["dateCreated", "dateModified"],
  ["dateCreated", "datePublished"],
  ["startDate", "endDate"],
  ["validFrom", "validThrough"],
  ["birthDate", "deathDate"],
] as const;
/** Dates of publishing, for which Google assumes its own zone when none is given. */
const ZONED = new Set(["datePublished", "dateModified", "dateCreated", "uploadDate", "expires"]);

/** Empty containers and nulls, by their place; entries do not keep them apart. */
function* emptyValues(value: JsonObject, path: string): Generator<readonly [string, string]> {
  for (const [key, inner] of Object.entries(value)) {
    if (key === "@context" || key === "@graph") continue;
    for (const item of Array.isArray(inner) && inner.length > 0 ? (inner as readonly Json[]) : [inner]) {
      const shown = emptiness(item);
      if (shown !== null) yield [`${path}.${key}`, shown];
    }
  }
}

function emptiness(value: Json): string | null {
  if (value === null) return "null";
  if (typeof value === "string") return value.trim() === "" ? `"${value.slice(0, 3)}"` : null;
  if (Array.isArray(value)) return value.length === 0 ? "[]" : null;
  return typeof value === "object" && Object.keys(value).length === 0 ? "{}" : null;
}

export const valueRules = family("values", [
  {
    name: "empty-value",
    severity: "error",
    what: "No empty text, list or object, and no null.",
    why: "If a part is missing, leave the property out; an empty value claims nothing and fails in consumers (HEALTH markup rule 6; Yoast's specification).",
    good: article({ description: "How it may help." }),
    bad: article({ description: "" }),
    check({ graph }, report) {
      for (const node of graph.nodes) {
        for (const [place, shown] of emptyValues(node.value, node.path))
          report(`${place}: expected a value, received ${shown}. Fill it or leave it out.`);
      }
    },
  },
  {
    name: "leak",
    severity: "error",
    what: "No value is what a template or a script prints when something was missing.",
    why: '"[object Object]", "undefined", "NaN" and unfilled "{{ }}" are read as facts.',
    good: article({ author: { "@type": "Person", name: "Ada Example" } }),
    bad: article({ author: { "@type": "Person", name: "[object Object]" } }),
    check({ graph }, report) {
      for (const [entry, text] of texts(graph)) {
        const leak = leakIn(text, true);
        if (leak !== null)
          report(
            `${labelOf(entry)}: expected words, received ${quote(leak)}. Correct the template that writes it.`,
          );
      }
      for (const node of graph.nodes) {
        const leak =
          node.id === null
            ? null
            : (leakIn(node.id, true) ??
              /(?:^|[/#])(?:undefined|null|NaN)(?=$|[/#?])/.exec(node.id)?.[0] ??
              null);
        if (leak !== null)
          report(
            `${node.path}.@id: expected an address, received ${quote(node.id)}. Correct the template that writes it.`,
          );
      }
    },
  },
  {
    name: "address-leak",
    severity: "error",
    what: 'No address has "undefined", "null" or "NaN" for a step.',
    why: "A missing slug was printed into the address.",
    good: article({ url: "https://example.org/sleep/" }),
    bad: article({ url: "https://example.org/undefined/" }),
    check({ graph }, report) {
      for (const [entry, text] of texts(graph)) {
        if (/^https?:\/\/\S*[/#=](?:undefined|null|NaN)(?=$|[/#?&.])/.test(text))
          report(
            `${labelOf(entry)}: expected an address, received ${quote(text)}. Correct the template that writes it.`,
          );
      }
    },
  },
  {
    name: "markup-in-text",
    severity: "warning",
    what: "Names, headlines, captions and credits are plain words, without tags or entities.",
    why: 'They are shown as they stand: "Rest &amp; Ease" reads as that (schema.org, Text).',
    good: article({ articleSection: "Rest & Ease" }),
    bad: article({ articleSection: "Rest &amp; Ease" }),
    check({ graph }, report) {
      for (const [entry, text] of texts(graph)) {
        if (!PLAIN_TEXT.has(entry.property)) continue;
        const found = /<\/?[a-z][^<>]{0,100}>|&(?:amp|lt|gt|quot|nbsp|apos|#\d{2,5}|#x[0-9a-f]{2,5});/i.exec(
          text,
        );
        if (found !== null)
          report(
            `${labelOf(entry)}: expected plain words, received ${quote(text)}. Leave out ${quote(found[0])} or write the character itself.`,
          );
      }
    },
  },
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
    name: "url-invalid",
    severity: "error",
    what: "An address is one: a scheme, a host, no spaces.",
    why: "The range of the property is URL.",
    good: article({ url: "https://example.org/sleep/" }),
    bad: article({ url: "example.org sleep" }),
    check: judged("url-invalid"),
  },
  {
    name: "url-relative",
    severity: "error",
    what: "Addresses in a graph are absolute.",
    why: 'Consumers store the graph away from the page, where "/img/x.jpg" leads nowhere.',
    good: article({ image: "https://example.org/img/sleep.jpg" }),
    bad: article({ image: "/img/sleep.jpg" }),
    check: judged("url-relative"),
  },
  {
    name: "id-relative",
    severity: "warning",
    what: "`@id` is absolute.",
    why: '"#article" is another node on every address under which the page is served (Yoast\'s specification, "ids").',
    good: {
      graph: { "@type": "BlogPosting", "@id": "https://example.org/page/#article", headline: "Sleep" },
    },
    bad: { graph: { "@type": "BlogPosting", "@id": "#article", headline: "Sleep" } },
    check({ graph }, report) {
      for (const { value, path } of graph.nodes) {
        const id = value["@id"];
        if (typeof id === "string" && id !== "" && !/\s/.test(id) && !/^[a-z_][a-z0-9+.-]*:/i.test(id))
          report(
            `${path}.@id: expected an absolute address, received ${quote(id)}. Write it with https:// and the host.`,
          );
      }
    },
  },
  {
    name: "date-invalid",
    severity: "error",
    what: "Dates and times are ISO 8601 and exist.",
    why: 'schema.org Date and DateTime; "2026-02-30" and "May 2, 2026" are dropped.',
    good: article({ datePublished: "2026-05-02T10:30:00+01:00" }),
    bad: article({ datePublished: "2026-02-30" }),
    check: judged("date-invalid"),
  },
  {
    name: "date-only",
    severity: "error",
    what: "A property that takes a date has no time.",
    why: "The range of `lastReviewed` is Date, not DateTime.",
    good: { graph: { "@type": "MedicalWebPage", name: "Sleep", lastReviewed: "2026-05-01" } },
    bad: { graph: { "@type": "MedicalWebPage", name: "Sleep", lastReviewed: "2026-05-01T09:00:00+01:00" } },
    check: judged("date-only"),
  },
  {
    name: "date-zone",
    severity: "warning",
    what: "A date with a time says its zone.",
    why: "Google assumes the zone of its crawler otherwise (Article structured data, datePublished).",
    good: article({ datePublished: "2026-05-02T10:30:00+01:00" }),
    bad: article({ datePublished: "2026-05-02T10:30:00" }),
    check({ graph }, report) {
      for (const [entry, text] of texts(graph)) {
        if (ZONED.has(entry.property) && isDateTime(text) && !hasZone(text))
          report(
            `${labelOf(entry)}: expected a zone, received ${quote(text)}. Write "Z" or "+01:00" at the end.`,
          );
      }
    },
  },
  {
    name: "date-order",
    severity: "error",
    what: "What begins comes before what ends: created, published, modified.",
    why: 'A page cannot be changed before it is published (JAMA benchmark "currency").',
    good: article({ datePublished: "2026-05-02", dateModified: "2026-05-03" }),
    bad: article({ datePublished: "2026-05-03", dateModified: "2026-05-02" }),
    check({ graph }, report) {
      for (const node of graph.nodes) {
        for (const [first, second] of DATE_PAIRS) {
          const [a, b] = [textOf(node, first), textOf(node, second)];
          const [from, to] = [a === null ? null : instantOf(a), b === null ? null : instantOf(b)];
          if (from === null || to === null || a!.slice(0, 10) === b!.slice(0, 10) || from <= to) continue;
          report(
            `${node.path}: expected ${first} before ${second}, received ${quote(a)} and ${quote(b)}. Correct the dates.`,
          );
        }
      }
    },
  },
  {
    name: "date-future",
    severity: "error",
    what: "Publishing and changing are not in the future.",
    why: 'A page that can be read has been published (JAMA benchmark "currency").',
    good: article({ datePublished: "2026-05-02" }),
    bad: article({ datePublished: "2999-05-02" }),
    check({ graph, options }, report) {
      if (options.today === null) return;
      for (const [entry, text] of texts(graph)) {
        const isPast =
          entry.property === "datePublished" ||
          entry.property === "dateModified" ||
          entry.property === "dateCreated";
        if (
          isPast &&
          isOf(entry.node, "CreativeWork") &&
          instantOf(text) !== null &&
          isAfter(text, options.today)
        )
          report(
            `${labelOf(entry)}: expected a day up to ${options.today}, received ${quote(text)}. Correct the date.`,
          );
      }
    },
  },
  {
    name: "duration-invalid",
    severity: "error",
    what: "Durations are ISO 8601.",
    why: "schema.org Duration.",
    good: article({ timeRequired: "PT6M" }),
    bad: article({ timeRequired: "6 minutes" }),
    check: judged("duration-invalid"),
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

/** True when the ISO text names a later day than `today`. One day is allowed for zones. */
function isAfter(text: string, today: string): boolean {
  const day = 86_400_000;
  return (instantOf(text) ?? 0) > (instantOf(today) ?? 0) + 2 * day;
}
