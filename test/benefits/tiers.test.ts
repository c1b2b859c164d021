import { readFileSync } from "node:fs";
import { load } from "js-yaml";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { parseCanonical } from "../../plugins/benefits/canonical.ts";
import { unseenShare } from "../../plugins/benefits/english/confidence.ts";
import { compileGraves, graveOf } from "../../plugins/benefits/grave.ts";
import { titleReader } from "../../plugins/benefits/languages.ts";
import { readBenefits } from "../../plugins/benefits/read.ts";
import { type TierContext, tierBenefits } from "../../plugins/benefits/tiers.ts";
import { DEFAULT_PUBLISH_FROM } from "../../plugins/corpus/site.ts";
import type { ArticleBenefit, Denial } from "../../plugins/corpus/types.ts";
import { readLeniently } from "../../plugins/import/lenient.ts";
import { lexicon } from "./reader.ts";

const CONTEXT: TierContext = {
  publishFrom: 0.8,
  graves: lexicon.graves,
  targets: lexicon.targets,
  confirmed: new Map(),
  hasSources: false,
  against: [],
};

function benefit(given: Partial<ArticleBenefit>): ArticleBenefit {
  const heading = given.heading === undefined ? "Words" : given.heading;
  return {
    canonicals: ["reduce:stress"],
    kind: "explicit",
    heading,
    evidence: heading ?? "Words.",
    line: 5,
    anchor: "a",
    hedged: false,
    grade: null,
    rule: "r",
    confidence: 0.9,
    byWriter: false,
    ...given,
  };
}

const denial = (canonical: string, kind: Denial["kind"]): Denial => ({
  canonical,
  kind,
  evidence: "It does not.",
  line: 9,
  anchor: "",
});

const GRAVE = { canonicals: ["reduce:depression"] };
const CONFIRMED = new Map<string, string | null>([
  ["reduce:depression", null],
  ["reduce:stress", null],
]);

for (const [what, given, context, expected] of [
  ["sure enough is published", {}, {}, "reduce:stress |"],
  ["at the line is sure enough", { confidence: 0.8 }, {}, "reduce:stress |"],
  ["below the line waits", { confidence: 0.79 }, {}, "| reduce:stress unsure"],
  ["confirmed is published however unsure", { confidence: 0.1 }, { confirmed: CONFIRMED }, "reduce:stress |"],
  ["grave waits however sure", { ...GRAVE, confidence: 1 }, {}, "| reduce:depression grave"],
  [
    "grave waits for the writer, sources or none",
    { ...GRAVE, confidence: 1 },
    { hasSources: true },
    "| reduce:depression grave",
  ],
  ["grave and confirmed waits for a source", GRAVE, { confirmed: CONFIRMED }, "| reduce:depression source"],
  [
    "grave and confirmed is published in an article with sources",
    GRAVE,
    { confirmed: CONFIRMED, hasSources: true },
    "reduce:depression |",
  ],
  [
    "grave and confirmed is published with a source beside it",
    GRAVE,
    { confirmed: new Map([["reduce:depression", "A review"]]) },
    "reduce:depression |",
  ],
  [
    "a grave word in the heading makes any claim grave",
    { heading: "Calms cancer patients" },
    {},
    "| reduce:stress grave",
  ],
  [
    "a grave word in the sentence does too",
    { evidence: "It calms in pregnancy." },
    {},
    "| reduce:stress grave",
  ],
  [
    "each claim of a heading for itself",
    { canonicals: ["reduce:stress", "reduce:stroke"] },
    {},
    "reduce:stress | reduce:stroke grave",
  ],
  ["what would say the reverse waits", { canonicals: ["prevent:mobility"] }, {}, "| prevent:mobility label"],
  [
    "what would say the reverse is not published by a confirmation either",
    { canonicals: ["prevent:mobility"] },
    { confirmed: new Map([["prevent:mobility", "A review"]]) },
    "| prevent:mobility label",
  ],
  [
    "denied in the same article waits",
    {},
    { against: [denial("reduce:stress", "denied")] },
    "| reduce:stress against",
  ],
  [
    "doubted in the same article is published with reserve",
    {},
    { against: [denial("reduce:stress", "doubted")] },
    "reduce:stress? |",
  ],
  [
    "another benefit denied is nothing to it",
    {},
    { against: [denial("reduce:pain", "denied")] },
    "reduce:stress |",
  ],
] as const) {
  test(`tierBenefits: ${what}`, () => {
    const { published, proposals } = tierBenefits([benefit(given)], { ...CONTEXT, ...context });
    const shown = published.map(({ canonicals, hedged }) => canonicals.join("+") + (hedged ? "?" : ""));
    const waiting = proposals.map(({ canonicals, wait }) => `${canonicals.join("+")} ${wait}`);
    assert.is(`${shown.join(" ")} | ${waiting.join(" ")}`.trim(), expected);
  });
}

test("tierBenefits: no direction of any target of the lexicon is published in words that say the reverse", () => {
  const all = [...lexicon.targets.keys()].flatMap((target) =>
    (["reduce", "improve", "regulate", "prevent"] as const).map((direction) => ({ direction, target })),
  );
  const canonicals = all.map(({ direction, target }) => `${direction}:${target}`);
  const confirmed = new Map(canonicals.map((canonical) => [canonical, "A review"]));
  const given = canonicals.map((canonical) => benefit({ canonicals: [canonical], confidence: 1 }));
  const { published } = tierBenefits(given, { ...CONTEXT, confirmed, hasSources: true });
  const shown = new Set(published.flatMap((one) => one.canonicals));
  const reversed = all.filter(({ direction, target }) => {
    const { nature } = lexicon.targets.get(target) as { readonly nature: string };
    const isBad = direction === "prevent" ? nature !== "burden" : direction === "reduce" && nature === "good";
    return isBad && shown.has(`${direction}:${target}`);
  });
  assert.equal(reversed, []);
  assert.ok(shown.size > all.length / 2, "most are fine");
});

