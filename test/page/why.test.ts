import { test } from "uvu";
import * as assert from "uvu/assert";
import english from "../../_includes/texts/en.json" with { type: "json" };
import dutch from "../../_includes/texts/nl.json" with { type: "json" };
import type { ArticleRecord, Reason } from "../../plugins/corpus/types.ts";
import type { ViewContext } from "../../plugins/page/context.ts";
import { languageFrom, type TextsFile } from "../../plugins/page/texts.ts";
import { whyText } from "../../plugins/page/why.ts";

const context = {
  benefitById: new Map([["reduce:stress", { label: "Reduces stress" }]]),
  conditionById: new Map([
    ["insomnia", { label: "Insomnia" }],
    ["ibs", { label: "IBS" }],
    ["crohns", { label: "Crohn's disease" }],
  ]),
  therapyById: new Map([
    ["massage", { label: "Massage" }],
    ["vitamin-d", { label: "Vitamin D" }],
  ]),
} as unknown as ViewContext;
const { language } = languageFrom("en", english as TextsFile, english as TextsFile);

/** An article that presents a benefit under a heading, its first unless others are given. */
function other(heading: string | null, headings = [`1. ${heading}`]): ArticleRecord {
  const sections = headings.map((words) => ({ heading: words }));
  return {
    benefits: [{ canonicals: ["reduce:stress"], heading }],
    article: { sections },
  } as unknown as ArticleRecord;
}

for (const [kind, shared, heading, words] of [
  ["condition", ["insomnia"], null, "also on insomnia"],
  ["therapy", ["massage"], null, "also on massage"],
  ["therapy", ["vitamin-d"], null, "also on vitamin D"],
  ["condition", ["ibs", "crohns"], null, "also on IBS and Crohn's disease"],
  ["benefit", ["reduce:stress"], "A calmer evening", "its part “A calmer evening”"],
  ["benefit", ["reduce:stress"], `Calm ${"and rest ".repeat(10)}`, ""],
  ["benefit", ["reduce:stress"], null, ""],
  ["section", ["Jaw pain"], null, "its part “Jaw pain”"],
  ["series", ["next"], null, "the next part"],
  ["series", ["before"], null, "the part before"],
  ["pinned", [], null, "chosen by the editor"],
  ["fill", [], null, ""],
  ["condition", ["gone"], null, ""],
] as const) {
  test(`whyText: ${kind} ${shared.join(" ")} ${heading ?? ""}`, () => {
    assert.is(whyText(context, [{ kind, shared }], language, other(heading)), words);
  });
}

test("whyText: a benefit that no heading presents is none", () => {
  const reasons: Reason[] = [{ kind: "benefit", shared: ["reduce:stress"] }];
  assert.is(whyText(context, reasons, language, other("A calmer evening", ["Evenings"])), "");
});

test("whyText: the first reason that can be told, in the page's language", () => {
  const dutchLanguage = languageFrom("nl", dutch as TextsFile, english as TextsFile).language;
  const reasons: Reason[] = [
    { kind: "condition", shared: ["gone"] },
    { kind: "section", shared: ["De kaak"] },
  ];
  assert.is(whyText(context, reasons, dutchLanguage, other(null)), "het deel “De kaak”");
});

test.run();
