import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseSite } from "../corpus/site.ts";
import type { Site } from "../corpus/types.ts";

/** The site's settings from `site.ts`, `.js`, `.mjs` or `.json` in the data folder; the defaults where there is none. */
export async function loadSite(data: string): Promise<Site> {
  const path = ["ts", "js", "mjs", "json"]
    .map((ending) => join(data, `site.${ending}`))
    .find((file) => existsSync(file));
  if (!path) return parseSite({});
  const url = pathToFileURL(resolve(path)).href;
  const module = (
    path.endsWith(".json") ? await import(url, { with: { type: "json" } }) : await import(url)
  ) as {
    readonly default?: unknown;
  };
  const site = typeof module.default === "function" ? await module.default() : module.default;
  return parseSite((site ?? {}) as Parameters<typeof parseSite>[0]);
}
