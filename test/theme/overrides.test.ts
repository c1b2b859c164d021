import { test } from "uvu";
import * as assert from "uvu/assert";
import { reportOverrides } from "../../plugins/theme/layouts.ts";

const theme = ["layouts/article.njk", "layouts/base.njk", "partials/footer.njk", "partials/header.njk"];
const report = (path: string) =>
  reportOverrides(theme, [path], "./_includes/").map(({ severity, message, file }) => [
    severity,
    file,
    message,
  ]);

test("overrides: a file of a theme's path is noted", () => {
  assert.equal(report("partials/footer.njk"), [
    ["note", "_includes/partials/footer.njk", "replaces the theme's file of the same path."],
  ]);
});

for (const [path, near] of [
  ["partials/foter.njk", "partials/footer.njk"],
  ["layouts/articles.njk", "layouts/article.njk"],
] as const) {
  test(`overrides: ${path} is asked about`, () => {
    const [first] = report(path);
    assert.is(first?.[0], "warning");
    assert.match(first?.[2] ?? "", `Did you mean "${near}"?`);
  });
}

for (const path of [
  "partials/newsletter.njk",
  "macros/footer.njk",
  "partials/footer.css",
  "layouts/landing-page.njk",
]) {
  test(`overrides: ${path} is the owner's own affair`, () => assert.equal(report(path), []));
}

test.run();
