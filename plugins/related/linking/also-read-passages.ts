import type { Article } from "../../article/types.ts";
import type { Passage } from "./passages.ts";

/** Tells which passages are lines by which the author offers articles, or what such a line offers. */
export function offeringTest({ alsoRead, sections }: Article): (passage: Passage) => boolean {
  const lines = new Set(alsoRead.map(({ line }) => line));
  const titles = new Set(alsoRead.flatMap(({ offers }) => offers.map(({ title }) => title)));
  const offering = new Set(
    sections.filter(({ line, level }) => level > 0 && lines.has(line)).map(({ index }) => index),
  );
  return ({ text, lineAt, section }) => {
    if (offering.has(section) || titles.has(text.trim())) return true;
    const last = lineAt(text.length);
    for (let line = lineAt(0); line <= last; line++) if (lines.has(line)) return true;
    return false;
  };
}
