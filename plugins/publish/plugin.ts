import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseSite, type SiteOptions } from "../corpus/site.ts";
import type { BuildEvent, EleventyConfig } from "../eleventy.ts";
import { quote } from "../problem.ts";
import { type HeaderOptions, headerRules } from "./headers.ts";
import { insertMeta, metaTags } from "./meta.ts";
import { HEADERS_MARK } from "./netlify-headers.ts";
import { TARGET_NAMES, type Target, type TargetFile, targetFiles } from "./targets.ts";

export type { HeaderOptions, HeaderRule, Headers } from "./headers.ts";
export { headerRules, headersFor } from "./headers.ts";
export type { PolicyNeeds } from "./policy.ts";
export type { Target } from "./targets.ts";

/** Options of {@link publish}. */
export interface PublishOptions extends HeaderOptions {
  /** As of the other plugins; features that are off need nothing in the policy. */
  readonly site?: SiteOptions;
  /** Hosts to write for: `_headers` (default), `vercel.json`, `nginx`, `caddy`, `cloudfront`, `meta`. */
  readonly targets?: readonly Target[];
  /** Folder for the files of servers, relative to the project. Default "_server". */
  readonly serverFolder?: string;
}

/**
 * Writes the headers that the site's host shall send, from one table for all
 * hosts, at the end of each build. A `_headers` of the owner's own is left alone.
 *
 * @throws {RangeError} at registration, for options that are wrong
 */
export function publish(config: EleventyConfig, options: PublishOptions = {}): void {
  const { targets = ["_headers"], serverFolder = "_server" } = options;
  requireTargets(targets);
  const rules = headerRules(parseSite(options.site), options);
  const files = targets.flatMap((target) => targetFiles(target, rules));
  if (targets.includes("meta")) {
    const tags = metaTags(rules);
    config.addTransform("vervain-meta", function addMeta(content) {
      const { outputPath } = this.page;
      return outputPath !== false && outputPath.endsWith(".html") ? insertMeta(content, tags) : content;
    });
  }
  config.on("eleventy.after", ({ directories, outputMode }: BuildEvent) => {
    if (outputMode !== "fs") return;
    for (const file of files) writeTarget(file.place === "output" ? directories.output : serverFolder, file);
  });
}

function requireTargets(targets: readonly Target[]): void {
  const unknown = targets.find((target) => !TARGET_NAMES.includes(target));
  if (unknown !== undefined)
    throw new RangeError(
      `publish: targets: expected one of ${TARGET_NAMES.join(", ")}, received ${quote(unknown)}.`,
    );
}

function writeTarget(folder: string, { name, content }: TargetFile): void {
  const path = join(folder, name);
  if (name === "_headers" && existsSync(path) && !readFileSync(path, "utf8").startsWith(HEADERS_MARK)) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, content);
}
