import { documentOf, scoreOf } from "./nearest.ts";
import {
  addList,
  BOX_PLACES,
  countInbound,
  type Inbound,
  type Place,
  type Selection,
  type Wish,
} from "./places.ts";
import { rescueAll } from "./rescue.ts";

/**
 * Chooses what every article's page links: pins, best candidates under the cap,
 * boxes among the first of them, then a place for articles left out. Exactly
 * what is printed is counted.
 */
export function selectLists(selection: Selection): Place[][] {
  const lists = selection.wishes.map((wish, index) => firstChoice(selection, wish, index));
  if (selection.maxInbound !== null)
    holdCap(selection, lists, countInbound(selection.wishes, lists), selection.maxInbound);
  for (let index = 0; index < lists.length; index++)
    lists[index] = withBoxes(selection, lists[index]!, index);
  if (selection.rescue) rescueAll(selection, lists, countInbound(selection.wishes, lists));
  return lists;
}

/** As many as may be printed: it is known later whether boxes find room. */
function firstChoice(selection: Selection, wish: Wish, index: number): Place[] {
  const { pins, count, boxes } = wish;
  const most = count + boxes;
  const list = pins
    .slice(0, most)
    .map((pin): Place => ({ index: pin, score: 0, isPinned: true, isBox: false }));
  if (list.length >= most) return list;
  for (const key of selection.candidates(index)) {
    if (list.length >= most || scoreOf(key) < selection.minimum) break;
    if (!pins.includes(documentOf(key))) list.push(placeOf(key));
  }
  return list;
}

const placeOf = (key: number): Place => ({
  index: documentOf(key),
  score: scoreOf(key),
  isPinned: false,
  isBox: false,
});

/** The list with its boxes marked, no longer than the page prints it. */
function withBoxes({ wishes, boxesOf }: Selection, list: readonly Place[], index: number): Place[] {
  const { count, boxes } = wishes[index]!;
  const chosen = boxes === 0 || list.length === 0 ? [] : boxesOf(index, list.slice(0, BOX_PLACES));
  if (chosen.length === 0) return list.slice(0, count);
  const marked = list.map((place) => (chosen.includes(place.index) ? { ...place, isBox: true } : place));
  let listed = 0;
  return marked.filter(({ isBox }) => isBox || listed++ < count);
}

/** Lets articles over the cap keep their strongest links; the lists that lose one take their next candidate. */
function holdCap(selection: Selection, lists: Place[][], inbound: Inbound, cap: number): void {
  for (let excessCount = 1; excessCount > 0; ) {
    excessCount = 0;
    for (const [index, holders] of holdersOf(lists, crowdedArticles(inbound, cap))) {
      const fixedCount = inbound.printed[index]! - holders.length;
      const excess = holders
        .sort((a, b) => b.score - a.score || a.list - b.list)
        .slice(Math.max(0, cap - fixedCount));
      for (const { list } of excess) replace(selection, lists, inbound, list, index, cap);
      excessCount += excess.length;
    }
  }
}

function crowdedArticles({ printed }: Inbound, cap: number): Set<number> {
  const crowded = new Set<number>();
  for (let index = 0; index < printed.length; index++) if (printed[index]! > cap) crowded.add(index);
  return crowded;
}

interface Holder {
  readonly list: number;
  readonly score: number;
}

/** Lists that show a crowded article by rank, not by pin. */
function holdersOf(lists: readonly Place[][], crowded: ReadonlySet<number>): Map<number, Holder[]> {
  const holders = new Map<number, Holder[]>([...crowded].map((index) => [index, []]));
  for (let list = 0; list < lists.length; list++) {
    for (const place of lists[list]!) {
      if (!place.isPinned) holders.get(place.index)?.push({ list, score: place.score });
    }
  }
  return holders;
}

/** Takes `index` out of a list and puts the next candidate under the cap at its end. */
function replace(
  selection: Selection,
  lists: Place[][],
  inbound: Inbound,
  owner: number,
  index: number,
  cap: number,
): void {
  const before = lists[owner]!;
  const kept = before.filter((place) => place.index !== index || place.isPinned);
  const isListed = new Set([...before.map((place) => place.index), ...selection.wishes[owner]!.pins]);
  const key = selection
    .candidates(owner)
    .find(
      (next) =>
        !isListed.has(documentOf(next)) && inbound.printed[documentOf(next)]! < cap && isNext(next, before),
    );
  const list = key === undefined || scoreOf(key) < selection.minimum ? kept : [...kept, placeOf(key)];
  addList(inbound, before, -1);
  addList(inbound, list, 1);
  lists[owner] = list;
}

/** Candidates above the list's last place were passed over before and stay out. */
function isNext(key: number, list: readonly Place[]): boolean {
  return scoreOf(key) <= (list.at(-1)?.score ?? Number.POSITIVE_INFINITY);
}
