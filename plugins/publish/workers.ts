import { announceSaid } from "../build/watchers.ts";
import type { EleventyConfig } from "../eleventy.ts";
import { compareText } from "../problem.ts";
import { BESIDE } from "./manifest/compressed-form.ts";
import { isPublished } from "./manifest/published.ts";
import { entriesBelow } from "./output/walk.ts";
import { asksForQuery } from "./redirects.ts";

/** Lines of `_redirects` that Cloudflare does not take, of the last build. */
export interface LeftOut {
  readonly lines: readonly string[];
}

/**
 * Leaves out of `_redirects` what asks for a query: Cloudflare reads two or
 * three words a line, and of others at best says that they are none.
 */
export function leaveOutQueries(config: EleventyConfig): LeftOut {
  const left: { lines: readonly string[] } = { lines: [] };
  config.on("eleventy.before", () => {
    left.lines = [];
  });
  config.addTransform("vervain-workers-redirects", function leaveQueries(content) {
    const { outputPath, url } = this.page;
    if (outputPath === false || url !== "/_redirects") return content;
    const lines = content.split("\n");
    left.lines = lines.filter(asksForQuery);
    if (left.lines.length > 0) announceSaid(String(url));
    return lines.filter((line) => !asksForQuery(line)).join("\n");
  });
  return left;
}

/** A sentence for the owner; null: nothing was left out. */
export function wordLeftOut({ lines }: LeftOut): string | null {
  const [first] = lines;
  return first === undefined
    ? null
    : `publish: workers: expected old addresses without a query, received ${lines.length} with one (${first.trim()}). Cloudflare's _redirects knows no queries: they are left out, and lead to what stands at their path. Set them as redirect rules of your domain there.`;
}

/** Paths of all files of a built site as readers ask for them, in order. */
export function builtPaths(output: string): readonly string[] {
  return [...entriesBelow(output)]
    .filter(({ path }) => isPublished(path) && !BESIDE.test(path))
    .map(({ path }) => `/${path}`)
    .sort(compareText);
}
