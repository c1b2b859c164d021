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
export function encodeMemory({ key, languages }: RelatedMemory): Uint8Array {
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
  const arrays = [...languages.values()].flatMap((memory) => ARRAYS.map(([name]) => memory[name]));
  const bodyStart = padded(PREFIX_BYTES + text.length);
  const bytes = new Uint8Array(arrays.reduce((end, array) => end + padded(array.byteLength), bodyStart));
  bytes.set(text, PREFIX_BYTES);
  let at = bodyStart;
  for (const array of arrays) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
    at += padded(array.byteLength);
  }
  const prefix = new Uint32Array(bytes.buffer, 0, PREFIX_BYTES / 4);
  prefix.set([MARK, 0, 0, text.length]);
  prefix.set(checksum(bytes), 1);
  return bytes;
}

/** The memory in `bytes`; null for anything that {@link encodeMemory} of this version did not write whole. */
export function decodeMemory(bytes: Uint8Array): RelatedMemory | null {
  if (bytes.length < PREFIX_BYTES || bytes.length % 8 !== 0) return null;
  const whole = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
  const [mark, a, b, textLength] = new Uint32Array(whole.buffer, whole.byteOffset, PREFIX_BYTES / 4);
  if (mark !== MARK || PREFIX_BYTES + textLength! > whole.length) return null;
  const [expectedA, expectedB] = checksum(whole);
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

/** Two hashes of all words after the checksum's own place. */
function checksum(bytes: Uint8Array): [number, number] {
  const words = new Uint32Array(
    bytes.buffer,
    bytes.byteOffset + SUMMED_FROM,
    (bytes.length - SUMMED_FROM) / 4,
  );
  let a = bytes.length | 0;
  let b = 0x811c9dc5 | 0;
  for (let at = 0; at < words.length; at++) {
    a = Math.imul(a ^ words[at]!, 0x01000193);
    b = (Math.imul(b, 0x9e3779b1) + words[at]!) | 0;
  }
  return [a >>> 0, b >>> 0];
}
