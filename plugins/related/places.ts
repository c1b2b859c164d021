/** Places of a list that are counted as seen, beside boxes: rescues look at these. */
export const SEEN_PLACES = 5;
/** Links at the head of a list among which boxes are chosen. */
export const BOX_PLACES = 3;

/** What one article wants of its list. Articles by index. */
export interface Wish {
  /** Links, at most; 0: no list. */
  readonly count: number;
  /** Boxes in the text, at most, beside `count`. */
  readonly boxes: number;
  /** What the article's own lines offer: on its page already, never listed. */
  readonly offered: readonly number[];
  /** Listed first, in order; not counted against caps. */
  readonly pins: readonly number[];
  /** Does it take fewer articles than may be recommended at all? */
  readonly isChoosy: boolean;
  /** May `other` stand in this list? */
  readonly allows: (other: number) => boolean;
}

/** One place of a list being chosen. */
export interface Place {
  readonly index: number;
  /** In whole numbers, see `SCORE_UNIT`. */
  readonly score: number;
  readonly isPinned: boolean;
  /** True: it stands as a box in the text, not in the list. */
  readonly isBox: boolean;
}

export interface Selection {
  readonly wishes: readonly Wish[];
  /** Packed scores of the candidates of an article, best first, all allowed. */
  readonly candidates: (index: number) => Float64Array;
  /** Articles that could list one that nobody lists, closest first, with its score in each one's list. */
  readonly hosts: (index: number, reach: "near" | "all") => readonly Host[];
  /** Which of an article's first links stand in its text as boxes, by index. */
  readonly boxesOf: (index: number, first: readonly Place[]) => readonly number[];
  /** 1: may be recommended. */
  readonly isOffered: Uint8Array;
  readonly maxInbound: number | null;
  /** Lowest score listed, whole number. */
  readonly minimum: number;
  readonly rescue: boolean;
}

/** An article that could list another. */
export interface Host {
  readonly index: number;
  readonly score: number;
}

/** Links to each article: on how many pages, and on how many of them where readers see it. */
export interface Inbound {
  readonly printed: Uint32Array;
  readonly seen: Uint32Array;
}

/** Counts the links of all pages: the article's own lines, boxes and lists. */
export function countInbound(wishes: readonly Wish[], lists: readonly (readonly Place[])[]): Inbound {
  const inbound = { printed: new Uint32Array(lists.length), seen: new Uint32Array(lists.length) };
  for (let owner = 0; owner < lists.length; owner++) {
    addList(inbound, lists[owner]!, 1);
    for (const index of wishes[owner]!.offered) {
      inbound.printed[index]!++;
      inbound.seen[index]!++;
    }
  }
  return inbound;
}

/** Counts a list in (1) or out (-1). */
export function addList({ printed, seen }: Inbound, list: readonly Place[], by: 1 | -1): void {
  let listed = 0;
  for (const { index, isBox } of list) {
    printed[index]! += by;
    if (isBox || listed++ < SEEN_PLACES) seen[index]! += by;
  }
}
