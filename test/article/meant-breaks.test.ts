import { test } from "uvu";
import * as assert from "uvu/assert";
import { meantBreaks } from "../../plugins/article/meant-breaks.ts";

const rows = (text: string) =>
  text.split("\n").map((line, at) => ({ text: line, line: at + 1, isBroken: false }));

for (const [text, before, breaks] of [
  ["• Calms the stomach\n• Eases pain", "", "all"],
  ["✅ Calms the stomach\n✅ Eases pain", "", "all"],
  ["(1) Calms the stomach\n(2) Eases pain", "", "all"],
  ["-Calms the stomach\n-Eases pain", "", "all"],
  ["*Calms the stomach\n*Eases pain", "", "all"],
  ["-5 degrees\n-7 degrees", "", "none"],
  ["It helps:\n– Calms the stomach\n– Eases pain", "", "all"],
  ["• Calms the stomach\nand the gut", "", "none"],
  ["Sleep: You rest.\nMood: You laugh.\nPain: It goes.", "", "all"],
  ["Sleep: You rest.\nMood: You laugh.", "", "none"],
  ["Sleep: You rest.\nMood: You laugh.\nand it goes.", "", "none"],
  ["BENEFITS OF TEA\n• Calms the stomach\n• Eases pain", "", "marked"],
  ["• Calms the stomach\nand the gut\n• Eases pain", "", "marked"],
  ["✅ Calms\n✅ Warms\nNot with:\n❌ Fever\n❌ Burns", "", "none"],
  ["Calm\n✨ You sleep\n✨ You rest\nMood\n✨ You laugh", "", "none"],
  ["One\nTwo things\n• Calms the stomach\n• Eases pain", "", "first"],
  ["It rained\n– all day\n– and all night", "", "none"],
  ["ease back pain\nimprove posture\nrelieve stress", "Stretching helps:", "all"],
  ["ease back pain\nimprove posture\nrelieve stress", "Stretching helps.", "none"],
  ["It helps to:\nease back pain\nimprove posture\nrelieve stress", "", "all"],
  ["Eases pain\nLifts mood\nHelps you sleep\nCalms the gut", "", "all"],
  ["Better sleep\nPeople who stretch at night fall asleep sooner than others.", "", "first"],
  ["Better sleep,\nPeople say", "", "none"],
  // Wrapped where the next word would have been too long.
  [
    "Stretching is a thing that many\npeople do in the evening when all\nof the day's work is done and the\nhouse is quiet.",
    "This is how:",
    "none",
  ],
  ["Stretching", "This is how:", "none"],
] as const) {
  test(`meantBreaks: ${JSON.stringify(text)} after ${JSON.stringify(before)}: ${breaks}`, () =>
    assert.is(meantBreaks(rows(text), before), breaks));
}

test.run();
