import { createReadStream, readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { openMedium } from "../import/archives/medium.ts";
import { openSubstack } from "../import/archives/substack.ts";
import { openZip, ZipRefusal } from "../import/archives/zip.ts";
import { type Detected, detect, SAMPLE_BYTES, type SourceKind } from "../import/detect.ts";
import { openBlogger } from "../import/feeds/blogger.ts";
import { openFeed } from "../import/feeds/read.ts";
import { isOfSoftware, openFolder } from "../import/folders/read.ts";
import type { Tree } from "../import/folders/tree.ts";
import { openGhost } from "../import/ghost/read.ts";
import type { Source } from "../import/model.ts";
import { openSaved } from "../import/saved/read.ts";
import { decodeXml } from "../import/wordpress/decode.ts";
import { openWordPress } from "../import/wordpress/read.ts";
import { XmlRefusal } from "../import/wordpress/xml.ts";
import { importSource, refuse, type SourceOptions } from "./import-source.ts";
import { blogIn, isFolder, textsIn } from "./import-tree.ts";

/** Largest export that is read as a whole, in bytes. */
const WHOLE_LIMIT = 400_000_000;

/** What cannot be read; the message says what was expected. */
class Refusal extends Error {}

/** Imports a blog that lies in a folder, or files of Markdown by themselves. Exit code as a WordPress export's. */
export function importFolder(files: readonly string[], options: SourceOptions): Promise<number> {
  return imported(files, options, () => {
    const [first = "."] = files;
    const { tree, isWanted, alone } = isFolder(first) ? blogIn(first) : textsIn(files);
    const site = siteOf(options);
    // What a blog's software made of it (public/, docs/) holds pages and nothing that it reads.
    const published = alone === null ? null : openSaved(alone, site);
    return published ?? folderSource(tree, site, isWanted);
  });
}

/** Imports the export of a blog in one file: Ghost, Blogger, a feed, Medium, Substack, or a zip of any source. */
export function importExport(file: string, kind: SourceKind, options: SourceOptions): Promise<number> {
  return imported([file], options, () => openExport(file, kind, siteOf(options)));
}

async function imported(
  files: readonly string[],
  options: SourceOptions,
  open: () => Source | Promise<Source>,
): Promise<number> {
  try {
    return await importSource(await open(), options);
  } catch (error) {
    const isRefusal = error instanceof Refusal || error instanceof ZipRefusal || error instanceof XmlRefusal;
    if (!isRefusal) throw error;
    const line = error instanceof XmlRefusal ? error.line : 0;
    return refuse({
      file: files.join(", "),
      line,
      field: "export",
      message: `${error.message}.`,
      severity: "error",
    });
  }
}

/** The address that the owner gives. @throws {Refusal} */
function siteOf({ site }: SourceOptions): string | null {
  if (site === undefined) return null;
  if (/^https?:\/\//i.test(site) && URL.canParse(site))
    return site.replace(/[?#].*$/, "").replace(/\/+$/, "");
  throw new Refusal(
    `expected --site as an address such as https://old.example, received "${site.slice(0, 60)}"`,
  );
}

async function openExport(file: string, kind: SourceKind, site: string | null): Promise<Source> {
  const letters = { illegalCount: 0, brokenCount: 0 };
  const chunks = (): AsyncIterable<string> => decodeXml(createReadStream(file), letters);
  if (kind === "blogger") return openBlogger(chunks(), file, site);
  if (kind === "feed") return openFeed(chunks(), basename(file));
  if (kind === "medium") return mediumPages(file);
  if (kind === "ghost") return ghostSource(whole(file).toString("utf8"), file, site);
  return zipSource(openZip(whole(file), basename(file)), site);
}

function whole(file: string): Buffer {
  const { size } = statSync(file);
  if (size > WHOLE_LIMIT)
    throw new Refusal(`expected at most ${WHOLE_LIMIT / 1e6} MB, received ${Math.ceil(size / 1e6)} MB`);
  return readFileSync(file);
}

function ghostSource(text: string, file: string, site: string | null): Source {
  const source = openGhost(parsed(text), file, { siteUrl: site });
  if (source === null) throw new Refusal("expected a Ghost export, received JSON without posts");
  return source;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    throw new Refusal("expected a Ghost export, received JSON that is damaged");
  }
}

function mediumPages(file: string): Source {
  const { tree, isWanted } = textsIn([file]);
  const source = openMedium({ ...tree, files: tree.files.filter(isWanted) });
  if (source === null) throw new Refusal("expected a page of a Medium export, received another");
  return source;
}

function folderSource(
  tree: Tree,
  siteUrl: string | null,
  isWanted: (path: string) => boolean = () => true,
): Source {
  const isBlog = isOfSoftware(tree);
  const source =
    (isBlog ? null : openSaved(tree, siteUrl)) ??
    openFolder(tree, { now: new Date().toISOString(), siteUrl, isWanted });
  if (source.survey.sums.item > 0) return source;
  throw new Refusal(
    "expected a blog, saved pages or files of Markdown, received a folder with none. Give the folder that holds them",
  );
}

/** Whatever source an archive holds, told by what is in it. */
function zipSource(tree: Tree, site: string | null): Source | Promise<Source> {
  const archive = openSubstack(tree, site) ?? openMedium(tree);
  if (archive !== null) return archive;
  const kinds = tree.files
    .filter((path) => /\.(?:xml|json)$/i.test(path))
    .map((path) => [path, detect(tree.bytes(path).subarray(0, SAMPLE_BYTES))] as const);
  const ofKind = (kind: SourceKind): readonly string[] =>
    kinds.flatMap(([path, found]) => (isKind(found, kind) ? [path] : []));
  const [wordpress, ghost] = [ofKind("wordpress"), ofKind("ghost")];
  const letters = { illegalCount: 0, brokenCount: 0 };
  const open = (path: string) => decodeXml(chunksOf(tree.bytes(path)), letters);
  if (wordpress.length > 0) return openWordPress(wordpress.map((name) => ({ name, open: () => open(name) })));
  if (ghost[0] !== undefined) return ghostSource(tree.text(ghost[0]) ?? "", ghost[0], site);
  const [blogger] = ofKind("blogger");
  return blogger === undefined
    ? folderSource(unwrapped(tree), site)
    : openBlogger(open(blogger), blogger, site);
}

function isKind(found: Detected, kind: SourceKind): boolean {
  return "kind" in found && found.kind === kind;
}

async function* chunksOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}

/** An archive whose files all lie in one folder, without it: GitHub packs a repository so. */
function unwrapped(tree: Tree): Tree {
  const [first = ""] = tree.files;
  const folder = first.split("/")[0] ?? "";
  const prefix = `${folder}/`;
  if (!first.includes("/") || !tree.files.every((path) => path.startsWith(prefix))) return tree;
  return {
    name: tree.name,
    files: tree.files.map((path) => path.slice(prefix.length)),
    text: (path) => tree.text(prefix + path),
    bytes: (path) => tree.bytes(prefix + path),
  };
}
