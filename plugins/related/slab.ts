/** Numbers kept in one piece of memory for many small arrays: each array of its own would cost more than it holds. */
const SLAB_LENGTH = 1 << 16;

type Numbers = Uint8Array | Uint16Array | Uint32Array | Int32Array;

/** Gives out arrays of zeros, cut from larger ones. */
export function slabOf<T extends Numbers>(kind: new (length: number) => T): (length: number) => T {
  let slab = new kind(SLAB_LENGTH);
  let used = 0;
  return function take(length) {
    if (used + length > slab.length) {
      slab = new kind(Math.max(SLAB_LENGTH, length));
      used = 0;
    }
    const taken = slab.subarray(used, used + length) as T;
    used += length;
    return taken;
  };
}
