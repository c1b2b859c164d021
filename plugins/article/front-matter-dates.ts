import { DateTime } from "luxon";

/** A fault in one field; the caller adds file and line. */
export interface FieldProblem {
  /** Path into the front matter: ["sources", 0, "url"]. */
  readonly path: readonly (string | number)[];
  /** "expected …", without the value received. */
  readonly expected: string;
  readonly received: unknown;
}

const DATE = "a date such as 2026-05-01 or 2026-05-01T09:30";
const DAY = "a date such as 2026-05-01";

/** A draft may lack a date; it sorts before everything that has one. */
export const DRAFT_DATE = "1970-01-01T00:00:00.000Z";

/** The three dates of an article, ISO 8601, null where there is none to trust; and what is wrong with them. */
export function readDates(
  data: Readonly<Record<string, unknown>>,
  timeZone: string,
): {
  readonly date: string | null;
  readonly updated: string | null;
  readonly reviewed: string | null;
  readonly problems: readonly FieldProblem[];
} {
  const problems: FieldProblem[] = [];
  const read = (name: string, expected: string): string | null => {
    const date = readDate(data[name], timeZone);
    if (date !== "invalid") return date;
    problems.push({ path: [name], expected: `expected ${expected}`, received: data[name] });
    return null;
  };
  const date = read("date", DATE);
  if (date === null && problems.length === 0 && data.draft !== true)
    problems.push({ path: ["date"], expected: `expected ${DATE}`, received: data.date });
  const updated = read("updated", DATE);
  const reviewed = read("reviewed", DAY);
  if (date !== null && updated !== null && isEarlier(updated, date)) {
    const expected = `expected a day that is not before the date, ${date.slice(0, 10)}`;
    problems.push({ path: ["updated"], expected, received: data.updated });
  }
  return { date, updated, reviewed, problems };
}

/** Whether a date lies on a day before another's, each in its own zone: a day without a time begins at midnight. */
function isEarlier(a: string, b: string): boolean {
  return Date.parse(a) < Date.parse(b) && a.slice(0, 10) < b.slice(0, 10);
}

/** ISO 8601 with offset; null when absent; "invalid" for what is no date or a day that never was. */
function readDate(value: unknown, timeZone: string): string | null | "invalid" {
  if (value === undefined || value === null || value === "") return null;
  // A YAML reader that makes Dates has already rolled 30 February over: only strings can be trusted.
  if (typeof value !== "string") return "invalid";
  const trimmed = value.trim();
  const parsed = DateTime.fromISO(trimmed.replace(" ", "T"), {
    zone: timeZone,
    setZone: /[zZ]$|[+-]\d\d:?\d\d$/.test(trimmed) && trimmed.length > 10,
  });
  return parsed.isValid && /^\d{4}-\d{2}-\d{2}/.test(trimmed)
    ? parsed.toISO({ suppressMilliseconds: true })
    : "invalid";
}
