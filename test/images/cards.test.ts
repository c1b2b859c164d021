import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { coverageOf, uncovered } from "../../plugins/images/cards/coverage.ts";
import { decideCards } from "../../plugins/images/cards/decide.ts";
import { cardDrawer } from "../../plugins/images/cards/draw.ts";
import { CARD_FONTS } from "../../plugins/images/cards/layout.ts";
import { type CardText, fitText } from "../../plugins/images/cards/text.ts";
import { startDrawing, threadCount } from "../../plugins/images/cards/threads.ts";
import { imageSize } from "../../plugins/page/image-size.ts";
import { article, ROOT, smallProject } from "../project.ts";

const FONTS = CARD_FONTS.map((name) =>
  readFileSync(join(ROOT, `_includes/fonts/cards/bitter-${name}-600.woff`)),
);
const COVERS = FONTS.map(coverageOf);
const COLOURS = { paper: "#fafcfb", ink: "#16211f", ink2: "#3e4c49", rule: "#c3d0cd", brand: "#74203f" };
const card = (title: string, more: Partial<CardText> = {}): CardText => ({
  site: "Site",
  number: "",
  title,
  topic: "",
  note: "",
  ...more,
});

for (const [text, expected] of [
  ["9 Benefits of massage – “for” insomnia’s sake… 50 % · 3 × 4", []],
  ["Żółć, naïve, Đặng Thị, Łódź, Ő", []],
  ["Жизнь, їжа", []],
  ["Rest 😀 and 漢字, 漢", ["😀", "漢", "字"]],
  ["راحة", ["ر", "ا", "ح", "ة"]],
  ["soft\u00adhyphen, zero\u200bwidth, tab\t", []],
] as const) {
  test(`uncovered: ${text}`, () => assert.equal(uncovered(text, COVERS), expected));
}

test("coverageOf: a file that is no font is refused", () => {
  assert.throws(
    () => coverageOf(Buffer.from("x".repeat(99))),
    /^cards: font: expected a WOFF, TTF or OTF file/,
  );
  assert.throws(() => coverageOf(Buffer.alloc(0)), /received something else/);
});

for (const [title, expected] of [
  ["Short", "Short"],
  ["  Two\n lines ", "Two lines"],
  ["e\u0301te\u0301", "été"],
  [`${"word ".repeat(60)}end`, `${"word ".repeat(29).trim()}…`],
  ["x".repeat(300), `${"x".repeat(149)}…`],
] as const) {
  test(`fitText: ${title.slice(0, 20)}`, () => assert.is(fitText(card(title)).title, expected));
}

const place = (line: number) => () => ({ file: "a.md", line, field: "title" });

test("decideCards: a title that no font has gets the site's card and a warning; a small line is left out", () => {
  const { byUrl, problems } = decideCards(
    [
      { url: "/a/", text: card("Rest", { topic: "漢字" }), place: place(2) },
      { url: "/b/", text: card("Rest 😀"), place: place(3) },
      { url: "/c/", text: null, place: place(4) },
    ],
    card("Site", { topic: "Reading." }),
    COVERS,
  );
  assert.equal(
    [...byUrl].map(([url, { title, topic }]) => [url, title, topic]),
    [
      ["/a/", "Rest", ""],
      ["/b/", "Site", "Reading."],
      ["/c/", "Site", "Reading."],
    ],
  );
  assert.equal(problems, [
    {
      file: "a.md",
      line: 3,
      field: "title",
      message:
        "expected characters that the card's font has, received \"😀 (U+1F600)\". The site's card is shared instead.",
      severity: "warning",
    },
  ]);
});

test("decideCards: a site whose own name cannot be drawn says so once", () => {
  const pages = ["/a/", "/b/"].map((url) => ({ url, text: card("راحة"), place: place(1) }));
  const { byUrl, problems } = decideCards(pages, card("صحة"), COVERS);
  assert.is(byUrl.size, 0);
  assert.is(problems.length, 1);
  assert.is(problems[0]?.file, "site");
});

for (const [cards, cores, expected] of [
  [1, 4, 1],
  [61, 4, 2],
  [1000, 4, 3],
  [1000, 16, 4],
  [1000, 1, 1],
] as const) {
  test(`threadCount: ${cards} cards on ${cores} cores`, () => assert.is(threadCount(cards, cores), expected));
}

