import { test } from "uvu";
import * as assert from "uvu/assert";
import { splitClauses } from "../../plugins/benefits/english/denial.ts";
import { tokenize } from "../../plugins/benefits/english/tokens.ts";

/** Clauses of a sentence with what denies them marked. */
function clauses(sentence: string): readonly string[] {
  const tokens = tokenize(sentence);
  return splitClauses(tokens, 0, tokens.length).map(({ from, to, isDenied }) => {
    const words = tokens.slice(from, to).map(({ norm }) => norm);
    return `${isDenied ? "not: " : ""}${words.join(" ")}`;
  });
}

for (const [sentence, expected] of [
  ["Massage eases pain, but it takes time", [false, false]],
  ["Massage cures pain, but there is no proof", [true, true]],
  ["Massage cures pain, yet such claims are unproven", [true, true]],
  ["Massage eases pain, although claims that it cures cancer have not been supported", [false, true]],
  ["Not only pain but also anxiety fades", [false]],
] as const) {
  test(`splitClauses: ${sentence}`, () =>
    assert.equal(
      clauses(sentence).map((clause) => clause.startsWith("not: ")),
      expected,
      clauses(sentence).join(" | "),
    ));
}

test.run();
