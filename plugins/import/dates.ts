import { DateTime } from "luxon";
import { DATE } from "./chrome.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const FOUND = new RegExp(DATE, "iu");

/**
 * The date that a line states, as `YYYY-MM-DD`; null where it states none or
 * can be read two ways ("3/4/2024").
 */
export function statedDate(line: string): string | null {
  const found = FOUND.exec(line.slice(0, 120))?.[0];
  if (!found) return null;
  if (/^\d{4}-\d{2}-\d{2}$/.test(found)) return isoDate(found.split("-").map(Number));
  const month = MONTHS.findIndex((name) =>
    new RegExp(`\\b${name}`, "i").test(found.replace(/^(?:mon|sun)\w*,? /i, "")),
  );
  const numbers = (found.match(/\d+/g) ?? []).map(Number);
  return month >= 0 && numbers.length === 2 ? isoDate([numbers[1]!, month + 1, numbers[0]!]) : null;
}

/**
 * The date that a page or a line gives, as a header takes it: ISO 8601 as it
 * stands, a stated one as `YYYY-MM-DD`; null for what is none or can be read
 * two ways.
 */
export function writtenDate(text: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}(?:$|[T ]\d)/.test(text)) return statedDate(text);
  const iso = text.replace(" ", "T").replace(/ (?=[+-]\d|Z)/, "");
  return DateTime.fromISO(iso).isValid ? iso : null;
}

function isoDate([year = 0, month = 0, day = 0]: readonly number[]): string | null {
  const date = DateTime.utc(year, month, day);
  return date.isValid ? date.toISODate() : null;
}
