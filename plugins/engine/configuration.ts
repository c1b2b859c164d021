import type { EleventyConfig } from "../eleventy.ts";
import { createEleventy } from "./eleventy.ts";

/**
 * The configuration of a project, without a build: it and its plugins have run once.
 *
 * @throws {RangeError} when there is none
 * @throws {Error} what the configuration throws
 */
export async function readConfiguration(configPath: string | undefined): Promise<EleventyConfig> {
  const found: EleventyConfig[] = [];
  const eleventy = createEleventy({
    configPath,
    runMode: "build",
    // Folders are known to plugins: what the configuration returns counts by then.
    configure: (config) => config.addPlugin((plugged) => void found.push(plugged)),
  });
  eleventy.disableLogger?.();
  await (eleventy.initializeConfig?.() ?? eleventy.init());
  const [config] = found;
  if (config === undefined)
    throw new Error(
      "config: expected Eleventy to run the plugins of the configuration, received none that ran.",
    );
  return config;
}
