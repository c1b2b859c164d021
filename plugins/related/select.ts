import { documentOf, scoreOf } from "./nearest.ts";

/** Places of a list that are counted as seen: caps and rescues look at these. */
export const SEEN_PLACES = 5;

/** What one article wants of its list. Articles by index. */
export interface Wish {
  /** Links, at most; 0: no list. */
  readonly count: number;
  /** Listed first, in order; not counted against caps. */
  readonly pins: readonly number[];
  /** May `other` stand in this list? */
  readonly allows: (other: number) => boolean;
}

/** One place of a list being chosen. */
export interface Place {
  readonly index: number;
  /** In whole numbers, see `SCORE_UNIT`. */
  readonly score: number;
  readonly isPinned: boolean;
}

export interface Selection {
  readonly wishes: readonly Wish[];
  /** Packed scores of the candidates of an article, best first, all allowed. */
  readonly candidates: (index: number) => Float64Array;
  /** Neighbours of an article that nobody lists, closest first, with its score in each one's list. */
  readonly hosts: (index: number) => readonly { readonly index: number; readonly score: number }[];
  /** 1: may be recommended. */
  readonly isOffered: Uint8Array;
  readonly maxInbound: number | null;
  /** Lowest score listed, whole number. */
  readonly minimum: number;
  readonly rescue: boolean;
}

/** Chooses every article's list: pins, best candidates under the cap, then a place for those left out. */
export function selectLists(selection: Selection): Place[][] {
  const lists = selection.wishes.map((wish, index) => firstChoice(selection, wish, index));
  const inbound = countInbound(lists);
  if (selection.maxInbound !== null) holdCap(selection, lists, inbound, selection.maxInbound);
  if (selection.rescue)
    for (let index = 0; index < lists.length; index++) rescue(selection, lists, inbound, index);
  return lists;
}

/** In how many lists each article stands among the first {@link SEEN_PLACES}. */
export function countInbound(lists: readonly (readonly Place[])[]): Uint32Array {
  const inbound = new Uint32Array(lists.length);
  for (const list of lists) for (const { index } of list.slice(0, SEEN_PLACES)) inbound[index]!++;
  return inbound;
}

function firstChoice(selection: Selection, wish: Wish, index: number): Place[] {
  const list = wish.pins.slice(0, wish.count).map((pin): Place => ({ index: pin, score: 0, isPinned: true }));
  if (list.length >= wish.count) return list;
  for (const key of selection.candidates(index)) {
    if (list.length >= wish.count || scoreOf(key) < selection.minimum) break;
    if (!wish.pins.includes(documentOf(key))) list.push(placeOf(key));
  }
  return list;
}

const placeOf = (key: number): Place => ({ index: documentOf(key), score: scoreOf(key), isPinned: false });

/** Lets articles over the cap keep their strongest links; the lists that lose one take their next candidate. */
function holdCap(selection: Selection, lists: Place[][], inbound: Uint32Array, cap: number): void {
  for (let excessCount = 1; excessCount > 0; ) {
    excessCount = 0;
    for (const [index, holders] of holdersOf(lists, crowdedArticles(inbound, cap))) {
      const pinnedCount = inbound[index]! - holders.length;
      const excess = holders
        .sort((a, b) => b.score - a.score || a.list - b.list)
        .slice(Math.max(0, cap - pinnedCount));
      for (const { list } of excess) replace(selection, lists, inbound, list, index, cap);
      excessCount += excess.length;
    }
  }
}

function crowdedArticles(inbound: Uint32Array, cap: number): Set<number> {
  const crowded = new Set<number>();
  for (let index = 0; index < inbound.length; index++) if (inbound[index]! > cap) crowded.add(index);
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
    for (const place of lists[list]!.slice(0, SEEN_PLACES)) {
      if (!place.isPinned) holders.get(place.index)?.push({ list, score: place.score });
    }
  }
  return holders;
}

/** Takes `index` out of a list and puts the next candidate under the cap at its end. */
function replace(
  selection: Selection,
  lists: Place[][],
  inbound: Uint32Array,
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
      (next) => !isListed.has(documentOf(next)) && inbound[documentOf(next)]! < cap && isNext(next, before),
    );
  const list = key === undefined || scoreOf(key) < selection.minimum ? kept : [...kept, placeOf(key)];
  recount(inbound, before, list);
  lists[owner] = list;
}

/** Candidates above the list's last place were passed over before and stay out. */
function isNext(key: number, list: readonly Place[]): boolean {
  return scoreOf(key) <= (list.at(-1)?.score ?? Number.POSITIVE_INFINITY);
}

function recount(inbound: Uint32Array, before: readonly Place[], after: readonly Place[]): void {
  for (const { index } of before.slice(0, SEEN_PLACES)) inbound[index]!--;
  for (const { index } of after.slice(0, SEEN_PLACES)) inbound[index]!++;
}

/**
 * Gives an article that nobody lists the last seen place of its closest
 * neighbour that can spare it: an open place, or one whose holder keeps
 * another link. Pins stay.
 */
function rescue(selection: Selection, lists: Place[][], inbound: Uint32Array, orphan: number): void {
  if (inbound[orphan]! > 0 || selection.isOffered[orphan] !== 1) return;
  for (const host of selection.hosts(orphan)) {
    const wish = selection.wishes[host.index]!;
    if (wish.count === 0 || host.score < selection.minimum || !wish.allows(orphan)) continue;
    const before = lists[host.index]!;
    const after = withGuest(
      before,
      { index: orphan, score: host.score, isPinned: false },
      wish.count,
      inbound,
    );
    if (after === null) continue;
    recount(inbound, before, after);
    lists[host.index] = after;
    return;
  }
}

/** The list with a guest in its last seen place; null when that place cannot be spared. */
function withGuest(
  list: readonly Place[],
  guest: Place,
  count: number,
  inbound: Uint32Array,
): Place[] | null {
  const others = list.filter((place) => place.index !== guest.index);
  const last = Math.min(count, SEEN_PLACES) - 1;
  const holder = others[last];
  if (holder !== undefined && (holder.isPinned || inbound[holder.index]! < 2)) return null;
  const staysBelow = count > SEEN_PLACES && holder !== undefined;
  const above = others[Math.min(last, others.length) - 1];
  const seated = { ...guest, score: seatedScore(above, guest, staysBelow ? holder : null) };
  return [...others.slice(0, last), seated, ...others.slice(staysBelow ? last : last + 1)].slice(0, count);
}

/** A guest's score as shown: between its neighbours' in the list, so that every list stays in order of score. */
function seatedScore(above: Place | undefined, guest: Place, below: Place | null): number {
  const ceiling = above === undefined || above.isPinned ? Number.POSITIVE_INFINITY : above.score;
  const floor = below === null ? 0 : below.score + 1;
  return Math.min(Math.max(guest.score, floor), Math.max(ceiling - 1, below?.score ?? 0));
}
