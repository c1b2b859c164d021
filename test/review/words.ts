/** Words without meaning, the same for the same seed. */
export function randomWords(count: number, seed: number): string {
  let state = seed * 2654435761 + 12345;
  const next = (): number => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 3266489917) >>> 0;
    return state;
  };
  const word = (): string =>
    Array.from({ length: 3 + (next() % 5) }, () => String.fromCharCode(97 + (next() % 26))).join("");
  return Array.from({ length: count }, word).join(" ");
}
