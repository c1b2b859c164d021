import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { othersFinished } from "../build/finishing.ts";
import { announceSaid, announceWroteTo } from "../build/watchers.ts";
import { parseSite } from "../corpus/site.ts";
import { folderOf, siteInFolder } from "../corpus/site-folder.ts";
import type { BuildEvent, EleventyConfig } from "../eleventy.ts";
import { parseOptions } from "../options.ts";
import { requireConfig } from "../own-plugin.ts";
import { setPicturePolicy } from "../picture-policy.ts";
import { type HeaderRule, headerRules, headersFor } from "./headers.ts";
import { type InlineStyles, inlineStyles, wordInlineStyles } from "./inline-styles.ts";
import { insertMeta, metaTags } from "./meta.ts";
import { HEADERS_MARK } from "./netlify-headers.ts";
import { PUBLISH_OPTIONS, type PublishOptions } from "./options.ts";
import { picturePolicy, stoppedPictures, wordStoppedPictures } from "./pictures.ts";
import { announcePublishing } from "./publishing.ts";
import { type RedirectRule, readRedirects } from "./redirects.ts";
import { SPECULATION_PATH, speculationRules } from "./speculation.ts";
import { type TargetFile, targetFiles } from "./targets.ts";
import { builtPaths, type LeftOut, leaveOutQueries, wordLeftOut } from "./workers.ts";

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
  requireConfig("publish", config);
  const parsed = parseOptions("publish", PUBLISH_OPTIONS, options);
  const { serverFolder } = parsed;
  // Both write `_headers`; what Cloudflare takes, Netlify takes, too.
  const isOnWorkers = parsed.targets.includes("workers");
  const targets = parsed.targets.filter((target) => !isOnWorkers || target !== "_headers");
  const site = siteInFolder(parseSite(parsed.site), config.pathPrefix);
  const rules = headerRules(site, parsed);
  const folder = folderOf(site.url);
  announcePublishing({ url: site.url, rules, ...parsed });
  const filesOf = (redirects: readonly RedirectRule[], paths: readonly string[]): readonly TargetFile[] =>
    targets.flatMap((target) => targetFiles(target, rules, redirects, folder, paths));
  // What a host's limits forbid is said before anything is built.
  filesOf([], []);
  if (targets.includes("meta")) {
    const tags = metaTags(rules);
    config.addTransform("vervain-meta", function addMeta(content) {
      const { outputPath } = this.page;
      return outputPath !== false && outputPath.endsWith(".html") ? insertMeta(content, tags) : content;
    });
  }
  const policy = headersFor(rules, "/")["Content-Security-Policy"] ?? "";
  const pictures = picturePolicy(policy, site.url);
  const isHeaderSent =
    parsed.to !== undefined || targets.some((target) => target !== "meta" && target !== "manifest");
  const isSent = targets.length > 0 || parsed.to !== undefined;
  if (isSent) setPicturePolicy(config, pictures);
  const isNetlify = parsed.targets.includes("_headers");
  const left: LeftOut = isOnWorkers && !isNetlify ? leaveOutQueries(config) : { lines: [] };
  const styled = new Map<string, InlineStyles>();
  const stopped = new Map<string, readonly string[]>();
  config.on("eleventy.before", () => {
    styled.clear();
    stopped.clear();
  });
  config.addTransform("vervain-stopped-pictures", function findPictures(content) {
    const { outputPath, url } = this.page;
    if (!isSent || outputPath === false || !outputPath.endsWith(".html") || !/<img\b/i.test(content))
      return content;
    const found = stoppedPictures(content, pictures);
    if (found.length > 0) note(stopped, String(url), found);
    return content;
  });
  config.addTransform("vervain-inline-styles", function findStyles(content) {
    const { outputPath, url } = this.page;
    if (outputPath === false || !outputPath.endsWith(".html") || !/<style|\sstyle\s*=/i.test(content))
      return content;
    const found = inlineStyles(content);
    if (found.sources.length > 0 || found.hasAttributes) note(styled, String(url), found);
    return content;
  });
  config.on("eleventy.after", async ({ directories, outputMode }: BuildEvent) => {
    if (outputMode !== "fs") return;
    for (const warning of [wordInlineStyles(styled, policy), wordStoppedPictures(stopped), wordLeftOut(left)])
      if (warning !== null) console.warn(warning);
    // Lists, hashes and compresses what they write.
    await othersFinished(config);
    const files = [
      ...filesOf(
        [...readRedirects(left.lines.join("\n")), ...builtRedirects(directories.output)],
        isOnWorkers ? builtPaths(directories.output) : [],
      ),
      ...(isHeaderSent ? speculationFile(speculationRules(headersFor(rules, "/"), folder)) : []),
      ...indexNowFile(parsed.indexNow),
    ];
    announceWroteTo(serverFolder);
    for (const file of files) writeTarget(file.place === "output" ? directories.output : serverFolder, file);
    if (parsed.precompress) (await import("./precompress.ts")).precompress(directories.output, CACHE);
    if (targets.includes("manifest")) await writeManifest(directories.output, serverFolder, rules);
  });
}

/** Notes what is said of a page at the end of the build. */
function note<Said>(said: Map<string, Said>, url: string, what: Said): void {
  said.set(url, what);
  announceSaid(url);
}

/** Every file with its hash, size, type and headers, for tools of the owner's; `vervain publish` plans from the same list. */
async function writeManifest(output: string, folder: string, rules: readonly HeaderRule[]): Promise<void> {
  const { makeManifest } = await import("./manifest/make.ts");
  const content = `${JSON.stringify(makeManifest(output, rules), null, 1)}\n`;
  writeTarget(folder, { name: "manifest.json", place: "server", content });
}

/** Where compressed forms are kept between builds, beside what else is. */
const CACHE = ".cache/vervain/compressed";

/** Old addresses as the theme, or the owner, has written them for hosts that read such a file. */
function builtRedirects(output: string): readonly RedirectRule[] {
  const path = join(output, "_redirects");
  return existsSync(path) ? readRedirects(readFileSync(path, "utf8")) : [];
}

/** By this file search engines know that who tells them is the site's owner; the key is no secret. */
function indexNowFile(key: string | null): readonly TargetFile[] {
  return key === null ? [] : [{ name: `${key}.txt`, place: "output", content: key }];
}

function speculationFile(content: string | null): readonly TargetFile[] {
  return content === null ? [] : [{ name: SPECULATION_PATH.slice(1), place: "output", content }];
}

function writeTarget(folder: string, { name, content }: TargetFile): void {
  const path = join(folder, name);
  if (name === "_headers" && existsSync(path) && !readFileSync(path, "utf8").startsWith(HEADERS_MARK)) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, content);
}
