/** Two headings are one from this closeness on. */
export const CLOSE = 0.75;

/** 1 for equal words; else the share of common words, lifted where one begins the other. */
export function closeness(a: string, b: string): number {
  const [short, long] = [wordsOf(a), wordsOf(b)].sort((x, y) => x.length - y.length) as [string[], string[]];
  if (short.length === 0) return 0;
  if (short.join(" ") === long.join(" ")) return 1;
  if (short.length > 1 && short.every((word, index) => long[index] === word)) return 0.95;
  const left = [...long];
  const common = short.filter((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
  return (2 * common.length) / (short.length + long.length);
}

function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replace(/[’‘]/g, "'")
      .match(/[\p{L}\p{N}']+/gu) ?? []
  );
}
