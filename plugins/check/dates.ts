/** A calendar day as written in an ISO 8601 date or date and time. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const DATE_TIME = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?$/i;
const TIME = /^(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?$/i;
const DURATION =
  /^[+-]?P(?=.)(?:\d+(?:\.\d+)?Y)?(?:\d+(?:\.\d+)?M)?(?:\d+(?:\.\d+)?W)?(?:\d+(?:\.\d+)?D)?(?:T(?=.)(?:\d+(?:\.\d+)?H)?(?:\d+(?:\.\d+)?M)?(?:\d+(?:\.\d+)?S)?)?$/;

/** Days in a month of the Gregorian calendar. */
function daysIn(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** True for `YYYY`, `YYYY-MM` and `YYYY-MM-DD` that exist in the calendar. */
export function isDate(text: string): boolean {
  const match = DATE.exec(text);
  if (match === null) return false;
  const month = match[2] === undefined ? 1 : Number(match[2]);
  const day = match[3] === undefined ? 1 : Number(match[3]);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(Number(match[1]), month);
}

/** True for a date and time that exist, with or without a zone. */
export function isDateTime(text: string): boolean {
  const match = DATE_TIME.exec(text);
  if (match === null || !isDate(match[1]!)) return false;
  return isClock(match[2]!, match[3]!, match[4]) && isZone(match[5]);
}

export function isTime(text: string): boolean {
  const match = TIME.exec(text);
  return match !== null && isClock(match[1]!, match[2]!, match[3]) && isZone(match[4]);
}

function isClock(hour: string, minute: string, second: string | undefined): boolean {
  return Number(hour) < 24 && Number(minute) < 60 && Number(second ?? "0") < 60;
}

function isZone(zone: string | undefined): boolean {
  if (zone === undefined || zone.toUpperCase() === "Z") return true;
  const digits = zone.slice(1).replace(":", "");
  return Number(digits.slice(0, 2)) <= 14 && Number(digits.slice(2)) < 60;
}

/** True when a date and time says in which zone it is. */
export function hasZone(text: string): boolean {
  return DATE_TIME.exec(text)?.[5] !== undefined;
}

/** True for ISO 8601 durations such as `PT6M` or `P1DT2H`. */
export function isDuration(text: string): boolean {
  return DURATION.test(text);
}

/** The calendar day written in an ISO date or date and time; null when no whole, existing day is written. */
export function dayOf(text: string): Day | null {
  const date = text.slice(0, 10);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !isDate(date)) return null;
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** Milliseconds since 1970 for comparing two ISO dates; a date without time counts from midnight UTC. Null when it cannot be read. */
export function instantOf(text: string): number | null {
  if (!isDate(text) && !isDateTime(text)) return null;
  const parsed = Date.parse(isDateTime(text) && !hasZone(text) ? `${text}Z` : text);
  return Number.isNaN(parsed) ? null : parsed;
}

const monthsOf = new Map<string, readonly (readonly string[])[]>();

/** Long and short month names of a language, lower case, January first; English when the language is not known. */
function monthNames(language: string): readonly (readonly string[])[] {
  const known = monthsOf.get(language);
  if (known !== undefined) return known;
  const made = Array.from({ length: 12 }, (_, month) => {
    const names = (["long", "short"] as const).flatMap((style) => [
      nameOfMonth(language, { month: style, day: "numeric" }, month),
      nameOfMonth(language, { month: style }, month),
    ]);
    return [...new Set(names)].filter((name) => name.length > 1);
  });
  monthsOf.set(language, made);
  return made;
}

function nameOfMonth(language: string, style: Intl.DateTimeFormatOptions, month: number): string {
  const format = formatOf(language, style);
  const parts = format.formatToParts(new Date(Date.UTC(2024, month, 2)));
  return (parts.find((part) => part.type === "month")?.value ?? "").toLowerCase().replace(/\.$/, "");
}

function formatOf(language: string, style: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(language, { ...style, timeZone: "UTC" });
  } catch {
    return new Intl.DateTimeFormat("en", { ...style, timeZone: "UTC" });
  }
}

/**
 * True when the day is written somewhere in `text` (lower case): as ISO, as
 * digits (1/5/2026, 05.01.26) or with the month's name in `language` or in
 * English, in any usual order.
 */
export function isDayInText({ year, month, day }: Day, text: string, language: string): boolean {
  if (!text.includes(String(year)) && !text.includes(pad(year % 100))) return false;
  return dayPattern(year, month, day, language).test(text);
}

const patterns = new Map<string, RegExp>();
/** More distinct days than this are not kept: a guard on memory, not a limit on pages. */
const PATTERN_LIMIT = 5000;

function dayPattern(year: number, month: number, day: number, language: string): RegExp {
  const key = `${language} ${year}-${month}-${day}`;
  const known = patterns.get(key);
  if (known !== undefined) return known;
  const [d, m, y] = [`0?${day}`, `0?${month}`, `(?:${year}|${pad(year % 100)})`];
  const names = new Set([...monthNames(language)[month - 1]!, ...monthNames("en")[month - 1]!]);
  if (month === 9) names.add("sept");
  const name = `(?:${[...names].map((word) => word.replace(/[^\p{L}\p{N}\p{M}]/gu, "\\$&")).join("|")})\\.?`;
  const gap = "[\\s,./-]{0,3}";
  const ordinal = "(?:st|nd|rd|th|er|º|ª|\\.)?";
  const between = `${gap}(?:of |de |d')?`;
  const made = new RegExp(
    [
      `${year}[-/.]${m}[-/.]${d}(?!\\d)`,
      `(?<!\\d)${d}[-/. ]{1,2}${m}[-/. ]{1,2}${y}(?!\\d)`,
      `(?<!\\d)${m}[-/. ]{1,2}${d}[-/. ]{1,2}${y}(?!\\d)`,
      `(?<!\\d)${d}${ordinal}${between}${name}${between}${year}(?!\\d)`,
      `${name}${gap}${d}${ordinal}${gap}${year}(?!\\d)`,
      `${year}年\\s?${month}月\\s?${day}日`,
      `${year}${gap}${name}${gap}${d}(?!\\d)`,
    ].join("|"),
    "u",
  );
  if (patterns.size >= PATTERN_LIMIT) patterns.clear();
  patterns.set(key, made);
  return made;
}

function pad(number: number): string {
  return String(number).padStart(2, "0");
}
