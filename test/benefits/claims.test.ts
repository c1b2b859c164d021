import { test } from "uvu";
import * as assert from "uvu/assert";
import { readClaims } from "../../plugins/benefits/english/claims.ts";
import { tokenize } from "../../plugins/benefits/english/tokens.ts";
import { lexicon } from "./reader.ts";

function claims(text: string, isHeading: boolean): string {
  const tokens = tokenize(text);
  const found = readClaims(tokens, 0, tokens.length, lexicon, {
    isHeading,
    subject: new Set(["sleep", "cold-showers"]),
  });
  return found.map(({ canonical }) => canonical).join(" ");
}

for (const [sentence, expected] of [
  ["It treats a variety of conditions, including pain and nausea.", "reduce:pain reduce:nausea"],
  ["It is an effective treatment for conditions such as migraines.", "reduce:migraine"],
  ["Aloe conditions hair.", "improve:hair-health"],
  ["It is used to treat low blood pressure.", "regulate:blood-pressure"],
  ["It lowers blood pressure.", "reduce:blood-pressure"],
  ["It is a remedy for nausea during cancer treatment.", "reduce:nausea"],
  ["It can lead to low self-esteem and to poor digestion.", ""],
  ["It improves poor digestion and low self-esteem.", "improve:digestion improve:self-esteem"],
  ["It has a severe impact on mental health.", ""],
  ["It has a positive impact on mental health.", "improve:mental-health"],
  ["It can bring on kidney trouble.", ""],
  ["It reduces kidney dysfunction.", "improve:kidney-health"],
  ["It prevents memory difficulties.", "prevent:memory"],
  ["It slows the heart rate.", "reduce:heart-rate"],
] as const) {
  test(`claims of a sentence: ${sentence}`, () => assert.is(claims(sentence, false), expected));
}

for (const [heading, expected] of [
  ["Reduces Stress and Anxiety", "reduce:stress reduce:anxiety"],
  ["Stress and Anxiety Relief", "reduce:stress reduce:anxiety"],
  ["Improved Focus and Stress Relief", "improve:focus reduce:stress"],
  ["Heart Health", "improve:heart-health"],
  ["Supports Liver Function", "improve:liver-health"],
  ["Liver Cleanse", "improve:detoxification"],
  ["Supports Urinary Health", "improve:urinary-health"],
  ["Raises Low Testosterone", "regulate:hormones"],
  ["Boosts Low Iron Levels", "improve:nutrition"],
  ["Increased Metabolism & Caloric Burn", "improve:metabolism"],
  ["Eases Menopausal Symptoms", "reduce:menopause"],
  ["Relief from PMS", "reduce:pms"],
  ["Lowers the Risk of Falls", "prevent:falls"],
  ["Better Balance and Coordination", "improve:balance"],
  ["Curbs Sugar Cravings", "reduce:appetite"],
  ["Keeps You Full", "regulate:appetite"],
  ["Stronger Nails", "improve:nail-health"],
  ["Hydrates the Body", "improve:hydration"],
  ["Hydrates Skin", "improve:skin-health"],
  ["Boosts Libido", "improve:libido"],
  ["Prevents Anemia", "prevent:anemia"],
  ["Less Dizziness", "reduce:dizziness"],
  ["Steady Heart Rhythm", "regulate:heart-rate"],
  ["Weight Management", "regulate:weight"],
  ["Low blood pressure", "regulate:blood-pressure"],
  ["Lower blood pressure", "reduce:blood-pressure"],
  ["Low mood", "reduce:depression"],
  ["Low immunity", "improve:immune-function"],
  ["Weight loss", "reduce:weight"],
  ["Reducing weight gain", "prevent:weight"],
  ["Eases gout", "reduce:gout"],
  ["Builds muscular endurance", "improve:athletic-performance"],
  ["Pain Management", "reduce:pain"],
  ["Anti-inflammatory and Antioxidant Properties", "reduce:inflammation reduce:oxidative-stress"],
  ["Potential Neuroprotective Benefits", "improve:brain-health"],
  // An organ is protected for its good, a person against an illness.
  ["Protects Your Heart", "improve:heart-health"],
  ["Protects Against Stroke", "prevent:stroke"],
  ["Lower Stroke Risk", "prevent:stroke"],
  ["Lowers the risk of heart disease", "prevent:heart-health"],
  // The bad state of a good thing: fighting it improves the thing.
  ["Fights Tooth Decay", "improve:oral-health"],
  ["Helps with Anxiety", "reduce:anxiety"],
  ["Promotes healthy blood pressure", "regulate:blood-pressure"],
  ["It might keep colds away", "prevent:common-cold"],
  // British and American, plural and hyphen do not matter.
  ["Normalises Hormones", "regulate:hormones"],
  ["De-stress", "reduce:stress"],
  // The subject's own name is no target.
  ["Cold showers boost mood", "improve:mood"],
  ["Sleep strengthens immunity", "improve:immune-function"],
  // "Stress-related" is no stress; harm is no benefit.
  ["Relieves stress-related headaches", "reduce:headache"],
  ["Increases anxiety", ""],
  ["Damages the liver", ""],
  // What opens a name says what is done, whatever is done to the name before it.
  ["Reduced Muscle Soreness and Faster Recovery", "reduce:muscle-soreness improve:recovery"],
] as const) {
  test(`readClaims, heading: ${heading}`, () => assert.is(claims(heading, true), expected));
}

for (const [sentence, expected] of [
  [
    "It relieves nausea from chemotherapy, headaches and back pain.",
    "reduce:nausea reduce:headache reduce:back-pain",
  ],
  ["It has an anti-inflammatory effect.", "reduce:inflammation"],
  ["It reduces stress in people with diabetes.", "reduce:stress"],
  ["Their digestion has improved.", "improve:digestion"],
  ["It is about anxiety and depression.", ""],
  ["It keeps the skin, gums and teeth healthy.", "improve:skin-health improve:oral-health"],
  ["It keeps the skin in a jar.", ""],
  ["It is important for people taking blood pressure medication.", ""],
  ["It reduces stress on your joints.", ""],
  ["It improves physical health.", ""],
  ["It raises blood pressure.", ""],
  ["We give antidepressant drugs.", ""],
  ["She came back to the cold hall.", ""],
] as const) {
  test(`readClaims, sentence: ${sentence}`, () => assert.is(claims(sentence, false), expected));
}

test.run();
