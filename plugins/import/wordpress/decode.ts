/** Control characters that XML 1.0 (2.2) has no place for. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to take out.
const ILLEGAL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
const DECLARATION = 512;

/** What was found wrong with the letters of a file. */
export interface LetterFaults {
  /** Control characters taken out. */
  illegalCount: number;
  /** Bytes that are no letter in the file's encoding, each replaced by U+FFFD. */
  brokenCount: number;
}

/**
 * Text of an XML file, chunk by chunk, in the encoding that its byte order
 * mark or declaration names, else UTF-8. Characters that XML has no place for
 * are taken out and counted.
 *
 * @throws {RangeError} for an encoding that does not exist
 */
export async function* decodeXml(
  bytes: AsyncIterable<Uint8Array>,
  faults: LetterFaults,
): AsyncGenerator<string, void> {
  let decoder: TextDecoder | null = null;
  for await (const chunk of bytes) {
    decoder ??= new TextDecoder(encodingOf(chunk));
    yield cleaned(decoder.decode(chunk, { stream: true }), faults);
  }
  if (decoder) yield cleaned(decoder.decode(), faults);
}

/** Encoding that the first bytes of an XML file name. */
export function encodingOf(start: Uint8Array): string {
  if (start[0] === 0xff && start[1] === 0xfe) return "utf-16le";
  if (start[0] === 0xfe && start[1] === 0xff) return "utf-16be";
  const head = new TextDecoder("latin1").decode(start.subarray(0, DECLARATION));
  return (
    /^(?:\u00EF\u00BB\u00BF)?\s*<\?xml[^>]*?\bencoding\s*=\s*["']([\w.:-]{2,40})["']/.exec(head)?.[1] ??
    "utf-8"
  );
}

function cleaned(text: string, faults: LetterFaults): string {
  if (text.includes("\uFFFD")) faults.brokenCount += text.split("\uFFFD").length - 1;
  return text.replace(ILLEGAL, () => {
    faults.illegalCount++;
    return "";
  });
}
