import { DateTime } from "luxon";
import type { DateText } from "./parts.ts";

/** Words for dates in one language and zone. */
export interface DateWriter {
  /** "11 July 2024": the day of its own offset, else that of the zone; the ISO text stays as it is. */
  write(iso: string): DateText;
  /** `months` after a plain date, as a plain ISO date. */
  after(iso: string, months: number): string;
}

/** A writer that remembers the days it has written: a site has far fewer days than articles. */
export function dateWriter(lang: string, timeZone: string): DateWriter {
  const words = new Map<string, string>();
  // One for all dates: each that formats itself looks for its own.
  const formatted = new Intl.DateTimeFormat(lang, {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  const write = (iso: string): DateText => {
    const known = words.get(iso);
    if (known !== undefined) return { iso, text: known };
    const day = writtenDay(iso, timeZone) ?? dayIn(timeZone, iso);
    const text = day === null ? iso : formatted.format(day);
    words.set(iso, text);
    return { iso, text };
  };
  const after = (iso: string, months: number): string => {
    const date = DateTime.fromISO(iso, { zone: "utc" }).plus({ months });
    return date.toISODate() ?? iso;
  };
  return { write, after };
}

/** A day, or a moment with its offset. */
const WRITTEN = /^(\d{4}-\d\d-\d\d)(?:T[\d:.]+(Z|[+-]\d\d:?\d\d))?$/;

/**
 * The day as it stands in a date, at midnight UTC, ms since 1970: a day written
 * with its offset is the writer's day, wherever the site is. Null where the zone has a say, and for what is no date.
 */
function writtenDay(iso: string, timeZone: string): number | null {
  const [, day = "", offset = ""] = WRITTEN.exec(iso) ?? [];
  const isOfZone = offset === "Z" && timeZone !== "UTC";
  const time = Date.parse(day);
  const isDay = !Number.isNaN(Date.parse(iso)) && new Date(time).getUTCDate() === Number(day.slice(8));
  return isOfZone || day === "" || !isDay ? null : time;
}

/** The same of any ISO date, as luxon reads it. */
function dayIn(timeZone: string, iso: string): number | null {
  const { isValid, year, month, day } = DateTime.fromISO(iso, {
    zone: timeZone,
    setZone: /[+-]\d\d:?\d\d$/.test(iso),
  });
  return isValid ? Date.UTC(year, month - 1, day) : null;
}
