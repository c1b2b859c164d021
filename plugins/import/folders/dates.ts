import { DateTime } from "luxon";
import { statedDate } from "../dates.ts";

const WRITTEN =
  /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:(?:[Tt]|\s+)(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?(?:\s+[A-Z]{3,4})?)?$/;

/**
 * A date as blogs write it ("2015-01-02 10:00:00 -0500", "May 3, 2019"), ISO
 * 8601: a day, or a time with its offset. null for what is none, or can be
 * read two ways.
 *
 * @param zone IANA zone of times without offset
 */
export function blogDate(value: unknown, zone = "UTC"): string | null {
  if (typeof value !== "string") return null;
  const text = value.trim();
  const found = WRITTEN.exec(text);
  if (!found) return textualDate(text);
  const [, year = "", month = "", day = "", hour, minute = "", second = "00", offset] = found;
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  if (!DateTime.fromISO(date, { zone: "UTC" }).isValid) return null;
  if (hour === undefined) return date;
  const time = `${date}T${hour.padStart(2, "0")}:${minute}:${second}`;
  const parsed =
    offset === undefined
      ? DateTime.fromISO(time, { zone })
      : DateTime.fromISO(time + (/^[A-Z]{2,}/.test(offset) ? "Z" : offset), { setZone: true });
  return parsed.isValid ? parsed.toISO({ suppressMilliseconds: true }) : null;
}

function textualDate(text: string): string | null {
  const mail = DateTime.fromRFC2822(text, { setZone: true });
  return mail.isValid ? mail.toISO({ suppressMilliseconds: true }) : statedDate(text);
}

/** A date as a moment in a zone: what addresses are made of. */
export function moment(date: string, zone = "UTC"): DateTime {
  return DateTime.fromISO(date, date.length > 10 ? { zone } : { zone: "UTC" });
}

/** Whether a date lies after a time, both ISO 8601. */
export function isAfter(date: string, now: string): boolean {
  return (
    DateTime.fromISO(date, { zone: "UTC" }).toMillis() > DateTime.fromISO(now, { zone: "UTC" }).toMillis()
  );
}
