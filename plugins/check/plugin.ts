import { OPTION_NAMES } from "../build/options.ts";
import { article } from "../build/plugin.ts";
import { checkSetup } from "../build/setup-checks.ts";
import { type Corpus, STAGE_ORDER } from "../corpus/corpus.ts";
import type { EleventyConfig } from "../eleventy.ts";
import { parseOptions } from "../options.ts";
import { requireConfig } from "../own-plugin.ts";
import { CHECK_OPTIONS, type CheckPluginOptions } from "./options.ts";
import type { OwnRule } from "./rule.ts";

export type { CheckPluginOptions } from "./options.ts";

/** What the owner's configuration says of the check. */
export interface CheckSettings {
  readonly levels: Readonly<Record<string, "off" | "note" | "warning" | "error">>;
  readonly ownRules: readonly OwnRule[];
}

const settingsByCorpus = new WeakMap<Corpus, CheckSettings>();

/** What the configuration of a build says of `--check`; null where it says nothing. */
export function checkSettingsOf(corpus: Corpus): CheckSettings | null {
  return settingsByCorpus.get(corpus) ?? null;
}

/**
 * Sets how `vervain build --check` checks the built pages: levels by rule, and rules of the owner's.
 * A build begins with an error for a rule that does not exist and for a name that is taken.
 *
 * @throws {RangeError} for an option that does not exist and for a level that is none
 */
export function check(config: EleventyConfig, options: CheckPluginOptions = {}): void {
  requireConfig("check", config);
  const settings = parseOptions("check", CHECK_OPTIONS, options, OPTION_NAMES).check as
    | CheckSettings
    | undefined;
  if (!settings) return;
  const host = article(config, options);
  checkSetup(config, async () => {
    const { checkPage } = await import("./check.ts");
    // An empty page: what is wrong with the settings themselves is said now, not after a build.
    checkPage({ path: "", html: "" }, settings);
  });
  host.addStage({
    name: "check-settings",
    order: STAGE_ORDER.links,
    isTextless: true,
    run: (corpus) => void settingsByCorpus.set(corpus, settings),
  });
}
