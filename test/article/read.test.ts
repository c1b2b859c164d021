import { test } from "uvu";
import * as assert from "uvu/assert";
import { openArticle, readArticle } from "../../plugins/article/read.ts";
import { formatProblem } from "../../plugins/problem.ts";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Problems of a file as the build prints them. */
function faults(source: string | Uint8Array): string[] {
  const opened = openArticle(typeof source === "string" ? encode(source) : source, "src/articles/a.md");
  if ("problem" in opened) return [formatProblem(opened.problem)];
  const { problems } = readArticle(opened, { id: "a", timeZone: "Europe/Amsterdam", lang: "en" });
  return problems.map(formatProblem);
}

const at = "src/articles/a.md";
const cases: [name: string, source: string | Uint8Array, expected: string[]][] = [
  ["a whole article has none", "---\ntitle: Rest\ndate: 2026-05-01\n---\nText.\n", []],
  ["a missing title", "---\ndate: 2026-05-01\n---\n", [`${at}:1: title: expected text, received nothing.`]],
  [
    "a title of another kind",
    "---\ntitle: [a, b]\ndate: 2026-05-01\n---\n",
    [`${at}:2: title: expected text, received ["a","b"].`],
  ],
  [
    "a month that does not exist",
    "---\ntitle: Rest\ndate: 2024-13-45\n---\n",
    [`${at}:3: date: expected a date such as 2026-05-01 or 2026-05-01T09:30, received "2024-13-45".`],
  ],
  [
    "a day that never was",
    "---\ntitle: Rest\ndate: 2023-02-29\n---\n",
    [`${at}:3: date: expected a date such as 2026-05-01 or 2026-05-01T09:30, received "2023-02-29".`],
  ],
  [
    "a year alone",
    "---\ntitle: Rest\ndate: 2026\n---\n",
    [`${at}:3: date: expected a date such as 2026-05-01 or 2026-05-01T09:30, received 2026.`],
  ],
  [
    "front matter without an end",
    "---\ntitle: Rest\ndate: 2026-05-01\n\nText.\n",
    [
      `${at}:1: front matter: expected a closing line "---", received the end of the file. Close the front matter before the text.`,
    ],
  ],
  [
    "no front matter at all",
    "# Rest\n",
    [
      `${at}:1: front matter: expected front matter between two lines "---", received none. Start the file with ---, title and date.`,
    ],
  ],
  [
    "front matter that would run code",
    "---js\n{ title: process.exit(1) }\n---\n",
    [
      `${at}:1: front matter: expected YAML, received JS. Write the fields as "name: value" between lines "---".`,
    ],
  ],
  [
    "notes that are no words",
    "---\ntitle: Rest\ndate: 2026-05-01\nemergency: true\nactionNote: true\n---\n",
    [
      `${at}:4: emergency: expected text, received true.`,
      `${at}:5: actionNote: expected words, or false for no note, received true.`,
    ],
  ],
  [
    "a key that reaches the prototype",
    "---\ntitle: Rest\n__proto__:\n  polluted: yes\n---\n",
    [
      `${at}:3: front matter: expected YAML, received "__proto__:" (the key "__proto__" is not allowed). Quote values that contain a colon.`,
    ],
  ],
  [
    "UTF-16",
    new Uint8Array([0xff, 0xfe, 0x2d, 0x00]),
    [`${at}:1: encoding: expected UTF-8, received UTF-16. Save the file as UTF-8.`],
  ],
  [
    "Latin-1, with the line of the first letter that is wrong",
    new Uint8Array([...encode("---\ntitle: Caf"), 0xe9, ...encode("\n---\n")]),
    [`${at}:2: encoding: expected UTF-8, received byte 0xe9 at position 15. Save the file as UTF-8.`],
  ],
  [
    "every fault of one file at once",
    '---\ntitle: ""\ndate: soon\ndraft: maybe\npermalink: ../../x.html\nsources:\n  - title: A\n    url: javascript:alert(1)\n---\n',
    [
      `${at}:2: title: expected words, not an empty text, received "".`,
      `${at}:8: sources.0.url: expected an address that starts with https://, received "javascript:alert(1)".`,
      `${at}:4: draft: expected true or false, received "maybe".`,
      `${at}:5: permalink: expected a path on this site such as /massage-for-insomnia/, received "../../x.html".`,
      `${at}:3: date: expected a date such as 2026-05-01 or 2026-05-01T09:30, received "soon".`,
    ],
  ],
  [
    "a picture that is a path alone",
    "---\ntitle: Rest\ndate: 2026-05-01\nimage: /a.png\n---\n",
    [
      `${at}:4: image: expected a description beside the picture, received only "/a.png". It is shown as decoration; write image: { src: "/a.png", alt: "what it shows" }.`,
    ],
  ],
  [
    "an update before the date",
    "---\ntitle: Rest\ndate: 2026-05-02T09:00\nupdated: 2026-05-01\n---\n",
    [`${at}:4: updated: expected a day that is not before the date, 2026-05-02, received "2026-05-01".`],
  ],
  [
    "an update on the day itself, which begins before its date's hour",
    "---\ntitle: Rest\ndate: 2026-05-01T09:00\nupdated: 2026-05-01\n---\n",
    [],
  ],
  [
    "a field one letter off",
    "---\ntitle: Rest\ndate: 2026-05-01\nauthour: x\n---\n",
    [`${at}:4: authour: expected a known field, received "authour". Did you mean "author"?`],
  ],
  [
    "a field of three letters that lacks one, and one that is nothing like ours",
    "---\ntitle: Rest\ndate: 2026-05-01\ntag: calm\nfaq: x\nid: x\nmood: x\nseries: x\n---\n",
    [`${at}:4: tag: expected a known field, received "tag". Did you mean "tags"?`],
  ],
];

for (const [name, source, expected] of cases) {
  test(`readArticle: ${name}`, () => assert.equal(faults(source), expected));
}

test("readArticle: a draft is one, whatever else it lacks", () => {
  const opened = openArticle(encode("---\ntitle: Rest\ndraft: true\n---\nText.\n"), "a.md");
  assert.not("problem" in opened);
  if ("problem" in opened) return;
  const { article } = readArticle(opened, { id: "a", timeZone: "UTC", lang: "en" });
  assert.is(article?.frontMatter.draft, true);
});

test("readArticle: a date without zone is meant in the site's", () => {
  const opened = openArticle(encode("---\ntitle: Rest\ndate: 2026-07-01\n---\n"), at);
  assert.ok(!("problem" in opened));
  const { article } = readArticle(opened, { id: "a", timeZone: "Europe/Amsterdam", lang: "en" });
  assert.is(article?.frontMatter.date, "2026-07-01T00:00:00+02:00");
});

test("readArticle: what can be read is read, whatever stands beside it", () => {
  const source = "---\ntitle: [a]\ndate: soon\ntags: [calm]\nimage: /a.png\n---\nText.\n";
  const opened = openArticle(encode(source), at);
  assert.ok(!("problem" in opened));
  const { article, faulty } = readArticle(opened, { id: "sleep/warm-bath", timeZone: "UTC", lang: "en" });
  assert.equal([...faulty], ["title", "date"]);
  assert.is(article.title, "Warm bath");
  assert.equal(article.frontMatter.tags, ["calm"]);
  assert.equal(article.frontMatter.image, { src: "/a.png", alt: "", credit: null, caption: null });
  assert.is(article.lead, "Text.");
});

test.run();
