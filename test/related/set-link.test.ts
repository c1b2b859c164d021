import * as fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { passagesOf } from "../../plugins/related/linking/passages.ts";
import { setLink } from "../../plugins/related/linking/set-link.ts";

const HEAD = "\uFEFF---\r\ntitle:   'A note'  # kept\r\n---\r\n";

/** Sets the link on the first place of a phrase as readers see it. */
function set(source: string, phrase: string, url = "/neck-pain/"): ReturnType<typeof setLink> {
  const body = source.slice(source.indexOf("---", 10) + 3).replace(/^\r?\n/, "");
  const passages = passagesOf(body);
  const passage = passages.findIndex(({ text, free }) =>
    free.some(({ start, end }) => text.slice(start, end).includes(phrase)),
  );
  const { text = "", free = [] } = passages[passage] ?? {};
  const range = free.find(({ start, end }) => text.slice(start, end).includes(phrase));
  const start = text.indexOf(phrase, range?.start ?? 0);
  return setLink(source, { passage, text, start, end: start + phrase.length }, url);
}

for (const [name, body, phrase, written] of [
  ["in a sentence", "It is neck pain.\r\n", "neck pain", "It is [neck pain](/neck-pain/).\r\n"],
  ["across the end of a line", "It is neck\n  pain.\n", "neck pain", "It is [neck\n  pain](/neck-pain/).\n"],
  [
    "in bold words",
    "It is **bad neck pain** today.",
    "neck pain",
    "It is **bad [neck pain](/neck-pain/)** today.",
  ],
  ["in a cell", "| a |\n|---|\n| neck pain |\n", "neck pain", "| a |\n|---|\n| [neck pain](/neck-pain/) |\n"],
  [
    "not in a link before it",
    "[neck pain](/x/) and neck pain",
    "neck pain",
    "[neck pain](/x/) and [neck pain](/neck-pain/)",
  ],
  [
    "not in code before it",
    "`neck pain` and neck pain",
    "neck pain",
    "`neck pain` and [neck pain](/neck-pain/)",
  ],
  [
    "not in an attribute before it",
    '<span title="neck pain">x</span> neck pain',
    "neck pain",
    '<span title="neck pain">x</span> [neck pain](/neck-pain/)',
  ],
  [
    "not in a template's order before it",
    "{% x 'neck pain' %} neck pain",
    "neck pain",
    "{% x 'neck pain' %} [neck pain](/neck-pain/)",
  ],
  [
    "not in an address that is defined below",
    "[a][neck pain] neck pain\n\n[neck pain]: /x/\n",
    "neck pain",
    "[a][neck pain] [neck pain](/neck-pain/)\n\n[neck pain]: /x/\n",
  ],
] as const)
  test(`setLink: ${name}, and no other byte changes`, () => {
    assert.equal(set(HEAD + body, phrase), { text: HEAD + written });
  });

test("setLink: an address with brackets and letters beyond Latin leads where it should", () => {
  assert.equal(set(`${HEAD}It is tea.`, "tea", "/ميرمية (2)/"), {
    text: `${HEAD}It is [tea](/%D9%85%D9%8A%D8%B1%D9%85%D9%8A%D8%A9%20%282%29/).`,
  });
});

test("setLink: a text that is no longer as it was read is refused", () => {
  const [passage] = passagesOf("It is neck pain.");
  const place = { passage: 0, text: passage!.text, start: 6, end: 15 };
  const later = setLink(`${HEAD}It is no neck pain.`, place, "/neck-pain/");
  assert.equal(later, { fault: "expected the text as it was read, received another. Look at it again." });
});

test("setLink: what the source writes in another way is left to the writer", () => {
  const fault =
    "expected a phrase that stands in the file as readers see it, received marks within it. Write the link by hand.";
  assert.equal(set(`${HEAD}It is neck&nbsp;pain.`, "neck\u00a0pain"), { fault });
});

const PIECES = [
  "neck pain",
  "neck\npain",
  "**",
  "_",
  "`",
  "[",
  "](/x/)",
  "](",
  ")",
  "\\",
  "<b>",
  "</a>",
  "<a href=x>",
  "> ",
  "\n\n",
  "- ",
  "# ",
  "| ",
  " ",
  "a",
  "{% ",
  " %}",
  "&amp;",
  "[^1]",
  "![",
  "\n    ",
];

test("setLink: in any text, what comes out reads as the text with this one link more, or nothing is written", () => {
  let setCount = 0;
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 24 }), (pieces) => {
      const body = pieces.join("");
      for (const [passage, { text, free, links }] of passagesOf(body).entries()) {
        const range = free.find(({ start, end }) => /neck pain/.test(text.slice(start, end)));
        if (!range) continue;
        const start = text.indexOf("neck pain", range.start);
        const written = setLink(HEAD + body, { passage, text, start, end: start + 9 }, "/to/");
        if ("fault" in written) continue;
        setCount++;
        assert.is(written.text.length, HEAD.length + body.length + "[](/to/)".length);
        const after = passagesOf(written.text.slice(HEAD.length))[passage]!;
        assert.is(after.text, text);
        assert.is(after.links.length, links.length + 1);
        assert.ok(after.links.some((link) => link.start === start && link.href === "/to/"));
      }
    }),
    { seed: 17, numRuns: 3000 },
  );
  assert.ok(setCount > 300, `${setCount} were set`);
});

test.run();
