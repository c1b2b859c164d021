import type { Model } from "../model.ts";
import { cleanHeading } from "./candidate.ts";
import type { Group } from "./group.ts";
import { ownTexts } from "./own-text.ts";
import type { Reading } from "./reading.ts";
import { stemsOf } from "./stems.ts";
import type { Token } from "./tokens.ts";

/** Words of an item, and of what is said before a row, that are looked at. */
const MOST_WORDS = 14;
/** Words of an item's own text that are. */
const MOST_OWN_WORDS = 20;

/** Where a word of a row stands: see {@link eachWord}. */
const PLACES = ["i", "f", "x", "h", "b"] as const;
type Place = (typeof PLACES)[number];

/** What the words of a row add to its log odds by `model`, in which they have names as facts have ("i sleep"). */
export function oddsOfWords(reading: Reading, group: Group, model: Model): number {
  const weights = weightsByPlace(model);
  let sum = 0;
  eachWord(reading, group, (place, word, share) => {
    sum += (weights[place].get(word) ?? 0) * share;
  });
  return sum;
}

/**
 * The words of a row by where they stand, stemmed: "i" the share of its items
 * that have the word, "f" the share that begin with it, "x" the share that
 * have it in their own text, "h" 1 for a word of the heading right above, "b"
 * for one at the end of what is said before. What they speak for is learnt from
 * rows of many articles, not written down. Words of titles were tried and left
 * out: they tell which article it is. A word is told once for each item.
 */
export function eachWord(
  reading: Reading,
  { items, home, before }: Group,
  tell: (place: Place, word: string, share: number) => void,
): void {
  const share = 1 / items.length;
  for (const item of items) {
    const words = distinctStems(reading, item.candidate.heading, MOST_WORDS);
    for (const word of words) tell("i", word, share);
    if (words[0] !== undefined) tell("f", words[0], share);
    const [own] = ownTexts(reading, item);
    if (own === undefined) continue;
    for (const word of distinctStems(reading, own, MOST_OWN_WORDS)) tell("x", word, share);
  }
  if (home !== null && home.level > 0)
    for (const word of distinctStems(reading, cleanHeading(home.heading).heading)) tell("h", word, 1);
  if (before !== null)
    for (const word of new Set(stemsOf(reading.tokensOf(before.text)).slice(-MOST_WORDS))) tell("b", word, 1);
}

/** Each of the first words of a text once, stemmed. Rows share items: what was asked for is remembered with the text's tokens. */
function distinctStems({ tokensOf }: Reading, text: string, most?: number): readonly string[] {
  const tokens = tokensOf(text);
  const byMost = known.get(tokens) ?? new Map<number | undefined, readonly string[]>();
  known.set(tokens, byMost);
  const stems = byMost.get(most) ?? [...new Set(stemsOf(tokens, most))];
  byMost.set(most, stems);
  return stems;
}
const known = new WeakMap<readonly Token[], Map<number | undefined, readonly string[]>>();

type WeightsByPlace = Readonly<Record<Place, ReadonlyMap<string, number>>>;

function weightsByPlace(model: Model): WeightsByPlace {
  const read = byModel.get(model) ?? partWords(model);
  byModel.set(model, read);
  return read;
}
const byModel = new WeakMap<Model, WeightsByPlace>();

function partWords({ weights }: Model): WeightsByPlace {
  const parted = Object.fromEntries(PLACES.map((place) => [place, new Map<string, number>()]));
  for (const [name, weight] of Object.entries(weights))
    if (name[1] === " ") parted[name[0] as Place]?.set(name.slice(2), weight);
  return parted as Record<Place, Map<string, number>>;
}
