import { randomBytes } from "node:crypto";
import type { Sources } from "../build/watchers.ts";
import type { Corpus } from "../corpus/corpus.ts";
import type { StopFault } from "../desk/types.ts";
import { sha256 } from "../files/sha256.ts";

/** What one server knows of its builds. */
export interface ServeState {
  /** What the last build decided; null before the first one has. */
  corpus: Corpus | null;
  /** Texts of the articles as that build read them. */
  sources: Sources;
  /** What stopped the last build; empty when it went through. */
  stopped: readonly StopFault[];
  /** Path of each article file's page when it was last shown. */
  readonly lastPaths: Map<string, string>;
  /** The input folder, relative to the project, with "/". */
  input: string;
  /** Folder on the server in which the site lies, "/repo"; "" at the top. */
  folder: string;
  /** Secret of this start, without which nothing is written. */
  readonly token: string;
  /** What was just written, said once. */
  notice: string;
}

export function openState(): ServeState {
  return {
    corpus: null,
    sources: new Map(),
    stopped: [],
    lastPaths: new Map(),
    input: "",
    folder: "",
    token: randomBytes(32).toString("base64url"),
    notice: "",
  };
}

/** Takes what a build decided. */
export function noteDecided(state: ServeState, corpus: Corpus, sources: Sources): void {
  state.corpus = corpus;
  state.sources = sources;
  state.stopped = [];
  for (const { article, url } of corpus.records.values()) state.lastPaths.set(article.file, url);
}

/** A mark of an article's text as a build read it; other marks for other texts. */
export function stampOf({ raw, body }: { readonly raw: string; readonly body: string }): string {
  return sha256(`${raw.length}\n${raw}${body}`);
}

/** A mark of a file's bytes; of none. */
export function stampOfBytes(bytes: Uint8Array | null): string {
  return bytes === null ? "none" : sha256(bytes);
}
