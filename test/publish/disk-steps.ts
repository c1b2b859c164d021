import childProcess from "node:child_process";
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

/** Functions by which a swap changes the disk; an exchange is another program's. */
const CHANGES = [
  [fs, "renameSync"],
  [fs, "unlinkSync"],
  [fs, "rmdirSync"],
  [fs, "rmSync"],
  [fs, "writeFileSync"],
  [fs, "mkdirSync"],
  [childProcess, "spawnSync"],
] as const;

/**
 * Calls `between` before and after each change of the disk that the modules of
 * this process make from now on, with its name and first path. Gives a
 * function that ends it.
 */
export function watchDisk(between: (change: string, path: string) => void): () => void {
  const undo = CHANGES.map(([module, name]) => {
    const host = module as unknown as Record<string, (...values: unknown[]) => unknown>;
    const real = host[name] as (...values: unknown[]) => unknown;
    host[name] = (...values) => {
      between(name, String(values[0]));
      try {
        return real(...values);
      } finally {
        between(name, String(values[0]));
      }
    };
    return () => {
      host[name] = real;
    };
  });
  syncBuiltinESMExports();
  return () => {
    for (const one of undo) one();
    syncBuiltinESMExports();
  };
}
