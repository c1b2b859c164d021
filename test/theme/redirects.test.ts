import { test } from "uvu";
import * as assert from "uvu/assert";
import { formatProblem, quote } from "../../plugins/problem.ts";
import { queryRules, readRedirects } from "../../plugins/theme/redirects.ts";

for (const [from, to, isTaken] of [
  ["/old/", "/new/", true],
  ["/?p=12", "/rest/", true],
  ["/old/", "//e.example/", false],
  ["//e.example/", "/new/", false],
  ["/old/", "https://e.example/", false],
  ["/old/", "/new/?p=1", false],
  ["/old/", "/\\e.example/", false],
  ['/"onclick="/', "/new/", false],
  ["/old/", "/old/", false],
  ["/old/", 5, false],
] as const) {
  test(`readRedirects: ${from} ${isTaken ? "leads" : "does not lead"} to ${to}`, () => {
    const { redirects, problems } = readRedirects(
      "_data/redirects.json",
      JSON.stringify({ [from]: to }, null, 1),
    );
    assert.equal([...redirects], isTaken ? [[from, to]] : []);
    const quoted = quote(`${from}: ${to}`);
    assert.equal(
      problems.map(formatProblem),
      isTaken
        ? []
        : [
            `_data/redirects.json:2: ${from}: expected a path of this site and another one, received ${quoted}.`,
          ],
    );
  });
}

test("queryRules: only old addresses that no page can stand for need a rule of the host", () =>
  assert.is(
    queryRules(
      new Map([
        ["/old/", "/new/"],
        ["/?p=12", "/café/"],
      ]),
    ),
    "/ p=12 /caf%C3%A9/ 301\n",
  ));

test.run();
