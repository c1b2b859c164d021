import { once } from "node:events";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { article as addArticle } from "../../plugins/build/plugin.ts";
import { reportFault } from "../../plugins/cli/faults.ts";
import own, { vervain } from "../../plugins/index.ts";
import { packageFolder } from "../../plugins/package-folder.ts";
import { isSetupError } from "../../plugins/problem.ts";
import { article, smallProject } from "../project.ts";

/** What a build says of one template of the owner's, on one line. */
function said(path: string, text: string): string {
  const project = smallProject();
  project.write(`_includes/${path}`, text);
  project.write("src/articles/a.md", article({ title: "A", date: "2026-01-01", tags: ["x"] }, "Text.\n"));
  const { code, output } = project.vervain("build");
  project.clean();
  assert.is(code, 1, output);
  const errors = output.split("\n").filter((line) => line.startsWith("error "));
  assert.is(errors.length, 1, output);
  assert.not.match(output, /^\s+at /m);
  return errors[0] as string;
}

for (const [name, path, text, expected] of [
  [
    "a filter that is not there",
    "partials/share.njk",
    "<p>\nok\n{{ view.title | nofilter }}</p>\n",
    'error _includes/partials/share.njk:3: template: filter not found: nofilter. It came up in "src/articles/',
  ],
  [
    "a tag that does not fit",
    "partials/share.njk",
    "<p>\n{% if view.title %}\n<b>{% endfor %}\n",
    "error _includes/partials/share.njk:3: template: unknown block tag: endfor. It came up in",
  ],
  [
    "a call of nothing",
    "layouts/article.njk",
    '{% extends "@theme/layouts/article.njk" %}\n{% block afterBody %}\n{{ nothing.at.all() }}\n{% endblock %}\n',
    'error _includes/layouts/article.njk:3: template: Unable to call `nothing["at"]["all"]`, which is undefined or falsey. It',
  ],
  [
    "an include that is not there",
    "partials/topics.njk",
    '<p></p>\n{% include "partials/nope.njk" %}\n',
    "error _includes/partials/topics.njk:2: template: template not found: partials/nope.njk. It",
  ],
  [
    "an include outside the folder",
    "layouts/article.njk",
    '{% extends "@theme/layouts/article.njk" %}\n{% block afterBody %}\n{% include "../../../etc/hosts" %}\n{% endblock %}\n',
    "error _includes/layouts/article.njk:3: template: template not found: /",
  ],
  [
    "a path that leads out of the theme",
    "layouts/article.njk",
    '\n{% extends "@theme/../package.json" %}\n',
    'error _includes/layouts/article.njk:2: template: theme: expected a path inside the theme, received "@theme/../package.json". Name a file of yours without "@theme/". It came up in',
  ],
  [
    "a tag that is never closed",
    "partials/share.njk",
    "<p>\n{% if view.title %}\n<b>\n",
    "error _includes/partials/share.njk:3: template: parseIf: expected elif, else, or endif, got end of file. It came up in",
  ],
] as const) {
  test(`faults: ${name} in an override is said with the owner's file and line`, () => {
    const line = said(path, text);
    assert.ok(line.startsWith(expected), line);
  });
}

test("faults: wrong options are lines of their own, without a word of Eleventy's around them", () => {
  const project = smallProject('pageFrom: "two", site2: {}, extractionRules: [{ name: "X" }],');
  const { code, output } = project.vervain("build");
  project.clean();
  assert.is(code, 1);
  assert.equal(output.trim().split("\n"), [
    'error vervain: pageFrom: expected a number, received "two".',
    'error vervain: extractionRules.0.name: expected lower-case words joined by "-", received "X".',
    "error vervain: extractionRules.0.confidence: expected 0..1, received nothing.",
    "error vervain: extractionRules.0.find: expected a function, received nothing.",
    'error vervain: site2: expected an option that exists, received "site2". Did you mean "site"?',
  ]);
});

test("faults: serving says what stops the first build once, in the words of a build", async () => {
  const project = smallProject();
  project.write("_includes/partials/share.njk", "<p>\n{{ view.title | nofilter }}</p>\n");
  project.write("src/articles/a.md", article({ title: "A", date: "2026-01-01" }, "Text.\n"));
  const server = project.start("serve", "--port", "0");
  let output = "";
  for (const stream of [server.stdout, server.stderr]) stream?.on("data", (chunk) => (output += chunk));
  const [code] = await once(server, "close");
  await project.end();
  assert.is(code, 1, output);
  assert.equal(
    output
      .trim()
      .split("\n")
      .map((line) => line.replace(/It came up in .*/, "")),
    ["error _includes/partials/share.njk:2: template: filter not found: nofilter. "],
  );
});

test("faults: two copies of the package on one site are said, with where they lie", () => {
  const copy = "/site/node_modules/other/node_modules/vervain";
  const config = { addPlugin: () => undefined, [Symbol.for("vervain.copy")]: copy };
  assert.throws(
    () => addArticle(config as never),
    (error: Error) =>
      isSetupError(error) &&
      error.message ===
        `vervain: expected one copy of the package, received two: /site/node_modules/other/node_modules/vervain and ${packageFolder(".")}. \`npm ls vervain\` shows who brings them; \`npm dedupe\`, or one version for both, leaves one.`,
  );
});

test("faults: a missing Eleventy is one sentence", async () => {
  const missing = Object.assign(
    new Error("Cannot find package '@11ty/eleventy' imported from /site/node_modules/vervain/dist/x.js"),
    { code: "ERR_MODULE_NOT_FOUND" },
  );
  const lines: string[] = [];
  const { error } = console;
  console.error = (line: string) => void lines.push(line);
  try {
    reportFault(missing);
  } finally {
    console.error = error;
  }
  assert.equal(
    lines.map((line) => line.replace(/\p{Cc}\[\d+m/gu, "")),
    [
      "error vervain: expected @11ty/eleventy 3.1 or newer beside it, received none. Run npm install @11ty/eleventy.",
    ],
  );
});

test("package: the whole is the default export and a named one", () => assert.is(own, vervain));

test.run();
