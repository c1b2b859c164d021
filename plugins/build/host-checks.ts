import type { EleventyConfig } from "../eleventy.ts";
import { packageFolder } from "../package-folder.ts";
import { SetupError } from "../problem.ts";

/**
 * Eleventy adds plugins when the configuration has been read: whoever asks
 * before would set the options in place of `vervain`, and read folders that are
 * not the site's yet.
 */
export function requirePlugin(config: EleventyConfig): void {
  if (config.isPluginExecution?.() !== false) return;
  throw new SetupError(
    "article: expected to be asked by a plugin, received a call from the configuration itself, which runs before any plugin is added. Write config.addPlugin((config) => { … }), after the plugins of vervain.",
  );
}

/** Where the first copy of the package leaves its place on a configuration, for every other to see. */
const COPY = Symbol.for("vervain.copy");

/** Plugins of two copies would each read the articles, decide on their own and take each other's names. */
export function requireOneCopy(config: EleventyConfig): void {
  const marked = config as EleventyConfig & { [COPY]?: string };
  const own = packageFolder(".");
  const other = marked[COPY];
  if (other !== undefined && other !== own)
    throw new SetupError(
      `vervain: expected one copy of the package, received two: ${other} and ${own}. \`npm ls vervain\` shows who brings them; \`npm dedupe\`, or one version for both, leaves one.`,
    );
  Object.defineProperty(config, COPY, { value: own, configurable: true });
}

/** Eleventys that Vervain is built with; the same range is in package.json. */
export const ELEVENTYS = ">=3.1.0 || >=4.0.0-alpha.0";

/** What Eleventy says where it is another; it may do all the same. Null where it is one of them. */
export function versionFault(config: EleventyConfig): string | null {
  try {
    config.versionCheck?.(ELEVENTYS);
    return null;
  } catch (fault) {
    return (fault as Error).message;
  }
}
