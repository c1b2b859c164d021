import { test } from "uvu";
import * as assert from "uvu/assert";
import type { Build, OpenedFile, Registration } from "../../plugins/build/build.ts";
import { foldWarnings } from "../../plugins/build/fold.ts";
import { takeTemplate } from "../../plugins/build/take.ts";
import type { TemplateData } from "../../plugins/eleventy.ts";
import type { Problem } from "../../plugins/problem.ts";

const FILE = "src/articles/a.md";
const OPENED: OpenedFile = {
  file: FILE,
  id: "a",
  raw: "---\ntitle: A\n---\n{{ 1 }}\n",
  data: { title: "A" },
  body: "{{ 1 }}\n",
  bodyLine: 4,
};

/** What is said of an article that Eleventy read as `delivered`, and whether it is left out. */
function take(
  opened: OpenedFile | null,
  delivered: OpenedFile | null,
): { problems: Problem[]; isOut: boolean } {
  const problems: Problem[] = [];
  const build = {
    roots: ["src/articles"],
    opened: new Map(opened === null ? [] : [[FILE, opened]]),
    problems,
    leftOut: [],
  } as unknown as Build;
  const registration = {
    options: { isOwnSite: true },
    delivered: new Map(delivered === null ? [] : [[FILE, delivered]]),
  } as unknown as Registration;
  const data = { page: { inputPath: `./${FILE}` } } as unknown as TemplateData;
  return { isOut: takeTemplate(build, data, OPENED.body, registration) === false, problems };
}

for (const [what, delivered] of [
  ["nobody handed out", null],
  ["has another header", { ...OPENED, raw: "---\ntitle: B\n---\n{{ 1 }}\n" }],
  ["has another text", { ...OPENED, body: "{{ 2 }}\n" }],
] as const) {
  test(`takeTemplate: an article as Eleventy has it that ${what} is an error, and left out`, () => {
    const { problems, isOut } = take(OPENED, delivered);
    assert.ok(isOut);
    assert.equal(
      problems.map(({ file, severity, message }) => [file, severity, message.split(",")[0]]),
      [[FILE, "error", "expected front matter that Vervain alone reads"]],
    );
  });
}

test("takeTemplate: an article that was not opened first is an error, and left out", () => {
  const { problems, isOut } = take(null, OPENED);
  assert.ok(isOut);
  assert.match(problems[0]?.message ?? "", /^expected a file in this folder, received one behind a link/);
});

test("foldWarnings: warnings that say the same are one, with how many follow; errors are all said", () => {
  const say = (file: string, severity: Problem["severity"]): Problem => ({
    file,
    line: 2,
    field: "herro",
    message: "expected a known field.",
    severity,
  });
  const files = ["a.md", "b.md", "c.md"];
  assert.equal(foldWarnings(files.map((file) => say(file, "warning"))), [
    { ...say("a.md", "warning"), message: "expected a known field. So do 2 others." },
  ]);
  assert.equal(
    foldWarnings(files.map((file) => say(file, "error"))),
    files.map((file) => say(file, "error")),
  );
});

test.run();
