import { test } from "uvu";
import * as assert from "uvu/assert";
import { readBody } from "../../plugins/import/folders/body.ts";
import { readHeaded } from "../../plugins/import/folders/header.ts";
import { rewriteMarkdown } from "../../plugins/import/markdown-text.ts";

const SENTENCE = "Rest helps people, and this sentence is there at the end.";

/** Texts that end badly, nest deeply or repeat without end, by how often they repeat. */
const TEXTS: Readonly<Record<string, (count: number) => string>> = {
  "open tags": (count) => "{% note %}".repeat(count),
  "nested tags": (count) => `${"{% note %}".repeat(count)}${"{% endnote %}".repeat(count)}`,
  "open conditions": (count) => "{% if x %}".repeat(count),
  "open braces": (count) => "{".repeat(count),
  "open outputs": (count) => "{{ a".repeat(count),
  "nested shortcodes": (count) => `${"{{< note >}}".repeat(count)}${"{{< /note >}}".repeat(count)}`,
  "open shortcodes": (count) => '{{< a "'.repeat(count),
  "open components": (count) => "<Note a={".repeat(count),
  "nested components": (count) => `${"<Note>".repeat(count)}${"</Note>".repeat(count)}`,
  "attribute lists": (count) => "x\n{:.a}\n".repeat(count),
  "open attribute lists": (count) => "{:".repeat(count),
  "open frames": (count) => '<iframe src="'.repeat(count),
  frames: (count) => "<iframe>".repeat(count),
  "open brackets": (count) => "[".repeat(count / 10),
  "open links": (count) => "[a](".repeat(count / 10),
  links: (count) => "[a](b.md) ".repeat(count / 4),
  quotations: (count) => ">".repeat(count / 20),
  "HTML moved in": (count) => "<div>\n\n    <p>\n".repeat(count),
  "open pictures": (count) => "<img ".repeat(count),
  "names of definitions": (count) => "![a][b] [c][b]\n\n[b]: d\n".repeat(count / 10),
  imports: (count) => "import a from 'b'\n".repeat(count),
};

for (const tags of ["liquid", "hugo", "none"] as const)
  for (const [name, make] of Object.entries(TEXTS))
    test(`readBody (${tags}): ${name}, up to 6,000 times, end in seconds`, () => {
      const started = process.cpuUsage();
      const body = readBody(
        {
          body: `${make(6_000)}\n\n${SENTENCE}\n`,
          firstLine: 1,
          file: tags === "none" ? "a.mdx" : "a.md",
          title: "A",
          kind: { tags, isKramdown: tags === "liquid", includeOf: () => null },
          lookUp: () => null,
          addressOf: () => null,
          resolve: () => null,
          idElsewhere: () => null,
        },
        () => {},
      );
      rewriteMarkdown(body, {
        base: "https://old.example/",
        link: (href) => href,
        linkedPicture: () => null,
        image: (src) => src,
      });
      assert.ok(
        process.cpuUsage(started).user < 4_000_000,
        `${name}: ${process.cpuUsage(started).user / 1000} ms`,
      );
    });

for (const [name, source] of Object.entries({
  prototype: "---\n__proto__: { polluted: 1 }\n---\nText",
  "a prototype in JSON": '{\n"__proto__": { "polluted": 1 }\n}\nText',
  "a prototype in TOML": "+++\n[__proto__]\npolluted = 1\n+++\nText",
  aliases: `---\na: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: [*c,*c]\n---\nText`,
  "a script": "---js\nprocess.exit(1)\n---\nText",
}))
  test(`readHeaded: ${name} runs nothing and reaches nothing`, () => {
    const { body } = readHeaded(source);
    assert.match(body, "Text");
    assert.is((Object.prototype as { polluted?: unknown }).polluted, undefined);
  });

test.run();
