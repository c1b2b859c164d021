import { existsSync, renameSync, rmSync } from "node:fs";

/** Folder in which a build is made before it takes the place of the last good one. */
export function stagingFolder(output: string): string {
  return `${output.replace(/\/+$/, "")}.next`;
}

/** Clears what a killed build may have left. If it died between the two renames, the last good site is put back. */
export function prepareStaging(output: string): string {
  const { staging, old } = names(output);
  if (!existsSync(output) && existsSync(old)) renameSync(old, output);
  rmSync(staging, { recursive: true, force: true });
  rmSync(old, { recursive: true, force: true });
  return staging;
}

/** Puts the finished build in the place of the last one: two renames, so that no page of one mixes with the other's. */
export function swapIn(output: string): void {
  const { staging, old } = names(output);
  if (existsSync(output)) renameSync(output, old);
  renameSync(staging, output);
  rmSync(old, { recursive: true, force: true });
}

function names(output: string): { staging: string; old: string } {
  const base = output.replace(/\/+$/, "");
  return { staging: stagingFolder(output), old: `${base}.old` };
}
