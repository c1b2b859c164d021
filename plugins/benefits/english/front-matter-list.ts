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

/** What a field of benefits holds: a list, a list beside its title, or lines that begin with marks. */
function listsIn(value: unknown): (readonly unknown[])[] {
  if (Array.isArray(value)) return [value];
  if (typeof value === "object" && value !== null) return innerList(value);
  if (typeof value !== "string") return [];
  const lines = value.split("\n").filter((line) => line.trim() !== "");
  const isList = lines.length > 1 && lines.every((line) => MARK.test(line));
  return isList ? [lines.map((line) => line.replace(MARK, "").trim())] : [];
}

/** What lines of a list begin with where front matter holds it as text; others are wrapped. */
const MARK = /^\s*(?:[-*•✓✔✅]|\d{1,2}[.)])\s+/u;

/** The list among the fields of an object, beside its title, its pictures. */
function innerList(value: object): (readonly unknown[])[] {
  const inner = Object.entries(value).find(([key, list]) => INNER.test(key) && Array.isArray(list));
  return inner ? [inner[1]] : [];
}

const INNER = /^(?:items|list|points|entries|cards|(?:[a-z]{2,20}[_-]?)?benefits?(?:[_-]?(?:list|items))?)$/i;

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
