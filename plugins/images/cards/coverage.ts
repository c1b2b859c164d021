import { inflateSync } from "node:zlib";
import { SetupError } from "../../problem.ts";

/** Whether a font has a glyph for a character. */
export type Covers = (codePoint: number) => boolean;

/**
 * What a WOFF, TrueType or OpenType font has glyphs for, from its character map
 * (OpenType `cmap`, formats 4 and 12).
 *
 * @throws {RangeError} for a file that is no such font
 */
export function coverageOf(font: Uint8Array): Covers {
  const map = characterMap(font);
  const ranges = rangesOf(map);
  return (codePoint) => ranges.some(([first, last]) => codePoint >= first && codePoint <= last);
}

/** Characters that take no room and need no glyph: joiners, marks of direction, variation selectors. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cc}]/u;

/** Characters of the text that none of the fonts has, each once, in order. */
export function uncovered(text: string, fonts: readonly Covers[]): readonly string[] {
  const missing = new Set<string>();
  for (const character of text) {
    const codePoint = character.codePointAt(0) as number;
    if (INVISIBLE.test(character) || fonts.some((covers) => covers(codePoint))) continue;
    missing.add(character);
  }
  return [...missing];
}

type Range = readonly [first: number, last: number];

const WOFF = 0x774f4646;
const CMAP = 0x636d6170;

/** The font's `cmap` table, inflated where WOFF packs it (WOFF 1.0, section 5). */
function characterMap(font: Uint8Array): DataView {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  if (view.byteLength < 44) throw notAFont();
  const isWoff = view.getUint32(0) === WOFF;
  const [start, step] = isWoff ? [44, 20] : [12, 16];
  const tableCount = view.getUint16(isWoff ? 12 : 4);
  for (let table = 0; table < tableCount && start + (table + 1) * step <= view.byteLength; table++) {
    const at = start + table * step;
    if (view.getUint32(at) !== CMAP) continue;
    const offset = view.getUint32(at + (isWoff ? 4 : 8));
    const packed = view.getUint32(at + (isWoff ? 8 : 12));
    const bytes = font.subarray(offset, offset + packed);
    const isPacked = isWoff && view.getUint32(at + 12) > packed;
    const plain = isPacked ? inflateSync(bytes) : bytes;
    return new DataView(plain.buffer, plain.byteOffset, plain.byteLength);
  }
  throw notAFont();
}

function notAFont(): SetupError {
  return new SetupError("cards: font: expected a WOFF, TTF or OTF file, received something else.");
}

/** Ranges of the Unicode subtables. */
function rangesOf(map: DataView): readonly Range[] {
  const ranges: Range[] = [];
  const subtableCount = map.getUint16(2);
  for (let subtable = 0; subtable < subtableCount; subtable++) {
    const platform = map.getUint16(4 + subtable * 8);
    const offset = map.getUint32(8 + subtable * 8);
    const format = map.getUint16(offset);
    if (platform !== 0 && platform !== 3) continue;
    if (format === 4) ranges.push(...rangesOfFormat4(map, offset));
    if (format === 12) ranges.push(...rangesOfFormat12(map, offset));
  }
  return ranges;
}

/** Segments; one whose characters all lead to the missing glyph ends with U+FFFF. */
function rangesOfFormat4(map: DataView, offset: number): readonly Range[] {
  const count = map.getUint16(offset + 6) / 2;
  const ranges: Range[] = [];
  for (let segment = 0; segment < count; segment++) {
    const last = map.getUint16(offset + 14 + segment * 2);
    const first = map.getUint16(offset + 16 + count * 2 + segment * 2);
    if (first !== 0xffff) ranges.push([first, last]);
  }
  return ranges;
}

function rangesOfFormat12(map: DataView, offset: number): readonly Range[] {
  const count = map.getUint32(offset + 12);
  return Array.from({ length: count }, (_, group) => {
    const at = offset + 16 + group * 12;
    return [map.getUint32(at), map.getUint32(at + 4)] as const;
  });
}
