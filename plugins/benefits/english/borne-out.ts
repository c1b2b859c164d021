import { parseCanonical } from "../canonical.ts";
import type { Group, GroupItem } from "./group.ts";
import { ownTexts } from "./own-text.ts";
import { claimsInSentence, type Reading, type SentenceParts } from "./reading.ts";
import type { Token } from "./tokens.ts";

/**
 * How much speaks for a list of benefits where the own text of each item says
 * again what its name says, in log odds: "**Better sleep.** Massage improves
 * sleep". Of 0, 1, 2, 3 and 4 the largest that adds right lists to the articles
 * labelled and none that is wrong.
 */
const WEIGHT = 3;
/** Fewer named items bear nothing out. */
const AT_LEAST = 2;

/** What the items' own text says for a group being a list of benefits, in log odds. */
export function oddsBorneOut(reading: Reading, { items }: Group): number {
  const named = items.filter(({ candidate }) => candidate.likeness >= 1.5);
  if (named.length < AT_LEAST) return 0;
  return (WEIGHT * named.filter((item) => isBorneOut(reading, item)).length) / items.length;
}

/** Whether the text below a heading or behind a lead says, in its first sentences, what is done to a target that the heading names. */
export function isBorneOut(reading: Reading, item: GroupItem): boolean {
  const read = known.get(item) ?? readsBorneOut(reading, item);
  known.set(item, read);
  return read;
}

/** An item is asked for where its group is judged and where it is taken. */
const known = new WeakMap<GroupItem, boolean>();

function readsBorneOut(reading: Reading, item: GroupItem): boolean {
  const targets = new Set(item.candidate.canonicals.map((one) => parseCanonical(one)?.target));
  if (targets.size === 0) return false;
  return firstSentences(reading, item).some(({ tokens, sentence }) =>
    sentence.clauses.some(
      ({ from, to, isDenied }) =>
        !isDenied &&
        claimsInSentence(reading, tokens, from, to).some(({ canonical }) =>
          targets.has(parseCanonical(canonical)?.target),
        ),
    ),
  );
}

/** The first sentences of an item's own text that ask nothing. */
function firstSentences(
  reading: Reading,
  item: GroupItem,
): { readonly tokens: readonly Token[]; readonly sentence: SentenceParts }[] {
  const found: { tokens: readonly Token[]; sentence: SentenceParts }[] = [];
  for (const text of ownTexts(reading, item)) {
    if (found.length >= BORNE_OUT_WITHIN) break;
    const tokens = reading.tokensOf(text);
    for (const sentence of reading.sentencesOf(text))
      if (!sentence.isQuestion) found.push({ tokens, sentence });
  }
  return found.slice(0, BORNE_OUT_WITHIN);
}

/** Sentences in which what a heading names must be said again to bear it out. */
const BORNE_OUT_WITHIN = 4;
