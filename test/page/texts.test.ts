import { readdirSync, readFileSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { directionOf, languageFrom, type TextsFile } from "../../plugins/page/texts.ts";
import { openLanguages } from "../../plugins/theme/languages.ts";

const folder = new URL("../../_includes/texts/", import.meta.url);
const fileOf = (name: string): TextsFile =>
  JSON.parse(readFileSync(new URL(name, folder), "utf8")) as TextsFile;
const english = fileOf("en.json");

for (const [lang, dir] of [
  ["en", "ltr"],
  ["en-GB", "ltr"],
  ["ar", "rtl"],
  ["he-IL", "rtl"],
  ["ur-Latn", "ltr"],
  ["pa-Arab", "rtl"],
  ["uz-Latn-UZ", "ltr"],
] as const) {
  test(`directionOf: ${lang} is ${dir}`, () => assert.is(directionOf(lang), dir));
}

const placeholders = (text: string): readonly string[] =>
  [...text.matchAll(/\{[a-z]+\}/g)].map(([name]) => name).sort();

for (const name of readdirSync(folder).filter((file) => file !== "en.json")) {
  const file = fileOf(name);
  test(`${name}: has the keys of English, no more and no fewer`, () => {
    assert.equal(Object.keys(file.texts).sort(), Object.keys(english.texts).sort());
    assert.equal(Object.keys(file.counts).sort(), Object.keys(english.counts).sort());
  });
  test(`${name}: every text keeps its placeholders and says something`, () => {
    for (const [key, text] of Object.entries(file.texts)) {
      assert.equal(placeholders(text), placeholders(english.texts[key] ?? ""), key);
      assert.not.equal(text.trim(), "", key);
    }
  });
  test(`${name}: every count has the plural forms of the language`, () => {
    const { pluralCategories } = new Intl.PluralRules(name.replace(".json", "")).resolvedOptions();
    for (const [key, forms] of Object.entries(file.counts)) {
      const used = new Set(pluralCategories.map((category) => forms[category] ?? forms.other));
      assert.ok(forms.other, key);
      assert.ok(used.size > 0, key);
    }
  });
}

test("languageFrom: a missing word is English, and is listed", () => {
  const { language, missing } = languageFrom("fr", { texts: { home: "Accueil" }, counts: {} }, english);
  assert.is(language.say("home"), "Accueil");
  assert.is(language.say("search"), "Search");
  assert.ok(missing.includes("search") && !missing.includes("home"));
});

test("languageFrom: without a file the texts are English and say so", () => {
  const { language } = languageFrom("xx", null, english);
  assert.is(language.textsLang, "en");
  assert.is(language.count("articles", 1), "1 article");
});

test("openLanguages: what a language lacks is told once, whole or word by word", () => {
  const files: Readonly<Record<string, string>> = {
    "theme/texts/en.json": JSON.stringify(english),
    "own/texts/fr.json": JSON.stringify({ ...english, texts: { ...english.texts, home: undefined } }),
  };
  const { languageOf, missing } = openLanguages(["theme", "own"], {
    exists: (path) => path in files,
    read: (path) => files[path] ?? null,
    bytes: () => null,
    list: () => [],
  });
  for (const lang of ["en", "fr", "xx", "fr", "xx", "en-GB"]) languageOf(lang);
  assert.equal(
    [...missing],
    [
      ["fr", ["home"]],
      ["xx", null],
    ],
  );
});

for (const [count, text] of [
  [0, "لا مقالات"],
  [1, "مقالة واحدة"],
  [2, "مقالتان"],
  [3, "3 مقالات"],
  [11, "11 مقالة"],
  [100, "100 مقالة"],
] as const) {
  test(`count: Arabic ${count}`, () => {
    const { language } = languageFrom("ar", fileOf("ar.json"), english);
    // The digits are those of the runtime's locale data.
    assert.is(language.count("articles", count), text.replace(String(count), language.digits(count)));
  });
}

test("say: an unknown placeholder stays as it is", () => {
  const { language } = languageFrom("en", english, english);
  assert.is(language.say("sponsoredBy", { other: "x" }), "Paid for by {name}.");
});

test.run();
