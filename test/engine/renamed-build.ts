import { watchBuilds } from "../../plugins/build/watchers.ts";
import { createEleventy } from "../../plugins/engine/eleventy.ts";
import { keepLean, type LeanBuild } from "../../plugins/engine/lean.ts";

/**
 * Builds this folder as `vervain build` does a large site, without its swap.
 *
 * @returns what its Eleventy was found to lack
 */
export async function build(output: string): Promise<readonly string[]> {
  let lean: LeanBuild | null = null;
  const unwatch = watchBuilds({
    gathered: (pages) => lean?.gathered(pages),
    decided: () => lean?.decided(),
  });
  try {
    const eleventy = createEleventy({ configPath: undefined, output, runMode: "build" });
    await eleventy.init();
    lean = keepLean(eleventy, 1);
    eleventy.disableLogger?.();
    await eleventy.write();
    return lean.missing();
  } finally {
    unwatch();
  }
}
