/** Files that hosts of their own kind read and no reader: they are never sent to a store or a server. */
const OF_HOSTS = new Set(["_headers", "_redirects", "vercel.json", ".assetsignore", "CNAME"]);

/** What file managers leave in every folder that they show. */
const OF_FILE_MANAGERS = new Set(["Thumbs.db", "desktop.ini"]);

/**
 * Whether a file of the output goes out to readers. What begins with a dot does
 * not (Vervain's mark among it), but for `.well-known`, which RFC 8615 keeps for what
 * others ask of a site.
 */
export function isPublished(path: string): boolean {
  const names = path.split("/");
  const isHidden = names.some((name, at) => name.startsWith(".") && !(at === 0 && name === ".well-known"));
  return !isHidden && !OF_HOSTS.has(path) && !OF_FILE_MANAGERS.has(names.at(-1) as string);
}
