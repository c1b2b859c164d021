import { limiter } from "../../limiter.ts";
import type { Live, LiveFile } from "../plan/live.ts";
import type { ListedFile, Listing, Store } from "../stores/store.ts";
import { NO_RECORD, parseRecord, pathKey, type Record } from "./record.ts";

/** What is live, as the target lists it and the notes explain it. */
export interface Standing {
  readonly live: Live;
  readonly listing: Listing;
  readonly record: Record;
  /** Files of which the notes said nothing that holds, so that each was asked for. */
  readonly askedCount: number;
  /** Files that somebody else put there. */
  readonly foreignCount: number;
  /** A sentence where the notes could not be read; null: they could, or there are none. */
  readonly warning: string | null;
}

/** Requests at once, where each is an answer of a few hundred bytes. */
const ASKED_AT_ONCE = 48;

/** Reads what is live: a listing, the notes, and a question for each file that the notes do not know. */
export async function readLive(store: Store): Promise<Standing> {
  const [listing, text] = await Promise.all([store.list(), store.readRecord()]);
  const read = text === null ? NO_RECORD : parseRecord(text);
  const record = read ?? NO_RECORD;
  const asked: string[] = [];
  let foreignCount = 0;
  const ask = limiter(ASKED_AT_ONCE);
  const explain = async (file: ListedFile): Promise<LiveFile | null> => {
    const noted = record.files[pathKey(file.path)];
    const headers = noted && record.headers[noted[1]];
    if (noted && headers && noted[2] === file.version) return { ...file, hash: noted[0], headers };
    const told = await ask(() => store.inspect(file.path));
    if (told === null) return null;
    if (told.hash === null) foreignCount++;
    else asked.push(file.path);
    return { ...file, ...told };
  };
  const explained = await Promise.all(listing.files.map(explain));
  const files = explained.filter((file) => file !== null);
  const waiting = new Map<string, string>();
  for (const { path } of files) {
    const since = record.waiting[pathKey(path)];
    if (since !== undefined) waiting.set(path, since);
  }
  const warning =
    read === null
      ? `publish: the notes at ${store.name} could not be read: each file was asked for instead, and there is no way back to earlier releases.`
      : null;
  return {
    live: { files, waiting, isUnfinished: record.begun !== "", unsettled: record.begun === "" ? [] : asked },
    listing,
    record,
    askedCount: asked.length,
    foreignCount,
    warning,
  };
}
