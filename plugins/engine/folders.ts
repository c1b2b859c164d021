import type { Directories } from "../eleventy.ts";
import { createEleventy } from "./eleventy.ts";

/**
 * The folders of a configuration, without a build; the configuration and its plugins have run once.
 *
 * @throws {Error} what the configuration throws
 */
export async function configuredFolders(configPath: string | undefined): Promise<Directories> {
  const found: Directories[] = [];
  const eleventy = createEleventy({
    configPath,
    runMode: "build",
    // Folders are known to plugins: what the configuration returns counts by then.
    configure: (config) => config.addPlugin(({ directories }) => void found.push(directories)),
  });
  eleventy.disableLogger?.();
  await (eleventy.initializeConfig?.() ?? eleventy.init());
  const [directories] = found;
  if (directories === undefined)
    throw new Error(
      "config: expected Eleventy to run the plugins of the configuration, received none that ran.",
    );
  return directories;
}

/** The output folder as it is named to people: "_site". */
export function shownOutput({ output }: Directories): string {
  return output.replace(/^\.\/|\/$/g, "");
}
