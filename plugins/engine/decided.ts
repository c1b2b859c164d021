import { watchBuilds } from "../build/watchers.ts";
import type { Corpus } from "../corpus/corpus.ts";
import { createEleventy } from "./eleventy.ts";

/** Ends a build once everything is decided: nothing is rendered, nothing written. */
class Decided extends Error {}

/**
 * Decides this project's corpus as a build would and hands it over.
 *
 * @throws {Error} what the build would: faults of content, of options, of the owner's code
 */
export async function withCorpus<Result>(
  configPath: string | undefined,
  use: (corpus: Corpus) => Promise<Result>,
): Promise<Result> {
  let result: Promise<Result> | undefined;
  const unwatch = watchBuilds({
    keepsTexts: true,
    decided: (corpus) => {
      result = use(corpus);
      throw new Decided();
    },
  });
  try {
    const eleventy = createEleventy({ configPath, runMode: "build" });
    await eleventy.init();
    eleventy.disableLogger?.();
    await eleventy.toJSON();
  } catch (error) {
    if (result === undefined) throw error;
  } finally {
    unwatch();
  }
  if (result === undefined)
    throw new Error("related: expected a configuration that adds Vervain, received one without.");
  return result;
}
