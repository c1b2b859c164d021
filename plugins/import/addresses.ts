/** An e-mail address as it stands in running text; domains with a dot (RFC 5321, 4.1.2). */
const MAIL = /[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu;
const IPV4 = /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])/g;
const IPV6 = /(?<![\p{L}\p{N}:])[\da-f]{0,4}(?::[\da-f]{0,4}){2,7}(?![\p{L}\p{N}:])/giu;
/** Networks that belong to nobody: loopback, private, unspecified (RFC 6890). */
const NOBODYS = /^(?:0\.|10\.|127\.|169\.254\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|::1?$|f[cd])/i;

/** What stands where an address was. */
export const REMOVED = "(address removed)";

/** Gathers addresses of people, lower case; anything that is none is passed by. */
export function noteAddress(text: string, addresses: Set<string>): void {
  // Copied, or it would hold the piece of the file that it was cut from.
  const address = structuredClone(text.trim().toLowerCase());
  if (address.includes("@") ? /^\S+@\S+$/.test(address) : isNetwork(address)) addresses.add(address);
}

function isNetwork(address: string): boolean {
  const isOne =
    /^\d{1,3}(?:\.\d{1,3}){3}$/.test(address) || (/^[\da-f:]+$/.test(address) && address.includes(":"));
  return isOne && !NOBODYS.test(address);
}

/** The text without any of `addresses`, and how many were taken out. */
export function withoutAddresses(
  text: string,
  addresses: ReadonlySet<string>,
): { readonly text: string; readonly count: number } {
  let count = 0;
  const check = (found: string): string => {
    const bare = found.toLowerCase();
    // What looks like part of an address in prose may only lead up to it: "mail:ann@x.example".
    const known = [...suffixes(bare)].find((part) => addresses.has(part));
    if (known === undefined) return found;
    count++;
    return found.slice(0, found.length - known.length) + REMOVED;
  };
  let kept = text.includes("@") ? text.replace(MAIL, check) : text;
  if (/\d\.\d/.test(kept)) kept = kept.replace(IPV4, check);
  if (kept.includes(":")) kept = kept.replace(IPV6, check);
  return { text: kept, count };
}

/** The text without anything that mail could be sent to. */
export function withoutMail(text: string): { readonly text: string; readonly count: number } {
  let count = 0;
  const kept = text.replace(MAIL, () => {
    count++;
    return REMOVED;
  });
  return { text: kept, count };
}

/** A found text and what is left of it after each sign that may stand before an address. */
function* suffixes(found: string): Generator<string> {
  yield found;
  for (const { index } of found.matchAll(/[^\p{L}\p{N}._+-]/gu)) yield found.slice(index + 1);
}
