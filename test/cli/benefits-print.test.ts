import { test } from "uvu";
import * as assert from "uvu/assert";
import { waitText } from "../../plugins/cli/benefits-print.ts";
import type { Denial, Proposal } from "../../plugins/corpus/types.ts";

function denial(line: number, kind: Denial["kind"], therapies?: readonly string[]): Denial {
  return {
    canonical: "improve:sleep-quality",
    kind,
    evidence: "It does not help you sleep.",
    line,
    anchor: "",
    ...(therapies ? { therapies } : {}),
  };
}

const WAITS = {
  wait: "against",
  grave: null,
  confidence: 1,
  canonicals: ["improve:sleep-quality"],
} as unknown as Proposal;

test("waitText: names the line that denies it of the same therapy, and of which", () => {
  const against = [
    denial(3, "denied", ["massage-therapy"]),
    denial(5, "doubted", ["yoga"]),
    denial(7, "denied", ["yoga"]),
  ];
  assert.is(
    waitText({ ...WAITS, therapies: ["yoga"] }, against, 0.95),
    "the article denies it on line 7, of yoga.",
  );
  assert.is(
    waitText(WAITS, [denial(5, "doubted"), denial(9, "denied")], 0.95),
    "the article denies it on line 9.",
  );
});

test.run();
