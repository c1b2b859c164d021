import { test } from "uvu";
import * as assert from "uvu/assert";
import { findTitle, indexTitles, nearestTitles, normalTitle } from "../../plugins/related/titles.ts";

const INDEX = indexTitles(
  [
    { id: "sleep", title: "9 Benefits of Massage for Insomnia" },
    { id: "anxiety", title: "9 Benefits of Massage for Anxiety" },
    { id: "hyper", title: "Diet for Hypertension" },
    { id: "reiki", title: "What Is Reiki?" },
    { id: "shout", title: "WHAT IS REIKI" },
    { id: "creme", title: "Crème for Dry Skin" },
    { id: "acu", title: "Acupressure Points That Relieve Headaches" },
    { id: "ginger", title: "Ginger Tea and Nausea in Pregnancy" },
    { id: "thyroid", title: "Living with Hyperthyroidism" },
  ],
  ["inulin"],
);

for (const [written, ids, by] of [
  ["9 Benefits of Massage for Insomnia", ["sleep"], "title"],
  ["9 benefits of massage, for insomnia!", ["sleep"], "title"],
  ["Creme for dry skin", ["creme"], "title"],
  // Exactly as written wins over the twin in capitals; otherwise both fit.
  ["What Is Reiki?", ["reiki"], "title"],
  ["WHAT IS REIKI", ["shout"], "title"],
  ["what is reiki", ["reiki", "shout"], "title"],
  // Changes that keep the meaning.
  ["12 Benefits of Massage for Insomnia", ["sleep"], "close-title"],
  ["Acupressure points that relieve a headache", ["acu"], "close-title"],
  ["Acupresure Points That Relieve Headaches", ["acu"], "close-title"],
  ["The Best Acupressure Points That Relieve Headaches", ["acu"], "close-title"],
  ["Living with Hyperthyroidsim", ["thyroid"], "close-title"],
  ["Ginger tea for nausea in the pregnancy", ["ginger"], "close-title"],
  // One word of meaning more, less or other is another article.
  ["9 Benefits of Massage for Migraine", [], "none"],
  ["9 Benefits of Massage", [], "none"],
  ["Diet for Hypotension", [], "none"],
  ["Living with Hypothyroidism", [], "none"],
  ["Reiki for Dogs", [], "none"],
  ["Acupressure Points That Relieve Tension Headaches", [], "none"],
  ["", [], "none"],
  ["?!", [], "none"],
] as const) {
  test(`findTitle: "${written}" is ${ids.join(" or ") || "none"}`, () => {
    const found = findTitle(INDEX, written);
    assert.equal([found.ids, found.by], [ids, by]);
  });
}

test("findTitle: says how close a close title is", () => {
  const { closeness } = findTitle(INDEX, "12 Benefits of Massage for Insomnia");
  assert.ok(closeness > 0.9 && closeness < 1, String(closeness));
});

test("findTitle: a word that the site knows is no typing error", () => {
  const index = indexTitles([{ id: "insulin", title: "Insulin at Night" }], ["inulin"]);
  assert.equal(findTitle(index, "Inulin at Night").ids, []);
});

test("findTitle: two titles equally close are both named, neither is taken", () => {
  const index = indexTitles([
    { id: "a", title: "8 Benefits of Yoga Breathing" },
    { id: "b", title: "9 Benefits of Yoga Breathing" },
  ]);
  assert.equal(findTitle(index, "7 Benefits of Yoga Breathing").ids, ["a", "b"]);
});

test("nearestTitles: three, nearest first, ties by id", () => {
  assert.equal(
    nearestTitles(INDEX, "Benefits of massage for the back").map(({ id }) => id),
    ["anxiety", "sleep", "hyper"],
  );
});

for (const [title, normal] of [
  ["L'Été, 2024!", "l ete 2024"],
  ["  A — B  ", "a b"],
  ["睡眠について", "睡眠について"],
  ["ﬁbre", "fibre"],
] as const) {
  test(`normalTitle: ${title}`, () => assert.is(normalTitle(title), normal));
}

test.run();
