import type MarkdownIt from "markdown-it";
import type { EleventyConfig, PageData } from "../eleventy.ts";
import { picturePolicyOf } from "../picture-policy.ts";
import { ContentError } from "../problem.ts";
import { type Build, isArticlePath, isUnreadable, projectPath, type Registration } from "./build.ts";
import { readMatter } from "./matter.ts";
import { fieldsOf } from "./options.ts";
import { takePage } from "./own-pages.ts";
import { amendMarkdown, type RenderFacts } from "./render.ts";
import { scopeOptions, type TakenFile } from "./scoped-options.ts";
import { shieldFrontMatter } from "./shield.ts";
import { takeTemplate } from "./take.ts";
import { linkedFile, linkTexts } from "./text-links.ts";

/**
 * What a site of Vervain's own is held to: articles' headers are read by us
 * alone, raw HTML is made safe, headings have the model's ids, pages go where
 * they may.
 */
export function holdOwnSite(config: EleventyConfig, registration: Registration): void {
  scopeFrontMatter(
    config,
    (path) => takeFile(registration, path) ?? takePage(registration, config.directories, path),
  );
  config.addPreprocessor("vervain-article", "*", function readModel(data, content) {
    return takeTemplate(currentBuild(registration), data, content, registration);
  });
  config.addTransform("vervain-guard", function guard(content) {
    guardPage(registration, this.page);
    return content;
  });
  config.amendLibrary("md", (md: MarkdownIt) =>
    amendMarkdown(md, {
      factsOf: (env) => renderFacts(registration.build, env),
      trusts: registration.options.trustsHtml ?? false,
      policy: () => picturePolicyOf(config),
    }),
  );
  config.amendLibrary("md", (md: MarkdownIt) =>
    linkTexts(md, (env, href) => textAddress(registration.build, env, href, config.directories.input)),
  );
}

/** The build that runs. @throws {Error} before it has begun */
export function currentBuild({ build }: Registration): Build {
  if (!build) throw new Error("article: the build has not begun.");
  return build;
}

function guardPage({ build }: Registration, { inputPath, outputPath }: PageData): void {
  if (build === null || typeof outputPath !== "string") return;
  const file = projectPath(inputPath);
  build.guard({ file, outputPath, isArticle: isArticlePath(file, build.roots) });
}

/** What the Markdown of the page in `env` (its data) is rendered with; null for pages that are no article. */
export function renderFacts(build: Build | null, env: unknown): RenderFacts | null {
  const inputPath = (env as { readonly page?: { readonly inputPath?: string } } | undefined)?.page?.inputPath;
  const opened = inputPath === undefined ? undefined : build?.opened.get(projectPath(inputPath));
  const record = opened && build?.corpus?.records.get(opened.id);
  if (!opened || !record) return null;
  const anchors = new Set([...record.benefits, ...record.against].map(({ anchor }) => anchor));
  const blockIds = new Map(
    record.article.blocks.flatMap(({ anchor }, index) =>
      anchors.has(anchor) ? [[index, anchor] as const] : [],
    ),
  );
  return { article: record.article, blockIds, bodyLine: opened.bodyLine };
}

/** Path on the site of the page that a link of the rendered page names by its file; null for a file that makes none. */
function textAddress(build: Build | null, env: unknown, href: string, input: string): string | null {
  const inputPath = (env as { readonly page?: { readonly inputPath?: string } } | undefined)?.page?.inputPath;
  if (inputPath === undefined || !build?.corpus) return null;
  const { file, rest } = linkedFile(href, projectPath(inputPath), projectPath(input));
  const opened = build.opened.get(file);
  const url =
    (opened && build.corpus.records.get(opened.id)?.url) ??
    build.corpus.pages.find((page) => page.file === file)?.url;
  return url ? encodeURI(url) + rest : null;
}

/** Scopes our reading of front matter to what `take` takes; the owner's options, set before or after, hold elsewhere. */
function scopeFrontMatter(config: EleventyConfig, take: (path: string) => TakenFile | null): void {
  const given = config.frontMatterParsingOptions;
  if (given === undefined) {
    // Not where it was in Eleventy 3 and 4: by the documented way alone, which an owner's later options may undo. What is not ours then is refused.
    config.setFrontMatterParsingOptions(scopeOptions({}, take, wordYamlFault, readMatter));
    return;
  }
  let owners = given;
  const merge = config.setFrontMatterParsingOptions;
  config.setFrontMatterParsingOptions = (options) =>
    merge.call({ frontMatterParsingOptions: owners }, options);
  Object.defineProperty(config, "frontMatterParsingOptions", {
    get: () => scopeOptions(owners, take, wordYamlFault, readMatter),
    set: (options: typeof owners) => {
      owners = options;
    },
    enumerable: true,
  });
}

/** What YAML in the header of an owner's own page threw, with file and line and without a stack. */
function wordYamlFault(error: unknown, path: string): unknown {
  const { reason, mark } = error as { readonly reason?: string; readonly mark?: { readonly line: number } };
  if (reason === undefined || mark === undefined) return error;
  const message = `expected YAML, received a fault (${reason}). Quote values that contain a colon.`;
  const file = projectPath(path);
  return new ContentError([{ file, line: mark.line + 1, field: "front matter", message, severity: "error" }]);
}

/**
 * What Eleventy gets of a file in a folder of articles: what we read, less what
 * could lead it; nothing of a file that we could not read. Null: not our business.
 */
function takeFile(
  { site, build, options, delivered, layouts }: Registration,
  path: string,
): TakenFile | null {
  const file = projectPath(path);
  if (build === null || !isArticlePath(file, build.roots)) return null;
  const opened = build.opened.get(file);
  if (opened === undefined || isUnreadable(opened)) return { data: {}, body: "" };
  delivered.set(file, opened);
  const data = shieldFrontMatter(opened.data, {
    timeZone: site.timeZone,
    isOwnSite: options.isOwnSite,
    fields: fieldsOf(options),
    hasLayout: layouts.has,
  });
  return { data, body: opened.body };
}