test("cardDrawer: 1200 × 630 whatever the title, the same bytes for the same text", async () => {
  const draw = await cardDrawer(FONTS);
  for (const title of ["A", "x".repeat(200), "Rest ".repeat(60), "<b>&amp;</b>", ""]) {
    const png = await draw(fitText(card(title, { number: "9", topic: "Massage", note: "Ann" })), COLOURS);
    assert.equal(imageSize(png), { width: 1200, height: 630 }, title);
  }
  const twice = await Promise.all([draw(card("Rest"), COLOURS), draw(card("Rest"), COLOURS)]);
  assert.ok(Buffer.from(twice[0]).equals(Buffer.from(twice[1])));
});

test("startDrawing: a card that cannot be written is an error, not a wait", async () => {
  const task = { path: join(ROOT, "no/such/folder/card.png"), text: card("Rest") };
  try {
    await startDrawing([task], { fonts: FONTS, colours: COLOURS }).finished();
    assert.unreachable();
  } catch (error) {
    assert.match((error as Error).message, "ENOENT");
  }
});

test("cards: a page names its own, drawn once; an edit of the text draws none anew", () => {
  const site = smallProject();
  site.write(
    "src/articles/nine.md",
    article(
      { title: "9 benefits of rest", date: "2026-01-02", image: { src: "/a.svg", alt: "A line" } },
      "Text.\n",
    ),
  );
  site.write("src/a.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"/>');
  const { code, output } = site.vervain("build", "--check");
  assert.is(code, 0, output);
  const cardOf = (page: string): string =>
    /property="og:image" content="https:\/\/small\.example(\/pictures\/card-[0-9a-f]{16}\.png)"/.exec(
      site.read(`_site/${page}index.html`),
    )?.[1] ?? "";
  const nine = site.read("_site/nine/index.html");
  assert.match(nine, '<meta property="og:image:width" content="1200">');
  assert.match(nine, '<meta property="og:image:alt" content="9 benefits of rest · Small">');
  assert.not.match(/ld\+json">(.*?)<\/script>/.exec(nine)?.[1] ?? "", "card-");
  for (const page of ["", "nine/", "rest/", "authors/"])
    assert.equal(
      imageSize(readFileSync(join(site.folder, "_site", cardOf(page)))),
      { width: 1200, height: 630 },
      page,
    );
  assert.is(cardOf(""), cardOf("authors/"));
  assert.is.not(cardOf("nine/"), cardOf("rest/"));
  const kept = join(site.folder, ".cache/vervain/cards");
  const times = (): readonly string[] =>
    readdirSync(kept)
      .sort()
      .map((name) => `${name} ${statSync(join(kept, name)).mtimeMs}`);
  const drawn = times();
  site.edit("src/articles/nine.md", (text) => text.replace("Text.", "Other words."));
  assert.is(site.vervain("build").code, 0);
  assert.equal(times(), drawn);
  site.clean();
});

test("cards: a title with what no font has is said with file and line", () => {
  const site = smallProject();
  site.write("src/articles/rest.md", article({ title: "Rest 漢字", date: "2026-01-01" }, "Text.\n"));
  const { code, output } = site.vervain("build");
  assert.is(code, 0, output);
  assert.match(
    output,
    "warning src/articles/rest.md:3: title: expected characters that the card's font has, received \"漢 (U+6F22), 字 (U+5B57)\". The site's card is shared instead.",
  );
  site.clean();
});

test("cards: switched off, nothing is drawn and an article shares its own image", () => {
  const site = smallProject(
    'site: { title: "Small", description: "A small site.", url: "https://small.example", publisher: "journal", features: { socialCards: false } },',
  );
  site.write(
    "src/articles/rest.md",
    article({ title: "Rest", date: "2026-01-01", image: { src: "/a.svg", alt: "A line" } }, "Text.\n"),
  );
  site.write("src/a.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"/>');
  assert.is(site.vervain("build").code, 0);
  assert.match(
    site.read("_site/rest/index.html"),
    /og:image" content="https:\/\/small\.example\/pictures\/a-[0-9a-f]{10}-40\.svg"/,
  );
  assert.not.match(site.read("_site/index.html"), "og:image");
  assert.not.ok(existsSync(join(site.folder, ".cache/vervain/cards")));
  site.clean();
});

test.run();
