/** Text of an imported file, or why it has none. */
export type DecodedPage =
  | { readonly text: string; readonly encoding: string }
  | { readonly expected: string; readonly received: string };

/** Bytes in which a page must declare its encoding, HTML Standard 13.2.3.2 (1024), with room for saved-page banners. */
const PRESCAN = 4096;
const UTF8 = "utf-8";

/**
 * Reads bytes by their byte order mark, else as UTF-8, else by what the page
 * itself declares; a guess is never made. UTF-8 goes before the declaration,
 * because browsers save a Latin-1 page as UTF-8 and leave its declaration.
 */
export function decodePage(bytes: Uint8Array): DecodedPage {
  const marked = byteOrderMark(bytes);
  if (marked !== null) return decoded(bytes, marked);
  if (bytes.subarray(0, PRESCAN * 2).includes(0))
    return { expected: "expected text", received: "a zero byte (a binary file)" };
  const asUtf8 = decoded(bytes, UTF8);
  if ("text" in asUtf8) return asUtf8;
  const declared = declaredEncoding(bytes);
  if (declared === null)
    return { expected: "expected UTF-8, or a page that declares its charset", received: asUtf8.received };
  return decoded(bytes, declared);
}

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return UTF8;
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : null;
}

/** The charset of `<meta charset>`, of `<meta http-equiv>` or of an XML declaration; null when there is none. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, PRESCAN));
  const found = /(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})/i.exec(head)?.[1] ?? null;
  return found === null || found.toLowerCase() === UTF8 ? null : found;
}

function decoded(bytes: Uint8Array, encoding: string): DecodedPage {
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(encoding, { fatal: true });
  } catch {
    return { expected: "expected a charset that exists", received: `"${encoding}"` };
  }
  try {
    const text = decoder.decode(bytes);
    return {
      text: decoder.encoding === "windows-1252" ? withWindowsMarks(text) : text,
      encoding: decoder.encoding,
    };
  } catch {
    return { expected: `expected ${decoder.encoding}`, received: `bytes that are not ${decoder.encoding}` };
  }
}

/** What windows-1252 has at 0x80..0x9F; a space where it has nothing (Encoding Standard, index-windows-1252). */
const WINDOWS_MARKS = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

// Node 20 and 22 decode windows-1252 as Latin-1, which has control characters there: "smart" quotes would vanish.
function withWindowsMarks(text: string): string {
  return text.replace(/[\u0080-\u009F]/g, (char) => WINDOWS_MARKS[char.charCodeAt(0) - 0x80] ?? char);
}
