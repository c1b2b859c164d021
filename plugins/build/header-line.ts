import { splitFrontMatter } from "../article/split.ts";
import { lineOf } from "../article/yaml.ts";
import { readTextFile } from "../files/plain-file.ts";

/** 1-based line of a field in the header of a page's file; 0 where it is not written there. */
export function headerLine(path: string, field: string): number {
  const read = readTextFile(path, path, { inside: "." });
  if (read === null || !("text" in read)) return 0;
  const { raw } = splitFrontMatter(read.text);
  return raw?.includes(`${field}:`) ? lineOf(raw, [field]) + 1 : 0;
}

/** 1-based line on which the text of a page's file starts. */
export function bodyLineOf(path: string): number {
  const read = readTextFile(path, path, { inside: "." });
  return read !== null && "text" in read ? splitFrontMatter(read.text).bodyLine : 1;
}
