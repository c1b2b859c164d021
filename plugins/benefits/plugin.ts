import { existsSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { OPTION_NAMES } from "../build/options.ts";
import { type ArticleHost, article } from "../build/plugin.ts";
import { type Corpus, STAGE_ORDER } from "../corpus/corpus.ts";
import type { EleventyConfig } from "../eleventy.ts";
import { parseOptions } from "../options.ts";
import { requireConfig } from "../own-plugin.ts";
import { lexicons, settings } from "./given.ts";
import { BENEFITS_OPTIONS, type BenefitsOptions } from "./options.ts";
import type { Reading } from "./stage.ts";

export type { ExtractionHit, ExtractionRule } from "./extraction-rule.ts";
export type { BenefitsOptions } from "./options.ts";

/**
 * Finds what each article says the benefits are and gathers them across
 * articles: `collections.benefits`, `collections.therapies`,
 * `collections.conditions`, `collections.benefitMatrix`. A build begins with an
 * error for a rule of the owner's that has the name of one of the package's.
 */
export function benefits(config: EleventyConfig, options: BenefitsOptions = {}): void {
  requireConfig("benefits", config);
  const parsed = parseOptions("benefits", BENEFITS_OPTIONS, options, OPTION_NAMES);
  const { pageFrom, topicPageFrom, countMismatch, path, extractionRules } = parsed;
  const host = article(config, options);
  settings.set(config, { site: host.site, lexicon: parsed.lexicon ?? null, extractionRules });
  let reading: Reading;
  let folder = "";
  config.on("eleventy.before", async ({ directories }) => {
    const { loadLexicon, requireOwnNames } = await import("./stage.ts");
    requireOwnNames(extractionRules);
    folder = parsed.lexicon ?? join(directories.data, "lexicon");
    reading = loadLexicon(existsSync(folder) ? folder : null);
    host.know(reading.topics);
  });
  host.readTitlesBy(
    (title, lang) => reading.readTitle(title, lang),
    () => reading.name,
  );
  host.addStage({
    name: "benefits",
    order: STAGE_ORDER.benefits,
    mayStop: options.countMismatch === "error",
    run: async (corpus) => {
      const { decideBenefits } = await import("./stage.ts");
      lexicons.set(corpus, {
        lexicon: reading.lexicon,
        folder: relative(".", folder).split(sep).join("/"),
      });
      decideBenefits(corpus, host, reading, {
        pageFrom,
        topicPageFrom,
        countMismatch,
        path,
        extractionRules,
      });
    },
  });
  addCollections(host);
}

function addCollections(host: ArticleHost): void {
  const add = (name: string, from: (corpus: Corpus) => unknown): void =>
    host.names.addCollection(name, async (api) => from(await host.decided(api.getAll())));
  add("benefits", (corpus) => corpus.benefits);
  add("therapies", (corpus) => corpus.therapyEntries);
  add("conditions", (corpus) => corpus.conditionEntries);
  add("benefitMatrix", (corpus) => [corpus.matrix]);
}
