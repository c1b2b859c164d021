import type { OpenedArticle, ReadResult } from "../article/read.ts";
import type { Kept } from "../files/kept.ts";

/** What was read of an article's file, as it is kept between builds. */
interface Reading {
  readonly opened: {
    readonly raw: string;
    readonly data: OpenedArticle["data"];
    readonly bodyLine: number;
    /** Characters before the body. */
    readonly bodyAt: number;
  };
  /** What beside the file the model was made of, as text. */
  readonly setting?: string;
  readonly result?: Omit<ReadResult, "faulty"> & { readonly faulty: readonly string[] };
  /** What was made of the model, and what it was made with beside. */
  readonly made?: { readonly key: string; readonly value: unknown };
}

/** A file as it was opened, and the hash of its bytes. */
interface Stamped {
  readonly stamp: string;
  readonly opened: OpenedArticle;
  readonly hash: string;
}

/** Most that is held in memory between the builds of a process, bytes of it as kept: some 3,000 articles. */
const HOLD_BYTES = 64 * 1024 * 1024;

/** Readings of articles that outlive a build, by their files' bytes. */
export interface Readings {
  /** To be called where the process builds again: what is read is held in memory. */
  hold(): void;
  isHeld(): boolean;
  /** The file as an earlier build of this process opened it; null: it may have been written to since. */
  recallUnwritten(file: string, stamp: string | null): Omit<Stamped, "stamp"> | null;
  /** @param stamp of the file before it was read */
  rememberUnwritten(file: string, stamp: string | null, opened: OpenedArticle, hash: string): void;
  /** The file as it was opened before; null: its bytes are others. */
  recallOpened(file: string, hash: string, bytes: Uint8Array): OpenedArticle | null;
  rememberOpened(opened: OpenedArticle, hash: string, bytes: Uint8Array): void;
  recallModel(file: string, setting: string): ReadResult | null;
  rememberModel(file: string, setting: string, result: ReadResult): void;
  /**
   * What is made of an article's model, as it is kept or made now. Asked once an
   * article, last of all: what was read of it is not held any longer.
   *
   * @param key what it is made with beside the model
   */
  finish<Made>(file: string, key: string, make: () => Made): Made;
  /** What a stage kept of the whole site under a name; undefined: nothing yet. */
  recallOfSite(name: string): unknown;
  /** @param value what JSON can say; what a build neither recalls nor remembers may be forgotten */
  rememberOfSite(name: string, value: unknown): void;
  /** To be called when every article was asked for: what was not is forgotten. */
  save(): void;
  damaged(): readonly string[];
}

/** A reading of this build, and whether it is another than the one that is kept. */
interface Held {
  readonly key: string;
  readonly reading: Reading;
  readonly isNew: boolean;
}

/** @param kept null: nothing is kept */
export function openReadings(kept: Kept | null): Readings {
  const held = new Map<string, Held>();
  /** Null where the process builds once. */
  let unwritten: Map<string, Stamped> | null = null;
  const recall = (file: string, key: string): Reading | undefined => {
    const reading = kept?.get(file, key) as Reading | undefined;
    if (reading !== undefined) held.set(file, { key, reading, isNew: false });
    return reading;
  };
  const put = (file: string, { key, reading, isNew }: Held): void => {
    if (isNew) kept?.put(file, key, reading);
  };
  return {
    hold: () => {
      unwritten ??= new Map();
      kept?.hold(HOLD_BYTES);
    },
    isHeld: () => unwritten !== null,
    recallUnwritten: (file, stamp) => {
      const known = stamp === null ? undefined : unwritten?.get(file);
      if (known === undefined || known.stamp !== stamp) return null;
      recall(file, known.hash);
      return known;
    },
    rememberUnwritten: (file, stamp, opened, hash) => {
      if (stamp !== null) unwritten?.set(file, { stamp, opened, hash });
    },
    recallOpened: (file, key, bytes) => {
      const reading = recall(file, key);
      if (reading === undefined) return null;
      const { bodyAt, ...opened } = reading.opened;
      return { ...opened, file, body: textOf(bytes).slice(bodyAt), stray: null };
    },
    rememberOpened: (opened, key, bytes) => {
      const bodyAt = kept === null || opened.stray ? -1 : bodyStart(opened, textOf(bytes));
      if (bodyAt < 0 || !isPlain(opened.data)) return;
      const { raw, data, bodyLine } = opened;
      held.set(opened.file, {
        key,
        reading: { opened: { raw, data, bodyLine, bodyAt } },
        isNew: true,
      });
    },
    recallModel: (file, setting) => {
      const reading = held.get(file)?.reading;
      if (reading?.result === undefined || reading.setting !== setting) return null;
      return { ...reading.result, faulty: new Set(reading.result.faulty) };
    },
    rememberModel: (file, setting, { article, faulty, problems }) => {
      const known = held.get(file);
      if (known === undefined) return;
      const { opened } = known.reading;
      const result = { article, faulty: [...faulty], problems };
      held.set(file, { ...known, reading: { opened, setting, result }, isNew: true });
    },
    finish: (file, key, make) => {
      const known = held.get(file);
      held.delete(file);
      const made = known?.reading.made;
      if (made?.key === key) return made.value as ReturnType<typeof make>;
      const value = make();
      if (known) put(file, { ...known, reading: { ...known.reading, made: { key, value } }, isNew: true });
      return value;
    },
    recallOfSite: (name) => kept?.get(siteName(name), OF_SITE),
    rememberOfSite: (name, value) => kept?.put(siteName(name), OF_SITE, value),
    save: () => {
      for (const [file, reading] of held) put(file, reading);
      held.clear();
      kept?.save();
    },
    damaged: () => kept?.damaged() ?? [],
  };
}

/** Key of what is not an article's: it stands by the version of the code alone. */
const OF_SITE = "site";

/** No file has such a name. */
function siteName(name: string): string {
  return `\u0000${name}`;
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
}

/** Where the body begins in the text of the file; -1 where it is not the end of it as it stands. */
function bodyStart({ body }: OpenedArticle, text: string): number {
  return text.endsWith(body) ? text.length - body.length : -1;
}

/** Whether JSON says all of it: YAML knows numbers that are none. */
function isPlain(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value) && !Object.is(value, -0);
  if (typeof value !== "object" || value === null) return typeof value !== "undefined";
  return Object.values(value).every(isPlain);
}
