import { test } from "uvu";
import * as assert from "uvu/assert";
import { readText } from "../../plugins/import/text.ts";

const BODY =
  "A paragraph that is long enough to be the text of a section on feet, sleep and what helps them.";

/** Headings of a text, as "level rule heading". */
function inferred(text: string): string[] {
  return readText(text).inferred.map(({ level, rule, heading }) => `${level} ${rule} ${heading}`);
}

for (const [name, lines, expected] of [
  ["title case over a paragraph", ["Warm Feet", BODY], ["2 title-case-line Warm Feet"]],
  ["a question over a paragraph", ["Does it help at all?", BODY], ["2 question-line Does it help at all?"]],
  ["a number over a paragraph", ["1. Warm feet at night", BODY], ["2 numbered-line 1. Warm feet at night"]],
  [
    "an umbrella and its items",
    ["Benefits of rolling for feet", "Warmer toes", BODY, "Better sleep", BODY],
    [
      "2 umbrella-line Benefits of rolling for feet",
      "3 parallel-line Warmer toes",
      "3 parallel-line Better sleep",
    ],
  ],
  [
    "an umbrella with words of its own",
    ["Benefits of Rolling", BODY, "Warmer Toes", BODY, "Conclusion", BODY],
    [
      "2 title-case-line Benefits of Rolling",
      "3 title-case-line Warmer Toes",
      "2 title-case-line Conclusion",
    ],
  ],
  [
    "numbered items end where numbers end",
    ["3 Ways to Roll", "1. Sitting", BODY, "2. Standing", BODY, "Which Ball to Take", BODY],
    [
      "2 umbrella-line 3 Ways to Roll",
      "3 numbered-line 1. Sitting",
      "3 numbered-line 2. Standing",
      "2 title-case-line Which Ball to Take",
    ],
  ],
  [
    "questions under a line that opens them",
    ["Frequently Asked Questions", "Is it safe?", BODY, "Does it hurt?", BODY],
    [
      "2 umbrella-line Frequently Asked Questions",
      "3 question-line Is it safe?",
      "3 question-line Does it hurt?",
    ],
  ],
  ["not a sentence", ["It helps.", BODY], []],
  ["not a line in lower case", ["and so it goes", BODY], []],
  ["not a quotation", ["“Never Again”", BODY], []],
  ["not a line that announces a list", ["The reasons are:", "Warmth", "Calm", "Price"], []],
  ["not a line over another", ["Warm Feet", "Calm"], []],
  ["nothing where headings are marked", ["## Marked", BODY, "Warm Feet", BODY], []],
] as const) {
  test(`inferHeadings: ${name}`, () =>
    assert.equal(inferred(["A title of it", BODY, ...lines].join("\n\n")), expected));
}

for (const [name, text, title] of [
  ["the first line", `A Title of It\n\n${BODY}`, "A Title of It"],
  ["doubled", `A Title of It\n\nA Title of It\n\n${BODY}`, "A Title of It"],
  ["doubled, once with the site's name", `A Title of It - Our Site\nA Title of It\n${BODY}`, "A Title of It"],
  ["below the menu", `Skip to content\nHome\nAbout Us\nA Title of It\n${BODY}`, "A Title of It"],
  ["with its entities decoded", `Raynaud&#8217;s &amp; You\n\n${BODY}`, "Raynaud’s & You"],
  ["marked as a heading", `# A Title of It\n\n${BODY}`, "A Title of It"],
  ["none where running text opens", `${BODY} ${BODY}\n\n${BODY}`, null],
] as const) {
  test(`readText: the title is ${name}`, () => {
    const read = readText(text);
    assert.is(read.title, title);
    assert.is(read.markdown.split("A Title of It").length, 1);
  });
}

for (const [line, rule] of [
  ["Skip to content", "skip-link"],
  ["Leave a Reply", "comments"],
  ["Leave a Reply Cancel reply", "comments"],
  ["3 thoughts on “Warm Feet”", "comments"],
  ["Your email address will not be published. Required fields are marked *", "comment-form"],
  ["About Author", "author-box"],
  ["Share this:", "share-row"],
  ["Facebook Twitter Pinterest", "share-row"],
  ["March 4, 2025", "post-meta"],
  ["By Ann Example | March 4, 2025", "post-meta"],
  ["5 min read", "post-meta"],
  ["Previous Post", "page-navigation"],
  ["← Cold Rooms", "page-navigation"],
  ["Subscribe to our newsletter", "newsletter"],
  ["We use cookies to improve your stay.", "cookie-banner"],
  ["© 2025 The Quiet Room", "page-section"],
] as const) {
  test(`readText: "${line}" is left out as ${rule}`, () => {
    const { markdown, stripped } = readText(`A Title of It\n\n${BODY}\n\n${BODY}\n\n${line}`);
    assert.is(markdown, `${BODY}\n\n${BODY}`);
    assert.equal(stripped.at(-1), { rule, text: line, line: 7 });
  });
}

for (const line of [
  "By reducing stress, it helps people to sleep.",
  "Share a bath with somebody you love and you will sleep.",
  "Reply to stress with a slow breath and see.",
  "This introduction sets the stage for what comes.",
  "More sleep follows.",
  "May is a good month to begin.",
]) {
  test(`readText: "${line}" is the author's and stays`, () => {
    assert.is(readText(`A Title of It\n\n${BODY}\n\n${line}`).markdown, `${BODY}\n\n${line}`);
  });
}

test("readText: chrome glued to the last sentence is cut off", () => {
  const { markdown, stripped } = readText(`A Title of It\n\n${BODY}Leave a Reply Cancel reply`);
  assert.is(markdown, BODY);
  assert.equal(stripped.at(-1), { rule: "glued", text: "Leave a Reply Cancel reply", line: 3 });
});

test("readText: what stands below a comment form goes, offers stay", () => {
  const { markdown, alsoRead } = readText(
    `A Title of It\n\n${BODY}\n\n${BODY}\n\nLeave a Reply\n\nAnn says hello\n\nAlso Read: Ten Teas`,
  );
  assert.is(markdown, `${BODY}\n\n${BODY}\n\nAlso Read: Ten Teas`);
  assert.equal(alsoRead, [{ title: "Ten Teas", href: null }]);
});

test("readText: a byline and a date are facts where they are said, never otherwise", () => {
  const said = readText(`A Title of It\nBy Ann Example\nMarch 4, 2025\n\n${BODY}`);
  assert.equal([said.author, said.date], ["Ann Example", "2025-03-04"]);
  const unclear = readText(`A Title of It\nBy admin\n3/4/2025\n\n${BODY}`);
  assert.equal([unclear.author, unclear.date], [null, null]);
});

test.run();
