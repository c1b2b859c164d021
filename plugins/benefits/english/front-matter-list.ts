import { type Candidate, fromText } from "./candidate.ts";
import type { Reading } from "./reading.ts";

/** Fields under which blogs keep a list of benefits: "benefits", "health_benefits", "benefitsList", "serviceBenefits". */
const FIELD = /^(?:[a-z]{2,20}[_-]?)?(?:benefits?|advantages)(?:[_-]?(?:list|items|section))?$/i;
/** Fields of an entry that name it, best first, alone or behind another word ("benefitName"). */
const NAMES = [/title$/i, /name$/i, /head(?:ing|line)?$/i, /label$/i, /benefit$/i, /text$/i] as const;
/** Deepest nesting that is searched. */
const DEPTH = 3;

/**
 * Benefits listed in front matter as other blogs keep it. The corrections of
 * this project's own `benefits` field are not meant here: they are an object.
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
    if (FIELD.test(key)) {
      if (Array.isArray(inner)) return [inner];
      const items =
        typeof inner === "object" && inner !== null ? (inner as Record<string, unknown>).items : null;
      if (Array.isArray(items)) return [items];
    }
    return findLists(inner, depth + 1);
  });
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
