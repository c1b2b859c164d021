/** What Eleventy says while it serves that no writer needs: measurements, each file, where an error was thrown. */
const NOISE =
  /Benchmark|Wrote \d+ files?|Watching…|^(?:\[11ty\])?\s*(?:at .*)?$|Original error stack trace|\(more in DEBUG output\)|File (?:changed|added|deleted):/;

/** Takes what Eleventy says and passes on what a writer can use, without its stacks. */
export function quietLogger(): Readonly<Record<"log" | "warn" | "error", (line: string) => void>> {
  return { log: passing(console.log), warn: passing(console.warn), error: passing(console.error) };
}

function passing(say: (line: string) => void): (line: string) => void {
  return (message) => {
    const kept = heard(String(message));
    if (kept !== "") say(kept);
  };
}

/** The part of Eleventy's configuration that measures; each group has a logger of its own. */
interface Measuring {
  readonly benchmarkManager?: {
    readonly benchmarkGroups?: Readonly<
      Record<string, { readonly logger?: { overrideLogger?(logger: false): void } }>
    >;
  };
}

/** Switches off what Eleventy says of its own speed; nothing where it does not measure so. */
export function silenceMeasurements(config: object): void {
  const { benchmarkManager } = config as Measuring;
  for (const { logger } of Object.values(benchmarkManager?.benchmarkGroups ?? {}))
    logger?.overrideLogger?.(false);
}

/** The lines of a message that are no noise; "" where all are. */
export function heard(message: string): string {
  return message
    .split("\n")
    .filter((line) => !NOISE.test(line))
    .join("\n")
    .trimEnd();
}
