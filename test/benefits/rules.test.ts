import { test } from "uvu";
import * as assert from "uvu/assert";
import { RULE_NAMES } from "../../plugins/benefits/languages.ts";
import { headings, prose, read } from "./reader.ts";

/** One table a rule: title, body, and the headings it finds, which are gone when the rule is switched off. */
const TABLES: Readonly<Record<string, readonly (readonly [string, string, readonly string[]])[]>> = {
  "by-heading": [
    [
      "Aloe",
      "## Benefits\n\n### 1.\tSofter skin\n\nx\n\n### ✅ Less acne\n\nx\n\n## Dosage\n\n### Low\n",
      ["Softer skin", "Less acne"],
    ],
    ["Aloe", "## Benefits\n\n- **Skin**: soft\n- **Hair**: shiny\n    - dandruff goes\n", ["Skin", "Hair"]],
    [
      "Aloe",
      "## Benefits\n\n| Use | How |\n|--|--|\n| Heals wounds | gel |\n| Treats acne | gel |\n",
      ["Heals wounds", "Treats acne"],
    ],
    [
      "Dates",
      "## Nutritional Profile and Health Benefits\n\n### Key Nutrients\n\n- **Iron:** some\n- **Fibre:** a lot\n\n### Health Impacts\n\n1. **Better digestion:** yes\n2. **Stronger immunity:** yes\n",
      ["Better digestion", "Stronger immunity"],
    ],
    ["Dates", "## Side Effects and Benefits\n\n- Nausea\n- Headache\n- Insomnia\n", []],
    ["Aloe", "## Benefits\n\nIt depends on the person.\n\n## Labels\n\n- **Dose**: 1\n- **Lot**: 2\n", []],
  ],
  "by-sibling": [
    [
      "Aloe",
      "## Why Try Aloe?\n\n## Heals wounds\n\nx\n\n## Treats acne\n\nx\n\n## Storage\n",
      ["Heals wounds", "Treats acne"],
    ],
  ],
  "by-sentence": [
    [
      "Baths",
      "Potential benefits include:\n\n* easing stress,\n* softer skin\n\nIngredients:\n\n* salt\n* water\n",
      ["easing stress", "softer skin"],
    ],
    [
      "Baths",
      "They are loved for many benefits. These include:\n\nless stress<br>\nbetter sleep\n",
      ["less stress", "better sleep"],
    ],
    [
      "Baths",
      "**Benefits of baths:**\n\n**Calm** – yes\n\n**Better sleep** – yes\n\n**Cost**\n\n**Water** – a lot\n",
      ["Calm", "Better sleep"],
    ],
    ["Baths", "Symptoms include:\n\n* stress\n* anxiety\n", []],
  ],
  "by-title": [
    [
      "3 Benefits of Aloe",
      "## Softer skin\n\nx\n\n## A friend for life\n\nx\n\n## Less acne\n\nx\n\n## Conclusion\n",
      ["Softer skin", "A friend for life", "Less acne"],
    ],
    [
      "10 Things That Happen to Your Body When You Walk",
      "## 1. Less stress\n\nx\n\n## 2. Stronger bones\n\nx\n\n## 3. Type 2 diabetes\n\nx\n",
      ["Less stress", "Stronger bones", "Type 2 diabetes"],
    ],
    ["9 Herbs With Benefits", "## Softer skin\n\nx\n\n## Less acne\n", []],
  ],
  "by-items": [
    [
      "Aloe, a Portrait",
      "## Origins\n\n## Aloe and Heart Health\n\nAloe lowers cholesterol.\n\n## Aloe for Digestion\n\nAloe soothes the gut.\n\n## Aloe and Skin Health\n\nAloe clears acne.\n\n## Recipes\n",
      ["Aloe and Heart Health", "Aloe for Digestion", "Aloe and Skin Health"],
    ],
    [
      "Aloe: Is It Worth It?",
      "## Does it heal wounds?\n\nYes, in trials.\n\n## Does it ease pain?\n\nYes, a little.\n\n## Does it clear acne?\n\nYes, it does.\n\n## Does it cure cancer?\n\nThere is no evidence.\n",
      ["Does it heal wounds?", "Does it ease pain?", "Does it clear acne?"],
    ],
    ["10 Signs of Low Zinc", "## Fatigue\n\nx\n\n## Hair loss\n\nx\n", []],
    [
      "Aloe",
      "**Stress.** It lowers it.\n\n**Blood sugar.** It falls.\n\n**Skin.** Soft.\n\n**How to grow it.** Sun.\n",
      ["Stress", "Blood sugar", "Skin"],
    ],
    ["Soup", "- **Ginger:** a thumb\n- **Garlic:** two\n- **Honey:** a spoon\n", []],
  ],
};

