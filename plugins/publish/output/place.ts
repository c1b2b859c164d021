import { isAbsolute, relative, sep } from "node:path";
import { quote } from "../../problem.ts";

/** Where a build would go and what it must spare: real paths, absolute. */
export interface Place {
  /** As the owner wrote it, for messages. */
  readonly shown: string;
  readonly output: string;
  /** The working folder. */
  readonly project: string;
  /** Folders that a build reads, each with a word for it: "the input folder". */
  readonly sources: readonly { readonly what: string; readonly folder: string }[];
}

/** Folders of tools, in which nothing may be put. */
const OF_TOOLS = [".git", "node_modules"];

/**
 * Why an output folder may not be used, or null. It must hold none of the
 * folders that the site is made of, be none of them, and lie in none of them,
 * but for the project itself.
 */
export function placeFault({ shown, output, project, sources }: Place): string | null {
  const refuse = (why: string): string =>
    `output: expected a folder of its own, received ${quote(shown)}, which ${why}. A build replaces the whole folder: name another, such as _site.`;
  const spared = [{ what: "the project's folder", folder: project }, ...sources];
  const isOrHolds = (folder: string): string | null =>
    folder === output ? "is" : isInside(folder, output) ? "holds" : null;
  for (const { what, folder } of spared) {
    const relation = isOrHolds(folder);
    if (relation !== null) return refuse(`${relation} ${what}`);
  }
  const holder = sources.find(({ folder }) => isInside(output, folder) && !isSameOrInside(project, folder));
  if (holder) return refuse(`lies in ${holder.what}`);
  const tool = OF_TOOLS.find((name) => relative(project, output).split(sep).includes(name));
  return tool === undefined ? null : refuse(`lies in a folder ${tool}`);
}

function isSameOrInside(path: string, folder: string): boolean {
  return path === folder || isInside(path, folder);
}

/** Whether `path` lies below `folder`, compared name by name: "src-old" is not in "src". */
function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== "" && way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
