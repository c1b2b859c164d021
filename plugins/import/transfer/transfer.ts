import { tagUrl } from "../../page/tags.ts";
import { balanceOf, type Ledger, type LedgerItem, otherEntries } from "../ledger.ts";
import {
  type Part,
  type Source,
  type SourceDocument,
  type SourceMedia,
  type Survey,
  UNKNOWN_SITE,
} from "../model.ts";
import { releaser } from "../released.ts";
import { commentFile } from "./comment-file.ts";
import { documentFile, type Setting } from "./document-file.ts";
import { mediaFiles } from "./media-files.ts";
import { addressKey, decodedPath, permalinkOf } from "./old-address.ts";
import { authorParts, type People, peopleOf } from "./people.ts";
import { type Place, placesOf, type Taken } from "./places.ts";
import { pictureFile, type Target } from "./rewriting.ts";

/** What an import must know of the project it goes to. */
export interface Project {
  readonly taken: Taken;
  /** Names in the people file by id. */
  readonly people: ReadonlyMap<string, string>;
  /** Paths in the folder of media that was given. */
  readonly media: ReadonlySet<string>;
}

/** A file that an import would write: words, a picture that stood in a text, a file of the media folder, or one of the source's own. */
export type Output =
  | { readonly path: string; readonly content: string }
  | { readonly path: string; readonly bytes: Uint8Array }
  | { readonly path: string; readonly media: string }
  | { readonly path: string; readonly from: string };

/** An import under way: its files come one document at a time, its account at the end. */
export interface Transfer {
  readonly places: ReadonlyMap<string, Place>;
  /** Files of each document, in the source's order. */
  outputs(): AsyncIterable<readonly Output[]>;
  /** People to add; complete after the last document. */
  readonly people: People;
  /** The account, after the last document, without what only the disk tells. */
  ledger(): Omit<Ledger, "written" | "untouched">;
}

/** Plans the import of a source into a project. Writes nothing itself. */
export function transfer(source: Source, project: Project): Transfer {
  const { survey } = source;
  const places = placesOf(survey.outlines, project.taken);
  const media = mediaFiles(survey.media, survey.siteUrl, project.media, source.files);
  const people = peopleOf(survey.authors, project.people);
  const setting: Setting = {
    site: {
      targets: targetsOf(survey, places),
      siteUrl: survey.siteUrl,
      media,
      picturePages: picturePagesOf(survey),
      isAnswered: answers(survey, project.taken.addresses),
    },
    people,
    addresses: survey.addresses,
    lang: survey.lang,
  };
  const items: LedgerItem[] = [];
  const released = releaser();
  const writers = new Set<string>();
  const taken = new Set<string>();
  const shown = new Set<string>();
  const remote = new Map<string, string[]>();
  const usedTags = new Set<string>();

  const take = (document: SourceDocument): readonly Output[] => {
    const place = places.get(document.key)!;
    const file = documentFile(document, place, setting);
    for (const author of document.authors) writers.add(author);
    // Pages are in no list of a tag, and a text that waits is in none yet.
    if (!file.isHidden && document.kind === "article" && document.state === "published")
      for (const tag of [...document.tags, ...document.categories.flat()]) usedTags.add(tag);
    const outputs: Output[] = [{ path: place.file, content: file.content }];
    for (const [path, from] of file.needs) {
      if (taken.has(path)) continue;
      taken.add(path);
      outputs.push(
        from === null ? { path: pictureFile(path), media: path } : { path: pictureFile(path), from },
      );
    }
    for (const [path, bytes] of file.made) {
      if (taken.has(path)) continue;
      taken.add(path);
      outputs.push({ path: pictureFile(path), bytes });
    }
    for (const address of file.remote) noteNeed(remote, released(address), document.key);
    for (const key of file.shows) shown.add(key);
    const comments = commentOutputs(document, place, survey.addresses);
    // Copied: its words would hold the text they were cut from.
    items.push(released(entryOf(document, place, file, comments.parts)));
    return [...outputs, ...comments.outputs];
  };
  return {
    places,
    people,
    async *outputs() {
      for await (const document of source.documents()) yield take(document);
    },
    ledger() {
      const copiedOf = ({ url }: SourceMedia): string | null => {
        const path = media.find(url)?.path ?? null;
        return path !== null && taken.has(path) ? pictureFile(path) : null;
      };
      const others = otherEntries(survey, copiedOf, ({ key }) => shown.has(key));
      const parts = [...survey.parts, ...authorParts(survey.authors, writers)];
      const all = [...items, ...others];
      return {
        version: 1,
        source: survey.source,
        site: survey.siteUrl === UNKNOWN_SITE ? null : survey.siteUrl,
        balance: balanceOf(survey.sums, all, parts),
        redirects: redirectsOf(survey, places, new Set([...usedTags].map(tagUrl))),
        remote: [...remote].map(([address, neededBy]) => ({ address, neededBy })),
        parts,
        items: all,
      };
    },
  };
}

