import { test } from "uvu";
import * as assert from "uvu/assert";
import { validateFrontMatter } from "../../plugins/article/front-matter.ts";
import { parseArticle } from "../../plugins/article/parse.ts";
import { effortMs } from "../effort.ts";

/** The pieces of the first block of a Markdown text, each with its bold name; its whole text where it is one piece. */
function pieces(body: string): readonly (string | readonly [text: string, lead: string | null])[] {
  const checked = validateFrontMatter({ title: "T", date: "2026-01-01" }, { timeZone: "UTC", lang: "en" });
  if ("problems" in checked) throw new Error("front matter");
  const { blocks } = parseArticle(body, { id: "t", file: "t.md", frontMatter: checked.frontMatter });
  const [block] = blocks;
  if (!block || block.lines.length === 0) return [block?.text ?? ""];
  return block.lines.map(({ text, lead }) => (lead === null ? text : [text, lead]));
}

const LONG = "Whoever drinks it in the evening sleeps sooner, and whoever does not sleeps, too, if later";

for (const [what, body, expected] of [
  ["marks", "✅ Calms ✅ Warms the hands ✅ Eases pain", ["✅ Calms", "✅ Warms the hands", "✅ Eases pain"]],
  [
    "marked lines below a name, one of them wrapped",
    "GOOD OF TEA\n• calms the mind\n  and the body\n• **warms** hands",
    ["GOOD OF TEA", "• calms the mind and the body", ["• warms hands", "warms"]],
  ],
  [
    "marked lines in HTML",
    "GOOD OF TEA\n<i>• calms</i>\n<i>• warms</i>",
    ["GOOD OF TEA", "• calms", "• warms"],
  ],
  ["announced marks", "It helps: • calms • warms", ["It helps:", "• calms", "• warms"]],
  ["marks of two kinds", "🌿 Calms 🔥 Warms", ["🌿 Calms 🔥 Warms"]],
  ["a chain", "Cleanser → Toner → Cream", ["Cleanser → Toner → Cream"]],
  [
    "a chain that begins with its arrow",
    "→ stress falls → sleep improves",
    ["→ stress falls → sleep improves"],
  ],
  ["marks within bold", "**✅ Calms ✅ Warms**", ["✅ Calms", "✅ Warms"]],
  ["two names", "**Calm.** It calms. **Note:** ask.", ["Calm. It calms. Note: ask."]],
  [
    "stages in an item",
    "1. Helps the kidneys. It slowed at stage 2. Those at stage 3. Both felt better.",
    ["Helps the kidneys. It slowed at stage 2. Those at stage 3. Both felt better."],
  ],
  [
    "numbered sentences",
    "1. Calms you. It is warm. 2. Warms you. 3. Eases pain.",
    ["Calms you. It is warm.", "2. Warms you.", "3. Eases pain."],
  ],
  ["a mark in a sentence", "I love tea ❤ and you ❤ too", ["I love tea ❤ and you ❤ too"]],
  ["trade marks", "Tea™ Calm ™ Warm ™ Cold", ["Tea™ Calm ™ Warm ™ Cold"]],
  ["numbers", "It helps: 1) calms 2) warms", ["It helps:", "1) calms", "2) warms"]],
  ["numbers of an item", "1. Calms 2. Warms 3. Eases pain", ["Calms", "2. Warms", "3. Eases pain"]],
  ["figures", "In 1. half it was 2. Then 5 of 2. They won.", ["In 1. half it was 2. Then 5 of 2. They won."]],
  ["a single mark", "It helps: • calms", ["It helps: • calms"]],
  ["numbers in two ways", "It helps: 1) calms 2. Warms", ["It helps: 1) calms 2. Warms"]],
  [
    "a number out of turn",
    "It helps: 1) calms, in 3) of 5 2) warms",
    ["It helps:", "1) calms, in 3) of 5", "2) warms"],
  ],
  ["citations", "It calms (1). It warms (2) and eases (3).", ["It calms (1). It warms (2) and eases (3)."]],
  [
    "names in bold",
    "**Calm:** it calms. **Warmth.** It warms. **Ease** – it eases.",
    [
      ["Calm: it calms.", "Calm"],
      ["Warmth. It warms.", "Warmth"],
      ["Ease – it eases.", "Ease"],
    ],
  ],
  ["whole sentences in bold", `**${LONG}.** **${LONG}.**`, [`${LONG}. ${LONG}.`]],
  ["bold words", "**Tea** calms. **All** of it does.", ["Tea calms. All of it does."]],
  [
    "a name in bold inside",
    "**Tea** calms. **Note:** not all. **So:** some.",
    ["Tea calms. Note: not all. So: some."],
  ],
] as const)
  test(`setApart: ${what}`, () => assert.equal(pieces(body), expected));

test("setApart: 20,000 names in bold are read at once", () => {
  const start = effortMs();
  assert.is(pieces("**a:** b. ".repeat(20_000)).length, 20_000);
  assert.ok(effortMs() - start < 4000);
});

test.run();
