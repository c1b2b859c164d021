import type { Ledger } from "./ledger.ts";
import type { Source, SourceFile } from "./model.ts";

/** A picture that was fetched from where it lay. */
export interface Fetched extends SourceFile {
  readonly address: string;
}

/** Pictures of an import that lie elsewhere, by the host that has them. */
export function picturesByHost({ items }: Pick<Ledger, "items">): ReadonlyMap<string, readonly string[]> {
  const hosts = new Map<string, Set<string>>();
  for (const { parts } of items)
    for (const { kind, outcome, what } of parts) {
      if (kind !== "image" || outcome !== "changed" || !/^https?:\/\//i.test(what) || !URL.canParse(what))
        continue;
      const { host, href } = new URL(what);
      hosts.set(host, (hosts.get(host) ?? new Set()).add(href));
    }
  return new Map([...hosts].map(([host, addresses]) => [host, [...addresses]]));
}

/**
 * Hosts that pictures are fetched from: those that the owner names, or else the
 * old site's own, unless an export says that it is a machine of this network.
 */
export function hostsToAsk(named: string | true, siteUrl: string | null): ReadonlySet<string> {
  if (typeof named === "string")
    return new Set(
      named
        .split(",")
        .map((host) => host.trim().toLowerCase())
        .filter(Boolean),
    );
  const host = siteUrl === null ? "" : new URL(siteUrl).host.toLowerCase();
  const isPublic =
    /[a-z]\.[a-z]{2,}$/.test(host) && !/\.(?:local|localhost|internal|invalid|test)$/.test(host);
  return new Set(isPublic ? [host, host.startsWith("www.") ? host.slice(4) : `www.${host}`] : []);
}

/**
 * Where a fetched picture goes below the site's folder of pictures: the path it
 * had, below its host's name; with a mark of its own where a query makes it
 * another than its path says.
 *
 * @param ending by what its bytes are
 * @param mark of the whole address
 */
export function fetchedPath(address: string, ending: string, mark: string): string {
  const { hostname, pathname, search } = new URL(address);
  const stem = pathname
    .replace(/\.(?:jpe?g|png|gif|webp|avif)$/i, "")
    .split("/")
    .map((part) =>
      part
        .replace(/%[\da-f]{2}|[^\w.-]+/gi, "-")
        .replace(/-{2,}/g, "-")
        .replace(/^[-.]+|-+$/g, "")
        .slice(0, 80),
    )
    .filter((part) => part !== "")
    .join("/");
  const isPlain = search === "" && stem !== "" && pathname.length <= 200 && /^[\w./-]+$/.test(pathname);
  return `${hostname}/${stem}${isPlain ? "" : `${stem === "" ? "" : "-"}${mark}`}.${ending}`;
}

/** The source with what was fetched at hand. */
export function withFetched(
  source: Source,
  fetched: readonly Fetched[],
  read: (from: string) => Uint8Array,
): Source {
  if (fetched.length === 0) return source;
  const byAddress = new Map(fetched.map((one) => [one.address, one]));
  const own = new Set(fetched.map(({ from }) => from));
  return {
    ...source,
    files: {
      find: (address) =>
        source.files?.find(address) ??
        byAddress.get(URL.canParse(address) ? new URL(address).href : address) ??
        null,
      read: (from) => (own.has(from) ? read(from) : (source.files?.read(from) ?? new Uint8Array())),
    },
  };
}
