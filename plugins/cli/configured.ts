import { existsSync } from "node:fs";
import { relative, sep } from "node:path";
import type { ExtractionRule } from "../benefits/extraction-rule.ts";
import type { Site } from "../corpus/types.ts";
import { hostNames } from "../eleventy-names.ts";
import type { ReviewOptions } from "../review/types.ts";
import { loadSite } from "./review-site.ts";

/** What articles are read with, where no build reads them. */
export interface Configured {
  readonly site: Site;
  /** Folder of people, lexicon and settings. */
  readonly data: string;
  /** Folder of the site's lexicon, where the configuration names one. */
  readonly lexicon: string | null;
  readonly extractionRules: readonly ExtractionRule[];
  readonly review: ReviewOptions;
  /** File that remembers texts and dates, where the configuration names one. */
  readonly lock: string | null;
}

/** What the command line names. */
export interface ConfiguredOptions {
  /** Eleventy configuration file. */
  readonly config?: string;
  /** Folder of settings that articles are read by, in place of the configuration. */
  readonly data?: string;
}

/**
 * What this project's build reads articles with: by its configuration, where
 * there is one that adds Vervain, else by the settings in the data folder.
 *
 * @throws {Error} what the configuration throws
 */
export async function readConfigured({ config, data }: ConfiguredOptions): Promise<Configured> {
  const told = data === undefined ? await settingsIn(config) : null;
  if (told !== null) return told;
  const folder = data ?? "_data";
  const site = await loadSite(folder);
  return { site, data: folder, lexicon: null, extractionRules: [], review: {}, lock: null };
}

/** What a configuration says, the one that is named or a usual one; null where there is none, or none that adds Vervain. */
async function settingsIn(named: string | undefined): Promise<Configured | null> {
  if (named === undefined && !hostNames().configs.some((path) => existsSync(path))) return null;
  // Eleventy and the plugins: a quarter of a second, where there is something to learn from them.
  const [{ readConfiguration }, { benefitsSettingsOf }, { reviewSettingsOf }] = await Promise.all([
    import("../engine/configuration.ts"),
    import("../benefits/given.ts"),
    import("../review/given.ts"),
  ]);
  const configuration = await readConfiguration(named);
  const read = benefitsSettingsOf(configuration);
  if (read === null) return null;
  const { rules = {}, lock = null } = reviewSettingsOf(configuration) ?? {};
  const data = relative(".", configuration.directories.data).split(sep).join("/");
  return { ...read, data, review: rules, lock };
}
