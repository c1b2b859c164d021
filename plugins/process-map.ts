/**
 * A weak map that the whole process shares, by name: the command and the
 * configuration may have loaded one copy each of a module, or another after an edit.
 */
export function processMap<Key extends object, Value>(name: string): WeakMap<Key, Value> {
  const symbol = Symbol.for(`vervain.${name}`);
  const shared = globalThis as unknown as Record<symbol, WeakMap<Key, Value> | undefined>;
  shared[symbol] ??= new WeakMap();
  return shared[symbol];
}
