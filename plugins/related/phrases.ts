/**
 * Pairs of neighbouring words: a title's pairs found side by side in another
 * text say more than its words found apart ("back pain", "green tea").
 * A pair is known by a 32-bit number made of its two terms; that two pairs
 * share one is rare and harmless.
 */
export function pairOf(first: number, second: number): number {
  const mixed = Math.imul(Math.imul(first, 0x9e3779b1) ^ second, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}

/** Numbers given ids in order of arrival. */
export class PairTable {
  #slots = new Int32Array(1 << 10);
  #pairs = new Int32Array(1 << 9);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** The pairs by id. */
  pairs(): Int32Array {
    return this.#pairs.subarray(0, this.#size);
  }

  /** Id of a pair; -1 when it was not added. */
  find(pair: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = pair & mask; this.#slots[slot] !== 0; slot = (slot + 1) & mask) {
      const id = this.#slots[slot]! - 1;
      if (this.#pairs[id] === pair) return id;
    }
    return -1;
  }

  add(pair: number): void {
    if (this.find(pair) >= 0) return;
    if (this.#size === this.#pairs.length) this.#grow();
    this.#pairs[this.#size++] = pair;
    this.#place(pair, this.#size);
  }

  #place(pair: number, mark: number): void {
    const mask = this.#slots.length - 1;
    let slot = pair & mask;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
    this.#slots[slot] = mark;
  }

  #grow(): void {
    const pairs = new Int32Array(this.#pairs.length * 2);
    pairs.set(this.#pairs);
    this.#pairs = pairs;
    this.#slots = new Int32Array(this.#slots.length * 2);
    for (let id = 0; id < this.#size; id++) this.#place(pairs[id]!, id + 1);
  }
}
