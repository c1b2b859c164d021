import { spawnSync } from "node:child_process";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { budgetOf, overBudget } from "../bench/audit/budgets.ts";
import { ROOT } from "./project.ts";

const VIEW = {
  totalBytes: 0,
  htmlBytes: 0,
  cssBytes: 0,
  scriptBytes: 0,
  fontBytes: 0,
  largestImageBytes: 0,
  requests: 1,
  foreign: [],
  messages: [],
  inline: [],
};

for (const [kind, view, expected] of [
  ["article", {}, []],
  ["article", { totalBytes: 20_001 }, ["first view: expected at most 20000, received 20001"]],
  ["article", { largestImageBytes: 90_000 }, []],
  ["home", { largestImageBytes: 40_001 }, ["first image: expected at most 40000, received 40001"]],
  [
    "matrix",
    { htmlBytes: 25_001, requests: 6 },
    ["HTML: expected at most 25000, received 25001", "requests: expected at most 5, received 6"],
  ],
  ["tag", { cssBytes: 5_001 }, ["CSS: expected at most 5000, received 5001"]],
] as const) {
  test(`overBudget: ${kind} ${JSON.stringify(view)}`, () =>
    assert.equal(overBudget({ ...VIEW, ...view }, budgetOf(kind)), expected));
}

test("audit: every kind of page is within its budget, valid, and quiet", () => {
  const { status, stdout, stderr } = spawnSync("npm", ["run", "--silent", "audit", "--", "--quick"], {
    cwd: ROOT,
    encoding: "utf8",
  });
  assert.is(status, 0, stdout + stderr);
  for (const kind of ["article with", "home ", "matrix 30 × 30", "notFound", "benefit ", "therapy "])
    assert.match(stdout, kind);
});

test.run();
