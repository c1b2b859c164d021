import { relative, sep } from "node:path";

/** A path as the writer knows it: relative to the project where it lies in it, with "/". */
export function shownPath(path: string): string {
  const short = relative(".", path);
  return (short === "" || short.startsWith("..") ? path : short).split(sep).join("/");
}
