import { readFileSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { packageFolder } from "../../plugins/package-folder.ts";
import { compiledArithmetic } from "../../scripts/arithmetic.ts";

test("arithmetic: what runs is what its source compiles to", async () => {
  const kept = readFileSync(packageFolder("plugins/related/arithmetic/code.ts"), "utf8");
  assert.is(kept, await compiledArithmetic(), "run: npx tsx scripts/arithmetic.ts");
});

test.run();
