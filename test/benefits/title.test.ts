import { test } from "uvu";
import * as assert from "uvu/assert";
import { countInTitle, countsOthers } from "../../plugins/benefits/english/title.ts";
import { titleReader } from "../../plugins/benefits/languages.ts";
import { lexicon } from "./reader.ts";

for (const [title, count] of [
  ["9 Benefits of Massage", 9],
  ["Nine proven health benefits of massage", 9],
  ["Top 10 Amazing Advantages of Tai Chi", 10],
  ["7 Green Tea Benefits", 7],
  ["Kefir: Five Benefits", 5],
  ["5 Ways Gardening Improves Your Mood", 5],
  ["4 ways they can help", 4],
  ["6 Reasons to Try Acupuncture", 6],
  ["8 ways boxing will transform your life", 8],
  ["8 ways boxing changed my life", 8],
  ["4 reasons why massage helps", 4],
  ["4 reasons why you should try yoga", 4],
  ["10 Reasons Why Chocolate is Your Best Friend", 10],
  ["The Benefits of Nose Breathing: 4 Reasons You Shouldn't Breathe by the Mouth", 4],
  ["5 reasons why coffee is bad for you", null],
  ["5 reasons you should not do yoga", null],
  ["5 reasons why yoga does not help", null],
  ["5 reasons you should quit running", null],
  ["5 reasons you cannot sleep", null],
  ["5 reasons why I stopped running", null],
  ["4 ways running can make you feel worse", null],
  ["4 ways yoga does not help", null],
  ["4 ways stress makes a good sleep worse", null],
  ["5 ways alcohol changes your body", null],
  ["5 ways your phone can make insomnia worse", null],
  ["Benefits of Massage", null],
  ["5 Ways to Sleep Better", null],
  ["5 Teas for Sleep and Their Benefits", null],
  ["Top 6 Herbs for Stress", null],
  ["10 Practices to Reduce Stress", null],
  ["3 Tips", null],
  ["9 Effects of Lack of Sleep", null],
  ["Vitamin B12: Benefits", null],
  ["Part 2: The Benefits", null],
  ["2023 Benefits Guide", null],
  ["", null],
] as const) {
  test(`countInTitle: ${title}`, () => assert.is(countInTitle(title), count));
}

for (const [title, others] of [
  ["6 Herbs for Stress", true],
  ["10 Practices to Sleep Better", true],
  ["9 Benefits of Herbs", false],
  ["7 Green Tea Benefits", false],
] as const) {
  test(`countsOthers: ${title}`, () => assert.is(countsOthers(title), others));
}

for (const [title, therapies, conditions] of [
  ["9 Benefits of massage therapy for insomnia", "massage-therapy", "insomnia"],
  ["Acupuncture Treats Raynaud&#8217;s", "acupuncture", "raynauds"],
  ["Massage for a Better Sleep", "massage-therapy", ""],
  ["The Benefits of Sleep", "sleep", ""],
  ["Sleep Disorders and How They Are Treated", "", "insomnia"],
  ["Cold Showers", "cold-showers", ""],
  ["Peanut Butter Cookies", "", ""],
  ["Coconut Oil: Nature's Healer", "coconut-oil", ""],
  ["Ginger and Turmeric Tea", "ginger turmeric", ""],
  ["Six Herbs for Anxiety and Depression", "herbal-medicine", "anxiety depression"],
] as const) {
  test(`readTitle: ${title}`, () => {
    const facts = titleReader(lexicon.terms)(title, "en");
    assert.is(facts.therapies.join(" "), therapies);
    assert.is(facts.conditions.join(" "), conditions);
  });
}

test.run();
