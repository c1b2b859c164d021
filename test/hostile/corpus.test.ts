import { test } from "uvu";
import * as assert from "uvu/assert";
import { CORPUS } from "./corpus.ts";
import { reportOf, runCorpus } from "./run.ts";

/** What the tests build of it; `npm run hostile` builds all. */
const GROUPS = ["encodings", "open markup", "two parsers", "files"];

test("hostile: at least 250 cases, each with a reason of its own", () => {
  assert.ok(CORPUS.length >= 250, `${CORPUS.length}`);
  const reasons = CORPUS.map(({ group, why }) => `${group}: ${why}`).filter((text) => text.length < 12);
  assert.equal(reasons, []);
});

test(`hostile: ${GROUPS.join(", ")}: pages that are whole or errors that name the file, and the check blames none`, () => {
  const outcome = runCorpus(CORPUS.filter(({ group }) => GROUPS.includes(group)));
  outcome.project.clean();
  const wrong = outcome.verdicts.filter(({ fault }) => fault !== null);
  assert.is(wrong.length + outcome.faults.length, 0, reportOf(outcome));
});

test.run();
