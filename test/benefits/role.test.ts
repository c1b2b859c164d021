import { test } from "uvu";
import * as assert from "uvu/assert";
import { readRole } from "../../plugins/benefits/english/role.ts";
import { tokenize } from "../../plugins/benefits/english/tokens.ts";
import { lexicon } from "./reader.ts";

function role(heading: string): string {
  const found = readRole(heading, tokenize(heading), lexicon, new Set(["massage-therapy", "aloe-vera"]));
  const { isGroup, isUmbrella, isTurnedDown, isAside, isAdvice, isHarm, isElsewhere } = found;
  if (isTurnedDown) return "turned down";
  if (isElsewhere) return "elsewhere";
  if (isHarm) return "harm";
  if (isAdvice) return "advice";
  if (isAside) return "aside";
  return isGroup ? "group" : isUmbrella ? "umbrella" : found.claims.length > 0 ? "benefit" : "none";
}

for (const [heading, expected] of [
  ["Benefits of Massage", "umbrella"],
  ["Benefits of massage therapy for insomnia", "umbrella"],
  ["What Are the Benefits?", "umbrella"],
  ["Summary of Massage Benefits", "umbrella"],
  ["Summary of Side Effects", "aside"],
  ["Summary", "aside"],
  ["Therapeutic Properties", "umbrella"],
  ["Proven Uses", "umbrella"],
  ["What massage does for you", "umbrella"],
  ["How Can Massage Help?", "umbrella"],
  ["Conditions Massage Can Treat", "umbrella"],
  ["Benefits and Side Effects of Aloe Vera", "umbrella"],
  ["Skin and Hair Benefits", "group"],
  ["Relieves symptoms of arthritis", "benefit"],
  ["Symptoms of arthritis", "harm"],
  ["Possible Side Effects", "aside"],
  ["Dosage", "aside"],
  ["What is aloe vera?", "aside"],
  ["Who Can Benefit From Massage?", "aside"],
  ["Tips to Extend the Benefits", "advice"],
  ["How to Use Aloe Vera for Health Benefits", "advice"],
  ["Effects of Lack of Sleep", "harm"],
  ["What stress does to the body", "harm"],
  ["What does chronic stress do to your skin?", "harm"],
  ["How anxiety affects your digestion", "harm"],
  ["How sleep loss affects the body", "harm"],
  ["What sugar does to your body", "harm"],
  ["What yoga does to the body", "umbrella"],
  ["What massage does to pain", "group"],
  ["Effects of massage on pain", "benefit"],
  ["The Effects of Burnout on Memory", "harm"],
  ["Your Brain on Stress", "harm"],
  ["Employee Benefits", "elsewhere"],
  ["What Massage Will Not Do", "turned down"],
  ["What Massage Does, and Not Just for Athletes", "umbrella"],
  ["What Massage Does Not Do Alone", "turned down"],
  ["Famous Stretches and Their Benefits", "aside"],
  ["Massage and Its Benefits", "umbrella"],
  ["Massage and Their Many Health Benefits", "umbrella"],
  ["Massage Offers a Simple Way to Prevent Headaches", "benefit"],
  ["Simple Ways to Prevent Headaches", "advice"],
  ["Benifits of Massage", "umbrella"],
  ["Benfits of Massage", "umbrella"],
  ["Beneffits of Massage", "umbrella"],
  ["Benefactors of Massage", "none"],
  ["A Visit to Pune", "none"],
  ["Of Course", "none"],
  ["", "none"],
] as const) {
  test(`readRole: ${heading}`, () => assert.is(role(heading), expected));
}

test.run();
