import { test } from "uvu";
import * as assert from "uvu/assert";
import { formatProblem } from "../../plugins/problem.ts";
import { addressBook, checkLinks } from "../../plugins/related/index.ts";
import { madeArticle } from "./made-article.ts";

const TEA = madeArticle("tea", "Chamomile Tea", "Text.\n\n## Side effects\n\nFew.\n");

function problemsOf(link: string): string[] {
  const asking = madeArticle("sleep/asking", "Asking", `See [this](${link}).\n\n## How it works\n\nWell.\n`);
  const articles = [
    { article: asking, url: "/asking/" },
    { article: TEA, url: "/chamomile-tea/" },
  ];
  const addresses = addressBook(
    articles.map(({ article, url }) => ({ id: article.id, file: article.file, url })),
    "https://example.org",
  );
  const targets = {
    addresses,
    articles: new Map(articles.map((entry) => [entry.article.id, entry])),
    otherPaths: new Set(["/about/"]),
  };
  return checkLinks("sleep/asking", targets).map(formatProblem);
}

for (const link of [
  "/chamomile-tea/",
  "/chamomile-tea",
  "/chamomile-tea/#side-effects",
  "../chamomile-tea/#side-effects",
  "../tea.md",
  "../tea.md#side-effects",
  "#how-it-works",
  "#top",
  "/",
  "/about/#anything",
  "/images/tea.jpg",
  "https://example.org/chamomile-tea/",
  "https://example.com/nowhere/",
  "mailto:a@example.org",
  "tel:+123",
]) {
  test(`checkLinks: ${link} leads somewhere or is not ours to know`, () =>
    assert.equal(problemsOf(link), []));
}

for (const [link, message] of [
  [
    "/chamomile-te/",
    'expected the address of a page, received "/chamomile-te/". Did you mean "/chamomile-tea/"?',
  ],
  ["/nothing-like-it-at-all/", 'expected the address of a page, received "/nothing-like-it-at-all/".'],
  [
    "../teas.md",
    'expected the address of a page, received "../teas.md". Did you mean "src/articles/tea.md"?',
  ],
  [
    "/chamomile-tea/#side-effect",
    'expected a heading of "Chamomile Tea", received "#side-effect". Did you mean "#side-effects"?',
  ],
  [
    "#how-it-workz",
    'expected a heading of "Asking", received "#how-it-workz". Did you mean "#how-it-works"?',
  ],
  ["https://example.org/gone/", 'expected the address of a page, received "https://example.org/gone/".'],
] as const) {
  test(`checkLinks: ${link} is reported`, () => {
    assert.equal(problemsOf(link), [`src/articles/sleep/asking.md:4: link: ${message}`]);
  });
}

test.run();
