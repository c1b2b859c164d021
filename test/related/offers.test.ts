import { test } from "uvu";
import * as assert from "uvu/assert";
import { formatProblem } from "../../plugins/problem.ts";
import { indexOffers, resolveNames, resolveOffers } from "../../plugins/related/index.ts";
import { findArticle } from "../../plugins/related/offers.ts";
import { madeArticle } from "./made-article.ts";

const INDEX = indexOffers(
  [
    article("sleep/massage", "9 Benefits of Massage for Insomnia", "/massage-for-insomnia/", [
      "/old-massage/",
    ]),
    article("tea", "Chamomile Tea at Night", "/chamomile-tea/"),
    article("reiki", "What Is Reiki?", "/reiki/"),
    article("reiki-2", "WHAT IS REIKI", "/reiki-2/"),
    article("asking", "The Article That Asks", "/asking/"),
  ],
  {
    origin: "https://example.org",
    leftOut: [
      hidden("naps", "Naps for Shift Workers", "draft"),
      hidden("cocoa", "Cocoa at Night", "future"),
      hidden("broken", "", "faulty"),
    ],
  },
);

function hidden(id: string, title: string, why: "draft" | "future" | "faulty") {
  return { id, title, url: `/${id}/`, file: `src/articles/${id}.md`, why };
}

function article(id: string, title: string, url: string, redirectFrom: readonly string[] = []) {
  return { id, title, url, file: `src/articles/${id}.md`, redirectFrom };
}

function resolve(line: string) {
  return resolveOffers(
    madeArticle("asking", "The Article That Asks", `Text.\n\n${line}\n`),
    "/asking/",
    INDEX,
  );
}

for (const [line, id, by] of [
  ["Also Read: 9 Benefits of Massage for Insomnia", "sleep/massage", "title"],
  ["Also Read: 11 benefits of massage for insomnia", "sleep/massage", "close-title"],
  ["**Also read:** [an older title](/massage-for-insomnia/)", "sleep/massage", "path"],
  ["**Also read:** [an older title](/massage-for-insomnia)", "sleep/massage", "path"],
  ["**Also read:** [an older title](/massage-for-insomnia/index.html#top)", "sleep/massage", "path"],
  ["**Also read:** [an older title](../old-massage/)", "sleep/massage", "path"],
  ["**Also read:** [an older title](./tea.md)", "tea", "path"],
  ["**Also read:** [an older title](https://example.org/chamomile-tea/)", "tea", "url"],
  ["Also Read: tea", "tea", "id"],
  ["Also Read: sleep/massage", "sleep/massage", "id"],
  ["**Also read:** [Chamomile tea at night](/gone/)", "tea", "title"],
] as const) {
  test(`resolveOffers: ${line}`, () => {
    const { offers, problems } = resolve(line);
    assert.equal(
      offers.map((offer) => [offer.id, offer.by]),
      [[id, by]],
    );
    assert.equal(problems, []);
  });
}

for (const [line, message] of [
  [
    "Also Read: Massage for Gout",
    'src/articles/asking.md:6: Also Read: expected the title, id or path of an article, received "Massage for Gout". Nearest: "9 Benefits of Massage for Insomnia" (sleep/massage), "The Article That Asks" (asking), "What Is Reiki?" (reiki).',
  ],
  [
    "Also Read: Naps for shift workers",
    'src/articles/asking.md:6: Also Read: expected an article that is shown, received "Naps for shift workers", a draft (src/articles/naps.md). It becomes a link once that is published.',
  ],
  [
    "Also Read: [Cocoa](/cocoa/)",
    'src/articles/asking.md:6: Also Read: expected an article that is shown, received "/cocoa/", dated ahead (src/articles/cocoa.md). It becomes a link in the first build after that date.',
  ],
  [
    "Also Read: broken",
    'src/articles/asking.md:6: Also Read: expected an article that is shown, received "broken", which cannot be built (src/articles/broken.md). Mend what is said of that file first.',
  ],
  [
    "Also Read: what is reiki",
    'src/articles/asking.md:6: Also Read: expected one article, received "what is reiki", which fits 2: "reiki", "reiki-2". Name one by its id.',
  ],
  [
    "Also Read: The Article That Asks",
    "src/articles/asking.md:6: Also Read: expected another article, received this one.",
  ],
] as const) {
  test(`resolveOffers: ${line} gives no link and is reported`, () => {
    const { offers, problems } = resolve(line);
    assert.equal(
      offers.map(({ id, by }) => [id, by]),
      [[null, "none"]],
    );
    assert.equal(problems.map(formatProblem), [message]);
  });
}

