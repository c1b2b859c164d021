/** The address made absolute; null when it cannot be read. */
export function resolveUrl(address: string, base: string): string | null {
  return parseUrl(address, base)?.href ?? null;
}

/** The address as a URL; null when it cannot be read. */
export function parseUrl(address: string, base?: string): URL | null {
  try {
    return new URL(address, base);
  } catch {
    return null;
  }
}

/** True for an address that starts with a scheme: `https:`, `mailto:`, `urn:`. */
export function isAbsolute(address: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(address);
}

/** Host without `www.`, lower case; "" when there is none. */
export function hostOf(address: string): string {
  const match = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?(?:www\.)?([^/?#:]*)/i.exec(address);
  return match === null ? "" : match[1]!.toLowerCase();
}

/** The address without its fragment. */
export function withoutFragment(address: string): string {
  const at = address.indexOf("#");
  return at === -1 ? address : address.slice(0, at);
}

/** Fragment without "#", decoded; "" when there is none. */
export function fragmentOf(address: string): string {
  const at = address.indexOf("#");
  return at === -1 ? "" : decode(address.slice(at + 1));
}

/** Percent-decoded text; the text itself when it is not well encoded. */
export function decode(text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** For comparing pages: no fragment, no query, no `index.html`, no `.html`, no slash at the end, no `www.`, scheme kept apart. */
export function pageKey(address: string): string {
  return withoutFragment(address)
    .replace(/\?.*$/s, "")
    .replace(/^https?:\/\/(?:www\.)?/i, "//")
    .replace(/\/index\.html?$/i, "/")
    .replace(/\.html?$/i, "")
    .replace(/\/$/, "");
}

/** For comparing addresses that name one thing: scheme, `www.`, a slash at the end and a fragment of text count for nothing. */
export function addressKey(address: string): string {
  return address
    .replace(/^https?:\/\/(?:www\.)?/i, "//")
    .replace(/#:~:text=.*$/s, "")
    .replace(/\/?(#|$)/, "$1");
}
