import fc from "fast-check";
import { DateTime } from "luxon";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { dateWriter } from "../../plugins/page/dates.ts";

/** The day of a date as luxon has it: of its own offset, else of the zone. */
function byLuxon(iso: string, zone: string): string {
  const date = DateTime.fromISO(iso, { zone, setZone: /[+-]\d\d:?\d\d$/.test(iso) });
  return date.isValid
    ? date.setLocale("en").toLocaleString({ day: "numeric", month: "long", year: "numeric" })
    : iso;
}

const ZONES = ["UTC", "Europe/Amsterdam", "Pacific/Auckland", "America/Los_Angeles"];

for (const iso of [
  "2026-05-01",
  "2026-02-30",
  "2026-13-01",
  "2024-02-29",
  "2025-02-29",
  "2026-05-01T23:30:00.000Z",
  "2026-05-01T00:30:00.000+02:00",
  "2026-05-01T23:30:00-0700",
  "2026-05-01T23:30",
  "2026-05-01T25:00:00Z",
  "2026-05-01T10:00:00+99:00",
  "2026-W18",
  "May 1st",
  "",
]) {
  test(`dateWriter: “${iso}” is the day that it is in each zone`, () => {
    for (const zone of ZONES) assert.is(dateWriter("en", zone).write(iso).text, byLuxon(iso, zone), zone);
  });
}

test("dateWriter: any moment with any offset is the day that luxon has", () => {
  const moment = fc.date({ min: new Date("1970-01-01"), max: new Date("2100-01-01"), noInvalidDate: true });
  const offset = fc.constantFrom("", "Z", "+00:00", "+05:30", "-11:00", "+1300");
  fc.assert(
    fc.property(moment, offset, fc.constantFrom(...ZONES), (date, at, zone) => {
      const iso = date.toISOString().replace("Z", at);
      assert.is(dateWriter("en", zone).write(iso).text, byLuxon(iso, zone));
    }),
  );
});

test.run();