for (const [name, table] of Object.entries(TABLES)) {
  for (const [title, body, expected] of table) {
    test(`${name}: ${title} / ${body.slice(0, 50).replace(/\n+/g, " ")}`, () => {
      const found = read(title, body);
      assert.equal(headings(found), expected);
      for (const { kind, rule } of found.benefits) if (kind === "explicit") assert.is(rule, name);
      for (const { rule } of read(title, body, { without: [name] }).benefits) assert.is.not(rule, name);
    });
  }
}

test("front-matter-list: entries of a benefits field are benefits, whatever shape they have", () => {
  const fields = { benefits: ["Less stress", { title: "Better sleep", text: "…" }], tips: ["Drink water"] };
  assert.equal(headings(read("Yoga", "Text.", { fields })), ["Less stress", "Better sleep"]);
  assert.equal(headings(read("Yoga", "Text.", { fields, without: ["front-matter-list"] })), []);
});

for (const [body, expected] of [
  ["Massage eases pain. It may lower stress.", "reduce:pain reduce:stress"],
  ["Massage does not cure cancer.", ""],
  ["There is no evidence that massage cures cancer.", ""],
  ["Does massage cure cancer?", ""],
  ["Massage eases pain, although claims that it cures cancer have not been supported.", "reduce:pain"],
  ["Massage was tried for anxiety, yet benefits in these people have not been verified.", ""],
  ["Fans say that massage cures cancer.", ""],
  ["Some say massage melts fat. It does not.", ""],
  ["Lack of sleep weakens immunity and raises stress.", ""],
  ["If you can relieve the pain, you can rest.", ""],
  ["To lose weight you want to reduce stress.", ""],
  ["Avoid pressure on swellings.", ""],
] as const) {
  test(`prose-claim: ${body}`, () => assert.is(prose(read("Massage", body)).join(" "), expected));
}

test("prose-claim: what another thing does is not sure enough for a page", () => {
  const { benefits } = read("Massage", "Melatonin improves sleep.");
  assert.ok(benefits.every(({ confidence }) => confidence < 0.9));
});

test("title-claim: a title that asserts is a claim, one that asks or lists is none", () => {
  assert.equal(prose(read("Acupuncture Effectively Treats Migraine", "x")), ["reduce:migraine"]);
  assert.equal(prose(read("Does Acupuncture Treat Migraine?", "x")), []);
  assert.equal(prose(read("Acupuncture Treats Migraine", "x", { without: ["title-claim"] })), []);
});

test("RULE_NAMES: every rule has a table here", () => {
  const tested = [...Object.keys(TABLES), "front-matter-list", "title-claim", "prose-claim"];
  assert.equal([...RULE_NAMES].sort(), tested.sort());
});

test("extractBenefits: hedged headings count and are marked", () => {
  const [first, second] = read("Aloe", "## Benefits\n\n- May ease pain\n- Eases stress\n").benefits;
  assert.is(first?.hedged, true);
  assert.is(second?.hedged, false);
});

test("extractBenefits: a benefit without a known target is told apart and its words are counted", () => {
  const { benefits, unnamed, unknownTargets } = read(
    "Aloe",
    "## Benefits\n\n### Softer skin\n\n### Less acne\n\n### Better violin sound\n",
  );
  assert.is(benefits.filter(({ kind }) => kind === "explicit").length, 2);
  assert.equal(
    unnamed.map(({ heading }) => heading),
    ["Better violin sound"],
  );
  assert.equal(unknownTargets, [{ words: "violin sound", line: 11 }]);
});

test.run();
