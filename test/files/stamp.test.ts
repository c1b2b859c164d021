import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { stampOf } from "../../plugins/files/stamp.ts";

const folder = mkdtempSync(join(tmpdir(), "vervain-stamp-"));
test.after(() => rmSync(folder, { recursive: true }));

const file = (name: string): string => join(folder, name);
const HOUR_MS = 3_600_000;
/** As it is an hour later. */
const later = (): number => Date.now() + HOUR_MS;

test("stamp: the same for as long as nothing is written, another after each write", async () => {
  writeFileSync(file("rest.md"), "Rest.");
  const first = stampOf(file("rest.md"), later());
  assert.type(first, "string");
  assert.is(stampOf(file("rest.md"), later()), first);
  // Longer than the clock of the file system takes for a tick.
  await new Promise((resolve) => setTimeout(resolve, 50));
  writeFileSync(file("rest.md"), "Calm.");
  assert.is.not(stampOf(file("rest.md"), later()), first);
});

test("stamp: a file put in the place of another has another, though size and time of writing are the same", () => {
  const past = new Date(Date.now() - HOUR_MS);
  for (const name of ["one.md", "other.md"]) {
    writeFileSync(file(name), name === "one.md" ? "one" : "two");
    utimesSync(file(name), past, past);
  }
  const first = stampOf(file("one.md"), later());
  renameSync(file("other.md"), file("one.md"));
  const second = stampOf(file("one.md"), later());
  assert.type(second, "string");
  assert.is.not(second, first);
});

test("stamp: none for what was written to so lately that a second write could have the same time", () => {
  writeFileSync(file("new.md"), "New.");
  assert.is(stampOf(file("new.md"), Date.now()), null);
  assert.is(stampOf(file("new.md"), Date.now() + 1000), null);
  // The time of writing can be set back, that of the change cannot.
  utimesSync(file("new.md"), new Date(0), new Date(0));
  assert.is(stampOf(file("new.md"), Date.now()), null);
});

test("stamp: none for a folder, a link, what is not there", () => {
  mkdirSync(file("sub"));
  symlinkSync(file("rest.md"), file("link.md"));
  for (const name of ["sub", "link.md", "nothing.md"]) assert.is(stampOf(file(name), later()), null);
});

test.run();
