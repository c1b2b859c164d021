import { test } from "uvu";
import * as assert from "uvu/assert";
import { heard } from "../../plugins/cli/serve-log.ts";
import { serveLines } from "../../plugins/cli/serve-report.ts";
import type { Problem, Severity } from "../../plugins/problem.ts";

const at = (file: string, severity: Severity, line = 1): Problem => ({
  file: `src/articles/${file}.md`,
  line,
  field: "title",
  message: "expected words, received nothing.",
  severity,
});
const said = "title: expected words, received nothing.";

test("serve: of the file just saved each fault is a line, of the others all together are one", () => {
  const problems = [
    at("a", "error", 2),
    at("a", "warning", 3),
    at("a", "note", 4),
    at("b", "error"),
    at("c", "warning"),
    at("c", "warning", 9),
  ];
  assert.equal(serveLines(problems, ["src/articles/a.md"]), [
    `error src/articles/a.md:2: ${said}`,
    `warning src/articles/a.md:3: ${said}`,
    "1 error and 2 warnings in 2 other files (the desk shows them all)",
  ]);
});

test("serve: a file without a fault says so, where it had one", () => {
  assert.equal(serveLines([], ["src/articles/a.md"]), ["src/articles/a.md: nothing to mend"]);
  assert.equal(serveLines([at("b", "error")], ["src/articles/a.md"]), [
    "src/articles/a.md: nothing to mend",
    "1 error in 1 other file (the desk shows them all)",
  ]);
});

test("serve: at the beginning errors are said, warnings counted, and no wall is built of either", () => {
  assert.equal(serveLines([], []), []);
  assert.equal(serveLines([at("a", "error"), at("b", "warning")], []), [
    `error src/articles/a.md:1: ${said}`,
    "1 warning in 1 file (the desk shows them all)",
  ]);
  const many = Array.from({ length: 30 }, (_, index) => at("a", "error", index + 1));
  assert.is(serveLines(many, []).length, 11);
  assert.is(serveLines(many, []).at(-1), "20 errors in 1 file (the desk shows them all)");
  assert.is(serveLines(many, ["src/articles/a.md"]).length, 11);
});

test("serve: of what Eleventy says, measurements and stacks are left out", () => {
  assert.is(heard("[11ty] Benchmark    212ms  13%    12× (Configuration) Preprocessor"), "");
  assert.is(
    heard("[11ty] Problem writing:\n1. No such filter\n    at Object.x (/a/b.js:1:2)"),
    "[11ty] Problem writing:\n1. No such filter",
  );
  assert.is(
    heard("[11ty] 1. Unexpected token\n[11ty] \n[11ty]     at x (/a/b.js:1:2)"),
    "[11ty] 1. Unexpected token",
  );
  assert.is(heard("[11ty] Server at http://localhost:8080/"), "[11ty] Server at http://localhost:8080/");
});

test.run();
