/** What a template or a script prints when a value was missing or never filled in. */
const ANYWHERE =
  /\[object [A-Z]\w*\]|\bInvalid Date\b|\{\{.{0,200}?\}\}|\{%.{0,200}?%\}|<%.{0,200}?%>|\$\{[\w.[\]()]{1,80}\}|%%[A-Z_]{2,40}%%|\b__[A-Z_]{3,40}__\b/;
/** Characters without which {@link ANYWHERE} cannot match: cheaper to look for. */
const MAY_LEAK = /[[{<]%|\[object|[{$]\{|%%|__|Invalid/;
const WHOLE = /^(?:undefined|NaN|-?Infinity|null|\(null\)|function\s?\w*\([\w\s,]{0,80}\)\s?\{.{0,200})$/;
/** What is prose on a page, but never a value of a graph. */
const WHOLE_DATA = /^(?:None|nil|\[\]|\{\}|TODO|TBD|FIXME)$/;
/** A word left over at either end or between commas: "Reviewed by undefined". */
const EDGE = /(?:^|[\s,;:(/])(?:undefined|NaN)(?:$|[\s,;:)./])/;

/** The leaked words in a value, or null. `isData`: the text is a graph value, where "undefined" is never prose. */
export function leakIn(text: string, isData: boolean): string | null {
  const trimmed = text.trim();
  if (WHOLE.test(trimmed) || (isData && WHOLE_DATA.test(trimmed))) return trimmed;
  const anywhere = MAY_LEAK.test(trimmed) ? ANYWHERE.exec(trimmed) : null;
  if (anywhere !== null) return anywhere[0];
  if (!isData || /^https?:/i.test(trimmed)) return null;
  return EDGE.exec(trimmed)?.[0].trim() ?? null;
}

/** Quick test for texts that may be garbled. */
const MAY_BE_GARBLED = /[\ufffdâÃÂ]/;
const GARBLED = /\ufffd|â€[\u0080-\u024f\u2000-\u22ff]|Ã[\u0080-\u00bf](?=[a-z])|Â[\u00a0-\u00bf]/;

/** The words around UTF-8 that was read as something else ("Itâ€™s"), or null. */
export function garbledIn(text: string): string | null {
  const found = MAY_BE_GARBLED.test(text) ? GARBLED.exec(text) : null;
  return found === null ? null : text.slice(Math.max(0, found.index - 15), found.index + 15).trim();
}
