import { mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { watchAppeared } from "../../plugins/theme/appeared.ts";

const root = mkdtempSync(join(tmpdir(), "vervain-appeared-"));
test.after(() => rmSync(root, { recursive: true, force: true }));

/** Far beyond two looks. */
const PATIENCE_MS = 10_000;

/** When a folder's times were last set, ms since 1970. */
const setAt = (folder: string): number => statSync(folder).ctimeMs;

async function isSetAnew(folder: string, made: number): Promise<boolean> {
  for (const started = Date.now(); Date.now() - started < PATIENCE_MS; ) {
    if (setAt(folder) !== made) return true;
    await new Promise((resume) => setTimeout(resume, 20));
  }
  return false;
}

test("watchAppeared: a folder that comes is touched once, its times as they were; one that was there is let be", async () => {
  const [come, there] = [join(root, "texts"), join(root, "there")];
  mkdirSync(there);
  const before = setAt(there);
  watchAppeared([come, there, join(root, "never")]);
  mkdirSync(come);
  const { mtimeMs } = statSync(come);
  assert.ok(await isSetAnew(come, setAt(come)));
  assert.ok(Math.abs(statSync(come).mtimeMs - mtimeMs) < 1);
  assert.is(setAt(there), before);
  watchAppeared([]);
});

test("watchAppeared: one that comes just before the next call is touched all the same", async () => {
  const come = join(root, "partials");
  watchAppeared([come]);
  mkdirSync(come);
  const made = setAt(come);
  watchAppeared([come]);
  assert.ok(await isSetAnew(come, made));
  watchAppeared([]);
});

test("watchAppeared: one of an earlier call is let go", async () => {
  const come = join(root, "feeds");
  watchAppeared([come]);
  watchAppeared([]);
  mkdirSync(come);
  const made = setAt(come);
  await new Promise((resume) => setTimeout(resume, 900));
  assert.is(setAt(come), made);
});

test.run();
