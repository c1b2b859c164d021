import { addList, type Host, type Inbound, type Place, SEEN_PLACES, type Selection } from "./places.ts";

/** One step of a chain: `guest` takes the last seen place of `host`. */
interface Move {
  readonly guest: number;
  readonly host: Host;
  /** The move that frees the guest's present place; null: the guest stands nowhere. */
  readonly before: Move | null;
}

/**
 * Gives every article that no page shows among its first places one of them: an
 * open place of its closest neighbour, or the last one, whose holder keeps
 * another link or moves on to a place of its own closest neighbours (augmenting
 * paths, Kuhn 1955: whoever can be placed is). Pins and boxes stay.
 */
export function rescueAll(selection: Selection, lists: Place[][], inbound: Inbound): void {
  // From where no place was found none will be found later: places only fill.
  const hopeless = { near: new Set<number>(), all: new Set<number>() };
  for (let orphan = 0; orphan < lists.length; orphan++) {
    if (inbound.seen[orphan]! > 0 || selection.isOffered[orphan] !== 1) continue;
    const chain =
      findChain(selection, lists, inbound, orphan, "near", hopeless.near) ??
      findChain(selection, lists, inbound, orphan, "all", hopeless.all);
    for (let move = chain; move !== null; move = move.before) seat(selection, lists, inbound, move);
  }
}

/** The shortest chain of moves that ends at a place nobody needs; null when there is none. */
function findChain(
  selection: Selection,
  lists: readonly Place[][],
  inbound: Inbound,
  orphan: number,
  reach: "near" | "all",
  hopeless: Set<number>,
): Move | null {
  const wanderers: { readonly guest: number; readonly before: Move | null }[] = [
    { guest: orphan, before: null },
  ];
  const asked = new Set<number>([orphan]);
  const visited = new Set<number>();
  for (let at = 0; at < wanderers.length; at++) {
    const { guest, before } = wanderers[at]!;
    for (const host of selection.hosts(guest, reach)) {
      if (visited.has(host.index) || !takes(selection, host, guest)) continue;
      const holder = holderOf(lists[host.index]!, guest, selection.wishes[host.index]!.count);
      if (holder?.isPinned) continue;
      visited.add(host.index);
      const move: Move = { guest, host, before };
      if (holder === null || inbound.seen[holder.index]! > 1) return move;
      if (asked.has(holder.index) || hopeless.has(holder.index)) continue;
      asked.add(holder.index);
      wanderers.push({ guest: holder.index, before: move });
    }
  }
  for (const article of asked) hopeless.add(article);
  return null;
}

function takes({ wishes, minimum }: Selection, { index, score }: Host, guest: number): boolean {
  const wish = wishes[index]!;
  return wish.count > 0 && score >= minimum && wish.allows(guest);
}

const seatsOf = (count: number): number => Math.min(count, SEEN_PLACES);

/** Who holds the last seen place, the guest itself not counted; null: it is open. */
function holderOf(list: readonly Place[], guest: number, count: number): Place | null {
  return list.filter(({ isBox, index }) => !isBox && index !== guest)[seatsOf(count) - 1] ?? null;
}

/** Puts the guest of a move into its host's last seen place. */
function seat({ wishes }: Selection, lists: Place[][], inbound: Inbound, { guest, host }: Move): void {
  const before = lists[host.index]!;
  const { count } = wishes[host.index]!;
  const others = before.filter(({ index }) => index !== guest);
  const holder = holderOf(before, guest, count);
  const at = holder === null ? others.length : others.indexOf(holder);
  // Beyond the seen places a list is long enough for the holder to move down.
  const below = count > SEEN_PLACES ? holder : null;
  const score = seatedScore(others[at - 1], host.score, below);
  const after = [
    ...others.slice(0, at),
    { index: guest, score, isPinned: false, isBox: false },
    ...others.slice(below === null ? at + 1 : at),
  ];
  const room = count + after.filter(({ isBox }) => isBox).length;
  lists[host.index] = after.slice(0, room);
  addList(inbound, before, -1);
  addList(inbound, lists[host.index]!, 1);
}

/** A guest's score as shown: between its neighbours' in the list, so that every list stays in order of score. */
function seatedScore(above: Place | undefined, own: number, below: Place | null): number {
  const ceiling = above === undefined || above.isPinned ? Number.POSITIVE_INFINITY : above.score;
  const floor = below === null ? 0 : below.score + 1;
  return Math.min(Math.max(own, floor), Math.max(ceiling - 1, below?.score ?? 0));
}
