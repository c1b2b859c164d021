/**
 * Keys that stand twice in one JSON object, with the last value silently
 * winning: `JSON.parse` does not tell. Expects text that parses. Linear.
 */
export function duplicateKeys(json: string): readonly string[] {
  const found: string[] = [];
  const open: (Set<string> | null)[] = [];
  let isKey = false;
  for (let at = 0; at < json.length; at++) {
    const char = json.charCodeAt(at);
    if (char === QUOTE) {
      const end = stringEnd(json, at);
      const keys = open.at(-1);
      if (isKey && keys !== null && keys !== undefined) {
        const key = json.slice(at + 1, end);
        if (keys.has(key)) found.push(key);
        keys.add(key);
      }
      isKey = false;
      at = end;
    } else if (char === OPEN_OBJECT) {
      open.push(new Set());
      isKey = true;
    } else if (char === OPEN_ARRAY) open.push(null);
    else if (char === CLOSE_OBJECT || char === CLOSE_ARRAY) open.pop();
    else if (char === COMMA) isKey = open.at(-1) instanceof Set;
  }
  return found;
}

const [QUOTE, COMMA, OPEN_OBJECT, CLOSE_OBJECT, OPEN_ARRAY, CLOSE_ARRAY] = [34, 44, 123, 125, 91, 93];

function stringEnd(json: string, start: number): number {
  let end = json.indexOf('"', start + 1);
  while (end !== -1 && isEscaped(json, end)) end = json.indexOf('"', end + 1);
  return end === -1 ? json.length : end;
}

function isEscaped(json: string, at: number): boolean {
  let slashCount = 0;
  while (json[at - 1 - slashCount] === "\\") slashCount++;
  return slashCount % 2 === 1;
}
