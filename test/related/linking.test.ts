import { test } from "uvu";
import * as assert from "uvu/assert";
import { linkSuggester } from "../../plugins/related/linking/suggester.ts";
import type { LinkSuggestion } from "../../plugins/related/linking/types.ts";
import { wordWhy } from "../../plugins/related/linking/why.ts";
import { filler, linkingSite } from "./made-linking.ts";

type Told = readonly [phrase: string, target: string];

function suggest(
  body: string,
  more: Parameters<typeof linkingSite>[1] = () => ({}),
): readonly LinkSuggestion[] {
  return linkSuggester(linkingSite({ own: body }, more)).suggestFor("own");
}

const told = (suggestions: readonly LinkSuggestion[]): Told[] =>
  suggestions.map(({ phrase, target }) => [phrase, target]);

const ROOM = filler(160);

test("linkSuggester: words that name what another article is about lead there", () => {
  const [one, ...others] = suggest(`Some people wake with neck pain after a night on the couch. ${ROOM}`);
  assert.equal(others, []);
  assert.is(one!.phrase, "neck pain");
  assert.is(one!.target, "neck-pain");
  assert.is(one!.line, 4);
  assert.is(one!.before, "Some people wake with ");
  assert.is(one!.after, " after a night on the couch");
});

test("linkSuggester: the words carry the most of the other's subject, those around and the article's own title the rest", () => {
  const body = `The shop sells oil, and a massage may help those who live with insomnia for years. ${ROOM}`;
  assert.equal(told(suggest(body)), [["insomnia", "massage-for-insomnia"]]);
  assert.equal(suggest(body)[0]!.why.around, ["Massage"]);
});

for (const [where, body] of [
  ["in a heading", "## Living with neck pain\n\nIt is hard."],
  ["in a link", "Some read [about neck pain](https://example.org/) first."],
  ["in code", "Write `neck pain` down."],
  ["in a code block", "```\nneck pain\n```"],
  ["in a quotation", "> My neck pain is gone, said a neighbour."],
  ["in quotation marks", "A neighbour said: “My neck pain is gone for good.”"],
  ["in a table's head", "| neck pain | rest |\n|---|---|\n| much | little |"],
  ["in a picture's text", "![A man with neck pain](man.jpg)"],
  ["in a caption", "![A man](man.jpg) A man with neck pain at home."],
  [
    "in a figure of HTML",
    '<figure><img src="man.jpg" alt="">\n<figcaption>\n\nA man with neck pain at home.\n\n</figcaption></figure>',
  ],
  ["in a link of HTML", 'Some read <a href="https://example.org/">about neck pain</a> first.'],
  ["in an attribute", 'Some <span title="neck pain">wait</span> for it.'],
  ["in an Also Read line", "Also Read: Neck pain\nand what helps"],
  ["in a list below such a line", "Also read:\n\n- Neck pain explained\n- Something else"],
  ["in bold words that open a paragraph", "**Neck pain**: it hurts at night."],
  ["in a footnote", "It hurts.[^1]\n\n[^1]: A note on neck pain."],
  ["in an order of a template", "{% youtube 'neck pain' %} It hurts."],
  ["across the end of bold words", "Those with a sore **neck** pain wait."],
  ["in a longer compound", "They sell neck pain pillows here."],
  ["behind another noun", "They wrote a horse neck pain report."],
  ["in an address", "Go to neck pain/more for it."],
  ["as a verb", "They neck pain."],
] as const)
  test(`linkSuggester: none ${where}`, () =>
    assert.equal(told(suggest(`${body}\n\n${ROOM}\n\n${ROOM}`)), []));

test("linkSuggester: a cell of a table's body, an item of a list and a term's description are text", () => {
  for (const body of [
    "| what | for whom |\n|---|---|\n| a pillow | people who wake with neck pain at night |",
    "- a pillow helps people who wake with neck pain at night",
    "Pillow\n: a help for people who wake with neck pain at night",
  ])
    assert.equal(told(suggest(`${body}\n\n${ROOM}`)), [["neck pain", "neck-pain"]], body);
});

test("linkSuggester: an article that its text leads to is not suggested again, whatever leads there", () => {
  const body = `Some people wake with neck pain at night. ${ROOM}\n\nMore on [that](/neck-pain/). ${ROOM} ${ROOM}`;
  assert.equal(told(suggest(body)), []);
  const boxed = linkingSite({ own: `Some people wake with neck pain at night. ${ROOM}` }, (id) =>
    id === "own" ? { linked: new Set(["neck-pain"]) } : {},
  );
  assert.equal(linkSuggester(boxed).suggestFor("own"), []);
});

