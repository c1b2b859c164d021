import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectPath } from "./build.ts";

/** 1-based line of a file on which the words stand first; 0: nowhere. */
export function lineWith(file: string, words: string): number {
  if (!existsSync(file)) return 0;
  return (
    readFileSync(file, "utf8")
      .split("\n")
      .findIndex((line) => line.includes(words)) + 1
  );
}

/** The file of `_data/people`, as it is read; the path it would have where there is none. */
export function peopleFile(data: string): string {
  const names = ["json", "yaml", "yml"].map((ending) => join(data, `people.${ending}`));
  return projectPath(names.find((name) => existsSync(name)) ?? (names[0] as string));
}
