import { test } from "uvu";
import * as assert from "uvu/assert";
import { dayOf, hasZone, isDate, isDateTime, isDayInText, isDuration } from "../../plugins/check/dates.ts";

for (const [text, expected] of [
  ["2026", true],
  ["2026-02", true],
  ["2026-02-28", true],
  ["2024-02-29", true],
  ["2026-02-29", false],
  ["1900-02-29", false],
  ["2026-13-01", false],
  ["2026-00-01", false],
  ["2026-04-31", false],
  ["26-04-01", false],
  ["2026-4-1", false],
  ["May 2026", false],
  ["", false],
] as const) {
  test(`isDate: ${JSON.stringify(text)}`, () => assert.is(isDate(text), expected));
}

for (const [text, expected] of [
  ["2026-05-02T10:30:00+01:00", true],
  ["2026-05-02T10:30:00.123Z", true],
  ["2026-05-02T10:30", true],
  ["2026-05-02T10:30:00+0100", true],
  ["2026-05-02T24:30:00Z", false],
  ["2026-05-02T10:60:00Z", false],
  ["2026-05-02T10:30:00+15:00", false],
  ["2026-02-30T10:30:00Z", false],
  ["2026-05-02 10:30:00", false],
  ["2026-05-02", false],
] as const) {
  test(`isDateTime: ${text}`, () => assert.is(isDateTime(text), expected));
}

for (const [text, expected] of [
  ["PT6M", true],
  ["P1DT2H", true],
  ["P3W", true],
  ["PT1.5S", true],
  ["P", false],
  ["PT", false],
  ["P6H", false],
  ["6M", false],
  ["PT6", false],
  ["pt6m", false],
] as const) {
  test(`isDuration: ${text}`, () => assert.is(isDuration(text), expected));
}

for (const [text, language, expected] of [
  ["updated 2 may 2026.", "en", true],
  ["may 2, 2026", "en", true],
  ["2nd of may, 2026", "en", true],
  ["sat, 02 may 2026 10:30", "en", true],
  ["2026-05-02", "en", true],
  ["02/05/2026", "en", true],
  ["5/2/26", "en", true],
  ["2.5.2026", "de", true],
  ["2. mai 2026", "de", true],
  ["2 mai 2026", "fr", true],
  ["2 de mayo de 2026", "es", true],
  ["2026年5月2日", "ja", true],
  ["2 mei 2026", "nl", true],
  ["12 may 2026", "en", false],
  ["2 may 2025", "en", false],
  ["2 june 2026", "en", false],
  ["22/05/2026", "en", false],
  ["version 2.5.20261", "en", false],
  ["2 may 2026", "not a language", true],
] as const) {
  test(`isDayInText: ${text} (${language})`, () =>
    assert.is(isDayInText({ year: 2026, month: 5, day: 2 }, text, language), expected));
}

test("dayOf: is null where no whole day is written", () => {
  assert.equal(dayOf("2026-05-02T23:00:00-05:00"), { year: 2026, month: 5, day: 2 });
  assert.is(dayOf("2026-05"), null);
  assert.is(dayOf("2026-05-32"), null);
});

test("hasZone: sees Z and offsets", () => {
  assert.ok(hasZone("2026-05-02T10:30:00Z"));
  assert.ok(hasZone("2026-05-02T10:30:00-0500"));
  assert.not.ok(hasZone("2026-05-02T10:30:00"));
});

test.run();
