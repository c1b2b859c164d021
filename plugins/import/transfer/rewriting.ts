import { isGivenFile } from "../../corpus/given-files.ts";
import type { Rewriting } from "../exact.ts";
import { inlinePicture, isInlinePicture } from "../inline-picture.ts";
import { type Part, UNKNOWN_SITE } from "../model.ts";
import { isPicture, type MediaFiles } from "./media-files.ts";
import { addressKey, bareHost, decodedPath } from "./old-address.ts";

/** Where an old address leads now. */
export interface Target {
  /** Path on the new site. */
  readonly path: string;
  /** True where readers do not see what is there. */
  readonly isHidden: boolean;
}

/** What rewriting the addresses of a text needs to know of the whole import. */
export interface OldSite {
  /** By {@link addressKey}. */
  readonly targets: ReadonlyMap<string, Target>;
  /** Pages that showed one picture each, by {@link addressKey}. */
  readonly picturePages: ReadonlySet<string>;
  readonly siteUrl: string | null;
  readonly media: MediaFiles;
  /** Whether the new site answers a path that leads to none of the targets: a redirect, a list of its own, a page that was there. */
  readonly isAnswered: (path: string) => boolean;
}

/** A text's addresses, rewritten, and what was noticed on the way. */
export interface Rewritten extends Rewriting {
  readonly parts: Part[];
  /** Files that the text needs: path below the folder of pictures, and where the source has it (null: in the folder of media, at that path). */
  readonly needs: Map<string, string | null>;
  /** Pictures that stood in the text itself, by path below the folder of pictures. */
  readonly made: Map<string, Uint8Array>;
  /** Pictures and files that lie on another host only; of a site whose name is not known, by their paths. */
  readonly remote: Set<string>;
  /** Where a film's still is now; null where it is not at hand. */
  readonly still: (src: string) => string | null;
  /** Keys of media files that the text shows. */
  readonly shows: Set<string>;
}

/** Folder of the project, and of the site, for pictures. */
const PICTURES = "images";

