import { toPermalink } from "../../build/permalink.ts";
import { type Outline, type Part, UNKNOWN_SITE } from "../model.ts";
import { fileSlug } from "./file-slug.ts";
import { addressKey, permalinkOf } from "./old-address.ts";

/** Where a document will stand. */
export interface Place {
  /** Path relative to the project: "src/articles/rest.md". */
  readonly file: string;
  /** As comments know it: "rest", "pages/about". */
  readonly id: string;
  /** Path on the site. */
  readonly address: string;
  /** True where the path does not follow from the file's name and must be written down. */
  readonly isAddressWritten: boolean;
  /** Old paths that lead here, as files can stand for them. */
  readonly redirects: readonly string[];
  /** Old addresses with a query, which only rules of the host can answer: "/?p=12". */
  readonly queries: readonly string[];
  readonly parts: readonly Part[];
}

/** What is taken before the import begins. */
export interface Taken {
  /** Files of the project that are not the import's own, relative to it. */
  readonly files: ReadonlySet<string>;
  /** Paths of the site that other files have, lower case. */
  readonly addresses: ReadonlySet<string>;
  /** Files of an earlier import by key. */
  readonly earlier: ReadonlyMap<string, string>;
}

const FOLDERS = { article: "src/articles", page: "src/pages" } as const;

/**
 * A place of its own for each document, in the source's order: the old path
 * where readers knew one, so that no link breaks. What was published goes
 * before what was not; two of one path are told apart by a number and said.
 */
export function placesOf(outlines: readonly Outline[], taken: Taken): ReadonlyMap<string, Place> {
  const files = new Set([...taken.files].map(folded));
  for (const file of taken.earlier.values()) files.add(folded(file));
  const addresses = new Set(taken.addresses);
  const seen = (outline: Outline): number =>
    outline.state === "published" || outline.state === "scheduled" ? 0 : 1;
  const places = new Map<string, Place>();
  const ordered = [...outlines].sort((a, b) => seen(a) - seen(b));
  // Paths that readers knew are given out first, then those that had none.
  for (const outline of [...ordered.filter(hasPath), ...ordered.filter((one) => !hasPath(one))])
    places.set(outline.key, placeOf(outline, files, addresses, taken.earlier.get(outline.key) ?? null));
  return withRedirects(outlines, places, addresses);
}

function hasPath({ url }: Outline): boolean {
  return url !== null && permalinkOf(url) !== null;
}

function placeOf(
  outline: Outline,
  files: Set<string>,
  addresses: Set<string>,
  earlier: string | null,
): Place {
  const folder = FOLDERS[outline.kind];
  const words = fileSlug(outline.slug) || fileSlug(outline.title) || fileSlug(outline.key);
  const file =
    earlier ?? `${folder}/${unique(words, (name) => files.has(folded(`${folder}/${name}.md`)))}.md`;
  files.add(folded(file));
  const name = file.slice(folder.length + 1).replace(/\.md$/, "");
  const wanted = (outline.url === null ? null : permalinkOf(outline.url)) ?? `/${words}/`;
  const address = freePath(wanted, addresses);
  addresses.add(folded(address));
  const why = `${wanted} is the address of another page; this one stands at ${address}`;
  return {
    file,
    id: outline.kind === "page" ? `pages/${name}` : name,
    address,
    isAddressWritten: outline.kind === "page" || address !== toPermalink(name),
    redirects: [],
    queries: [],
    parts: movedPart(outline, wanted, address, why),
  };
}

function movedPart({ url }: Outline, wanted: string, address: string, why: string): readonly Part[] {
  if (url === null) return [];
  const isFront = permalinkOf(url) === null;
  if (address === wanted && !isFront) return [];
  const reason = isFront
    ? `${new URL(url).pathname} cannot be its address here; it stands at ${address}`
    : why;
  return [
    { kind: "link", what: url.replace(UNKNOWN_SITE, ""), outcome: "changed", why: reason, to: address },
  ];
}

function unique(words: string, isTaken: (name: string) => boolean): string {
  for (let count = 1; ; count++) {
    const name = count === 1 ? words : `${words}-${count}`;
    if (!isTaken(name)) return name;
  }
}

function freePath(path: string, addresses: ReadonlySet<string>): string {
  const [, stem = "", ending = ""] = /^(.*?)(\/|\.html?)$/i.exec(path) ?? [path, path, "/"];
  return `${unique(stem, (name) => addresses.has(folded(`${name}${ending}`)))}${ending}`;
}

/** On many file systems names that differ only in case are one. */
function folded(path: string): string {
  return path.toLowerCase().normalize("NFC");
}

/** Adds to each place the other addresses that led to its document and that nothing else answers. */
function withRedirects(
  outlines: readonly Outline[],
  places: ReadonlyMap<string, Place>,
  addresses: Set<string>,
): ReadonlyMap<string, Place> {
  const known = new Set(
    outlines.flatMap(({ url, state }) => (url !== null && isSeen(state) ? [addressKey(url)] : [])),
  );
  const placed = new Map<string, Place>();
  for (const outline of outlines) {
    const place = places.get(outline.key)!;
    const redirects: string[] = [];
    const queries: string[] = [];
    const wanted =
      outline.url !== null && isSeen(outline.state) && permalinkOf(outline.url) === null ? [outline.url] : [];
    const others = outline.state === "published" ? outline.otherUrls : [];
    for (const url of [...wanted, ...others]) {
      const { search, pathname } = new URL(url);
      if (search !== "") {
        queries.push(`${pathname}${search}`);
        continue;
      }
      const path = permalinkOf(url);
      if (path === null || addresses.has(folded(path)) || known.has(addressKey(url))) continue;
      addresses.add(folded(path));
      redirects.push(path);
    }
    placed.set(outline.key, { ...place, redirects, queries });
  }
  return placed;
}

function isSeen(state: Outline["state"]): boolean {
  return state === "published" || state === "scheduled";
}
