/** Marks that open the pieces of one line: "✅ Better sleep ✅ Less stress". Arrows join what they stand between; signs of trade and right are none. */
const MARK =
  /(?<!\S)(?:[•●▪◦‣⁃∙✓✔☑★☆✦]|(?![©®™➡↔-↙↩↪\d#*])\p{Extended_Pictographic})\ufe0f?(?=\s{0,2}[\p{L}\p{N}"“'‘(])/gu;
/** Most lines have none of them, which a test of single characters tells. */
const MAY_MARK = /[\u2022-\u2bff\ud83c-\ud83e]/;
/** What may stand before the first piece: nothing, or what announces it. */
const ANNOUNCED = /(?:^|[:.!?])\s*$/u;
/** "2. Eases", "2) eases": a number that opens a piece. A full stop may end a figure, so that a capital must follow. */
const NUMBER = /(?<!\S)(\d{1,2})(?:\.\s{1,3}(?=["“'‘]?\p{Lu})|\)\s{1,3}(?=["“'‘]?\p{L}))/gu;
/** Fewer names in one line are a note and its source as well. */
const AT_LEAST = 3;
/** Words in bold that name what follows them are no longer, in characters. */
const NAME_LENGTH = 80;

/**
 * Where further pieces of one line begin that its author set apart by marks, by
 * numbers or by names in bold, with no break between them: "• Calms • Warms",
 * "1. Calms 2. Warms", "**Calm:** it calms. **Warmth:** it warms."
 *
 * @param strongs where words in bold stand
 * @param number that of the item of a list that the line is, which stands outside it; null for none
 * @returns offsets, ascending; none where the line is one piece
 */
export function setApart(
  text: string,
  strongs: readonly (readonly [start: number, end: number])[],
  number: number | null,
): readonly number[] {
  const found = [byMarks(text), byNumbers(text, number), byNames(text, strongs)];
  return (found.find((starts) => starts.length > 0) ?? []).filter((start) => start > 0);
}

/** The same mark twice or more, first where a line begins or was announced. */
function byMarks(text: string): readonly number[] {
  if (!MAY_MARK.test(text)) return [];
  const marks = [...text.matchAll(MARK)];
  const [first] = marks;
  if (!first || !ANNOUNCED.test(text.slice(0, first.index))) return [];
  const alike = marks.filter(([mark]) => mark === first[0]);
  return alike.length < 2 ? [] : alike.map(({ index }) => index);
}

/** 1, 2 and so on in one way of writing, the first where a line begins or was announced. */
function byNumbers(text: string, number: number | null): readonly number[] {
  const first = number === null ? 1 : number + 1;
  if (!text.includes(` ${first + 1}.`) && !text.includes(` ${first + 1})`)) return [];
  const starts: number[] = [];
  let way = "";
  for (const { 0: mark, 1: figure, index } of text.matchAll(NUMBER)) {
    if (Number(figure) !== first + starts.length) continue;
    if (starts.length === 0) {
      if (number === null && !ANNOUNCED.test(text.slice(0, index))) return [];
      way = mark.includes(")") ? ")" : ".";
    }
    if (mark.includes(way)) starts.push(index);
  }
  return starts.length < 2 || !starts.every((start, at) => isWhole(text.slice(starts[at - 1] ?? 0, start)))
    ? []
    : starts;
}

/** A piece of several sentences ends with one: "It slowed disease at stage 2. Those at stage 3. Both felt better." has none. */
function isWhole(piece: string): boolean {
  return !/[.!?]\s+\p{L}/u.test(piece.replace(/^\d{1,2}[.)]/, "")) || /[.!?:]["”’)]?\s*$/u.test(piece);
}

/** Names in bold, each where a sentence begins, with a colon, a dash or a full stop at its end; the first opens the line. */
function byNames(text: string, strongs: readonly (readonly [number, number])[]): readonly number[] {
  if (strongs.length < AT_LEAST) return [];
  const names = strongs.filter(
    ([start, end]) =>
      end - start <= NAME_LENGTH &&
      (start === 0 || /[.!?]["”’)]?\s{1,3}$/u.test(text.slice(Math.max(0, start - 6), start))) &&
      (/[:.–—]\s{0,3}$/u.test(text.slice(start, end)) ||
        /^\s?(?:[:–—]|\.\s)/u.test(text.slice(end, end + 3))),
  );
  return names.length < AT_LEAST || names[0]?.[0] !== 0 ? [] : names.map(([start]) => start);
}