/** The place of a file of the media folder: "2019/03/tea.jpg" → "/images/2019/03/tea.jpg". */
export function pictureAddress(path: string): string {
  return encodeURI(`/${PICTURES}/${path}`).replace(/[?#]/g, encodeURIComponent);
}

/** The file in the project for a file of the media folder. */
export function pictureFile(path: string): string {
  return `src/${PICTURES}/${path}`;
}

/**
 * Rewrites what a text links to and shows: own texts by their new paths,
 * pictures at hand by their files; all else stays and is named.
 *
 * @param base the text's own old address
 */
export function rewriting(site: OldSite, base: string | null): Rewritten {
  const parts: Part[] = [];
  const needs = new Map<string, string | null>();
  const made = new Map<string, Uint8Array>();
  const remote = new Set<string>();
  const shows = new Set<string>();
  const still = (src: string): string | null => {
    const found = site.media.find(src);
    if (found?.path == null) {
      const why = `a film's still; the film is a link without it until you fetch it (--fetch-images ${new URL(src).host})`;
      parts.push({ kind: "image", what: src, outcome: "changed", why });
      return null;
    }
    needs.set(found.path, found.from ?? null);
    parts.push({ kind: "image", what: src, outcome: "kept", to: pictureFile(found.path) });
    return pictureAddress(found.path);
  };
  const picture = (src: string): string | null => {
    const inText = inlinePicture(src);
    if (inText !== null) {
      made.set(inText.path, inText.bytes);
      const what = `a picture in the text, ${Math.ceil(inText.bytes.length / 1000)} kB`;
      parts.push({ kind: "image", what, outcome: "kept", to: pictureFile(inText.path) });
      return pictureAddress(inText.path);
    }
    if (isInlinePicture(src)) {
      const why = "its bytes in the text are no picture; a note that readers do not see stands in its place";
      parts.push({ kind: "image", what: "a picture in the text", outcome: "left-out", why });
      return null;
    }
    const found = site.media.find(src);
    if (found?.media) shows.add(found.media.key);
    if (found?.path != null) {
      needs.set(found.path, found.from ?? null);
      parts.push({ kind: "image", what: withoutHost(src), outcome: "kept", to: pictureFile(found.path) });
      return pictureAddress(found.path);
    }
    const address = secure(src);
    if (address.startsWith(`${UNKNOWN_SITE}/`)) {
      const why = "the source does not hold the file; a note that readers do not see stands in its place";
      const path = decodedPath(new URL(address).pathname);
      parts.push({ kind: "image", what: path, outcome: "left-out", why });
      remote.add(path);
      return null;
    }
    remote.add(address);
    const why = found ? "the file is not at hand; it lies on the old host" : "it lies on another host";
    parts.push({ kind: "image", what: withoutHost(src), outcome: "changed", why });
    return address;
  };
  const linkedPicture = (href: string): string | null => {
    const key = addressKey(href);
    const found = key === null || site.targets.has(key) || !isPicture(href) ? null : site.media.find(href);
    if (found?.path == null) return null;
    if (found.media) shows.add(found.media.key);
    needs.set(found.path, found.from ?? null);
    const why = "a link to a picture: the picture stands beside the words";
    parts.push({
      kind: "image",
      what: withoutHost(href),
      outcome: "changed",
      why,
      to: pictureFile(found.path),
    });
    return pictureAddress(found.path);
  };
  const link = (href: string, isRound: boolean): string | null => {
    const key = addressKey(href);
    if (key === null) return href;
    const target = site.targets.get(key);
    const file = target ? null : site.media.find(href);
    if (target?.isHidden) {
      parts.push({
        kind: "link",
        what: withoutHost(href),
        outcome: "left-out",
        why: "it leads to a text that readers do not see; its words stay",
      });
      return null;
    }
    if (target) {
      const { hash } = new URL(href);
      parts.push({
        kind: "link",
        what: withoutHost(href),
        outcome: "changed",
        why: "an address of this site",
        to: target.path,
      });
      return `${encodeURI(target.path)}${hash}`;
    }
    const isOwnPage = site.picturePages.has(key);
    if ((isOwnPage || (file && isPicture(href))) && isRound) {
      parts.push({
        kind: "link",
        what: withoutHost(href),
        outcome: "left-out",
        why: "a link from a picture to the picture itself",
      });
      return null;
    }
    if (file?.path != null && !isGivenFile(file.path)) {
      const why = `no page publishes a file of this kind; its words stay. Put it in a zip beside the text and link to that`;
      parts.push({ kind: "link", what: withoutHost(href), outcome: "left-out", why });
      return null;
    }
    if (file?.path != null) {
      if (file.media) shows.add(file.media.key);
      needs.set(file.path, file.from ?? null);
      parts.push({ kind: "file", what: withoutHost(href), outcome: "kept", to: pictureFile(file.path) });
      return `${pictureAddress(file.path)}${new URL(href).hash}`;
    }
    if (file && href.startsWith(`${UNKNOWN_SITE}/`)) {
      const path = decodedPath(new URL(href).pathname);
      const why = "the source does not hold the file, and does not say the site's name; its words stay";
      remote.add(path);
      parts.push({ kind: "file", what: path, outcome: "left-out", why });
      return null;
    }
    if (file) {
      if (file.media) shows.add(file.media.key);
      remote.add(href);
      parts.push({
        kind: "file",
        what: withoutHost(href),
        outcome: "changed",
        why: "it lies on the old host",
      });
    } else if (href.startsWith(`${UNKNOWN_SITE}/`)) {
      const path = decodedPath(new URL(href).pathname);
      if (site.isAnswered(path)) return withoutHost(href);
      const why =
        "a page that the source does not hold, on a site whose name it does not say; its words stay";
      parts.push({ kind: "link", what: path, outcome: "left-out", why });
      return null;
    } else if (
      site.siteUrl !== null &&
      bareHost(new URL(href).hostname) === bareHost(new URL(site.siteUrl).hostname)
    )
      parts.push({
        kind: "link",
        what: withoutHost(href),
        outcome: "changed",
        why: "an address of the old site that the export does not hold; it stays as it was",
      });
    return withoutHost(href);
  };
  return {
    base: base ?? site.siteUrl,
    link,
    linkedPicture,
    image: picture,
    still,
    parts,
    needs,
    made,
    remote,
    shows,
  };
}

/** A page of https loads no picture by http: browsers ask by https in any case. */
function secure(src: string): string {
  return src.replace(/^http:/i, "https:");
}

/** Of an address of a site whose name nobody knows, the path. */
function withoutHost(address: string): string {
  return address.startsWith(`${UNKNOWN_SITE}/`) ? address.slice(UNKNOWN_SITE.length) : address;
}
