import { test } from "uvu";
import * as assert from "uvu/assert";
import { titleReader } from "../../plugins/benefits/languages.ts";
import { readBenefits } from "../../plugins/benefits/read.ts";
import type { ArticleBenefit } from "../../plugins/corpus/types.ts";
import { readLeniently } from "../../plugins/import/lenient.ts";
import { lexicon } from "./reader.ts";

const ALL = "all";

/** By canonical, of which therapies an article says its benefits and its denials. */
function said(
  body: string,
  title = "Yoga and massage for better sleep",
  given: readonly string[] = [],
): Record<string, string> {
  const text = `---\ntitle: ${JSON.stringify(title)}\n---\n\n${body}\n`;
  const { article: read } = readLeniently("x.md", text, titleReader(lexicon.terms));
  const therapies = [...new Set([...given, ...read.titleFacts.therapies])];
  const article = { ...read, titleFacts: { ...read.titleFacts, therapies } };
  const { found, against } = readBenefits(article, lexicon);
  const told = ({ therapies }: Pick<ArticleBenefit, "therapies">): string =>
    therapies === undefined ? ALL : therapies.join("+");
  return Object.fromEntries([
    ...against.map((one) => [`not ${one.canonical}`, told(one)]),
    ...found.flatMap((one) => one.canonicals.map((canonical) => [canonical, told(one)])),
  ]);
}

/** The clause itself, above what may be said of either. */
for (const [sentence, canonical, wanted] of [
  ["Massage improves sleep.", "improve:sleep-quality", "massage-therapy"],
  ["Yoga and massage improve sleep.", "improve:sleep-quality", "yoga+massage-therapy"],
  ["Massage improves sleep more than yoga.", "improve:sleep-quality", "massage-therapy"],
  ["Unlike yoga, massage improves sleep.", "improve:sleep-quality", "massage-therapy"],
  ["Instead of yoga, a massage improves sleep.", "improve:sleep-quality", "massage-therapy"],
  ["Yoga improves balance and massage improves sleep.", "improve:sleep-quality", "massage-therapy"],
  ["Yoga improves balance and massage improves sleep.", "improve:balance", "yoga"],
  [
    "Massage does not improve sleep, but yoga improves sleep.",
    "not improve:sleep-quality",
    "massage-therapy",
  ],
] as const) {
  test(`therapiesSaid: ${canonical} of “${sentence}” is said of ${wanted}`, () => {
    assert.is(said(`${sentence} They are gentle.`)[canonical], wanted);
  });
}

test("therapiesSaid: what only front matter names is what the whole article is about", () => {
  const body = "## Benefits\n\n- **Better sleep.** Lavender improves sleep.\n- Less stress\n";
  const one = said(body, "Lavender for calm evenings", ["aromatherapy"]);
  assert.equal(one, { "improve:sleep-quality": ALL, "reduce:stress": ALL });
  const two = said(
    "## Lavender\n\n- Better sleep\n- Less stress\n\n## Chamomile\n\n- Less pain\n- A calm mind\n",
    "Lavender and chamomile: the benefits",
    ["aromatherapy"],
  );
  assert.is(two["improve:sleep-quality"], "aromatherapy+lavender");
  const headed = said(`${body}\n## Aromatherapy\n\nSmells.\n`, "Lavender for calm evenings", [
    "aromatherapy",
  ]);
  assert.is(headed["improve:sleep-quality"], "lavender", "but for what a heading names");
  const untitled = said("Yoga improves sleep.", "Two ways to calm evenings", ["yoga", "massage-therapy"]);
  assert.is(untitled["improve:sleep-quality"], "yoga", "and where the title names none");
});

test("therapiesSaid: therapies that a title compares are told apart", () => {
  const list = "## Benefits of massage\n\n- Better sleep\n- Less stress\n";
  for (const title of ["Yoga vs massage", "Massage instead of yoga"])
    assert.is(said(list, title)["reduce:stress"], "massage-therapy", title);
});

test("therapiesSaid: of an article on one therapy nothing is parted", () => {
  assert.equal(said("Yoga improves sleep.", "Yoga for tired people"), { "improve:sleep-quality": ALL });
});

test("therapiesSaid: below a heading that names one, it is said of that one; of two, of both; of none, of all", () => {
  const list = "- Better sleep\n- Less stress\n";
  const [yoga, both, none] = [
    said(`## Benefits of yoga\n\n${list}`),
    said(`## Benefits of yoga and massage\n\n${list}`),
    said(`## Benefits\n\n${list}`),
  ];
  assert.equal(yoga, { "improve:sleep-quality": "yoga", "reduce:stress": "yoga" });
  assert.equal(both, {
    "improve:sleep-quality": "yoga+massage-therapy",
    "reduce:stress": "yoga+massage-therapy",
  });
  assert.equal(none, { "improve:sleep-quality": ALL, "reduce:stress": ALL });
});

test("therapiesSaid: the nearest heading that names one counts, however deep", () => {
  const body = "## Massage\n\nHands.\n\n## Yoga\n\nOld.\n\n### Benefits\n\n- Better sleep\n- Less stress\n";
  assert.is(said(body)["reduce:stress"], "yoga");
});

test("therapiesSaid: a sentence below a heading of another is said of what does it, and of none where that is not clear", () => {
  const under = (text: string) =>
    said(`## Benefits of yoga\n\n- **Better sleep.** ${text}\n- Less stress\n`)["improve:sleep-quality"];
  assert.is(under("It improves sleep."), "yoga");
  assert.is(under("Massage improves sleep."), "massage-therapy");
  assert.is(under("Yoga and massage improve sleep."), "yoga+massage-therapy");
  assert.is(under("It improves sleep the way a massage would."), "");
});

test("therapiesSaid: without a heading the paragraph tells, and of a list what announces it", () => {
  assert.is(said("Massage is old. It improves sleep.")["improve:sleep-quality"], "massage-therapy");
  const list = "The benefits of massage:\n\n- Better sleep\n- Less stress\n";
  assert.is(said(list)["reduce:stress"], "massage-therapy");
});

test("therapiesSaid: what is denied of one therapy keeps the other's benefit from no reader", () => {
  const body =
    "## Benefits of yoga\n\n- **Better sleep.** Yoga improves sleep.\n- **Less stress.** Yoga reduces stress.\n\n## Massage\n\nMassage does not reduce stress.\n";
  const text = `---\ntitle: Yoga and massage\n---\n\n${body}`;
  const { article } = readLeniently("x.md", text, titleReader(lexicon.terms));
  const { published, against } = readBenefits(article, lexicon);
  assert.equal(
    against.map(({ canonical, therapies }) => [canonical, therapies]),
    [["reduce:stress", ["massage-therapy"]]],
  );
  assert.ok(published.some(({ canonicals }) => canonicals.includes("reduce:stress")));
  const same = readBenefits(
    readLeniently("x.md", text.replace("Massage does not", "Yoga does not"), titleReader(lexicon.terms))
      .article,
    lexicon,
  );
  assert.not.ok(same.published.some(({ canonicals }) => canonicals.includes("reduce:stress")));
});

test.run();
