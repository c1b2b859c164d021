import { type Arithmetic, arithmeticOn } from "./arithmetic/arithmetic.ts";
import type { DeskPlaces } from "./desk-places.ts";
import { type Nearest, settled } from "./nearest.ts";
import type { Postings } from "./postings.ts";

/**
 * What one thread writes to: the sums of one row, orders for the loops that make
 * them, heaps of neighbours, and how far each term's list has been passed.
 */
export interface Desk {
  readonly arithmetic: Arithmetic;
  /** The whole memory in 32-bit numbers. */
  readonly numbers: Uint32Array;
  readonly places: DeskPlaces;
  /** Sums of the row scored last, by article. */
  readonly sums: Int32Array;
  /** Address behind the last posting passed, by term. */
  readonly ends: Uint32Array;
  readonly titleEnds: Uint32Array;
}

/** Takes the desk `number` of the postings' memory, nothing passed. */
export function openDesk({ memory, size, desks, start, titleStart }: Postings, number = 0): Desk {
  const places = desks[number]!;
  return {
    arithmetic: arithmeticOn(memory),
    numbers: new Uint32Array(memory.buffer),
    places,
    sums: new Int32Array(memory.buffer, places.sums, size.documentCount),
    ends: start.slice(0, -1),
    titleEnds: titleStart.slice(0, -1),
  };
}

/** What the heaps of all desks hold between them, best first. */
export function joinDesks({ memory, size, desks }: Postings): Nearest {
  const { documentCount, depth } = size;
  const heaps = desks.map(({ keys, sizes }) => ({
    keys: new Float64Array(memory.buffer, keys, documentCount * depth),
    sizes: new Uint16Array(memory.buffer, sizes, documentCount),
  }));
  const { offer } = arithmeticOn(memory);
  for (const { keys, sizes } of heaps.slice(1)) {
    for (let owner = 0; owner < documentCount; owner++) {
      for (let at = owner * depth; at < owner * depth + sizes[owner]!; at++)
        offer(desks[0]!.heaps, owner, keys[at]!);
    }
  }
  return settled(heaps[0]!.keys, heaps[0]!.sizes, depth);
}
