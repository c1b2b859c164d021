import { quote } from "../../problem.ts";
import { hasZone, instantOf, isDateTime } from "../dates.ts";
import { labelOf } from "../graph/label.ts";
import { isOf, textOf } from "../graph/main.ts";
import { texts } from "../graph/texts.ts";
import { family } from "../rule.ts";
import { judged } from "./judged.ts";

const article = (more: object) => ({
  graph: { "@type": "BlogPosting", headline: "Massage for sleep", ...more },
});

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

/** True when the ISO text names a later day than `today`. One day is allowed for zones. */
function isAfter(text: string, today: string): boolean {
  const day = 86_400_000;
  return (instantOf(text) ?? 0) > (instantOf(today) ?? 0) + 2 * day;
}

export const dateRules = family("values", [
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
]);
