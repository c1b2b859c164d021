import type { Candidate } from "./candidate.ts";
import type { Reading } from "./reading.ts";

/** A benefit that a rule found, before it becomes part of the extraction. */
export interface Find {
  readonly candidate: Candidate;
  /** 0..1: how sure this kind of find is. */
  readonly confidence: number;
}

/** What the rules before have taken, so that details below a benefit are not benefits again. */
export interface Taken {
  /** Sections whose heading is a benefit. */
  readonly sections: Set<number>;
  /** Blocks that present a benefit, or stand in a run that was read. */
  readonly blocks: Set<number>;
  /** Number of finds so far. */
  count: number;
}

/** One way in which articles present benefits; a small, named, switchable part of the reading. */
export interface Rule {
  readonly name: string;
  readonly find: (reading: Reading, taken: Taken) => readonly Find[];
}
export type { Reading };