test("tierBenefits: a heading with no known target stands beside published ones and nowhere else", () => {
  const unknown = benefit({ canonicals: [], confidence: 0.4, heading: "Purple" });
  assert.is(tierBenefits([benefit({}), unknown], CONTEXT).published.length, 2);
  const alone = tierBenefits([benefit({ confidence: 0.1 }), unknown], CONTEXT);
  assert.equal([alone.published.length, alone.proposals.map(({ wait }) => wait)], [0, ["unsure", "unsure"]]);
  const grave = benefit({ canonicals: [], heading: "Shrinks tumours" });
  assert.is(tierBenefits([benefit({}), grave], CONTEXT).published.length, 1);
});

test("tierBenefits: what is published whole keeps the list it came with, which has no room to grow", () => {
  const canonicals = ["reduce:stress", "improve:sleep"];
  const [whole] = tierBenefits([benefit({ canonicals })], CONTEXT).published;
  assert.is(whole?.canonicals, canonicals);
  const [part] = tierBenefits(
    [benefit({ canonicals: [...canonicals, ...GRAVE.canonicals] })],
    CONTEXT,
  ).published;
  assert.equal(part?.canonicals, canonicals);
});

test("tierBenefits: says what is grave about it, and why", () => {
  const [proposal] = tierBenefits([benefit(GRAVE)], CONTEXT).proposals;
  assert.equal(proposal?.grave, {
    id: "depression",
    label: "depression",
    why: "It can end in suicide, and treatment that works exists.",
  });
});

test("tierBenefits: the source that the writer names stands with the benefit", () => {
  const confirmed = new Map([["reduce:depression", "A review"]]);
  assert.is(tierBenefits([benefit(GRAVE)], { ...CONTEXT, confirmed }).published[0]?.source, "A review");
});

// What a reader may die of, or lose a child, an eye or their mind to: the list, in words of articles.
for (const words of [
  "Helps prevent cancer",
  "Lowers the risk of type 2 diabetes",
  "Protects against heart disease",
  "Reduces strokes",
  "Slows Alzheimer's",
  "Fights infections",
  "Relieves depression",
  "Keeps suicidal thoughts away",
  "Calms epilepsy",
  "Good for chronic kidney disease",
  "Cleans a fatty liver",
  "Eases asthma",
  "Soothes back pain in pregnancy",
]) {
  test(`graveOf: ${words}`, () => {
    const grave = graveOf("improve:well-being", { heading: words, evidence: words }, lexicon.graves);
    assert.ok(grave !== null);
  });
}

for (const words of [
  "Reduces stress",
  "Improves heart health",
  "Helps you sleep",
  "Supports digestion",
  "Protects the skin",
]) {
  test(`graveOf: not ${words}`, () =>
    assert.is(graveOf("improve:well-being", { heading: words, evidence: words }, lexicon.graves), null));
}

test("grave.yaml: every target it names is one of the lexicon's, every entry gives its reason", () => {
  const entries = load(readFileSync("_data/lexicon/grave.yaml", "utf8")) as Record<
    string,
    { why: string; targets?: string[] }
  >;
  const targets = Object.values(entries).flatMap(({ targets: ids = [] }) => ids);
  assert.equal(
    targets.filter((id) => !lexicon.targets.has(id)),
    [],
  );
  assert.ok(Object.values(entries).every(({ why }) => /^[A-Z].{15,}\.$/.test(why)));
});

test("compileGraves: an owner's entry of the same id takes the place of the package's", () => {
  const graves = compileGraves({ dread: { label: "dread", why: "It is dreadful.", words: ["dread"] } });
  assert.is(graveOf("reduce:stress", { heading: null, evidence: "The dreads." }, graves)?.id, "dread");
  assert.is(parseCanonical("reduce:stress")?.target, "stress");
});

test("published: what a list says is, what a sentence alone says waits for its writer", () => {
  const published = (body: string, publishFrom?: number): readonly string[] => {
    const text = `---\ntitle: 3 benefits of acupuncture\n---\n\n${body}\n`;
    const { article } = readLeniently("x.md", text, titleReader(lexicon.terms));
    return readBenefits(article, lexicon, { publishFrom }).published.flatMap(({ canonicals }) => canonicals);
  };
  const sentence = "Acupuncture reduces neck pain.";
  const list =
    "## Benefits of acupuncture\n\n### Reduces neck pain\n\nIt lowers pain.\n\n### Reduces stress\n\nIt lowers stress.\n\n### Improves sleep\n\nSleep improves.";
  assert.ok(published(list).includes("reduce:neck-pain"), String(published(list)));
  assert.equal(published(sentence), []);
  // By the owner's own word the surest are.
  assert.equal(published(sentence, unseenShare(0.95)), ["reduce:neck-pain"]);
});

test("unseenShare: the order stays, what is even or less is believed as it is, the surest misses the default", () => {
  const shares = [0, 0.3, 0.5, 0.6, 0.95, 1].map(unseenShare);
  assert.equal(
    shares,
    [...shares].sort((a, b) => a - b),
  );
  assert.equal(shares.slice(0, 3), [0, 0.3, 0.5]);
  assert.ok(unseenShare(1) < DEFAULT_PUBLISH_FROM && unseenShare(0.95) >= 0.86 - 1e-9);
});

test.run();
