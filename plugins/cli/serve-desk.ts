import { existsSync, readFileSync, statSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { lexiconOf } from "../benefits/given.ts";
import { labelOf } from "../benefits/label.ts";
import { htmlInFolder } from "../build/folder-html.ts";
import type { Corpus } from "../corpus/corpus.ts";
import { outOfFolder } from "../corpus/site-folder.ts";
import { articlesPage } from "../desk/articles-page.ts";
import { duplicatesPage } from "../desk/duplicates-page.ts";
import { type Html, html, toText } from "../desk/html.ts";
import { lexiconPage } from "../desk/lexicon-page.ts";
import { linksPage } from "../desk/links-page.ts";
import { panelOf } from "../desk/panel.ts";
import { panelDocument } from "../desk/panel-page.ts";
import { readQuery } from "../desk/query.ts";
import { ASSETS, type DeskPage, deskDocument } from "../desk/shell.ts";
import { DESK, type DeskFacts, type DuplicatePair } from "../desk/types.ts";
import { cardOfPage } from "../images/cards/of-page.ts";
import { viewsOf } from "../page/views-of.ts";
import { findNearDuplicates } from "../review/near-duplicates.ts";
import { waitText } from "./benefits-print.ts";
import { deskAssets } from "./serve-assets.ts";
import { linkingOf } from "./serve-links.ts";
import { panelElement } from "./serve-panel.ts";
import { type ServeState, stampOf, stampOfBytes } from "./serve-state.ts";
import { lexiconFile, type Outcome, writeWish } from "./serve-write.ts";

/** Largest form that is read, in bytes. */
const FORM_LIMIT = 64 * 1024;

/** Nothing on the desk but its own files: what stands in an article can be read there and do nothing. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join("; ");

const TYPES: Readonly<Record<string, string>> = {
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  woff2: "font/woff2",
};

/** Answers for the desk and the panel; false for every other address. */
export async function answerDesk(
  request: IncomingMessage,
  response: ServerResponse,
  state: ServeState,
  folder: string,
): Promise<boolean> {
  const { pathname: asked, searchParams } = new URL(request.url ?? "/", "http://localhost");
  const pathname = state.folder === "" ? asked : outOfFolder(asked, state.folder);
  if (pathname === null) return false;
  const own = pathname.startsWith(DESK) ? pathname.slice(DESK.length) : null;
  if (own === null) return request.method === "GET" && answerUnread(pathname, response, state, folder);
  if (own.startsWith("write/")) await answerWish(own.slice("write/".length), request, response, state);
  else if (own.startsWith("assets/")) await answerAsset(own.slice("assets/".length), response);
  else answerPage(own, searchParams, response, state, folder);
  return true;
}

function answerPage(
  name: string,
  params: URLSearchParams,
  response: ServerResponse,
  state: ServeState,
  folder: string,
): void {
  if (state.corpus === null) {
    send(response, 503, "text/plain; charset=utf-8", "The first build is not through yet. Load this again.");
    return;
  }
  const facts = factsOf(state, state.corpus);
  if (name === "panel") {
    const path = params.get("page") ?? "";
    const panel = panelOf(path, facts);
    const view = facts.views?.byUrl.get(path);
    const cardPath = (view?.card?.url ?? "").replace(state.corpus.site.url, "");
    const isThere = cardPath.startsWith("/") && existsSync(join(folder, cardPath));
    const setting = {
      token: state.token,
      stampOf: facts.stampOf,
      cardPath: isThere ? cardPath : "",
      namesPicture: view !== undefined && namesPicture(view.url, folder),
      cardText: view ? cardOfPage(view) : null,
    };
    sendPage(response, panelDocument(panel, setting), state);
    return;
  }
  const page = deskPage(name, params, facts, state);
  if (page === null) send(response, 404, "text/plain; charset=utf-8", "The desk has no such page.");
  else sendPage(response, deskDocument(page, facts), state);
}

/** Whether the page that is served at a path names a picture to be shared; false where there is none. */
function namesPicture(path: string, folder: string): boolean {
  const file = join(folder, path.endsWith("/") ? `${path}index.html` : path);
  const isPage = statSync(file, { throwIfNoEntry: false })?.isFile() === true;
  return isPage && /<meta\s[^>]{0,200}\bog:image["'\s]/i.test(readFileSync(file, "utf8"));
}

const HTML = "text/html; charset=utf-8";

function deskPage(
  name: string,
  params: URLSearchParams,
  facts: DeskFacts,
  state: ServeState,
): DeskPage | null {
  const { notice } = state;
  state.notice = "";
  switch (name) {
    case "":
      return articlesPage(facts, readQuery(params), notice);
    case "lexicon/": {
      const file = lexiconFile(facts.corpus);
      const place = file && { file: file.path, stamp: stampOfBytes(file.bytes) };
      return lexiconPage(facts, place, notice);
    }
    case "duplicates/":
      return duplicatesPage(facts, notice);
    case "links/":
      return linksPage(facts, notice);
    default:
      return null;
  }
}

/** What the pages are made of. */
export function factsOf(state: ServeState, corpus: Corpus): DeskFacts {
  const targets = lexiconOf(corpus)?.lexicon.targets ?? new Map();
  return {
    corpus,
    views: viewsOf(corpus),
    input: state.input,
    labelOf: (canonical) => labelOf(canonical, targets),
    waitOf: (proposal, record) => waitText(proposal, record.against, corpus.site.publishFrom),
    savedAt: (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? null,
    stampOf: (file) => {
      const source = state.sources.get(file);
      return source === undefined ? "" : stampOf(source);
    },
    lastPathOf: (file) => state.lastPaths.get(file) ?? null,
    nearDuplicates: duplicatesOf(corpus),
    linking: () => linkingOf(corpus, state.sources),
    stopped: state.stopped,
    token: state.token,
  };
}

const pairs = new WeakMap<Corpus, readonly DuplicatePair[]>();

/** As the review's own rule finds them, once a build. */
function duplicatesOf(corpus: Corpus): readonly DuplicatePair[] {
  const known = pairs.get(corpus);
  if (known) return known;
  const articles = [...corpus.records.values()].map(({ article }) => article);
  const found = findNearDuplicates(articles).flatMap(({ index, of, similarity }) => {
    const [id, other] = [articles[index]?.id, articles[of]?.id];
    return id === undefined || other === undefined ? [] : [{ id, of: other, similarity }];
  });
  pairs.set(corpus, found);
  return found;
}

async function answerAsset(name: string, response: ServerResponse): Promise<void> {
  const bytes = (await deskAssets()).get(name);
  const type = TYPES[name.split(".").at(-1) ?? ""];
  if (bytes === undefined || type === undefined)
    send(response, 404, "text/plain; charset=utf-8", "There is no such file.");
  else send(response, 200, type, bytes);
}

/** Pages of the desk from which wishes come that are not its first. */
const BACK: Readonly<Record<string, string>> = { lexicon: "lexicon/", link: "links/" };

async function answerWish(
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
  state: ServeState,
): Promise<void> {
  const outcome = await hear(name, request, state);
  // A form without a script is led back to where it stands; what was done is said there.
  if (/\btext\/html\b/.test(request.headers.accept ?? "")) {
    state.notice = outcome.status === 403 ? "" : outcome.message;
    const back = `${DESK}${BACK[name] ?? ""}`;
    if (outcome.status !== 403) {
      response.writeHead(303, { Location: state.folder + back });
      response.end();
      return;
    }
  }
  send(response, outcome.status, "text/plain; charset=utf-8", outcome.message);
}

async function hear(name: string, request: IncomingMessage, state: ServeState): Promise<Outcome> {
  const { host, origin, "sec-fetch-site": site, "content-type": type = "" } = request.headers;
  if (request.method !== "POST" || !/^application\/x-www-form-urlencoded\b/.test(type))
    return { status: 400, message: "Expected a form." };
  const text = await readBody(request);
  if (text === null) return { status: 400, message: "Expected a shorter form." };
  try {
    const form = new URLSearchParams(text);
    return writeWish(name, { host, origin, site: site as string | undefined, form }, state);
  } catch (error) {
    return { status: 422, message: `Nothing was written: ${(error as Error).message}` };
  }
}

/** The body of a request; null for one that is too long. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    length += piece.length;
    if (length > FORM_LIMIT) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString("utf8");
}

/** A page for an article that cannot be read and never could: what is wrong, in the panel. */
function answerUnread(path: string, response: ServerResponse, state: ServeState, folder: string): boolean {
  const url = decodeURI(path);
  const unread = state.corpus?.leftOut.find(
    ({ file, url: own, why }) => why === "faulty" && (state.lastPaths.get(file) ?? own) === url,
  );
  if (unread === undefined || existsSync(join(folder, url, "index.html"))) return false;
  const page = html`<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${unread.file} cannot be read</title><script src="${ASSETS.deskScript}"><\/script><link rel="stylesheet" href="${ASSETS.deskStyle}"><script type="module" src="${ASSETS.panelScript}"><\/script></head>
<body class="desk"><main id="v_main"><h1>This article cannot be read yet</h1><p class="lede">${unread.file} has a fault at which reading stops. Mend it, and its page stands here.</p></main>
${panelElement(url, state.folder)}</body></html>`;
  sendPage(response, page, state);
  return true;
}

/** A page of the desk, with all that it names where the site lies. */
function sendPage(response: ServerResponse, page: Html, { folder }: ServeState): void {
  send(response, 200, HTML, htmlInFolder(toText(page), folder));
}

function send(response: ServerResponse, status: number, type: string, body: string | Uint8Array): void {
  response.writeHead(status, {
    "Content-Type": type,
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
  });
  response.end(body);
}
