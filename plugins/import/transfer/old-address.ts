/**
 * One form for all spellings of an address of the old site: without scheme,
 * "www." and slash at the end, escapes read, lower case; of the query only
 * what WordPress finds texts by. null for what is no web address.
 */
export function addressKey(address: string): string | null {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return null;
  const { hostname, pathname, searchParams } = new URL(address);
  const query = ["p", "page_id", "attachment_id"]
    .flatMap((name) => (searchParams.has(name) ? [`${name}=${searchParams.get(name)}`] : []))
    .join("&");
  const path = decodedPath(pathname).replace(/\/(?:index\.(?:html?|php))?$/i, "");
  return `${bareHost(hostname)}${path.toLowerCase()}${query === "" ? "" : `?${query}`}`;
}

/** The host without "www.", lower case. */
export function bareHost(hostname: string): string {
  return hostname.toLowerCase().replace(/^www\./, "");
}

/** A path with its escapes read where they are UTF-8, in composed form. */
export function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path).normalize("NFC");
  } catch {
    return path;
  }
}

/** Longest name of a file or folder on common file systems, in bytes. */
const NAME_LIMIT = 240;
const ENDING = /\.(?:html?|php|aspx?|xhtml|shtml)$/i;

/**
 * The path on the new site that answers an old address: the same path, with a
 * slash at its end unless it names a page file. null where no file can have
 * that path.
 */
export function permalinkOf(address: string): string | null {
  const path = decodedPath(new URL(address).pathname).replace(/\/{2,}/g, "/");
  const isSafe =
    !/[\\?#<>"|*:\p{Cc}]/u.test(path) && !path.split("/").some((part) => part === ".." || part === ".");
  const isShort = path.split("/").every((part) => Buffer.byteLength(part) <= NAME_LIMIT);
  if (!isSafe || !isShort || path === "/") return null;
  if (/\.html?$/i.test(path)) return path;
  return `${path.replace(ENDING, "").replace(/\/+$/, "")}/`;
}
