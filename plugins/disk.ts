import type { Problem } from "./problem.ts";

/** The files a build reads, as the theme needs them; `plugin.ts` gives the real ones, tests a map. */
export interface Disk {
  exists(path: string): boolean;
  /** Text of a file of content or data, or why it is not read; null when there is none. */
  read(path: string): string | Problem | null;
  /** Bytes of a file; null when there is none. */
  bytes(path: string): Uint8Array | null;
  /** Files below a folder, as paths relative to it with "/", sorted; empty when there is no such folder. */
  list(folder: string): readonly string[];
}
