import { test } from "uvu";
import * as assert from "uvu/assert";
import { isFaq } from "../../plugins/schema/faq.ts";
import { toGraph } from "../../plugins/schema/index.ts";
import { testSite } from "./fixture.ts";
import { say } from "./say.ts";

for (const heading of [
  "FAQ",
  "FAQs",
  "FAQ about massage",
  "Frequently asked questions",
  "Common questions",
  "Questions and answers",
  "Q&A",
]) {
  test(`isFaq: ${heading}`, () => assert.ok(isFaq(heading, [])));
}
for (const heading of ["Questions", "What is an FAQ?", "Faqir", "How often?"]) {
  test(`isFaq: not ${heading}`, () => assert.not(isFaq(heading, [])));
}
test("isFaq: the site's own headings", () => assert.ok(isFaq("Veelgestelde vragen", [/veelgestelde/gi])));

function questions(body: string): string {
  const { context, views } = testSite({ articles: [{ id: "a", body }] });
  const graph = toGraph(views.byUrl.get("/a/") as never, context);
  const parts = graph?.["@graph"].find((node) => node["@type"] === "BlogPosting")?.hasPart ?? [];
  return say({ "@context": "https://schema.org", "@graph": parts as never });
}

test("questions: headings that ask, with all their text as the answer", () => {
  const body =
    "## FAQ\n\n### How often?\n\nOnce a week.\n\n- or twice\n\n### Our view\n\nNot asked.\n\n### Does it hurt?\n";
  assert.is(
    questions(body),
    `
Question /a/#how-often
  url: /a/#how-often
  name: How often?
  answerCount: 1
  acceptedAnswer: Answer
    text: Once a week.
or twice
`,
  );
});

test("questions: the section's own heading is none, though it asks", () => {
  assert.match(
    questions("## Common questions?\n\nWe are asked these.\n\n### How often?\n\nOnce.\n"),
    /name: How often\?/,
  );
  assert.not.match(
    questions("## Common questions?\n\nWe are asked these.\n\n### How often?\n\nOnce.\n"),
    "name: Common questions?",
  );
});

test("questions: bold words that ask, on their own line or before the answer", () => {
  assert.is(
    questions(
      "## FAQ\n\n**How long?** Half an hour.\n\n**Does it hurt?**\n\nNo.\n\nNot at all.\n\n**Note** this.\n",
    ),
    `
Question /a/#question-1
  name: How long?
  answerCount: 1
  acceptedAnswer: Answer
    text: Half an hour.
Question /a/#question-2
  name: Does it hurt?
  answerCount: 1
  acceptedAnswer: Answer
    text: No.
Not at all.
Note this.
`,
  );
});

test("questions: bold words that ask end the answer of the heading above them", () => {
  const text = questions("## FAQ\n\n### How often?\n\nWeekly.\n\n**Does it hurt?** No.\n");
  assert.match(
    text,
    /name: How often\?\n {2}answerCount: 1\n {2}acceptedAnswer: Answer\n {4}text: Weekly\.\n/,
  );
  assert.match(text, /name: Does it hurt\?/);
});

test("questions: asked outside an FAQ section, they are headings like others", () => {
  assert.is(questions("## How often?\n\nOnce a week.\n").includes("Question"), false);
});

test("questions: what follows a list, or is offered to be read, is no answer of its last item", () => {
  const said = questions(
    "## FAQ\n\n- **How often?** Once a week.\n\n  Twice in winter.\n- **How long?** Ten minutes.\n\nIn short, go slowly.\n\nRead More: Ten Teas\n",
  );
  assert.match(said, "text: Once a week.\nTwice in winter.");
  assert.match(said, "text: Ten minutes.\n");
  assert.not.match(said, "In short");
  assert.not.match(questions("## FAQ\n\n### How long?\n\nTen minutes.\n\nRead More: Ten Teas\n"), "Ten Teas");
});

test.run();
