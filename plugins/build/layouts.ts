import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, resolve, sep } from "node:path";
import { didYouMean } from "../closest.ts";
import type { EleventyConfig } from "../eleventy.ts";

/** The layouts that a site may name. */
export interface Layouts {
  /** Whether a layout of this name is there to be used. */
  has(name: string): boolean;
  /** ` Did you mean "layouts/article.njk"?`, or "" where no layout has a name like it. */
  hint(name: string): string;
}

/** The layouts of a configuration: by alias, as templates of plugins, and as files in the folder of layouts. */
export function layoutsOf(config: EleventyConfig): Layouts {
  const folder = (): string => {
    const { includes, layouts = includes } = config.directories;
    return resolve(layouts);
  };
  const named = (): readonly string[] => [
    ...Object.keys(config.layoutAliases),
    ...Object.keys(config.virtualTemplates),
  ];
  return {
    has: (name) =>
      named().some((path) => path === name || path.endsWith(`/${name}`)) || isFile(resolve(folder(), name)),
    hint: (name) => didYouMean(name, [...named(), ...filesIn(folder())]),
  };
}

/** Whether a file of this path is there, or one of this path and an ending. */
function isFile(path: string): boolean {
  const folder = dirname(path);
  if (!existsSync(folder)) return false;
  const names = [basename(path), `${basename(path)}.`];
  return readdirSync(folder, { withFileTypes: true }).some(
    (entry) => entry.isFile() && (entry.name === names[0] || entry.name.startsWith(names[1] as string)),
  );
}

function filesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => name.split(sep).join("/"))
    .sort();
}