test("resolveOffers: a list of titles of which none names an article stays as it is written, and is reported", () => {
  const books = "## Further reading\n\n- The Nights (A. Maker, 2016)\n- A Book of Baths";
  assert.equal(resolve(books).offers, []);
  assert.is(resolve(books).problems.length, 2);
  // One that names an article, also one that is not shown yet, makes it a list of articles.
  assert.is(resolve(`${books}\n- What is reiki`).offers.length, 3);
  assert.is(resolve(`${books}\n- Chamomile tea at night`).offers.length, 3);
  assert.is(resolve(`${books}\n- Naps for shift workers`).offers.length, 3);
  assert.is(resolve("Also Read: Massage for Gout").offers.length, 1);
});

test("resolveOffers: a line with a link off the site offers nothing, and is no fault", () => {
  for (const line of [
    "**Also read:** [Elsewhere](https://example.com/chamomile-tea/)",
    "## Further reading\n\n- [Chamomile tea](/chamomile-tea/)\n- [Elsewhere](https://example.com/x)",
  ])
    assert.equal(resolve(line), { offers: [], problems: [] });
});

test("resolveNames: ids, paths and titles; each article once", () => {
  const names = ["tea", "/massage-for-insomnia/", "Chamomile tea at night", "What Is Reiki?"];
  const { ids, problems } = resolveNames(names, { id: "asking", file: "a.md" }, "/asking/", INDEX, {
    field: "alsoRead.pin",
    line: 4,
  });
  assert.equal(ids, ["tea", "sleep/massage", "reiki"]);
  assert.equal(problems, []);
});

test("resolveNames: a pin that points to nothing is an error with file, line and the nearest", () => {
  const { ids, problems } = resolveNames(
    ["Camomile at nigth"],
    { id: "asking", file: "a.md" },
    "/asking/",
    INDEX,
    {
      field: "alsoRead.pin",
      line: 4,
    },
  );
  assert.equal(ids, []);
  assert.is(problems[0]!.severity, "error");
  assert.match(
    formatProblem(problems[0]!),
    /^a\.md:4: alsoRead\.pin: expected the title, id or path of an article, received "Camomile at nigth"\. Nearest: "Chamomile Tea at Night" \(tea\), /,
  );
});

test("resolveNames: a pin may wait for a draft", () => {
  const { ids, problems } = resolveNames(["naps"], { id: "asking", file: "a.md" }, "/asking/", INDEX, {
    field: "alsoRead.pin",
    line: 4,
  });
  assert.equal([ids, problems.map(({ severity }) => severity)], [[], ["warning"]]);
});

for (const [name, found] of [
  ["tea", "tea"],
  ["/chamomile-tea/", "tea"],
  ["/old-massage", "sleep/massage"],
  ["src/articles/sleep/massage.md", "sleep/massage"],
  ["./src/articles/tea.md", "tea"],
  ["chamomile tea at night", "tea"],
  ["What is reiki", ["reiki", "reiki-2"]],
  ["nothing like it", []],
] as const) {
  test(`findArticle: ${name}`, () => assert.equal(findArticle(INDEX, name), found));
}

test("resolveNames: an article cannot pin itself", () => {
  const { problems } = resolveNames(["asking"], { id: "asking", file: "a.md" }, "/asking/", INDEX, {
    field: "alsoRead.pin",
    line: 4,
  });
  assert.is(problems[0]!.message, "expected another article, received this one. Remove it.");
});

test.run();
