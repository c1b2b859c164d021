import type { EntryView } from "../../../plugins/page/parts.ts";
import { HOSTILE } from "./render.ts";

/** An article in a list, with a hostile description. */
export const entry: EntryView = {
  id: "a",
  url: "/a/",
  title: "9 ways",
  titleNumber: "9",
  titleText: "ways",
  lang: "",
  dir: "ltr",
  description: HOSTILE,
  published: { iso: "2026-01-02", text: "January 2, 2026" },
  byline: "By Ann",
  minutesText: "4 min read",
  benefitCount: 9,
  benefitWord: "benefits",
  isDraft: false,
};
