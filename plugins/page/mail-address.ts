const LOCAL_END = /[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]$/u;
/** A domain with at least one dot, as in RFC 5321, section 4.1.2, and in other scripts. */
const DOMAIN_START = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/u;
/** Longest domain name, in characters (RFC 1035, section 2.3.4). */
const DOMAIN_LIMIT = 255;

/**
 * Whether a text holds something that mail could be sent to: "a@b.org". Not
 * "@name" alone, and not a profile's address such as "https://e.org/@name.x".
 */
export function hasMailAddress(text: string): boolean {
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    const before = text.slice(Math.max(0, at - 2), at);
    const after = text.slice(at + 1, at + 1 + DOMAIN_LIMIT);
    if (LOCAL_END.test(before) && !before.endsWith("/") && DOMAIN_START.test(after)) return true;
  }
  return false;
}
