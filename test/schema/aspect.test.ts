import { test } from "uvu";
import * as assert from "uvu/assert";
import { isMember } from "../../plugins/check/vocabulary.ts";
import { aspectOf, HEALTH_ASPECTS } from "../../plugins/schema/aspect.ts";
import { effortMs } from "../effort.ts";

for (const [heading, aspect] of [
  ["What is insomnia?", "Overview"],
  ["What insomnia is", "Overview"],
  ["Summary", "Overview"],
  ["Key facts", "Overview"],
  ["Understanding reflexology", "Overview"],
  ["Benefits of massage therapy for insomnia", "Benefits"],
  ["The benefits, one by one", "Benefits"],
  ["How breathing may help", "Benefits"],
  ["What is known so far", "Effectiveness"],
  ["What the evidence says", "Effectiveness"],
  ["Does reflexology really work?", "Effectiveness"],
  ["Is it proven?", "Effectiveness"],
  ["How it works", "HowItWorks"],
  ["How it is done", "HowItWorks"],
  ["The science behind slow breathing", "HowItWorks"],
  ["When to see a doctor", "SeeDoctor"],
  ["Talk to your pharmacist first", "SeeDoctor"],
  ["When to get medical help", "SeeDoctor"],
  ["Who should take care", "Safety"],
  ["Is it safe?", "Safety"],
  ["Precautions", "Safety"],
  ["Side effects", "SideEffects"],
  ["Yoga in pregnancy: is it safe?", "Pregnancy"],
  ["Risks of deep massage", "RisksOrComplications"],
  ["Myths about sleep", "Misconceptions"],
  ["Symptoms", "Symptoms"],
  ["Signs of stress", "Symptoms"],
  ["What causes insomnia", "Causes"],
  ["Treatments", "Treatments"],
  ["Things you can try yourself", "SelfCare"],
  ["Preventing headaches", "Prevention"],
  ["Living with long-term pain", "LivingWith"],
  ["Types of massage", "Types"],
  ["How to try it", "UsageOrSchedule"],
  ["How often to go", "UsageOrSchedule"],
  ["Finding a therapist", "HowOrWhere"],
  ["What it costs", "GettingAccess"],
  ["Safety: who should take care", "Safety"],
  ["How to tell your doctor", "SeeDoctor"],
  ["What a cup may do for you", "Benefits"],
  ["What you can do", "SelfCare"],
  ["How risky is it?", "RisksOrComplications"],
  ["A short version at home", "SelfCare"],
  ["Days to stay at home", null],
  ["Stop signs on the table", null],
  ["What it cannot do", null],
  ["How to read a label", null],
  ["Choosing a scent", null],
  ["Conclusion", null],
  ["An evening in Utrecht", null],
  ["", null],
] as const) {
  test(`aspectOf: ${heading || "(empty)"} is ${aspect}`, () => assert.is(aspectOf(heading, "en"), aspect));
}

test("aspectOf: headings of other languages name no aspect by themselves", () => {
  assert.is(aspectOf("Benefits", "nl"), null);
});

test("aspectOf: the site's own patterns come first and work in any language", () => {
  const own = [[/voordelen/gi, "Benefits"]] as const;
  assert.is(aspectOf("Voordelen van massage", "nl", own), "Benefits");
  // A pattern with /g keeps its place between calls; the second heading must not suffer.
  assert.is(aspectOf("Voordelen van massage", "nl", own), "Benefits");
});

test("aspectOf: a heading of 100,000 characters costs no more than its beginning", () => {
  const started = effortMs();
  for (const heading of ["does ".repeat(20_000), `is ${"a ".repeat(50_000)}`, "how word ".repeat(12_000)])
    aspectOf(heading, "en");
  assert.ok(effortMs() - started < 100);
});

test("HEALTH_ASPECTS: every one is a member of the vocabulary", () => {
  const unknown = HEALTH_ASPECTS.filter((aspect) => !isMember(`${aspect}HealthAspect`));
  assert.equal(unknown, []);
  assert.is(HEALTH_ASPECTS.length, 29);
});

test.run();
