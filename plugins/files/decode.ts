/** Text of an article's bytes, or what is wrong with them in the words of a problem. */
export type Decoded =
  | { readonly text: string }
  | { readonly expected: string; readonly received: string; readonly line: number };

const strict = new TextDecoder("utf-8", { fatal: true });

/** Reads bytes as UTF-8 and nothing else: a guessed encoding prints wrong letters in somebody's name. */
export function decodeText(bytes: Uint8Array): Decoded {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isUtf16) return { expected: "expected UTF-8", received: "UTF-16", line: 1 };
  try {
    const text = strict.decode(bytes);
    const nul = text.indexOf("\u0000");
    if (nul >= 0) return { expected: "expected text", received: "a zero byte", line: lineAt(bytes, nul) };
    return { text };
  } catch {
    const at = firstInvalid(bytes);
    const received = `byte 0x${(bytes[at] ?? 0).toString(16)} at position ${at + 1}`;
    return { expected: "expected UTF-8", received, line: lineAt(bytes, at) };
  }
}

/** Index of the first byte that is no UTF-8: the longest prefix that decodes, found by halving. */
function firstInvalid(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (decodes(bytes.subarray(0, middle), true)) low = middle;
    else high = middle - 1;
  }
  // A prefix may end inside a letter: the fault is where that letter began.
  while (low > 0 && !decodes(bytes.subarray(0, low), false)) low--;
  return low;
}

function decodes(bytes: Uint8Array, mayEndInside: boolean): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: mayEndInside });
    return true;
  } catch {
    return false;
  }
}

function lineAt(bytes: Uint8Array, end: number): number {
  let line = 1;
  for (let index = 0; index < end; index++) if (bytes[index] === 10) line++;
  return line;
}
