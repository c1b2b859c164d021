import { timingSafeEqual } from "node:crypto";
import { mkdirSync, realpathSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { type OpenedArticle, openArticle } from "../article/read.ts";
import { lexiconOf } from "../benefits/given.ts";
import { addTarget, USUAL, type Usual } from "../desk/lexicon-line.ts";
import { gatherUnknown } from "../desk/lexicon-words.ts";
import { readPlainFile } from "../files/plain-file.ts";
import { quote } from "../problem.ts";
import { decisionsOf, saveInto } from "./benefits-decide.ts";
import { saveLinks } from "./links-write.ts";
import { suggestionsOf } from "./serve-links.ts";
import { type ServeState, stampOf, stampOfBytes } from "./serve-state.ts";
import { createFile, replaceFile } from "./write-file.ts";

/** What became of a wish to write; `message` is for the writer. */
export interface Outcome {
  readonly status: 200 | 400 | 403 | 404 | 409 | 422 | 503;
  readonly message: string;
}

/** What a request that wishes to write says of itself. */
export interface Wish {
  readonly host: string | undefined;
  readonly origin: string | undefined;
  /** Set by browsers; undefined by others. */
  readonly site: string | undefined;
  readonly form: URLSearchParams;
}

const CHANGED = "The file has changed since this page was made; nothing was written. Look at it again.";

/** Writes what a form of the desk or the panel asks for, when the server's own page asks. */
export function writeWish(name: string, wish: Wish, state: ServeState): Outcome {
  const refusal = refuseWish(wish, state.token);
  if (refusal !== null) return refusal;
  if (name === "decide") return decide(wish.form, state);
  if (name === "lexicon") return addWords(wish.form, state);
  if (name === "link") return setLinkIn(wish.form, state);
  return { status: 404, message: "There is nothing to write at that address." };
}

/**
 * Why a wish is not heard: only a page of this very server may ask, with the
 * secret of this start, which no other page can read.
 */
export function refuseWish({ host, origin, site, form }: Wish, token: string): Outcome | null {
  const isOwn =
    origin !== undefined && origin === `http://${host}` && (site ?? "same-origin") === "same-origin";
  if (!isOwn) return { status: 403, message: "Only pages of this server may write." };
  const given = Buffer.from(form.get("token") ?? "");
  const wanted = Buffer.from(token);
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted))
    return { status: 403, message: "This page is of an earlier start of the server. Load it again." };
  return null;
}

const GONE: Outcome = { status: 404, message: "There is no such article any more." };

/** The bytes of an article's file, if they are those that the page was made from. */
function unchanged(
  file: string,
  form: URLSearchParams,
): { readonly bytes: Uint8Array; readonly opened: OpenedArticle } | Outcome {
  const read = readPlainFile(file, { inside: "." });
  if (read === null || "fault" in read)
    return { status: 422, message: `${file}: expected a plain file of the project. Nothing was written.` };
  const opened = openArticle(read.bytes, file);
  if ("problem" in opened || stampOf(opened) !== form.get("stamp")) return { status: 409, message: CHANGED };
  return { bytes: read.bytes, opened };
}

/** Lets words of one article lead to another. */
function setLinkIn(form: URLSearchParams, { corpus }: ServeState): Outcome {
  const record = corpus?.records.get(form.get("article") ?? "");
  if (!corpus || !record) return GONE;
  const { id, file } = record.article;
  const read = unchanged(file, form);
  if ("status" in read) return read;
  const target = form.get("target") ?? "";
  const suggestion = suggestionsOf(id, corpus, read.opened).find((one) => one.target === target);
  if (suggestion === undefined)
    return { status: 400, message: `Expected a suggested link, received ${quote(target)}.` };
  const fault = saveLinks(file, [suggestion], read.bytes);
  if (fault !== null) return { status: 422, message: fault };
  return { status: 200, message: `“${suggestion.phrase}” leads to ${target} in ${file}.` };
}

/** Confirms or drops one benefit of one article in its front matter. */
function decide(form: URLSearchParams, { corpus }: ServeState): Outcome {
  const record = corpus?.records.get(form.get("article") ?? "");
  const lexicon = corpus && lexiconOf(corpus);
  if (!record || !lexicon) return GONE;
  const { file } = record.article;
  const read = unchanged(file, form);
  if ("status" in read) return read;
  const benefit = form.get("benefit") ?? "";
  const verb = form.get("do");
  if (verb !== "confirm" && verb !== "drop")
    return { status: 400, message: `Expected confirm or drop, received ${quote(verb)}.` };
  const answers = {
    accept: verb === "confirm" ? [benefit] : [],
    drop: verb === "drop" ? [benefit] : [],
    source: form.get("source")?.trim() || null,
  };
  const answered = {
    file,
    article: record.article,
    read: { proposals: record.proposals, found: [...record.benefits, ...record.proposals] },
  };
  const { decisions, problems } = decisionsOf(answered, answers, lexicon.lexicon.targets);
  const fault = problems[0]?.message ?? saveInto(file, read.bytes, decisions);
  if (fault !== null) return { status: 422, message: fault };
  return { status: 200, message: `${verb === "confirm" ? "Confirmed" : "Dropped"} in ${file}.` };
}

/** Adds one target to the site's lexicon. */
function addWords(form: URLSearchParams, { corpus }: ServeState): Outcome {
  const place = corpus && lexiconFile(corpus);
  const known = corpus && lexiconOf(corpus);
  if (!corpus || !place || !known) return { status: 404, message: "This site reads no benefits." };
  const words = form.get("words") ?? "";
  const usual = USUAL.map(([one]) => one).find((one): one is Usual => one === form.get("usual"));
  if (usual === undefined || !gatherUnknown(corpus).some((one) => one.words === words))
    return {
      status: 400,
      message: `Expected words that articles use and nobody knows, received ${quote(words)}.`,
    };
  const { path, bytes } = place;
  if (stampOfBytes(bytes) !== form.get("stamp")) return { status: 409, message: CHANGED };
  const source = bytes === null ? null : decoded(bytes);
  if (source === undefined) return { status: 422, message: `${path}: expected UTF-8. Nothing was written.` };
  const written = addTarget(source, words, usual, (id) => known.lexicon.targets.has(id));
  if ("fault" in written) return { status: 422, message: `${path}: ${written.fault}` };
  if (bytes === null) mkdirSync(dirname(path), { recursive: true });
  const isDone = bytes === null ? createFile(path, written.text) : replaceFile(path, bytes, written.text);
  return isDone
    ? { status: 200, message: `Added ${written.id} to ${path}.` }
    : { status: 409, message: CHANGED };
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * The site's `targets.yaml`, to which words are added; `bytes` null where there is none yet. Null where
 * benefits are not read, or where it would lie outside the project or be no plain file.
 */
export function lexiconFile(
  corpus: NonNullable<ServeState["corpus"]>,
): { readonly path: string; readonly bytes: Uint8Array | null } | null {
  const folder = lexiconOf(corpus)?.folder;
  if (folder === undefined || !isWithin(folder)) return null;
  const path = join(folder, "targets.yaml").split(sep).join("/");
  const read = readPlainFile(path, { inside: "." });
  if (read === null) return { path, bytes: null };
  return "bytes" in read ? { path, bytes: read.bytes } : null;
}

/** Whether a folder, or the nearest one above it that is there, lies in the project once links are followed. */
function isWithin(folder: string): boolean {
  for (let at = folder || "."; ; at = dirname(at)) {
    try {
      return !/^\.\.(?:[/\\]|$)/.test(relative(realpathSync("."), realpathSync(at)));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT" || dirname(at) === at) return false;
    }
  }
}
