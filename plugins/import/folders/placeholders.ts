import { moment } from "./dates.ts";

/** Parts of a date under the names that Jekyll and Hugo share and each has for itself. */
export function datePlaceholders(date: string, zone: string): Readonly<Record<string, string>> {
  const at = moment(date, zone).setLocale("en");
  return {
    year: at.toFormat("yyyy"),
    short_year: at.toFormat("yy"),
    month: at.toFormat("MM"),
    i_month: at.toFormat("L"),
    short_month: at.toFormat("MMM"),
    long_month: at.toFormat("MMMM"),
    monthname: at.toFormat("MMMM").toLowerCase(),
    day: at.toFormat("dd"),
    i_day: at.toFormat("d"),
    y_day: at.toFormat("ooo"),
    yearday: at.toFormat("o"),
    week: at.toFormat("WW"),
    w_year: at.toFormat("kkkk"),
    short_day: at.toFormat("ccc"),
    long_day: at.toFormat("cccc"),
    weekday: String(at.weekday % 7),
    weekdayname: at.toFormat("cccc").toLowerCase(),
    hour: at.toFormat("HH"),
    minute: at.toFormat("mm"),
    second: at.toFormat("ss"),
  };
}
