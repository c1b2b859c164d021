import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import * as zlib from "node:zlib";
import { BESIDE } from "./manifest/compressed-form.ts";
import { fileType } from "./manifest/file-type.ts";
import { hashBytes } from "./manifest/make.ts";
import { isPublished } from "./manifest/published.ts";
import { entriesBelow } from "./output/walk.ts";

/** A way to compress, by the ending that nginx and Caddy look for beside a file. */
type Coding = "br" | "gz" | "zst";

const CODINGS: readonly Coding[] = ["br", "gz", "zst"];

/** Below that a packet holds the file anyway. */
const LEAST_BYTES = 512;

/** Types whose bytes have much to gain; pictures, fonts of the web and archives are compressed in themselves. */
const GAINS = /^text\/|[/+](?:xml|json|javascript)\b|^application\/(?:wasm|manifest\+json)|^font\/[ot]tf/;

/** Brotli: 11 takes ten times as long as 9 for two parts in a hundred. */
const BROTLI_QUALITY = 9;

/** Byte 9 of a gzip file names the system that made it (RFC 1952, 2.3.1); 255 is "unknown", so that every system makes the same. */
const UNKNOWN_SYSTEM = 255;

/** Zstandard: the last level that browsers' windows of 8 MB hold. @see https://www.rfc-editor.org/rfc/rfc9659 */
const ZSTD_LEVEL = 19;

/** Node has it since 22.15 and 23.8. */
const { zstdCompressSync } = zlib as {
  readonly zstdCompressSync?: (bytes: Uint8Array, options: object) => Uint8Array;
};

const CODERS: ReadonlyMap<Coding, (bytes: Uint8Array) => Uint8Array> = new Map([
  [
    "br",
    (bytes) =>
      zlib.brotliCompressSync(bytes, {
        params: {
          [zlib.constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
          [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        },
      }),
  ],
  [
    "gz",
    (bytes) => {
      const packed = zlib.gzipSync(bytes, { level: zlib.constants.Z_BEST_COMPRESSION });
      packed[9] = UNKNOWN_SYSTEM;
      return packed;
    },
  ],
  ...(zstdCompressSync === undefined
    ? []
    : [["zst", (bytes: Uint8Array) => zstd(bytes, zstdCompressSync)] as const]),
]);

function zstd(bytes: Uint8Array, compress: NonNullable<typeof zstdCompressSync>): Uint8Array {
  const { ZSTD_c_compressionLevel: level = 0 } = zlib.constants as unknown as Record<string, number>;
  return compress(bytes, { params: { [level]: ZSTD_LEVEL } });
}

/**
 * Writes a compressed form beside each file that is smaller so; the same bytes
 * for the same content. Each content is compressed once: what was made lies in
 * `cache` under its hash, sealed with a hash of its own.
 */
export function precompress(output: string, cache: string): void {
  for (const { path } of [...entriesBelow(output)]) {
    if (!isPublished(path) || BESIDE.test(path) || !GAINS.test(fileType(path))) continue;
    const file = join(output, path);
    const bytes = readFileSync(file);
    for (const coding of CODINGS) {
      const beside = `${file}.${coding}`;
      const packed = bytes.length < LEAST_BYTES ? bytes : made(bytes, coding, cache);
      if (packed.length < bytes.length) writeFileSync(beside, packed);
      // Of a build into the same folder before, when the file or Node was another.
      else rmSync(beside, { force: true });
    }
  }
}

function made(bytes: Uint8Array, coding: Coding, cache: string): Uint8Array {
  const code = CODERS.get(coding);
  if (code === undefined) return bytes;
  const path = join(cache, `${hashBytes(bytes)}-${BROTLI_QUALITY}.${coding}`);
  const kept = readSealed(path);
  if (kept !== null) return kept;
  const packed = code(bytes);
  writeSealed(path, packed);
  return packed;
}

/** Length of the seal at the end: a SHA-256, hexadecimal. */
const SEAL = 64;

function readSealed(path: string): Uint8Array | null {
  if (!existsSync(path)) return null;
  const bytes = readFileSync(path);
  const packed = bytes.subarray(0, -SEAL);
  return bytes.length > SEAL && bytes.subarray(-SEAL).toString() === hashBytes(packed) ? packed : null;
}

function writeSealed(path: string, packed: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, Buffer.concat([packed, Buffer.from(hashBytes(packed))]));
  renameSync(draft, path);
}
