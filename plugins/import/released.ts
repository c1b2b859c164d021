/** Texts that are remembered, so that equal ones are held once. */
const REMEMBERED = 20_000;
/** Characters from which it pays to look whether a text is known. */
const SHORT = 12;
/** Lists that are remembered, and characters of JSON up to which one may be what many have alike. */
const LISTS = 500;
const LIST_LIMIT = 1_000;

/**
 * Copies values of JSON's kinds, of which there may be 100,000, so that they
 * hold little: no piece of the file that a text was cut from, one shape for all
 * that have the same fields, and once what many say alike, such as a reason, or
 * the list of fields that every picture has. Nobody changes such values.
 */
export function releaser(): <Value>(value: Value) => Value {
  const known = new Map<string, string>();
  const shared = (text: string): string => {
    if (text.length <= SHORT) return text;
    const found = known.get(text);
    if (found !== undefined) return found;
    if (known.size >= REMEMBERED) known.clear();
    known.set(text, text);
    return text;
  };
  const lists = new Map<string, readonly unknown[]>();
  const sharedList = (list: readonly unknown[]): readonly unknown[] => {
    const print = JSON.stringify(list);
    if (print.length > LIST_LIMIT) return list;
    const found = lists.get(print);
    if (found !== undefined) return found;
    if (lists.size >= LISTS) lists.clear();
    lists.set(print, list);
    return list;
  };
  const share = (value: unknown): unknown => {
    if (typeof value === "string") return shared(value);
    if (typeof value === "object" && value !== null)
      for (const [key, inner] of Object.entries(value))
        (value as Record<string, unknown>)[key] = share(inner);
    return Array.isArray(value) ? sharedList(value) : value;
  };
  return <Value>(value: Value) => share(JSON.parse(JSON.stringify(value))) as Value;
}
