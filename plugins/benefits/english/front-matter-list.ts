import { type Candidate, fromText } from "./candidate.ts";
import type { Reading } from "./reading.ts";

/** Fields under which blogs keep a list of benefits: "benefits", "health_benefits", "benefitsList", "serviceBenefits", "medicinalUses". */
const FIELD =
  /^(?:(?:[a-z]{2,20}[_-]?)?(?:benefits?|advantages)(?:[_-]?(?:list|items|section))?|(?:medicinal|therapeutic|healing)[_-]?uses)$/i;
/** Fields of an entry that name it, best first, alone or behind another word ("benefitName"). */
const NAMES = [/title$/i, /name$/i, /head(?:ing|line)?$/i, /label$/i, /benefit$/i, /text$/i] as const;
/** Deepest nesting that is searched. */
const DEPTH = 3;

/**
 * Benefits listed in front matter as other blogs keep it. The corrections of
 * this project's own `benefits` field are not among `fields`.
 */
export function frontMatterBenefits(
  reading: Reading,
  fields: Readonly<Record<string, unknown>>,
): Candidate[] {
  return findLists(fields, 0)
    .flatMap((list) => list.flatMap((entry) => nameOf(entry) ?? []))
    .map((name) => fromText(reading, name, name, 1, ""));
}

function findLists(value: unknown, depth: number): (readonly unknown[])[] {
  if (typeof value !== "object" || value === null || Array.isArray(value) || depth > DEPTH) return [];
  return Object.entries(value).flatMap(([key, inner]): (readonly unknown[])[] => {
    const lists = FIELD.test(key) ? listsIn(inner) : [];
    return lists.length > 0 ? lists : findLists(inner, depth + 1);
  });
}

/** What a field of benefits holds: a list, a list beside its title, or lines of text. */
function listsIn(value: unknown): (readonly unknown[])[] {
  if (Array.isArray(value)) return [value];
  if (typeof value === "object" && value !== null) return onlyList(value);
  if (typeof value !== "string") return [];
  const lines = value.split("\n").flatMap((line) => line.replace(/^\s*[-*•]\s+/, "").trim() || []);
  return lines.length > 1 ? [lines] : [];
}

/** The one list among the fields of an object; of several nobody says which. */
function onlyList(value: object): (readonly unknown[])[] {
  const lists = Object.values(value).filter(Array.isArray) as (readonly unknown[])[];
  return lists.length === 1 ? lists : [];
}

function nameOf(entry: unknown): string | null {
  if (typeof entry === "string") return entry.trim() === "" ? null : leadOfEntry(entry);
  if (typeof entry !== "object" || entry === null) return null;
  const fields = Object.entries(entry).filter(
    ([, value]) => typeof value === "string" && value.trim() !== "",
  );
  const name = NAMES.map((pattern) => fields.find(([key]) => pattern.test(key))?.[1]).find(
    (value) => value !== undefined,
  );
  return typeof name === "string" ? name : null;
}

function leadOfEntry(entry: string): string {
  const at = entry.indexOf(": ");
  return at > 1 && at < 70 ? entry.slice(0, at) : entry;
}
