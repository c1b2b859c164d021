import { test } from "uvu";
import * as assert from "uvu/assert";
import { article, smallProject } from "../project.ts";

/** Faults of one kind that a layout of the owner's makes, and what is said of them. */
const EMPTIED = ["partials/notices.njk", "partials/action-note.njk"];

test("build --check: what the owner's layout leaves out of an article's page is said with its file", () => {
  const project = smallProject(
    'review: { failOn: "error", rules: { sources: "off", "not-reviewed": "off", "site-pages": "off", "page-ai": "error" } },',
  );
  const fields = { title: "Rest", date: "2026-01-01", madeWithAi: "Drafted with a language model." };
  project.write("src/articles/rest.md", article(fields, "Rest is good.\n"));
  for (const path of EMPTIED) project.write(`_includes/${path}`, "");
  const { code, output } = project.vervain("build", "--check", "--verbose");
  assert.is(code, 1, output);
  assert.match(
    output,
    /error rest\/index\.html: page-ai: expected what the article declares of AI, on the page/,
  );
  project.clean();
});

test("build --check: levels and rules of the owner's come from the configuration", () => {
  const own = `{ name: "no-rest", severity: "error", what: "No page speaks of rest.", why: "House rule.",
    check: ({ page }, report) => {
      if (page.path === "rest/index.html") report("expected another subject, received rest. Write of work.");
    } }`;
  const project = smallProject(`check: { levels: { "no-rest": "warning" }, ownRules: [${own}] },`);
  const { output } = project.vervain("build", "--check", "--verbose");
  assert.match(
    output,
    /warning src\/articles\/rest\.md: rest\/index\.html: no-rest: expected another subject, received rest\. Write of work\./,
  );
  project.edit("eleventy.config.js", (text) => text.replace('"no-rest": "warning"', '"no-rist": "off"'));
  const wrong = project.vervain("build", "--check");
  assert.is(wrong.code, 1);
  assert.match(wrong.output, 'expected the name of a rule, received "no-rist". Did you mean "no-rest"?');
  project.edit("eleventy.config.js", (text) =>
    text.replace("check: {", 'review: { rules: { jargn: "off" } }, check: {'),
  );
  const review = project.vervain("build");
  assert.is(review.code, 1);
  assert.match(
    review.output,
    'error review: rules: expected a rule, received "jargn". Did you mean "jargon"?\nerror check: levels: expected the name of a rule, received "no-rist". Did you mean "no-rest"?',
  );
  project.clean();
});

test("build --check: a dead address is said with the line of the article that writes it", () => {
  // Pictures that come to the site in another way are looked for when it is built.
  const project = smallProject(
    `site: { title: "Small", url: "https://small.example", publisher: "journal", images: { missing: "warning" } },`,
  );
  const fields = { title: "Rest", date: "2026-01-01" };
  project.write(
    "src/articles/rest.md",
    article(fields, 'Rest is good.\n\nSee [nowhere](/nowhere/) and [the end](#end).\n\n<img src="/x.png">\n'),
  );
  const { code, output } = project.vervain("build", "--check");
  assert.is(code, 1, output);
  for (const [line, rule] of [
    [9, "link-broken"],
    [9, "anchor-broken"],
    [11, "resource-broken"],
    [11, "alt"],
  ] as const)
    assert.match(output, `error src/articles/rest.md:${line}: rest/index.html: ${rule}: `);
  project.clean();
});

test("a frame that becomes a link is no frame to the review; one that the owner vouches for is", () => {
  const text = 'Rest is good for sleep.\n\n<iframe src="https://video.example/1"></iframe>\n';
  for (const trustsHtml of [false, true]) {
    const project = smallProject(`trustsHtml: ${trustsHtml}, review: {},`);
    project.write(
      "src/articles/rest.md",
      article({ title: "Benefits of rest for insomnia", date: "2026-01-01", conditions: ["insomnia"] }, text),
    );
    const { output } = project.vervain("build", "--verbose");
    const built = project.read("_site/rest/index.html");
    assert.is(/embeds: expected no other site's script or frame/.test(output), trustsHtml, output);
    assert.is(built.includes("<iframe"), trustsHtml);
    project.clean();
  }
});

test.run();
