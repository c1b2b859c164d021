import { test } from "uvu";
import * as assert from "uvu/assert";
import { contradicts } from "../../plugins/benefits/contradicts.ts";
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
  assert.equal(
    one,
    { "improve:sleep-quality": "lavender", "reduce:stress": ALL },
    "but for what names its doer",
  );
  const two = said(
    "## Lavender\n\n- Better sleep\n- Less stress\n\n## Chamomile\n\n- Less pain\n- A calm mind\n",
    "Lavender and chamomile: the benefits",
    ["aromatherapy"],
  );
  assert.is(two["improve:sleep-quality"], "aromatherapy+lavender");
  const sections = "## Benefits of lavender\n\n- Better sleep\n- Less stress\n\n## Aromatherapy\n\nSmells.\n";
  const headed = said(sections, "Lavender for calm evenings", ["aromatherapy"]);
  assert.is(headed["improve:sleep-quality"], "lavender", "but for what a heading names");
  const untitled = said("Yoga improves sleep.", "Two ways to calm evenings", ["yoga", "massage-therapy"]);
  assert.is(untitled["improve:sleep-quality"], "yoga", "and where the title names none");
});

/** A name by the way, below a heading of another. */
for (const text of [
  "After yoga, it improves sleep.",
  "For those who cannot do yoga, it improves sleep.",
  "Compared to yoga, it improves sleep.",
  "In contrast to yoga, it improves sleep.",
  "Yoga is not needed: the strokes improve sleep.",
  "Some say that of yoga, the strokes improve sleep.",
])
  test(`therapiesSaid: “${text}” is not said of yoga`, () => {
    const list = `- **Better sleep.** ${text}\n- Less stress\n`;
    const of = said(`## Benefits of massage\n\n${list}`)["improve:sleep-quality"];
    assert.is(of, "massage-therapy");
  });

for (const [text, wanted] of [
  ["Yoga, practised daily, improves sleep.", "yoga"],
  ["Yoga is an old practice that improves sleep.", "yoga"],
  ["Yoga improves balance, eases pain, and improves sleep.", "yoga"],
  ["Yoga, combined with massage, improves sleep.", "yoga"],
  ["Some like yoga, but a massage improves sleep.", "massage-therapy"],
] as const)
  test(`therapiesSaid: “${text}” is said of ${wanted}`, () => {
    assert.is(said(`${text} Both are gentle.`)["improve:sleep-quality"], wanted);
  });

/** Of an article on yoga and massage, each listed benefit by its line, with whose it is. */
function listed(body: string): readonly string[] {
  const title = "5 benefits of yoga and massage";
  const { article } = readLeniently("x.md", `---\ntitle: ${title}\n---\n${body}`, titleReader(lexicon.terms));
  const { found } = readBenefits(article, lexicon);
  return found.map(({ line, therapies }) => `${line} ${therapies?.join("+") ?? ALL}`);
}

test("extract: a name that is said again of another therapy is a benefit of that one, too", () => {
  const yoga = "## Benefits of yoga\n\n- **Less stress.** It calms.\n- **Better sleep.** You rest.\n\n";
  const massage = "## Benefits of massage\n\n- **Less stress.** It calms.\n- **Less pain.** You rest.\n\n";
  const all = ["6 yoga", "7 yoga", "11 massage-therapy", "12 massage-therapy"];
  assert.equal(listed(yoga + massage), all);
  assert.equal(
    listed(`${yoga}${massage}## Summary of benefits\n\n- Less stress\n- Less pain\n`),
    all,
    "a summary",
  );
  const again = "## More benefits of yoga\n\n- Less stress\n- Good posture\n";
  assert.equal(listed(yoga + again), ["6 yoga", "7 yoga", "12 yoga"], "of the same therapy");
});

test("therapiesSaid: a heading on two is on both, and the line above a list on one of them", () => {
  const list = "- Better sleep\n- Less stress\n";
  const under = (text: string): string | undefined => said(text)["reduce:stress"];
  assert.is(under(`## Benefits of yoga vs massage\n\n${list}`), "yoga+massage-therapy");
  assert.is(under(`## Benefits of yoga compared with massage\n\n${list}`), "yoga");
  assert.is(under(`## Benefits of massage over yoga\n\n${list}`), "massage-therapy");
  const both = "## Benefits of yoga and massage";
  assert.is(under(`${both}\n\nThe benefits of massage:\n\n${list}`), "massage-therapy");
  assert.is(
    under(`# Yoga and massage for better sleep\n\nThe benefits of massage:\n\n${list}`),
    "massage-therapy",
  );
});

test("therapiesSaid: the last sentence that names one tells who “it” is", () => {
  const text = "Yoga is old. Massage is gentle. It improves sleep.";
  assert.is(said(text)["improve:sleep-quality"], "massage-therapy");
});

test("therapiesSaid: a row of a table with a column for each is said of none", () => {
  const table =
    "## Benefits\n\n| Benefit | Yoga | Massage |\n|---|---|---|\n| Less stress | Yes | No |\n| Better sleep | No | Yes |\n";
  for (const of of Object.values(said(table))) assert.is(of, "");
});

test("therapiesSaid: what is meant as a benefit names no therapy", () => {
  const list = "## Benefits of meditation\n\n- Better sleep quality\n- Less stress\n\n## Sleep\n\nNights.\n";
  assert.is.not(said(list, "Meditation and sleep", ["sleep"])["improve:sleep-quality"], "sleep");
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
  assert.is(under("It improves sleep the way a massage would."), "yoga");
  assert.is(under("Better sleep comes with a massage."), "");
  assert.is(under("The former improves sleep."), "");
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

test("contradicts: of the same therapy, and where it is not clear of which", () => {
  const denial = (therapies?: readonly string[]) => ({
    canonical: "reduce:stress",
    ...(therapies && { therapies }),
  });
  const said = (therapies?: readonly string[]) => ({
    canonicals: ["reduce:stress"],
    ...(therapies && { therapies }),
  });
  assert.not.ok(contradicts(denial(["yoga"]), said(["massage-therapy"])));
  assert.ok(contradicts(denial(["yoga"]), said(["yoga", "massage-therapy"])));
  assert.ok(contradicts(denial([]), said(["yoga"])));
  assert.ok(contradicts(denial(["yoga"]), said([])));
  assert.ok(contradicts(denial(), said(["yoga"])));
  assert.not.ok(contradicts({ canonical: "reduce:pain" }, said()));
});

test.run();
