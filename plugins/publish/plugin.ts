import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseSite } from "../corpus/site.ts";
import type { BuildEvent, EleventyConfig } from "../eleventy.ts";
import { parseOptions } from "../options.ts";
import { headerRules } from "./headers.ts";
import { insertMeta, metaTags } from "./meta.ts";
import { HEADERS_MARK } from "./netlify-headers.ts";
import { PUBLISH_OPTIONS, type PublishOptions } from "./options.ts";
import { announcePublishing } from "./publishing.ts";
import { type TargetFile, targetFiles } from "./targets.ts";

export type { HeaderOptions, HeaderRule, Headers } from "./headers.ts";
export { headerRules, headersFor } from "./headers.ts";
export type { PublishOptions } from "./options.ts";
export type { PolicyNeeds } from "./policy.ts";
export type { Target } from "./targets.ts";

/**
 * Writes the headers that the site's host shall send, from one table for all
 * hosts, at the end of each build. A `_headers` of the owner's own is left alone.
 *
 * @throws {RangeError} at registration, for options that are wrong
 */
export function publish(config: EleventyConfig, options: PublishOptions = {}): void {
  const parsed = parseOptions("publish", PUBLISH_OPTIONS, options);
  const { targets, serverFolder } = parsed;
  const site = parseSite(parsed.site);
  const rules = headerRules(site, parsed);
  announcePublishing({ url: site.url, rules, ...parsed });
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
    for (const file of [...files, ...indexNowFile(parsed.indexNow)])
      writeTarget(file.place === "output" ? directories.output : serverFolder, file);
  });
}

/** By this file search engines know that who tells them is the site's owner; the key is no secret. */
function indexNowFile(key: string | null): readonly TargetFile[] {
  return key === null ? [] : [{ name: `${key}.txt`, place: "output", content: key }];
}

function writeTarget(folder: string, { name, content }: TargetFile): void {
  const path = join(folder, name);
  if (name === "_headers" && existsSync(path) && !readFileSync(path, "utf8").startsWith(HEADERS_MARK)) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, content);
}
