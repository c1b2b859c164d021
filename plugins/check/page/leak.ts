/** What a template or a script prints when a value was missing or never filled in. */
const ANYWHERE =
  /\[object [A-Z]\w*\]|\bInvalid Date\b|\{\{.{0,200}?\}\}|\{%.{0,200}?%\}|<%.{0,200}?%>|\$\{[\w.[\]()]{1,80}\}|%%[A-Z_]{2,40}%%|\b__[A-Z_]{3,40}__\b/;
/** Characters without which {@link ANYWHERE} cannot match: cheaper to look for. */
const MAY_LEAK = /[[{<]%|\[object|[{$]\{|%%|__|Invalid/;
const WHOLE =
  /^(?:undefined|null|NaN|None|nil|\(null\)|Infinity|-Infinity|function\b.{0,200}|\[\]|\{\}|TODO|TBD|FIXME)$/;
/** A word left over at either end or between commas: "Reviewed by undefined". */
const EDGE = /(?:^|[\s,;:(/])(?:undefined|NaN)(?:$|[\s,;:)./])/;

/** The leaked words in a value, or null. `isData`: the text is a graph value, where "undefined" is never prose. */
export function leakIn(text: string, isData: boolean): string | null {
  const trimmed = text.trim();
  if (WHOLE.test(trimmed)) return trimmed;
  const anywhere = MAY_LEAK.test(trimmed) ? ANYWHERE.exec(trimmed) : null;
  if (anywhere !== null) return anywhere[0];
  if (!isData || /^https?:/i.test(trimmed)) return null;
  return EDGE.exec(trimmed)?.[0].trim() ?? null;
}
