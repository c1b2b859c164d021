import { readdirSync, readFileSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { type RankedLists, type RelatedDocument, rankRelated } from "../../plugins/related/index.ts";
import { toolsFor } from "../../plugins/related/languages.ts";

type Sample = readonly [topic: string, title: string, text: string];

const FOLDER = new URL("../fixtures/languages/", import.meta.url);
const LANGUAGES = readdirSync(FOLDER).map((name) => name.replace(".json", ""));

function samples(lang: string): readonly Sample[] {
  const file = JSON.parse(readFileSync(new URL(`${lang}.json`, FOLDER), "utf8")) as {
    articles: readonly Sample[];
  };
  return file.articles;
}

function documents(lang: string): RelatedDocument[] {
  return samples(lang).map(([, title, text], at) => ({
    id: `${lang}-${at}`,
    title,
    text,
    headings: [title],
    lang,
  }));
}

/** Articles of one topic that stand in the first places of each other's lists: as many places as it has mates. */
function matesFound(lang: string, lists: RankedLists): { readonly found: number; readonly of: number } {
  const articles = samples(lang);
  let [found, of] = [0, 0];
  articles.forEach(([topic], at) => {
    const mates = articles.flatMap(([other], index) =>
      other === topic && index !== at ? [`${lang}-${index}`] : [],
    );
    const first = lists.get(`${lang}-${at}`)!.slice(0, mates.length);
    of += mates.length;
    found += first.filter(({ id }) => mates.includes(id)).length;
  });
  return { found, of };
}

for (const lang of LANGUAGES) {
  test(`rankRelated: ${lang}: articles on one topic find each other`, () => {
    const { found, of } = matesFound(lang, rankRelated(documents(lang), { rescue: false }));
    assert.is(of, 16);
    assert.ok(found >= 14, `${found} of ${of}`);
  });
  test(`rankRelated: ${lang}: no part is quoted for words that join others alone`, () => {
    const parts = partsOf(lang);
    const rootsOf = ({ title, headings }: RelatedDocument): string[] =>
      rootsIn([title, ...(headings ?? [])].join(" "), lang);
    const quoted = parts.flatMap((document) =>
      rankRelated(parts)
        .get(document.id)!
        .flatMap(({ reasons }) => reasons.map(({ shared }) => ({ document, heading: shared[0]! }))),
    );
    assert.ok(quoted.length > 0);
    for (const { document, heading } of quoted) {
      const own = rootsOf(document);
      assert.ok(
        rootsIn(heading, lang).some((word) => own.includes(word)),
        `${document.title}: ${heading}`,
      );
    }
  });
}

/**
 * Articles with a heading for every clause, each said three times as one that is
 * about it would, among as many others that what two or three share is rare.
 */
function partsOf(lang: string): RelatedDocument[] {
  // Thai sets blanks between clauses alone.
  const clause = lang === "th" ? /\s+/u : /\p{P}+\s*/u;
  const parts = documents(lang).map((document) => {
    const headings = document.text.split(clause).filter((words) => words !== "");
    // What an article says last takes leave.
    return { ...document, text: `${document.text} `.repeat(3), headings: [...headings, "."] };
  });
  const others = parts.map((_, at) => ({ id: `other-${at}`, title: `x${at}`, text: "", lang }));
  return [...parts, ...others];
}

/** The words of a text that say something, without their inflection. */
function rootsIn(text: string, lang: string): string[] {
  const { isSmall, stem } = toolsFor(lang);
  const words = new Intl.Segmenter(lang, { granularity: "word" });
  return Array.from(words.segment(text.normalize("NFC").toLowerCase()), ({ segment }) => segment)
    .filter((word) => /\p{L}/u.test(word) && !isSmall(word))
    .map(stem);
}

test("rankRelated: lists of nine languages in one site never cross", () => {
  const lists = rankRelated(LANGUAGES.flatMap(documents), { count: 10 });
  for (const [id, list] of lists) for (const link of list) assert.is(link.id.split("-")[0], id.split("-")[0]);
});

if (process.argv.includes("--print"))
  for (const lang of LANGUAGES) {
    const lists = rankRelated(documents(lang), { rescue: false });
    const { found, of } = matesFound(lang, lists);
    const all = [...lists.values()].flat();
    console.log(
      lang,
      `${found}/${of}`,
      all.filter(({ reasons }) => reasons.length > 0).length,
      all.length,
      all
        .slice(0, 8)
        .map(({ reasons }) => reasons.flatMap(({ kind, shared }) => [kind, ...shared]).join(" "))
        .join(" | "),
    );
  }

test.run();
