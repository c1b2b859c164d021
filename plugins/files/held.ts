/** Values in memory, one a name, up to a size: what comes when it is full is not held. */
export interface Held {
  /** The value of a name, when it was made of the same; else undefined. */
  recall(name: string, key: string): unknown;
  /** @param bytes that the value takes as it lies on a disk */
  remember(name: string, key: string, value: unknown, bytes: number): void;
}

export function openHeld(limitBytes: number): Held {
  const values = new Map<string, { readonly key: string; readonly value: unknown; readonly bytes: number }>();
  let size = 0;
  return {
    recall: (name, key) => {
      const known = values.get(name);
      return known?.key === key ? known.value : undefined;
    },
    remember: (name, key, value, bytes) => {
      size -= values.get(name)?.bytes ?? 0;
      values.delete(name);
      if (size + bytes > limitBytes) return;
      size += bytes;
      values.set(name, { key, value, bytes });
    },
  };
}