/** Tells what the new site answers beside the texts that come over: lists, its own pages and those below them. */
function answers({ archives }: Survey, taken: ReadonlySet<string>): (path: string) => boolean {
  const lists = new Set(archives.flatMap(({ url }) => addressKey(url) ?? []));
  return (path) => {
    const folded = path.toLowerCase().normalize("NFC");
    const folder = `/${folded.split("/")[1] ?? ""}/`;
    const isTaken = taken.has(folded) || taken.has(`${folded.replace(/\/+$/, "")}/`);
    return (
      isTaken || (folder !== "//" && taken.has(folder)) || lists.has(addressKey(UNKNOWN_SITE + path) ?? "")
    );
  };
}

function noteNeed(remote: Map<string, string[]>, address: string, key: string): void {
  const needing = remote.get(address);
  if (needing === undefined) remote.set(address, [key]);
  else needing.push(key);
}

function entryOf(
  document: SourceDocument,
  place: Place,
  file: { readonly why: string | null; readonly parts: readonly Part[] },
  comments: readonly Part[],
): LedgerItem {
  return {
    key: document.key,
    title: document.title,
    at: `${document.file}:${document.line}`,
    outcome: file.why === null ? "imported" : "draft",
    ...(file.why === null ? {} : { why: file.why }),
    to: place.file,
    address: place.address,
    parts: [...file.parts, ...comments],
  };
}

function commentOutputs(
  { comments, date }: SourceDocument,
  { id }: Place,
  addresses: ReadonlySet<string>,
): { readonly outputs: readonly Output[]; readonly parts: readonly Part[] } {
  const outputs: Output[] = [];
  const parts: Part[] = [];
  for (const comment of comments) {
    const file = commentFile(comment, addresses, date);
    const path = "name" in file ? `src/comments/${id}/${file.name}` : null;
    if ("name" in file) outputs.push({ path: path!, content: file.content });
    parts.push(path === null ? file.part : { ...file.part, to: path });
  }
  return { outputs, parts };
}

function picturePagesOf({ media }: Survey): ReadonlySet<string> {
  return new Set(media.flatMap(({ pageUrl }) => (pageUrl === null ? [] : (addressKey(pageUrl) ?? []))));
}

/** Where each old address of a text leads now. */
function targetsOf(survey: Survey, places: ReadonlyMap<string, Place>): ReadonlyMap<string, Target> {
  const targets = new Map<string, Target>();
  for (const { key, url, otherUrls, linkUrls = [], state } of survey.outlines) {
    const { address } = places.get(key)!;
    const isHidden = state !== "published" && state !== "scheduled";
    for (const old of [...(url === null ? [] : [url]), ...otherUrls, ...linkUrls]) {
      const oldKey = addressKey(old);
      if (oldKey !== null && (!targets.has(oldKey) || targets.get(oldKey)!.isHidden))
        targets.set(oldKey, { path: address, isHidden });
    }
  }
  return targets;
}

/** Old addresses that no file can stand for: those with a query, and archives of tags. */
function redirectsOf(
  { archives, media, outlines, siteUrl }: Survey,
  places: ReadonlyMap<string, Place>,
  usedTags: ReadonlySet<string>,
): Readonly<Record<string, string>> {
  const redirects: Record<string, string> = {};
  for (const { key } of outlines) {
    const { queries, address } = places.get(key)!;
    for (const query of queries) redirects[query] ??= address;
  }
  const byNumber = new Map(
    outlines.map(({ key, state }) => [
      key.split(" ").at(-1)!,
      state === "published" ? places.get(key)!.address : null,
    ]),
  );
  for (const { pageUrl, parent } of media) {
    const target = parent === null ? null : (byNumber.get(parent) ?? null);
    const from = pageUrl === null ? null : oldPath(pageUrl);
    if (target !== null && from !== null && from !== target) redirects[from] ??= target;
  }
  const known = new Set([...places.values()].map(({ address }) => address));
  for (const { url, of } of archives) {
    const from = oldPath(url);
    const list = of.kind === "home" ? "/" : tagUrl(of.name);
    // A list that would be empty here is not made.
    const target = usedTags.has(list) ? list : "/";
    if (from !== null && !known.has(from) && from !== list) redirects[from] ??= target;
  }
  return siteUrl === null ? {} : redirects;
}

/** The path that answers an old address, with its query; null where nothing can. */
function oldPath(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { pathname, search } = new URL(address);
  return search === "" ? permalinkOf(address) : decodedPath(pathname) + search;
}
