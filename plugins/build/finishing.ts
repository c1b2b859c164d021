import type { BuildEvent, EleventyConfig } from "../eleventy.ts";

/** What plugins still write after Eleventy has written its pages, by configuration. */
const begun = new WeakMap<EleventyConfig, Set<Promise<void>>>();

/**
 * Does something at the end of each build, as `eleventy.after` does, and lets
 * {@link othersFinished} wait for it. Eleventy begins all that is to be done
 * then at once.
 */
export function atTheEnd(config: EleventyConfig, work: (event: BuildEvent) => Promise<void>): void {
  const works = begun.get(config) ?? new Set();
  begun.set(config, works);
  config.on("eleventy.after", async (event: BuildEvent) => {
    const done = work(event);
    works.add(done);
    try {
      await done;
    } finally {
      works.delete(done);
    }
  });
}

/** Waits until all files of {@link atTheEnd} are written, or could not be: that is told by whoever wrote them. */
export async function othersFinished(config: EleventyConfig): Promise<void> {
  // By then each has begun, in whichever order they were added.
  await Promise.resolve();
  await Promise.allSettled(begun.get(config) ?? []);
}