test("linkSuggester: a target once, where its words come twice", () => {
  const sentence = "Some people wake with neck pain at night.";
  assert.equal(told(suggest(`${sentence} ${ROOM}\n\n${sentence} ${ROOM}`)), [["neck pain", "neck-pain"]]);
});

test("linkSuggester: at most one in 150 words, those that stand there counted", () => {
  const neck = "Some people wake with neck pain at night.";
  const tea = "A pot of ginger tea stands by the bed.";
  assert.is(suggest(`${neck} ${tea} ${filler(120)}`).length, 0);
  assert.is(suggest(`${neck} ${tea} ${filler(160)}`).length, 1);
  assert.is(suggest(`${neck} ${tea} ${filler(400)}`).length, 1, "both stand within 150 words");
  assert.is(suggest(`${neck} ${filler(160)} ${tea} ${filler(160)}`).length, 2);
  const linked = `Take [warm baths](/foot-baths/) as well. ${filler(60)} ${neck} ${filler(300)}`;
  assert.is(suggest(linked).length, 0, "a link stands 60 words before");
});

test("linkSuggester: an article that its writer hides or excludes is not suggested", () => {
  const body = `Some people wake with neck pain at night. ${ROOM}`;
  assert.equal(
    suggest(body, (id) => (id === "neck-pain" ? { isHidden: true } : {})),
    [],
  );
  assert.equal(
    suggest(body, (id) => (id === "own" ? { excluded: new Set(["neck-pain"]) } : {})),
    [],
  );
});

test("linkSuggester: words of the article's own title name nothing else", () => {
  const site = linkingSite({
    "neck-pain": `Neck pain comes at night. Neck pain goes. Neck pain stays. ${ROOM}`,
  });
  const twin = linkingSite({ "more-neck-pain": `Neck pain comes at night. Neck pain goes. ${ROOM}` });
  assert.equal(linkSuggester(site).suggestFor("neck-pain"), []);
  const own = twin.map((one) =>
    one.article.id === "more-neck-pain"
      ? { ...one, article: { ...one.article, title: "More on neck pain" } }
      : one,
  );
  assert.equal(linkSuggester(own).suggestFor("more-neck-pain"), []);
});

test("linkSuggester: a word that more than a fifth of the articles have leads nowhere by itself", () => {
  const withHiccups = (count: number): readonly LinkSuggestion[] => {
    const bodies = Object.fromEntries(
      Array.from({ length: 12 }, (_, at) => [
        `page-${at}`,
        `${at < count ? "A cure for hiccups is by the window." : "It is by the window."} ${ROOM}`,
      ]),
    );
    const hiccups = "Hiccups come. Hiccups go. Hiccups end. Hold your breath at hiccups.";
    const site = linkingSite({ ...bodies, hiccups }).map((one) =>
      one.article.id === "hiccups" ? { ...one, article: { ...one.article, title: "Hiccups" } } : one,
    );
    return linkSuggester(site).suggestFor("page-0");
  };
  assert.equal(told(withHiccups(2)), [["hiccups", "hiccups"]]);
  assert.equal(told(withHiccups(8)), []);
});

test("linkSuggester: articles of another language are none to lead to", () => {
  const site = linkingSite({ own: `Some people wake with neck pain at night. ${ROOM}` });
  const foreign = site.map((one) =>
    one.article.id === "own" ? one : { ...one, article: { ...one.article, lang: "nl" } },
  );
  assert.equal(linkSuggester(foreign).suggestFor("own"), []);
});

test("linkSuggester: the same articles in any order, the same suggestions", () => {
  const body = `Some people wake with neck pain at night. ${ROOM} A pot of ginger tea stands by the bed. ${ROOM}`;
  const site = linkingSite({ own: body });
  assert.equal(linkSuggester([...site].reverse()).suggestFor("own"), linkSuggester(site).suggestFor("own"));
  assert.equal(linkSuggester(site).suggestFor("nobody"), []);
});

test("wordWhy: says what names the other article, and that nothing else leads there", () => {
  const why = { named: 0.9, around: [], isOrphan: false };
  assert.is(wordWhy(why, "neck pain"), "“neck pain” is what it is about");
  assert.is(
    wordWhy({ named: 0.5, around: ["massage", "sleep", "bed"], isOrphan: true }, "insomnia"),
    "“insomnia”, with “massage” and “sleep” in this article too, is what it is about; no other text leads there yet",
  );
});

test.run();
