import { article, articles, type HostileCase } from "./case.ts";

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === "string" ? [...new TextEncoder().encode(part)] : part)),
  );
const HEAD = "---\ntitle: Words\ndate: 2026-01-01\nauthor: journal\n---\n\n";
const file = (why: string, content: Uint8Array): HostileCase => ({
  group: "encodings",
  why,
  files: { "src/articles/@.md": content },
  expect: "refused",
});

const ENCODINGS: readonly HostileCase[] = [
  file("Latin-1", bytes(HEAD, "Caf", [0xe9], "\n")),
  file("UTF-16", Uint8Array.from([0xff, 0xfe, ...Buffer.from(HEAD, "utf16le")])),
  file("UTF-16 of the other order", Uint8Array.from([0xfe, 0xff, ...Buffer.from(HEAD, "utf16le").swap16()])),
  file("a letter cut short", bytes(HEAD, [0xe2, 0x82])),
  file("a letter written longer than it is", bytes(HEAD, [0xc0, 0xaf])),
  file("half a letter of UTF-16 in UTF-8", bytes(HEAD, [0xed, 0xa0, 0x80])),
  file("a zero byte", bytes(HEAD, [0])),
  file("a picture called .md", bytes([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])),
  ...articles(
    "encodings",
    [
      ["control characters in the title", "a\\u0001b\\u0007c\\u001b[31m"],
      ["half a letter in the title", "a \\ud83d b"],
      ["turned writing in the title", "abc \\u202Egpj.exe"],
      ["non-characters in the title", "a\\uFFFEb\\uFFFFc"],
      ["characters of old computers", "a\\u0085b\\u009Fc"],
      ["marks on marks", `Z${"\u0301".repeat(400)}`],
      ["the word null", "null"],
      ["the word None", "None"],
      ["the word undefined", "undefined"],
      ["[object Object]", "[object Object]"],
      ["slashes alone", "////"],
      ["pictures alone", "😴😴😴"],
      ["a family of joined pictures", "👨‍👩‍👧‍👦 rest"],
      ["a number", "2024"],
      ["true", "true"],
      ["the longest title", "word ".repeat(400)],
      ["a title without a space", "x".repeat(3000)],
      ["writing from right to left", "النوم والراحة"],
      ["dots", "..."],
      ["a dash", "-"],
      ["quotes", "\\\"'“”‘’"],
    ].map(([why, title]) => [
      why as string,
      `---\ntitle: "${title}"\ndate: 2026-01-01\nauthor: journal\n---\n\nText.\n`,
      "built",
    ]),
  ),
  ...articles("encodings", [
    [
      "a title of nothing that is seen",
      '---\ntitle: "\\u200B\\u200D"\ndate: 2026-01-01\nauthor: journal\n---\n\nT.\n',
      "refused",
    ],
    ["control characters in the text", `${HEAD}a\u0001b\u0008c After.\n`, "built", "After."],
    ["control characters in a tag", article("Words", "T.", 'tags: ["a\\u0001b"]\n'), "built"],
    [
      "control characters in the description",
      article("Words", "T.", 'description: "a\\u0001\\ud800b"\n'),
      "built",
    ],
    [
      "control characters written as entities",
      article("Words", "a&#1;b&#x1b;c&#xD800;d After."),
      "built",
      "After.",
    ],
  ]),
];

const OPEN = [
  "<!-- x",
  "<textarea>",
  "<style>",
  "<title>",
  "<select>",
  "<script>",
  "<pre>",
  "<xmp>",
  "<plaintext>",
  "<noscript>",
  "<?php",
  "<![CDATA[",
  "<!X",
  "<svg><style>",
  "Word <textarea> word",
];

const repeat = (text: string, count: number): string => text.repeat(count);
const BIG: readonly (readonly [why: string, body: string])[] = [
  ["10,000 headings", Array.from({ length: 10_000 }, (_, index) => `## Heading ${index}\n`).join("\n")],
  ["a line of a million letters", "x".repeat(1_000_000)],
  ["50,000 opening brackets", repeat("[", 50_000)],
  ["50,000 opening links", repeat("[a](", 20_000)],
  ["emphasis without end", repeat("*a **b ", 20_000)],
  ["quotes in quotes", `${repeat("> ", 2000)}x`],
  ["lists in lists", Array.from({ length: 400 }, (_, depth) => `${repeat(" ", depth * 2)}- x`).join("\n")],
  ["code without end", repeat("`", 30_001)],
  ["a table of 2,000 columns", `|${repeat("a|", 2000)}\n|${repeat("-|", 2000)}\n|${repeat("b|", 2000)}`],
  ["5,000 links", repeat("[a](https://e.org/x) ", 5000)],
  ["5,000 images that are not there", repeat("![a](https://e.org/x.png) ", 2000)],
  ["tags in tags", `${repeat("<div>", 5000)}x${repeat("</div>", 5000)}`],
  ["tags left open", repeat("<b><i>", 5000)],
  ["entities", repeat("&amp;", 50_000)],
  ["10,000 offers", repeat("Also Read: words about rest\n\n", 2000)],
  ["10,000 footnotes", Array.from({ length: 3000 }, (_, index) => `[^${index}]`).join(" ")],
  ["10,000 definitions", Array.from({ length: 5000 }, (_, index) => `[a${index}]: /x`).join("\n")],
  ["an empty link", "[](/x/) []() [ ](https://e.org) ![](x)"],
  ["an empty heading", "#\n\n## \n\nText."],
  ["one heading again and again", repeat("## Same\n\nText.\n\n", 500)],
];

export const TEXTS: readonly HostileCase[] = [
  ...ENCODINGS,
  ...articles(
    "open markup",
    OPEN.map((open) => [
      `${open} takes what follows`,
      article("Open", `${open}\n\nAfter.\n\n## Head`),
      "built",
      "After.",
    ]),
  ),
  ...articles(
    "pathological",
    BIG.map(([why, body]) => [why, article("Large", body)]),
  ),
  ...articles("pathological", [
    [
      "5,000 tags",
      article(
        "Tags",
        "T.",
        `tags: [${Array.from({ length: 2000 }, (_, index) => `t${index}`).join(", ")}]\n`,
      ),
    ],
    ["a tag of 3,000 letters", article("Tags", "T.", `tags: [${"x".repeat(3000)}]\n`)],
    [
      "aliases that multiply",
      `---\ntitle: x\ndate: 2026-01-01\n${Array.from({ length: 12 }, (_, level) =>
        level === 0
          ? "a0: &a0 [x,x,x,x,x,x,x,x,x,x]"
          : `a${level}: &a${level} [${Array(10)
              .fill(`*a${level - 1}`)
              .join(",")}]`,
      ).join("\n")}\n---\n\nT.\n`,
      "refused",
    ],
    ["an alias of itself", "---\ntitle: x\na: &a [*a]\n---\n\nT.\n", "refused"],
    ["100,000 levels of YAML", `---\ntitle: x\na: ${"[".repeat(100_000)}\n---\n\nT.\n`, "refused"],
    ["100 levels of YAML", `---\ntitle: x\na: ${"[".repeat(100)}${"]".repeat(100)}\n---\n\nT.\n`, "refused"],
    ["11 MB", article("Big", "word ".repeat(2_300_000)), "refused"],
  ]),
];
