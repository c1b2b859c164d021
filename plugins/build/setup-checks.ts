import type { EleventyConfig } from "../eleventy.ts";
import { isSetupError, SetupError } from "../problem.ts";

/** @throws {SetupError} for what an owner set up */
type SetupCheck = () => Promise<void>;

/** What plugins ask of their settings when a build begins, by configuration. */
const checks = new WeakMap<EleventyConfig, SetupCheck[]>();

/**
 * Looks at settings when a build begins: what is wrong with those of several
 * plugins is said at once, in the order in which they were added. Eleventy
 * begins all that is to be done then together, and hears of the first to fail.
 */
export function checkSetup(config: EleventyConfig, check: SetupCheck): void {
  const known = checks.get(config);
  if (known !== undefined) {
    known.push(check);
    return;
  }
  const all = [check];
  checks.set(config, all);
  config.on("eleventy.before", async () => {
    const results = await Promise.allSettled(all.map((one) => one()));
    const errors = results.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
    const other = errors.find((error) => !isSetupError(error));
    if (other !== undefined) throw other;
    if (errors.length > 0) throw new SetupError(errors.map(({ message }) => message).join("\n"));
  });
}
