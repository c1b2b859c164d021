/** Runs of what IP addresses are written with, between characters of no word. */
const RUN = /(?<![\w.:])[0-9a-f:.]{3,45}(?![\w:])/gi;
const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)$/;

/**
 * Whether a text holds an IP address: four numbers below 256 ("203.0.113.7"),
 * or the groups of RFC 4291, section 2.2 ("2001:db8::1"). Not a time ("10:30:00").
 */
export function hasNetworkAddress(text: string): boolean {
  for (const [run] of text.matchAll(RUN)) {
    const address = run.replace(/\.+$/, "").replace(/(?<!:):$/, "");
    if (IPV4.test(address) || isIpv6(address)) return true;
  }
  return false;
}

function isIpv6(address: string): boolean {
  const [head = "", tail, ...more] = address.split("::");
  if (more.length > 0 || !/\d/.test(address)) return false;
  const groups = [head, tail ?? ""].flatMap((part) => (part === "" ? [] : part.split(":")));
  const last = groups.at(-1) ?? "";
  const plain = IPV4.test(last) ? groups.slice(0, -1) : groups;
  if (!plain.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return false;
  const count = plain.length + (plain.length < groups.length ? 2 : 0);
  return tail === undefined ? count === 8 : count >= 1 && count < 8;
}
