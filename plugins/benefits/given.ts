/** What commands ask of a build or a configuration that uses the plugin. Not part of the package's interface. */
import type { Corpus } from "../corpus/corpus.ts";
import type { Site } from "../corpus/types.ts";
import type { EleventyConfig } from "../eleventy.ts";
import { processMap } from "../process-map.ts";
import type { ExtractionRule } from "./extraction-rule.ts";
import type { Lexicon } from "./lexicon.ts";

/** The lexicon that a build read with, and where the site's part of it lies. */
interface ReadLexicon {
  readonly lexicon: Lexicon;
  /** Relative to the project; it may not be there yet. */
  readonly folder: string;
}

/** What a configuration says of the reading of articles, for commands that read without a build. */
interface BenefitsSettings {
  readonly site: Site;
  /** Folder of the site's lexicon; null: `lexicon` in the data folder. */
  readonly lexicon: string | null;
  readonly extractionRules: readonly ExtractionRule[];
}

/** The lexicons that builds read with. */
export const lexicons = processMap<Corpus, ReadLexicon>("lexicons");
/** What configurations gave the plugin. */
export const settings = processMap<EleventyConfig, BenefitsSettings>("benefits.settings");

/** The lexicon that a build read with; null where the plugin is not used. */
export function lexiconOf(corpus: Corpus): ReadLexicon | null {
  return lexicons.get(corpus) ?? null;
}

/** What a configuration gave the plugin; null where it does not use it. */
export function benefitsSettingsOf(config: EleventyConfig): BenefitsSettings | null {
  return settings.get(config) ?? null;
}
