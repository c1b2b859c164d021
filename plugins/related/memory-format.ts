import { type LanguageMemory, MEMORY_VERSION, type RelatedMemory } from "./memory.ts";

/**
 * How a memory lies in a file: a mark, a checksum of all that follows, the
 * length of a JSON head, the head (names, strings, lengths), then the arrays in the
 * machine's byte order, each at a multiple of eight bytes.
 */
const MARK = 0x76726c64; // "vrld"
const PREFIX_BYTES = 16;
const SUMMED_FROM = 12;

/** Arrays of a language in the order they are written. */
const ARRAYS = [
  ["termOf", Int32Array],
  ["textPrints", Int32Array],
  ["rolePrints", Int32Array],
  ["bagStart", Uint32Array],
  ["bagWords", Uint32Array],
  ["bagText", Uint16Array],
  ["bagTitle", Uint8Array],
  ["pairStart", Uint32Array],
  ["pairs", Int32Array],
  ["titlePairCount", Uint16Array],
  ["keys", Float64Array],
  ["size", Uint16Array],
] as const;

interface Head {
  readonly version: number;
  readonly key: string;
  readonly languages: readonly {
    readonly lang: string;
    readonly ids: readonly string[];
    readonly words: readonly string[];
    readonly terms: readonly string[];
    readonly depth: number;
    /** Bytes of each array, in the order of {@link ARRAYS}. */
    readonly bytes: readonly number[];
  }[];
}

/** The memory as bytes, equal for equal memories. */
export function encodeMemory(memory: RelatedMemory): Uint8Array {
  const pieces = encodePieces(memory);
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

/** The same bytes in order, most of them where the memory holds them: all at once would be as large again. */
export function encodePieces({ key, languages }: RelatedMemory): readonly Uint8Array[] {
  const head: Head = {
    version: MEMORY_VERSION,
    key,
    languages: [...languages].map(([lang, memory]) => ({
      lang,
      ids: memory.ids,
      words: memory.words,
      terms: memory.terms,
      depth: memory.depth,
      bytes: ARRAYS.map(([name]) => memory[name].byteLength),
    })),
  };
  const text = new TextEncoder().encode(JSON.stringify(head));
  const prefix = new Uint8Array(PREFIX_BYTES);
  const pieces = [
    prefix,
    ...inEights(text),
    ...[...languages.values()].flatMap((memory) =>
      ARRAYS.flatMap(([name]) => {
        const { buffer, byteOffset, byteLength } = memory[name];
        return inEights(new Uint8Array(buffer, byteOffset, byteLength));
      }),
    ),
  ];
  new Uint32Array(prefix.buffer).set([MARK, 0, 0, text.length]);
  new Uint32Array(prefix.buffer).set(checksum(pieces), 1);
  return pieces;
}

/** Bytes up to the last multiple of eight as they lie, and the rest filled up with zeros. */
function inEights(bytes: Uint8Array): Uint8Array[] {
  const whole = bytes.length - (bytes.length % 8);
  const rest = new Uint8Array(whole === bytes.length ? 0 : 8);
  rest.set(bytes.subarray(whole));
  return [bytes.subarray(0, whole), rest];
}

/** The memory in `bytes`; null for anything that {@link encodeMemory} of this version did not write whole. */
export function decodeMemory(bytes: Uint8Array): RelatedMemory | null {
  if (bytes.length < PREFIX_BYTES || bytes.length % 8 !== 0) return null;
  const whole = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
  const [mark, a, b, textLength] = new Uint32Array(whole.buffer, whole.byteOffset, PREFIX_BYTES / 4);
  if (mark !== MARK || PREFIX_BYTES + textLength! > whole.length) return null;
  const [expectedA, expectedB] = checksum([whole]);
  if (a !== expectedA || b !== expectedB) return null;
  const text = whole.subarray(PREFIX_BYTES, PREFIX_BYTES + textLength!);
  const head = JSON.parse(new TextDecoder().decode(text)) as Head;
  if (head.version !== MEMORY_VERSION) return null;
  return { key: head.key, languages: readLanguages(head, whole, padded(PREFIX_BYTES + textLength!)) };
}

function readLanguages(head: Head, whole: Uint8Array, bodyStart: number): Map<string, LanguageMemory> {
  const languages = new Map<string, LanguageMemory>();
  let at = whole.byteOffset + bodyStart;
  for (const { lang, bytes, ...strings } of head.languages) {
    const arrays = ARRAYS.map(([name, kind], index) => {
      const array = new kind(whole.buffer as ArrayBuffer, at, bytes[index]! / kind.BYTES_PER_ELEMENT);
      at += padded(bytes[index]!);
      return [name, array];
    });
    languages.set(lang, { ...strings, ...Object.fromEntries(arrays) } as LanguageMemory);
  }
  return languages;
}

const padded = (bytes: number): number => Math.ceil(bytes / 8) * 8;

/** Two hashes of all words after the checksum's own place; pieces are multiples of four bytes. */
function checksum(pieces: readonly Uint8Array[]): [number, number] {
  let a = pieces.reduce((sum, { length }) => sum + length, 0) | 0;
  let b = 0x811c9dc5 | 0;
  pieces.forEach((piece, index) => {
    const from = index === 0 ? SUMMED_FROM : 0;
    const summed = piece.subarray(from);
    // What was cut out of a file may lie anywhere; words lie at multiples of four.
    const { buffer, byteOffset, byteLength } = summed.byteOffset % 4 === 0 ? summed : summed.slice();
    const words = new Uint32Array(buffer, byteOffset, byteLength / 4);
    for (let at = 0; at < words.length; at++) {
      a = Math.imul(a ^ words[at]!, 0x01000193);
      b = (Math.imul(b, 0x9e3779b1) + words[at]!) | 0;
    }
  });
  return [a >>> 0, b >>> 0];
}
