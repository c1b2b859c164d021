/** FNV-1a over UTF-16 code units, 32 bits, unsigned; the same everywhere. */
export function hashText(text: string, seed = 0x811c9dc5): number {
  let value = seed;
  for (let index = 0; index < text.length; index++)
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value >>> 0;
}
