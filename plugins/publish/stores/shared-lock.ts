import { randomUUID } from "node:crypto";
import { type Holder, stateOf, thisProcess } from "../output/holder.ts";
import type { StoreLock } from "./store.ts";

/** Where a lock that machines share is written: one text under one name. */
export interface LockPlace {
  /** The target in words. */
  readonly name: string;
  read(): Promise<string | null>;
  /** Writes where nothing is, as far as the place can tell; leaves what is there. */
  create(text: string): Promise<void>;
  write(text: string): Promise<void>;
  remove(): Promise<void>;
}

/** Who publishes, and a number that grows while it does. */
interface Note {
  readonly token: string;
  readonly holder: Holder;
  readonly beat: number;
  /** By the holder's clock; ISO 8601. */
  readonly at: string;
}

export interface LockTiming {
  /** Between two beats of a publisher that lives, milliseconds. */
  readonly beatMs: number;
  /** How long the beats of another are waited for before it counts as dead, milliseconds. */
  readonly patienceMs: number;
}

const USUAL: LockTiming = { beatMs: 5_000, patienceMs: 20_000 };

/**
 * Takes the lock of a target. Of two publishers the second is refused at once;
 * one that was killed is recognised by its process, on this machine, or by its
 * beats, which have stopped. Nobody's clock is believed: it only says whether
 * to wait for a beat.
 *
 * @throws {Error} when another publisher holds the lock
 */
export async function lockShared(place: LockPlace, timing: LockTiming = USUAL): Promise<StoreLock> {
  const token = randomUUID();
  let beat = 0;
  const note = (): string =>
    JSON.stringify({ token, holder: thisProcess(), beat, at: new Date().toISOString() } satisfies Note);
  const isMine = async (): Promise<boolean> => parseNote(await place.read())?.token === token;
  await clearDead(place, timing);
  await place.create(note());
  // Asked even so: a request may have arrived twice, and some stores know no "only if nothing is there".
  if (!(await isMine())) throw heldFault(place, parseNote(await place.read()));
  let isBeating = true;
  const timer = setInterval(() => tick(), timing.beatMs);
  timer.unref();
  let pending: Promise<void> | null = null;
  // One beat at a time: a late one would write a lock that was given back.
  const tick = (): void => {
    pending ??= beatOnce().finally(() => {
      pending = null;
    });
  };
  const beatOnce = async (): Promise<void> => {
    beat++;
    try {
      if (isBeating && (await isMine())) await place.write(note());
    } catch {
      // The next step asks again, and says so.
    }
  };
  return {
    requireHeld: async () => {
      if (await isMine()) return;
      throw new Error(
        `publish: expected to hold the lock of ${place.name} until the end, received another's. Somebody else publishes there now: publish again when that has ended.`,
      );
    },
    release: async () => {
      isBeating = false;
      clearInterval(timer);
      await pending;
      if (await isMine()) await place.remove();
    },
  };
}

/** Removes a lock whose publisher is dead. @throws {Error} when it lives */
async function clearDead(place: LockPlace, { beatMs, patienceMs }: LockTiming): Promise<void> {
  const text = await place.read();
  if (text === null) return;
  const found = parseNote(text);
  const state = found === null ? "dead" : isHere(found.holder) ? stateOf(found.holder) : "unknown";
  if (state === "alive") throw heldFault(place, found);
  if (state === "unknown") {
    const age = Math.abs(Date.now() - Date.parse(found?.at ?? ""));
    if (age < 3 * beatMs || (await beats(place, text, patienceMs))) throw heldFault(place, found);
  }
  // Of two that find a dead one's lock, the slower must not take the quicker's.
  if ((await place.read()) === text) await place.remove();
}

/** Whether a process's number means something here: two machines may have one name. */
function isHere({ where, boot }: Holder): boolean {
  const here = thisProcess();
  return boot !== "" && boot === here.boot && where === here.where;
}

async function beats(place: LockPlace, before: string, patienceMs: number): Promise<boolean> {
  const until = performance.now() + patienceMs;
  while (performance.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, Math.min(1000, patienceMs / 10)));
    if ((await place.read()) !== before) return true;
  }
  return false;
}

function parseNote(text: string | null): Note | null {
  try {
    const note = JSON.parse(text ?? "") as Note;
    return typeof note.token === "string" && typeof note.holder?.where === "string" ? note : null;
  } catch {
    return null;
  }
}

function heldFault(place: LockPlace, note: Note | null): Error {
  const who = note === null ? "another" : `process ${note.holder.pid} on ${note.holder.where.split(" ")[0]}`;
  const since = note === null ? "" : `, at it since ${note.at}`;
  return new Error(
    `publish: expected to be the only publisher to ${place.name}, received ${who}${since}. Wait until it has ended; if it was killed, publish again in half a minute.`,
  );
}
