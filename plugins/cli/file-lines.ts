import { closeSync, openSync, readSync } from "node:fs";

/** Bytes that are read at once. */
const PIECE = 65_536;

/** The lines of a text in UTF-8, read piece by piece; ends with "" after the last break. */
export function* fileLines(path: string): Generator<string> {
  const handle = openSync(path, "r");
  try {
    const decoder = new TextDecoder();
    const piece = Buffer.alloc(PIECE);
    let open = "";
    for (let length = readSync(handle, piece); length > 0; length = readSync(handle, piece)) {
      const lines = (open + decoder.decode(piece.subarray(0, length), { stream: true })).split("\n");
      open = lines.pop() ?? "";
      yield* lines;
    }
    yield open + decoder.decode();
  } finally {
    closeSync(handle);
  }
}
