import { test } from "uvu";
import * as assert from "uvu/assert";
import { openArticle, readArticle } from "../../plugins/article/read.ts";
import type { Article } from "../../plugins/article/types.ts";
import { extractForReaders } from "../../plugins/benefits/extract.ts";
import { languageOf, titleReader } from "../../plugins/benefits/languages.ts";
import { readBenefits } from "../../plugins/benefits/read.ts";
import { lexicon } from "./reader.ts";

const TITLE = "3 Benefits of Massage";
const LIST = `Massage may lower stress.

## Benefits of massage

### Reduces stress

Massage may lower stress.

### Improves sleep

Massage helps you sleep.

### Eases back pain

Massage can ease back pain.

## Who should take care

Ask your doctor first.
`;

function written(lang: string, body: string): Article {
  const source = `---\ntitle: "${TITLE}"\ndate: 2026-01-01\nauthor: me\n---\n\n${body}`;
  const opened = openArticle(new TextEncoder().encode(source), "a.md");
  if ("problem" in opened) throw new Error(opened.problem.message);
  return readArticle(opened, { id: "a", timeZone: "UTC", lang, readTitle: titleReader(lexicon.terms) })
    .article as Article;
}

for (const [lang, count] of [
  ["en", 3],
  ["en-GB", 3],
  ["EN_us", 3],
  ["nl", 0],
  ["enm", 0],
  ["zh-Hant", 0],
] as const) {
  test(`language: an article in "${lang}" has ${count} benefits of English words, and a title that promises ${count === 0 ? "none" : "them"}`, () => {
    const article = written(lang, LIST);
    const { benefits, promisedCount } = extractForReaders(article, lexicon, {});
    assert.is(benefits.filter(({ kind }) => kind === "explicit").length, count);
    assert.is(article.titleFacts.benefitCount, count || null);
    assert.is(promisedCount, count || null);
    assert.equal(article.titleFacts.therapies, ["massage-therapy"]);
    assert.is(languageOf(lang)?.notesOf(article, "therapy").length ?? 0, count === 0 ? 0 : 1);
  });
}

test("language: a text plainly written in another language than its front matter says yields no claim", () => {
  const body = `De massage is niet voor iedereen en het is een van de oudste vormen die er zijn. ${"Het is voor een mens niet te veel en dat is het ook niet voor het hart. ".repeat(6)}\n\n## Reduces stress\n\nReduces stress.\n`;
  const read = readBenefits(written("en", body), lexicon);
  assert.equal([...read.published, ...read.proposals], []);
});

test("language: what the writer adds counts in every language", () => {
  const article = written("nl", "Massage vermindert stress.");
  const { benefits } = article.frontMatter;
  const add = [{ benefit: "reduce:stress", words: null, heading: null }];
  const own: Article = {
    ...article,
    frontMatter: { ...article.frontMatter, benefits: { ...benefits, add } },
  };
  assert.equal(
    readBenefits(own, lexicon).found.map(({ canonicals }) => canonicals),
    [["reduce:stress"]],
  );
});

test.run();
