import type { Directories } from "../eleventy.ts";
import { readConfiguration } from "./configuration.ts";

/**
 * The folders of a configuration, without a build.
 *
 * @throws {Error} what {@link readConfiguration} does
 */
export async function configuredFolders(configPath: string | undefined): Promise<Directories> {
  return (await readConfiguration(configPath)).directories;
}

/** The output folder as it is named to people: "_site". */
export function shownOutput({ output }: Directories): string {
  return output.replace(/^\.\/|\/$/g, "");
}
