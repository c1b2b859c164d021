import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { mutate } from "../bench/mutants/mutant.ts";
import { MUTANTS } from "../bench/mutants/table.ts";
import { ROOT } from "./project.ts";

test("mutants: what each changes stands once in its file, and the tests that must notice are there", () => {
  const stale = MUTANTS.filter(({ file, change }) => {
    const path = join(ROOT, file);
    if (!existsSync(path)) return true;
    return statSync(path).isFile() && mutate(readFileSync(path, "utf8"), change) === null;
  });
  assert.equal(
    stale.map(({ name, file }) => `${name} (${file})`),
    [],
    "the line was changed: change the mutant in bench/mutants with it",
  );
  const missing = MUTANTS.flatMap(({ tests }) => tests).filter(
    (name) => !existsSync(join(ROOT, "test", name)),
  );
  assert.equal(missing, []);
});

test("mutants: each has a name of its own, and tests", () => {
  assert.is(new Set(MUTANTS.map(({ name }) => name)).size, MUTANTS.length);
  for (const { name, tests } of MUTANTS) assert.ok(tests.length > 0, name);
});

test("mutate: a text that stands once is changed, one that stands twice or nowhere is not", () => {
  assert.is(mutate("a b c", { from: "b", to: "x" }), "a x c");
  assert.is(mutate("a b b", { from: "b", to: "x" }), null);
  assert.is(mutate("a", { from: "b", to: "x" }), null);
});

test("mutate: a renamed word is renamed everywhere, but inside others and in Node's own fs", () => {
  assert.is(
    mutate("write(); this.write; fs.write(); rewrite; write2", { rename: "write" }),
    "writeRenamed(); this.writeRenamed; fs.write(); rewrite; write2",
  );
  assert.is(mutate("rewrite", { rename: "write" }), null);
});

test.run();
